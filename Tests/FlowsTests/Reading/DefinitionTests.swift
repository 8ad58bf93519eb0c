import Documents
import Expressions
import Flows
import Testing

@Suite("What a flow is read to")
struct DefinitionTests {
    private func read(_ body: String) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 3\nlocale: cs\n" + body,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.map { "\($0.range.start.line) \($0.code) \($0.message)" } == [])
        return try #require(project.flows.first)
    }

    @Test
    func `slots are inputs, then fields in order, then what effects give`() throws {
        let flow = try read(
            """
            input: {source: {type: text, optional: true}, known_email: email}
            fields:
              - email: {prefill: known_email}
              - [citizenship, pet]
              - proof: {type: captcha}
            steps:
              - {step: start, ask: [email, citizenship, pet, proof]}
              - {step: look, call: find_account, after: {1h: done},
                 events: {answered: done, unavailable: done}}
              - {step: done, end: done}
            """
        )
        #expect(
            flow.fields.map { "\($0.name) \($0.type.keyword) \($0.origin)" } == [
                "source text input", "known_email email input", "email email asked",
                "citizenship country asked", "pet choice asked", "proof captcha asked",
                "is_known bool given",
            ]
        )
        #expect(flow.field("email")?.prefill == 1)
        #expect(flow.field("email")?.isPersonal == true)
        #expect(flow.field("email")?.isAccountField == true)
        #expect(flow.field("proof")?.isAccountField == false)
        #expect(flow.field("citizenship")?.isSetOnce == true)
        #expect(flow.field("source")?.isOptional == true)
        #expect(flow.version == 3)
        #expect(flow.locale == "cs")
    }

    @Test
    func `an account field keeps its rules and gets those of the flow behind them`() throws {
        let (project, problems) = FlowFiles.read(
            """
            flow: example
            version: 1
            fields:
              - age: {optional: true, rules: {adult: value >= 18}}
            steps:
              - {step: start, ask: [age]}
              - {step: done, end: done}
            """,
            fields: "fields:\n  age: {type: integer, min: 0, rules: {real: value < 130}}\n"
        )
        #expect(problems.isEmpty)
        let age = try #require(project.flows.first?.field("age"))
        #expect(age.rules.map(\.name) == ["real", "adult"])
        #expect(age.isOptional)
    }

    @Test
    func `lengths have a default by type`() throws {
        let flow = try read(
            """
            fields:
              - email
              - words: {type: text}
              - given_name: {type: name}
              - pin: {type: secret, use: new}
              - city: {type: text, length: {max: 80}}
              - note: {type: text, length: {min: 0}}
            steps:
              - {step: start, ask: [email, words, given_name, pin, city, note]}
              - {step: done, end: done}
            """
        )
        #expect(
            flow.fields.map { "\($0.length.minimum)-\($0.length.maximum)" } == [
                "1-254", "1-200", "1-100", "1-100", "1-80", "0-200",
            ]
        )
    }

    @Test
    func `constants are typed by how they look, and a quoted one is a text`() throws {
        let flow = try read(
            """
            constants:
              days: 3
              held: 500 USD
              pause: 1h30m
              name: Paifang
              opening: "09:00 Asia/Shanghai"
              start: 2026-03-01
              code: "12"
            fields: [email]
            steps:
              - step: start
                ask: [email]
                next:
                  - {if: now > start + pause && (days > 2 || held > held || name == code), goto: done}
                  - {else: other}
              - {step: done, end: done}
              - {step: other, end: other}
            """
        )
        #expect(
            flow.constants.map(\.name.text) == ["days", "held", "name", "opening", "start", "code"]
        )
        #expect(
            flow.constants.map(\.value) == [
                .integer(3), .money(Money(tenThousandths: 5_000_000, currency: "USD")),
                .text("Paifang"), .text("09:00 Asia/Shanghai"),
                .date(milliseconds: 1_772_323_200_000), .text("12"),
            ]
        )
    }

    @Test
    func `the kind of a step follows from its key, and its way on from the file`() throws {
        let flow = try read(
            """
            expires: {after: 7d, goto: late}
            fields: [email, citizenship]
            steps:
              - {step: start, ask: [email, citizenship]}
              - {step: fork, next: [{if: 'citizenship == "CZ"', goto: look}, {else: check}]}
              - {step: check, review: all, next: look}
              - {step: look, call: ping, events: {done: pause, unavailable: pause, cancel: late}}
              - {step: pause, events: {go_on: done, wait: stay}, after: {1d: late, 10m: done}}
              - {step: done, end: done, offer: [other-flow, account]}
              - {step: late, end: abandoned}
            """
        )
        let kinds = flow.steps.map { step in
            switch step.kind {
            case .form(let fields): "form \(fields)"
            case .review: "review"
            case .call(let effect): "call \(effect)"
            case .waiting: "waiting"
            case .branch: "branch"
            case .end(let outcome, let offers): "end \(outcome) \(offers.map(\.text))"
            }
        }
        #expect(
            kinds == [
                "form [0, 1]", "branch", "review", "call ping", "waiting",
                "end done [\"other-flow\", \"account\"]", "end abandoned []",
            ]
        )
        #expect(flow.steps[0].next?.targets == [.step(1)])
        #expect(flow.steps[1].next?.targets == [.step(3), .step(2)])
        #expect(flow.steps[3].events.map(\.source) == [.outcome, .outcome, .button])
        #expect(flow.steps[4].events.map(\.route.otherwise) == [.step(5), .stay])
        #expect(flow.steps[4].timers.map(\.after) == [600_000, 86_400_000])
        #expect(flow.expiry == Expiry(after: 604_800_000, target: 6))
    }

    @Test
    func `what is sent knows its address, its link and its limit`() throws {
        let flow = try read(
            """
            fields: [email, mobile]
            steps:
              - {step: start, ask: [email, mobile]}
              - step: wait
                send:
                  - mail: letter
                    link: opened
                    if: 'mobile.startsWith("+7")'
                    limit: {times: 4, apart: 60s, per: [session, email], within: 24h}
                  - {sms: note, unless: 'mobile.startsWith("+7")',
                     limit: {times: 4, apart: 60s, per: [session, email], within: 24h}}
                events: {opened: done, again: wait, account_suspended: done}
                after: {24h: done}
              - {step: done, send: {mail: bye, to: email}, end: done}
            """
        )
        let wait = flow.steps[1]
        #expect(wait.sends.map(\.recipient) == [0, 1])
        #expect(wait.sends.map(\.channel) == [.mail, .sms])
        #expect(wait.sends[0].link == "opened")
        #expect(wait.sends[0].condition != nil)
        #expect(wait.sends[1].exception != nil)
        #expect(
            wait.sends[0].limit
                == LimitDefinition(
                    times: 4,
                    apart: 60_000,
                    scopes: [.session, .field(0)],
                    within: 86_400_000
                )
        )
        #expect(wait.events.map(\.source) == [.link, .button, .signal])
    }

    @Test
    func `a flow's hash is made of all that decides how it runs`() throws {
        let flow =
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n  - {step: done, end: done}"
        let read = { (effects: String) in
            FlowFiles.read(
                "flow: example\nversion: 1\n" + flow,
                fields: FlowFiles.fields,
                effects: effects
            ).project
        }
        let (first, second) = (read("effects: {}"), read("effects: {}\n"))
        #expect(
            first.sources["example"]?.map(\.path) == ["flow.yaml", "fields.yaml", "effects.yaml"]
        )
        #expect(first.flow("example")?.hash != second.flow("example")?.hash)
    }

    @Test
    func `options of a named list remember it, and conditions are kept`() throws {
        let flow = try read(
            """
            fields: [citizenship, document_type, pet]
            steps:
              - {step: start, ask: [citizenship]}
              - {step: more, ask: [document_type, pet]}
              - {step: done, end: done}
            """
        )
        guard case .choice(let kinds)? = flow.field("document_type")?.type,
            case .choice(let pets)? = flow.field("pet")?.type
        else {
            Issue.record("no choices")
            return
        }
        #expect(kinds.map { $0.condition != nil } == [false, true])
        #expect(pets.map { "\($0.list ?? "") \($0.value)" } == ["pets cat", "pets dog"])
    }
}
