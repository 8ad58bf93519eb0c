import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("When the host can't answer")
struct TroubleTests {
    private static let unavailable = EffectResult("unavailable")

    @Test
    func `no letter goes out, the screen says so, and trying again works`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        walk.fill()
        bench.host.answer("find_account", with: Self.unavailable)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "trouble")
        #expect(bench.transport.letters.isEmpty)
        #expect(walk.press("try_again") == .moved)
        #expect(walk.screen.step == "trouble")
        bench.host.answer("find_account", with: nil)
        #expect(walk.press("try_again") == .moved)
        #expect(walk.screen.step == "check_mail")
        #expect(bench.transport.letters.count == 1)
    }

    @Test(arguments: ["unavailable", "failed"])
    func `no account is made, the answers are kept, and trying again works`(
        outcome: String
    ) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        let fields = walk.state.fields
        bench.host.answer("create_account", with: EffectResult(OutcomeName(outcome)))
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "trouble_creating")
        #expect(walk.state.fields == fields)
        #expect(walk.state.fixed.isEmpty)
        bench.host.answer("create_account", with: nil)
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.press("try_again") == .moved)
        #expect(again.screen.step == "registered")
        // A new try after an answer is a new call.
        let keys = bench.host.calls.filter { $0.effect == "create_account" }.map(\.key)
        #expect(keys.count == 1)
    }

    @Test
    func `trouble that nobody comes back to ends after a day`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        walk.fill()
        bench.host.answer("find_account", with: Self.unavailable)
        _ = walk.submit()
        bench.clock.move(by: .day)
        #expect(walk.refresh())
        #expect(walk.screen.step == "abandoned")
    }

    @Test
    func `whoever was faster with the same address gets the account`() throws {
        let bench = try WalkBench()
        let slow = try bench.walk(to: "check_answers")
        _ = try bench.walk(to: "registered")
        #expect(slow.submit() == .moved)
        #expect(slow.screen.step == "already_there")
        #expect(slow.screen.kind == .end)
        let welcome = Material.project.catalogs.words("mail.welcome.subject", in: slow.language)
            .text
        #expect(bench.transport.letters.filter { $0.subject == welcome }.count == 1)
    }

    @Test
    func `a store that can't count leaves the screen silent, and a button says what is wrong`()
        throws
    {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.store.breakCounting(true)
        #expect(walk.screen.step == "check_mail")
        #expect(walk.screen.timing?.sendsLeft == nil)
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .failed("failure.store"))
        #expect(bench.transport.letters.count == 1)
        bench.store.breakCounting(false)
        #expect(walk.press("resend") == .moved)
    }
}
