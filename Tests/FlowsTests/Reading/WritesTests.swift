import Documents
import Testing

@testable import Flows

/// Effects that write to an account, and secrets of an account that are compared beside them.
@Suite("Effects that write to an account")
struct WritesTests {
    private static let fields = """
        fields:
          email: {type: email, privacy: personal}
          citizenship: {type: country, set: once}
          mobile: {type: phone}
          is_informed: {type: bool, default: false}
          standing: {type: choice, of: [fresh, proven]}
          pin: {type: secret, use: new}
          answers:
            type: list
            count: 2
            of: {question: {type: text}, answer: {type: secret, use: new}}
        """
    private static let effects = """
        effects:
          open_account: {needs: [email], outcomes: {opened: {gives: account}}}
          ask_questions: {needs: email, outcomes: {answered: {gives: {asked: text}}}}
          change:
            needs: account.id
            writes: [mobile, {standing: proven, is_informed: true}]
            ends: sessions
            outcomes: {done: {gives: account, success: true}}
          reset: {needs: email, writes: pin, outcomes: {done: {success: true}}}
        """
    private static let settings = """
        flow: settings
        version: 1
        expires: {after: 1h, goto: gone}
        account: required
        fields: [mobile]
        steps:
          - {step: start, ask: [mobile]}
          - {step: save, call: change, events: {done: gone, unavailable: gone}}
          - {step: gone, end: gone}
        """
    private static let forgotten = """
        flow: forgotten
        version: 1
        expires: {after: 1h, goto: gone}
        fields: [email, pin]
        steps:
          - {step: start, ask: [email]}
          - step: wait
            send: {mail: proof, link: proven, limit: {times: 3, per: email, within: 24h}}
            events: {proven: choose}
            after: {1h: gone}
          - {step: choose, back: never, ask: [pin]}
          - {step: save, call: reset, events: {done: gone, unavailable: gone}}
          - {step: gone, end: gone}
        promises: {reset.done: {only_after: wait.proven}}
        """

    private static func read(
        settings: String = settings,
        forgotten: String = forgotten,
        effects: String = effects
    ) -> (project: FlowProject, said: [String]) {
        let (project, problems) = FlowFiles.read(
            [
                ("settings.yaml", settings), ("forgotten.yaml", forgotten),
                ("sign-in.yaml", FlowFiles.signIn),
            ],
            fields: fields,
            effects: effects
        )
        return (project, problems.map { "\($0.code) \($0.message)" })
    }

