import Documents
import Testing

@testable import Flows

@Suite("Flows that need an account")
struct AccountFlowTests {
    private static let fields = """
        fields:
          email: {type: email, privacy: personal}
          citizenship: {type: country, privacy: personal}
          kind: {type: choice, of: [passport, {licence: 'citizenship == "RU"'}]}
          number: {type: document, country: citizenship, kind: kind}
          wants_news: {type: bool, default: false}
          pin: {type: secret, use: new}
        """
    private static let effects = """
        effects:
          open_account: {needs: [email], outcomes: {opened: {gives: account, success: true}}}
          change: {needs: [account.id], outcomes: {done: {success: true}}}
        """
    private static let settings = """
        flow: settings
        version: 1
        expires: {after: 1h, goto: gone}
        account: required
        fields:
          - wish: {type: bool, prefill: account.wants_news}
          - secret: {type: secret, use: check, check: account.pin}
        steps:
          - step: start
            ask: [wish, secret]
            attempts: {times: 3, per: account, within: 24h, goto: gone}
            next:
              - {if: 'has(account.citizenship) && account.citizenship == "CZ"', goto: save}
              - {else: gone}
          - {step: save, call: change, events: {done: done, unavailable: gone}}
          - {step: done, send: {mail: changed, to: account.email}, end: done}
          - {step: gone, end: gone}
        """

    private static func read(
        _ settings: String = settings,
        signIn: String? = FlowFiles.signIn
    ) -> (project: FlowProject, said: [String]) {
        let flows = [("settings.yaml", settings)] + (signIn.map { [("sign-in.yaml", $0)] } ?? [])
        let (project, problems) = FlowFiles.read(flows, fields: fields, effects: effects)
        return (project, problems.map { "\($0.code) \($0.message)" })
    }

    private static func walk() throws -> MachineWalk {
        let (project, said) = read()
        let flow = try #require(project.flows.first { $0.name == "settings" }, "\(said)")
        return try MachineWalk(FlowMachine(flow, formats: PrefixFormats()))
    }

    private static let account: [FieldName: FieldValue] = [
        "account.id": .text("a1"), "account.email": .text("a@b.cz"),
        "account.citizenship": .text("CZ"), "account.wants_news": .bool(true),
    ]

    @Test func `nothing is wrong with it`() {
        let (project, said) = Self.read()
        #expect(said == [])
        #expect(project.flows.map(\.name) == ["settings", "sign-in"])
    }

    @Test func `it begins by signing in, and goes on with what the account has`() throws {
        var walk = try Self.walk()
        #expect(walk.step == "sign_in.enter")
        try walk.submit(["sign_in.email": .text("a@b.cz"), "sign_in.known": .passed])
        #expect(walk.step == "sign_in.open")
        try walk.end("opened", Self.account)
        #expect(walk.step == "start")
        #expect(walk["wish"] == .bool(true))
        #expect(walk["account.number"] == nil)
        try walk.back()
        #expect(walk.refusal == .noWayBack && walk.step == "start")
        try walk.submit(["secret": .passed])
        #expect(walk.step == "save")
        let effect = try #require(walk.machine.definition.effect("change"))
        #expect(effect.needs.map { walk.machine.definition.fields[$0].name } == ["account.id"])
        try walk.end("done")
        #expect(walk.sent == ["changed"])
    }

    @Test func `what an account has not is not set`() throws {
        var walk = try Self.walk()
        try walk.submit(["sign_in.email": .text("a@b.cz"), "sign_in.known": .passed])
        try walk.end("opened", ["account.id": .text("a1"), "account.email": .text("a@b.cz")])
        #expect(walk.step == "start" && walk["wish"] == nil)
        try walk.submit(["wish": .bool(false), "secret": .passed])
        #expect(walk.state.outcome == "gone")
    }

