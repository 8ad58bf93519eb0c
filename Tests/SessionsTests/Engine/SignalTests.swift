import Flows
import Screens
import Testing

@testable import Sessions

@Suite("Signals of the host")
struct SignalTests {
    private static let texts = FlowTexts(
        flow: """
            flow: listening
            version: 1
            locale: en
            fields: [{alias: {type: text}}, {remark: {type: text}}]
            steps:
              - {step: first, ask: [alias], events: {account_suspended: held, agreement_changed: look}}
              - {step: second, ask: [remark], events: {account_suspended: [{if: 'has(alias) && alias == "x"', goto: over}, {else: held}]}}
              - {step: held, events: {go_on: second}, after: {24h: over}}
              - {step: look, call: look_up, events: {found: held, unavailable: first}}
              - {step: over, end: done}
            """,
        fields: "fields: {}",
        effects: """
            effects: {look_up: {outcomes: {found: {}}}}
            signals: [account_suspended, agreement_changed, account_closed]
            """
    )

    private static func bench() throws -> WalkBench {
        try WalkBench(WalkBench.Parts(texts: texts))
    }

    @Test
    func `a step that handles it leads where it says, and the journal knows`() throws {
        let bench = try Self.bench()
        let walk = try bench.begin()
        #expect(try bench.engine.signal("account_suspended", to: walk.sessionID) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "held")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
        #expect(walk.refresh())
        #expect(walk.screen.step == "held")
    }

    @Test
    func `many steps may handle the same signal, each in its way`() throws {
        let bench = try Self.bench()
        let walk = try bench.begin()
        #expect(walk.answer("x", at: AnswerPath("alias")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(try bench.engine.signal("account_suspended", to: walk.sessionID) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "over")
    }

    @Test(arguments: ["account_closed", "go_on", "nonsense"])
    func `what the step does not handle, or is no signal, is refused and changes nothing`(
        name: String
    ) throws {
        let bench = try Self.bench()
        let walk = try bench.begin()
        let before = try bench.store.session(walk.sessionID)
        #expect(try bench.engine.signal(EventName(name), to: walk.sessionID) == .notHere)
        #expect(try bench.store.session(walk.sessionID) == before)
    }

    @Test
    func `a flow that has ended takes no signal`() throws {
        let bench = try Self.bench()
        let walk = try bench.begin()
        _ = try bench.engine.signal("account_suspended", to: walk.sessionID)
        bench.clock.move(by: .day)
        #expect(walk.refresh())
        #expect(try bench.engine.signal("account_suspended", to: walk.sessionID) == .ended)
    }

    @Test
    func `a signal that was taken is taken, even if what the host says then can't be saved`()
        throws
    {
        let bench = try Self.bench()
        let walk = try bench.begin()
        bench.host.answer("look_up", with: EffectResult("found"))
        bench.store.fail(atWrite: 2, .conflict)
        #expect(try bench.engine.signal("agreement_changed", to: walk.sessionID) == nil)
        #expect(bench.store.writes == 3)
        bench.store.heal()
        #expect(try bench.engine.step(of: walk.sessionID) == "look")
        #expect(walk.refresh())
        #expect(walk.screen.step == "held")
        #expect(bench.host.calls.count == 2)
        #expect(Set(bench.host.calls.map(\.key)).count == 1)
    }

    @Test
    func `a signal for a session that is not there says so`() throws {
        let bench = try Self.bench()
        #expect(throws: SessionFailure.noSession) {
            try bench.engine.signal("account_suspended", to: SessionID("00"))
        }
    }

    @Test
    func `a button of the same name is none, and the person can't press a signal`() throws {
        let bench = try Self.bench()
        let walk = try bench.begin()
        #expect(walk.press("account_suspended") == .refused)
        #expect(walk.screen.buttons.isEmpty)
    }
}