    @Test func `what is written is needed, or always the same`() throws {
        let (project, said) = Self.read()
        #expect(said == [])
        let flow = try #require(project.flow("settings"))
        let change = try #require(flow.effect("change"))
        #expect(change.endsSessions)
        #expect(change.needs.map { flow.fields[$0].name } == ["account.id", "mobile"])
        #expect(change.writes.map(\.field) == ["mobile", "standing", "is_informed"])
        let mobile = try #require(flow.fields.firstIndex { $0.name == "mobile" })
        #expect(
            change.writes.map(\.source) == [
                .slot(mobile), .constant(.text("proven")), .constant(.bool(true)),
            ]
        )
        let reset = try #require(project.flow("forgotten")?.effect("reset"))
        #expect(!reset.endsSessions)
    }

    @Test func `an account knows whose walk it is`() throws {
        let (project, _) = Self.read()
        let settings = try #require(project.flow("settings"))
        #expect(settings.ownerSlots.map { settings.fields[$0].name } == ["account.email"])
        let forgotten = try #require(project.flow("forgotten"))
        #expect(forgotten.ownerSlots.map { forgotten.fields[$0].name } == ["email"])
    }

    @Test func `who is signed in, and who changes an account by its address, reaches it`() throws {
        let (project, _) = Self.read()
        for name: FlowName in ["settings", "forgotten", "sign-in"] {
            #expect(try #require(project.flow(name)).reachesAccount)
        }
    }

    @Test(arguments: [
        ("writes: [mobile,", "writes: [mobil,", "E13 there is no account field `mobil`"),
        ("writes: [mobile,", "writes: [citizenship,", "E39 `citizenship` is `set: once`"),
        ("standing: proven", "standing: strange", "E39 `strange` can't be a constant of a field"),
        ("standing: proven", "pin: secret", "E39 `pin` can't be written as a constant"),
        ("needs: account.id\n", "may_use: mobile\n", "E38 `change` changes an account, and does"),
        ("ends: sessions", "ends: letters", "E39"),
        ("standing: proven", "mobile: proven", "E01"),
        ("writes: pin", "write: pin", "E30 `write` is not a key of an effect"),
    ])
    func `what can't be written is said`(part: String, other: String, finding: String) {
        let said = Self.read(effects: Self.effects.replacing(part, with: other)).said
        #expect(said.contains { $0.hasPrefix(finding) }, "\(said)")
    }

    @Test func `what is written must be set on every way`() {
        let flow = Self.settings.replacing(
            "fields: [mobile]",
            with: "fields: [{mobile: {optional: true}}]"
        )
        let said = Self.read(settings: flow).said
        #expect(
            said == [
                "E12 the effect `change` needs `mobile`, which may be unset at the step `save`"
            ]
                || said.contains { $0.hasPrefix("E12") },
            "\(said)"
        )
    }

    @Test func `the account of an address is changed by who has proven to own it`() {
        let promises = "promises: {reset.done: {only_after: wait.proven}}"
        let unproven = Self.forgotten.replacing(promises, with: "")
        #expect(
            Self.read(forgotten: unproven).said == [
                "E38 `reset` changes the account of an address, and nothing proves that it is the person's"
            ]
        )
        // A way around what proves it breaks the promise.
        let around = Self.forgotten.replacing("1h: gone}\n", with: "1h: choose}\n")
        #expect(Self.read(forgotten: around).said.contains { $0.hasPrefix("E40") })
    }

    @Test func `a secret that is compared proves it as well, on every way`() {
        let asking = """
            flow: forgotten
            version: 1
            expires: {after: 1h, goto: gone}
            fields: [email, pin, {old: {type: secret, use: check, check: account.pin}}]
            steps:
              - step: start
                ask: [email, old]
                attempts: {times: 3, per: email, within: 24h, goto: gone}
              - {step: choose, ask: [pin]}
              - {step: save, call: reset, events: {done: gone, unavailable: gone}}
              - {step: gone, end: gone}
            """
        #expect(Self.read(forgotten: asking).said == [])
        let skipping = asking.replacing(
            "goto: gone}\n  - {step: choose",
            with: "goto: choose}\n  - {step: choose"
        )
        #expect(
            Self.read(forgotten: skipping).said.contains {
                $0.hasPrefix("E12 the effect `reset` needs `email` and `old`")
            }
        )
    }

    // MARK: - Answers to questions, and secrets that differ from old ones

    private static let answering = """
        flow: forgotten
        version: 1
        expires: {after: 1h, goto: gone}
        fields:
          - email
          - reply: {type: secret, use: check, check: account.answers.answer, where: {question: asked}}
          - pin: {unlike: reply}
        steps:
          - {step: start, ask: [email]}
          - {step: look, call: ask_questions, events: {answered: prove, unavailable: gone}}
          - step: prove
            ask: [reply]
            attempts: {times: 3, per: email, within: 24h, goto: gone}
          - {step: choose, ask: [pin]}
          - {step: save, call: reset, events: {done: gone, unavailable: gone}}
          - {step: gone, end: gone}
        """
        .replacing("- pin: {unlike: reply}", with: "- pin")

    @Test func `an answer is that of the record with the question`() throws {
        let (project, said) = Self.read(forgotten: Self.answering)
        #expect(said == [])
        let flow = try #require(project.flow("forgotten"))
        let check = try #require(flow.field("reply")?.check)
        let record = try #require(check.record)
        #expect(check.field == "answers")
        #expect(record.key == 0 && record.secret == 1)
        #expect(flow.fields[record.slot].name == "asked")
    }

    @Test(arguments: [
        (
            ", where: {question: asked}", "",
            "E38 `where` must say which record of `answers` is meant"
        ),
        ("{question: asked}", "{questoin: asked}", "E13 a record of `answers` has no field"),
        ("{question: asked}", "{answer: asked}", "E13 a record of `answers` has no field"),
        ("{question: asked}", "{question: nobody}", "E13 the flow has no field `nobody`"),
        ("{question: asked}", "{question: email}", "E14 `email` is a `email`"),
        ("account.answers.answer", "account.answers.question", "E39 `check` must name a secret"),
        ("account.answers.answer", "account.answers", "E39 `check` must name a secret"),
        ("account.answers.answer", "account.pin", "E35 `where` chooses a record of a list"),
    ])
    func `a record that can't be found is said`(part: String, other: String, finding: String) {
        let said = Self.read(forgotten: Self.answering.replacing(part, with: other)).said
        #expect(said.contains { $0.hasPrefix(finding) }, "\(said)")
    }

    @Test func `a secret is unlike one of the account's that was given before it`() throws {
        let fields = Self.fields.replacing(
            "pin: {type: secret, use: new}",
            with: "pin: {type: secret, use: new, unlike: old}"
        )
        let flow = """
            flow: change-pin
            version: 1
            expires: {after: 1h, goto: gone}
            fields: [email, {old: {type: secret, use: check, check: account.pin}}, pin]
            steps:
              - step: start
                ask: [email, old, pin]
                attempts: {times: 3, per: email, within: 24h, goto: gone}
              - {step: gone, end: gone}
            """
        let (project, problems) = FlowFiles.read(flow, fields: fields, effects: Self.effects)
        #expect(problems.map(\.message) == [])
        let read = try #require(project.flow("change-pin"))
        let old = try #require(read.fields.firstIndex { $0.name == "old" })
        #expect(read.field("pin")?.unlike == [old])
        // Whoever had not given the old one first could find it out by trying new ones.
        let first = flow.replacing("ask: [email, old, pin]", with: "ask: [email, pin, old]")
        let said = FlowFiles.read(first, fields: fields, effects: Self.effects).problems
        #expect(said.contains { $0.code == "E12" && $0.message.contains("`old`") })
    }

    // MARK: - Letters that say how a flow is begun

    @Test func `a letter may name a flow to begin`() throws {
        let telling = Self.settings
            .replacing(
                "- {step: gone, end: gone}",
                with:
                    "- {step: gone, send: {mail: told, to: account.email, start: forgotten}, end: gone}"
            )
            .replacing("expires: {after: 1h, goto: gone}\n", with: "")
            .replacing("unavailable: gone", with: "unavailable: other")
            .replacing("steps:\n", with: "steps:\n")
        let (project, said) = Self.read(settings: telling + "\n  - {step: other, end: other}\n")
        #expect(said.allSatisfy { !$0.hasPrefix("E") }, "\(said)")
        let flow = try #require(project.flow("settings"))
        #expect(flow.step("gone")?.sends.first?.start == "forgotten")
        let wrong = telling.replacing("start: forgotten", with: "start: forgoten")
        let found = Self.read(settings: wrong + "\n  - {step: other, end: other}\n").said
        #expect(found.contains("E23 there is no flow `forgoten` to begin"), "\(found)")
    }
}