    @Test func `an account without a name stops the walk`() throws {
        var walk = try Self.walk()
        try walk.submit(["sign_in.email": .text("a@b.cz"), "sign_in.known": .passed])
        #expect(throws: MachineFailure.self) { try walk.end("opened") }
    }

    /// A sign-in that asks a changed agreement again, unless it is told that somebody leaves.
    private static let asking = """
        flow: sign-in
        version: 1
        expires: {after: 1h, goto: locked}
        input: {leaves: {type: bool, default: false}}
        fields: [email, agreement, {known: {type: secret, use: check, check: account.pin}}]
        steps:
          - step: enter
            ask: [email, known]
            attempts: {times: 3, per: [session, email], within: 24h, goto: locked}
          - {step: open, call: open_account, events: {opened: newer, unavailable: enter}}
          - step: newer
            next:
              - {if: leaves, goto: signed_in}
              - {if: account.agreement_changed, goto: agree}
              - {else: signed_in}
          - {step: agree, ask: [agreement], next: keep}
          - {step: keep, call: accept, events: {done: newer, unavailable: locked}}
          - {step: signed_in, end: signed_in}
          - {step: locked, end: locked}
        """

    private static func reading(account: String) -> (project: FlowProject, said: [String]) {
        let (project, problems) = FlowFiles.read(
            [
                (
                    "settings.yaml",
                    settings.replacing("account: required", with: "account: \(account)")
                ), ("sign-in.yaml", asking),
            ],
            fields: fields.replacing(
                "fields:",
                with: "fields:\n  agreement: {type: consent, document: terms}"
            ),
            effects: effects
                + "\n  accept: {needs: account.id, writes: agreement, outcomes: {done: {gives: account, success: true}}}"
        )
        return (project, problems.map { "\($0.code) \($0.message)" })
    }

    @Test func `signing in knows whether an agreement of the account has changed`() throws {
        let (project, said) = Self.reading(account: "required")
        let flow = try #require(project.flow("settings"), "\(said)")
        #expect(said == [])
        var walk = try MachineWalk(FlowMachine(flow, formats: PrefixFormats()))
        try walk.submit(["sign_in.email": .text("a@b.cz"), "sign_in.known": .passed])
        var account = Self.account
        account["account.agreement_changed"] = .bool(true)
        try walk.end("opened", account)
        #expect(walk.step == "sign_in.agree")
        let consent = Consent(document: "terms", version: 2, at: 1, locale: "cs")
        try walk.submit(["sign_in.agreement": .consent(consent)])
        account["account.agreement_changed"] = .bool(false)
        try walk.end("done", account)
        #expect(walk.step == "start")
    }

    @Test func `a flow says what signing in is given, and what can't happen then is left out`()
        throws
    {
        let (project, said) = Self.reading(account: "{with: {leaves: true}}")
        let flow = try #require(project.flow("settings"), "\(said)")
        #expect(said == [])
        var walk = try MachineWalk(FlowMachine(flow, formats: PrefixFormats()))
        try walk.submit(["sign_in.email": .text("a@b.cz"), "sign_in.known": .passed])
        var account = Self.account
        account["account.agreement_changed"] = .bool(true)
        try walk.end("opened", account)
        #expect(walk.step == "start")
    }

    @Test(arguments: [
        ("{with: {hurries: true}}", "E13 the flow `sign-in` takes no `hurries`"),
        ("{to: {leaves: true}}", "E30 `to` is not a key of `account`"), ("{}", "E38"),
        ("optional", "E39"),
    ])
    func `what signing in can't be given is told`(account: String, finding: String) {
        let (_, said) = Self.reading(account: account)
        #expect(said.contains { $0.hasPrefix(finding) }, "\(said)")
    }

    @Test func `who does not sign in ends there`() throws {
        var walk = try Self.walk()
        try walk.answer(["sign_in.email": .text("a@b.cz")])
        try walk.take(.triesUsedUp(visit: walk.state.visit, field: "sign_in.known"))
        #expect(walk.step == "sign_in.locked" && walk.state.outcome == "locked")
    }

