import Flows
import Foundation
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Sessions of flows that run flows")
struct SubflowSessionTests {
    private static let lookup = """
        flow: lookup
        version: 1
        input: {email: {type: email, privacy: personal}}
        steps:
          - step: find
            call: find_account
            events: {answered: prove, unavailable: failed}
          - step: prove
            send: {mail: confirm_email, link: confirmed, limit: {times: 2, per: [email], within: 24h}}
            events: {confirmed: found, resend: prove}
          - {step: found, end: found}
          - {step: failed, end: failed}
        """

    private static let caller = """
        flow: caller
        version: 1
        expires: {after: 7d, goto: over}
        fields: [{guest: {type: email}}]
        steps:
          - {step: start, ask: [guest]}
          - step: who
            run: lookup
            with: {email: guest}
            events: {found: over, failed: start}
          - {step: over, end: done}
        """

    private static let texts = {
        var texts = FlowTexts(
            flow: caller,
            fields: "fields: {}",
            effects: """
                effects:
                  find_account:
                    needs: [email]
                    outcomes: {answered: {gives: {is_known: {type: bool}}}}
                signals: [account_suspended]
                """
        )
        texts.others = [lookup]
        return texts
    }()

    private static func bench(_ texts: FlowTexts = texts) throws -> WalkBench {
        try WalkBench(WalkBench.Parts(texts: texts))
    }

    private static func walk(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("anna@example.org", at: AnswerPath("guest")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    @Test
    func `the host is asked by the names that the effect declares`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        #expect(walk.screen.step == "who.prove")
        let known = walk.definition.fields.firstIndex { $0.name == "who.is_known" }
        #expect(walk.state.fields[try #require(known)] == .bool(false))
    }

    @Test
    func `its words are those of the flow that is run`() throws {
        let bench = try Self.bench()
        let screen = try Self.walk(bench).screen
        #expect(screen.title.text.contains("lookup.prove.title"))
        #expect(screen.flowTitle.text.contains("caller.title"))
        #expect(screen.buttons.map(\.words.text).joined().contains("lookup.prove.resend"))
    }

    @Test
    func `its link leads on, and the journal can be taken again`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        #expect(bench.transport.letters.map(\.recipient) == ["anna@example.org"])
        #expect(walk.openLink(try bench.token()) == .moved)
        #expect(walk.screen.step == "over")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `what a sub-flow sends to an address counts whoever runs it`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        #expect(walk.press("resend") == .moved)
        var other = Self.texts
        other.flow = Self.caller.replacingOccurrences(of: "flow: caller", with: "flow: another")
            .replacingOccurrences(of: "step: who", with: "step: which")
        let later = try bench.again { $0.texts = other }
        let second = try Self.walk(later)
        #expect(second.screen.step == "which.prove")
        #expect(bench.transport.letters.count == 2)
        #expect(second.screen.timing?.sendsLeft == 0)
    }

    @Test
    func `a session goes on with the sub-flow it began with`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        var changed = Self.texts
        changed.others = [Self.lookup.replacingOccurrences(of: "prove", with: "show")]
        let later = try bench.again { $0.texts = changed }
        let old = try later.resume(walk.sessionID)
        #expect(old.screen.step == "who.prove")
        #expect(old.openLink(try bench.token()) == .moved)
        #expect(old.screen.step == "over")
    }
}
