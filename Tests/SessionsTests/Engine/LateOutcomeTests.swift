import Flows
import Foundation
import Screens
import Testing

@testable import Sessions

@Suite("Outcomes that come too late")
struct LateOutcomeTests {
    /// The sign-up, but nobody waits for the account for more than an hour.
    private static let impatient = Material.project.signUp.replacing(
        "      unavailable: trouble_creating\n",
        "      unavailable: trouble_creating\n    after: {1h: trouble_creating}\n"
    )

    /// A walk whose account was made two hours after it was asked for.
    private static func late() throws -> (bench: WalkBench, walk: Walk) {
        let bench = try WalkBench(WalkBench.Parts(texts: impatient))
        let walk = try bench.walk(to: "check_answers")
        let clock = bench.clock
        bench.host.duringNextCall { clock.move(by: 2 * .hour) }
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "trouble_creating")
        return (bench, walk)
    }

    @Test
    func `who tries again has the account that was made meanwhile`() throws {
        let (bench, walk) = try Self.late()
        #expect(walk.press("try_again") == .moved)
        #expect(walk.screen.step == "registered")
        let calls = bench.host.calls.filter { $0.effect == "create_account" }
        #expect(calls.count == 2)
        #expect(Set(calls.map(\.key)).count == 1)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `so has who tries again in another program`() throws {
        let (bench, walk) = try Self.late()
        let again = try bench.again()
        let resumed = try again.resume(walk.sessionID)
        #expect(resumed.press("try_again") == .moved)
        #expect(resumed.screen.step == "registered")
    }
}
