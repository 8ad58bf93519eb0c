import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("Another key file")
struct KeyTests {
    @Test
    func `a session can't be read with another key file`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "personal")
        let other = try bench.again { $0.master = MasterKeys(random: SystemRandom()) }
        #expect(throws: SessionFailure.damaged) { try other.resume(walk.sessionID) }
        #expect(try bench.again().resume(walk.sessionID).screen.step == "personal")
    }

    @Test
    func `letters that another key file can't read wait for the right one`() throws {
        let bench = try WalkBench()
        bench.transport.fail(DeliveryFailure(reason: "no disk", isTemporary: true))
        let walk = try bench.walk(to: "check_mail")
        bench.transport.fail(nil)
        let other = try bench.again { $0.master = MasterKeys(random: SystemRandom()) }
        for _ in 0..<8 {
            bench.clock.move(by: 2 * .hour)
            other.engine.deliverLetters()
        }
        #expect(bench.transport.letters.isEmpty)
        #expect(try bench.store.letters(of: walk.sessionID).map(\.status) == [.waiting])
        bench.clock.move(by: 2 * .hour)
        bench.engine.deliverLetters()
        #expect(bench.transport.letters.count == 1)
    }

    @Test
    func `an account's fields can't be read with another key file`() throws {
        let bench = try WalkBench()
        _ = try bench.walk(to: "registered")
        let index = bench.keys.index(ofAddress: "anna.novakova@example.com")
        let account = try #require(try bench.store.account(emailIndex: index))
        let other = try bench.again { $0.master = MasterKeys(random: SystemRandom()) }
        #expect(throws: SessionFailure.damaged) { try other.engine.accountFields(of: account) }
        #expect(
            try bench.engine.accountFields(of: account)["city"] == FieldValue.text("Praha")
        )
    }
}