    @Test func `secrets are those of the account that was opened, and counted by it`() throws {
        let (project, _) = Self.read()
        let flow = try #require(project.flows.first { $0.name == "settings" })
        let whose = try #require(flow.field("secret")?.check?.whose)
        #expect(flow.fields[whose].name == "account.id")
        let step = try #require(flow.steps.first { $0.name == "start" })
        #expect(step.attempts?.limit?.scopes == [.field(whose)])
        let signIn = try #require(flow.field("sign_in.known")?.check?.whose)
        #expect(flow.fields[signIn].name == "sign_in.email")
    }

    @Test func `messages may say what every account has`() {
        let demanded = MessageDemands.of(Self.read().project).required
        let title = demanded.first { $0.keys == ["settings.start.title"] }
        #expect(title?.arguments.map(\.name) == ["account_email", "account_id"])
        // The words for signing in are those of its own flow.
        #expect(!demanded.contains { $0.keys.contains { $0.hasPrefix("settings.sign_in") } })
    }

    @Test(arguments: [
        (
            settings.replacing("has(account.citizenship) && ", with: ""),
            "E12 `account.citizenship` may be unset at the step `start`"
        ),
        (
            settings.replacing("account.wants_news", with: "account.wants_nwes"),
            "E13 the flow has no field `account.wants_nwes`"
        ),
        (
            settings.replacing("account.citizenship == ", with: "account.pin == "),
            "E11 there is no name 'account.pin' here"
        ),
        (
            settings.replacing("per: account, ", with: "per: session, "),
            "E38 `attempts` for the secret `secret` must count by `account`, and have `within`"
        ),
        (settings.replacing("account: required", with: "account: maybe"), "E39"),
    ])
    func `what it can't have is said`(settings: String, finding: String) {
        let said = Self.read(settings).said
        #expect(said.contains { $0.hasPrefix(finding) }, "\(said)")
    }

    @Test func `without a flow that signs in there is none that needs an account`() {
        #expect(Self.read(signIn: nil).said == ["E23 there is no flow `sign-in`"])
        let other = FlowFiles.signIn.replacing("end: signed_in", with: "end: inside")
        let said = Self.read(signIn: other).said
        #expect(said == ["E39 the flow `sign-in` does not end as `signed_in`"])
    }

    @Test func `an account is opened behind its secret only`() {
        let without = FlowFiles.signIn
            .replacing(
                "fields: [email, {known: {type: secret, use: check, check: account.pin}}]",
                with: "fields: [email]"
            )
            .replacing("ask: [email, known]", with: "ask: [email]")
            .replacing("per: [session, email]", with: "per: session")
        #expect(
            Self.read(signIn: without).said.contains {
                $0.hasPrefix("E38 `open_account` gives the account")
            }
        )
        // Whoever asks the address again behind the secret may have another's.
        let again = FlowFiles.signIn.replacing(
            "  - {step: open,",
            with: "  - {step: other, ask: [email]}\n  - {step: open,"
        )
        let said = Self.read(signIn: again).said
        #expect(
            said.contains {
                $0.hasPrefix("E12 the effect `open_account` needs `known`, which may be unset")
            },
            "\(said)"
        )
    }

    @Test func `a flow that needs an account is not run by another`() {
        let caller = """
            flow: caller
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: inner, run: settings, events: {done: done, gone: done}}
              - {step: done, end: done}
            """
        let flows = [
            ("caller.yaml", caller), ("settings.yaml", Self.settings),
            ("sign-in.yaml", FlowFiles.signIn),
        ]
        let problems = FlowFiles.read(flows, fields: Self.fields, effects: Self.effects).problems
        #expect(
            problems.map { "\($0.code) \($0.range.file)" } == ["E35 caller.yaml"],
            "\(problems.map(\.message))"
        )
    }
}
