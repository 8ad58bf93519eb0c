import Documents
import Testing

@testable import Flows

/// Flows that open an account by a phone, which need not have an address.
@Suite("Accounts that are opened by a phone")
struct OpenedByPhoneTests {
    private static let fields = """
        fields:
          email: {type: email, privacy: personal}
          mobile: {type: phone, privacy: personal}
          pin: {type: secret, use: new}
        """
    private static let effects = """
        effects:
          look: {needs: mobile, outcomes: {answered: {gives: {is_known: bool}}}}
          open_phone: {needs: mobile, outcomes: {opened: {gives: account, success: true}}}
          change_email: {needs: account.id, writes: email, outcomes: {done: {gives: account, success: true}}}
          read_mail: {needs: account.email, outcomes: {done: {success: true}}}
        """
    private static let app = """
        flow: app
        version: 1
        expires: {after: 1h, goto: gone}
        fields:
          - mobile
          - proof: {type: code, digits: 6}
          - known: {type: secret, use: check, check: account.pin}
          - email
        steps:
          - {step: start, ask: [mobile]}
          - step: prove
            send: {sms: verify, to: mobile, code: proof, limit: {times: 3}}
            ask: [proof]
            attempts: {times: 5, goto: gone}
            next: look
            after: {1h: gone}
          - {step: look, call: look, events: {answered: open, unavailable: gone}}
          - step: open
            back: never
            call: open_phone
            events:
              opened: [{if: has(account.email), goto: gone}, {else: more}]
              unavailable: gone
          - step: more
            ask: [known]
            attempts: {times: 3, per: account, within: 24h, goto: gone}
          - {step: address, ask: [email]}
          - {step: save, call: change_email, events: {done: gone, unavailable: gone}}
          - {step: gone, end: gone}
        """

    private static func read(_ flow: String = app) -> (flow: FlowDefinition?, said: [String]) {
        let (project, problems) = FlowFiles.read(flow, fields: fields, effects: effects)
        return (project.flow("app"), problems.map { "\($0.code) \($0.message)" })
    }

    @Test func `the walk is known by the account, or else by the phone, before any address`()
        throws
    {
        let (flow, said) = Self.read()
        #expect(said == [])
        let app = try #require(flow)
        #expect(
            app.ownerSlots.map { app.fields[$0].name } == ["account.email", "mobile", "email"]
        )
        #expect(app.reachesAccount)
    }

    @Test func `the secret is that of the account that was opened, not that of an address`() throws
    {
        let app = try #require(Self.read().flow)
        let known = try #require(app.fields.first { $0.name == "known" })
        #expect(app.fields[try #require(known.check).whose].name == .accountID)
    }

    @Test func `nobody is let in who has not typed a code that was sent to the phone`() {
        let around = Self.app.replacing("{1h: gone}", with: "{1h: look}")
        #expect(
            Self.read(around).said.contains {
                $0.hasPrefix("E12 the effect `open_phone` needs") && $0.contains("`proof`")
            }
        )
        let start = Self.app.firstRange(of: "  - step: prove")
        let end = Self.app.firstRange(of: "  - {step: look")
        guard let start, let end else {
            Issue.record("no such steps")
            return
        }
        let without =
            (Self.app[..<start.lowerBound] + Self.app[end.lowerBound...])
            .replacing("  - proof: {type: code, digits: 6}\n", with: "")
        #expect(
            Self.read(String(without)).said.contains {
                $0.hasPrefix("E38 the flow opens the account of a phone, so it needs a code")
            }
        )
    }

    @Test func `a secret of one account proves nothing about that of another address`() {
        let effects =
            Self.effects + """

                  reset: {needs: email, writes: pin, outcomes: {done: {success: true}}}
                  open_other: {needs: email, outcomes: {opened: {gives: account, success: true}}}
                """
        let resets = Self.app.replacing("  - email\n", with: "  - email\n  - pin\n")
            .replacing("{step: address, ask: [email]}", with: "{step: address, ask: [email, pin]}")
            .replacing("call: change_email", with: "call: reset")
        let (_, problems) = FlowFiles.read(resets, fields: Self.fields, effects: effects)
        #expect(
            problems.contains {
                $0.code == "E38"
                    && $0.message.hasPrefix("`reset` changes the account of an address")
            },
            "\(problems)"
        )
        let opens = Self.app.replacing(
            "call: change_email, events: {done:",
            with: "call: open_other, events: {opened:"
        )
        let (_, others) = FlowFiles.read(opens, fields: Self.fields, effects: effects)
        #expect(
            others.contains {
                $0.code == "E38" && $0.message.hasPrefix("`open_other` gives the account")
            },
            "\(others)"
        )
    }

    @Test func `a flow that opens by phone is not run by another`() {
        let caller = """
            flow: caller
            version: 1
            steps:
              - {step: app, run: app, events: {gone: gone}}
              - {step: gone, end: gone}
            """
        let (_, problems) = FlowFiles.read(
            [("app.yaml", Self.app), ("caller.yaml", caller)],
            fields: Self.fields,
            effects: Self.effects
        )
        #expect(
            problems.contains { $0.code == "E38" && $0.message.contains("no other flow can run") }
        )
    }

    @Test func `an account without an address has none to be read`() {
        let reading = Self.app.replacing("call: change_email", with: "call: read_mail")
        #expect(
            Self.read(reading).said.contains {
                $0.hasPrefix("E12 the effect `read_mail` needs `account.email`")
            }
        )
    }
}
