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
    private static let promise = "promises: {open_phone.opened: {only_after: look.answered}}"
    private static let app = """
        flow: app
        version: 1
        expires: {after: 1h, goto: gone}
        fields: [mobile, {known: {type: secret, use: check, check: account.pin}}, email]
        steps:
          - {step: start, ask: [mobile]}
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
        \(promise)
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

    @Test func `nobody is let in who has not shown to hold the phone`() {
        let unproven = Self.app.replacing(Self.promise, with: "").replacing(
            ", {known: {type: secret, use: check, check: account.pin}}",
            with: ""
        ).replacing(
            """
              - step: more
                ask: [known]
                attempts: {times: 3, per: account, within: 24h, goto: gone}

            """,
            with: ""
        ).replacing("{else: more}", with: "{else: address}")
        let said = Self.read(unproven).said
        #expect(
            said == [
                "E38 `open_phone` gives the account, so the flow needs a secret that is compared"
            ]
        )
        // A secret that is asked behind it proves nothing either.
        let late = Self.app.replacing(Self.promise, with: "")
        #expect(Self.read(late).said.contains { $0.hasPrefix("E12 the effect `open_phone`") })
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
