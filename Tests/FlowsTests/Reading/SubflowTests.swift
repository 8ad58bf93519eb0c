import Documents
import Expressions
import Flows
import Testing

@Suite("Flows that run flows")
struct SubflowTests {
    static let confirm = """
        flow: confirm
        version: 1
        input:
          phone: {type: phone, privacy: personal}
          reason: {type: text, optional: true}
        constants: {most: 3}
        fields: [agreed: {type: bool}]
        steps:
          - {step: ask, ask: [agreed], next: [{if: agreed, goto: yes_end}, {else: no_end}]}
          - {step: yes_end, end: confirmed}
          - {step: no_end, end: declined}
        """

    static func caller(_ run: String, fields: String = "[mobile]") -> String {
        """
        flow: caller
        version: 1
        fields: \(fields)
        steps:
          - {step: start, ask: \(fields)}
          - \(run)
          - {step: done, end: done}
        """
    }

    static func read(_ caller: String, _ others: String...) -> (
        project: FlowProject, problems: [Diagnostic]
    ) {
        let files = [("caller.yaml", caller)] + others.enumerated().map { ("other\($0).yaml", $1) }
        return FlowFiles.read(
            files.map { (path: $0.0, text: $0.1) },
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
    }

    static func said(_ problems: [Diagnostic]) -> [String] {
        problems.map { "\($0.range.file):\($0.range.start.line) \($0.code) \($0.message)" }
    }

    static let run =
        "{step: verify, run: confirm, with: {phone: mobile}, events: {confirmed: done, declined: start}}"

    @Test
    func `a flow that is run becomes steps and fields of its caller`() throws {
        let (project, problems) = Self.read(Self.caller(Self.run), Self.confirm)
        #expect(Self.said(problems) == [])
        let flow = try #require(project.flow("caller"))
        #expect(
            flow.steps.map(\.name.text)
                == ["start", "verify", "done", "verify.ask", "verify.yes_end", "verify.no_end"]
        )
        #expect(
            flow.fields.map(\.name.text)
                == ["mobile", "verify.phone", "verify.reason", "verify.agreed"]
        )
        #expect(flow.constants.map(\.name.text) == ["verify.most"])
        #expect(flow.key(of: "verify.ask") == "confirm.ask")
        #expect(flow.key(of: "start") == "caller.start")
        #expect(flow.ownSteps == 0..<3)
        #expect(flow.ownSlots == 0..<1)
    }

    @Test(arguments: [("privacy: personal", true), ("optional: false", false)])
    func `what is personal stays so where it is handed over, however deep`(
        key: String,
        isPersonal: Bool
    ) throws {
        let text = """
            flow: caller
            version: 1
            fields: [number: {type: phone, \(key)}]
            steps:
              - {step: start, ask: [number]}
              - {step: mid, run: middle, with: {given: number}, events: {done: done}}
              - {step: done, end: done}
            """
        let middle = """
            flow: middle
            version: 1
            input: {given: phone}
            steps:
              - {step: verify, run: confirm, with: {phone: given}, events: {confirmed: done, declined: done}}
              - {step: done, end: done}
            """
        let open = Self.confirm.replacing(", privacy: personal", with: "")
        let (project, problems) = Self.read(text, open, middle)
        #expect(Self.said(problems) == [])
        let flow = try #require(project.flow("caller"))
        for name in ["number", "mid.given", "mid.verify.phone"] {
            #expect(flow.field(FieldName(name))?.isPersonal == isPersonal, "\(name)")
        }
        #expect(flow.field("mid.verify.agreed")?.isPersonal == false)
    }

    @Test
    func `the hash of a caller covers what it runs`() throws {
        let first = Self.read(Self.caller(Self.run), Self.confirm).project
        let second = Self.read(Self.caller(Self.run), Self.confirm + "\n").project
        #expect(first.flow("caller")?.hash != second.flow("caller")?.hash)
        #expect(
            first.sources["caller"]?.map(\.path)
                == ["caller.yaml", "fields.yaml", "effects.yaml", "other0.yaml"]
        )
    }

    @Test
    func `the same flow may be run at several steps and by flows that are run`() throws {
        let outer = """
            flow: outer
            version: 1
            fields: [mobile]
            steps:
              - {step: start, ask: [mobile]}
              - {step: first, run: confirm, with: {phone: mobile}, events: {confirmed: second, declined: done}}
              - {step: second, run: confirm, with: {phone: mobile}, events: {confirmed: done, declined: done}}
              - {step: done, end: done}
            """
        let (project, problems) = Self.read(
            Self.caller("{step: inner, run: outer, events: {done: done}}"),
            Self.confirm,
            outer
        )
        #expect(Self.said(problems) == [])
        let flow = try #require(project.flow("caller"))
        #expect(flow.runs.map(\.prefix) == ["inner.", "inner.first.", "inner.second."])
        #expect(flow.key(of: "inner.second.agreed") == "confirm.agreed")
        #expect(flow.origin(of: "inner.second").name == "second")
    }

    @Test(arguments: [
        (
            "{step: verify, run: confrim, events: {confirmed: done}}",
            "caller.yaml:6 E23 there is no flow `confrim`"
        ),
        (
            "{step: verify, run: caller, events: {done: done}}",
            "caller.yaml:6 E24 the flow `caller` would run itself"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile}, events: {confirmed: done}}",
            "caller.yaml:6 E20 the outcome `declined` of `confirm` is not handled"
        ),
        (
            "{step: verify, run: confirm, events: {confirmed: done, declined: done}}",
            "caller.yaml:6 E38 the flow `confirm` needs `phone`"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile, no: mobile}, events: {confirmed: done, declined: done}}",
            "caller.yaml:6 E13 the flow `confirm` takes no `no`"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile, reason: mobile}, events: {confirmed: done, declined: done}}",
            "caller.yaml:6 E14 `mobile` is a `phone`; `reason` takes a `text`"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile}, events: {confirmed: done, declined: done, no: done}}",
            "caller.yaml:6 E39 the flow `confirm` does not end as `no`"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile}, events: {confirmed: done, declinde: done}}",
            "caller.yaml:6 E39 the flow `confirm` does not end as `declinde`"
        ),
        (
            "{step: verify, run: confirm, with: {phone: mobile}, after: {1h: done}, events: {confirmed: done, declined: done}}",
            "caller.yaml:6 E35 a step that runs a flow can't have `after`"
        ),
        (
            "{step: mobile, run: confirm, with: {phone: mobile}, events: {confirmed: done, declined: done}}",
            "caller.yaml:6 E01 `mobile` is a field already: the names of what is run begin with it"
        ),
    ])
    func `what is wrong is said at the step that runs the flow`(step: String, finding: String) {
        let (project, problems) = Self.read(Self.caller(step), Self.confirm)
        #expect(Self.said(problems) == [finding])
        #expect(project.flow("caller") == nil)
        #expect(project.flow("confirm") != nil)
    }

    @Test
    func `flows that run each other are all told so`() {
        let other = """
            flow: other
            version: 1
            steps:
              - {step: start, run: caller, events: {done: done}}
              - {step: done, end: done}
            """
        let (project, problems) = Self.read(
            Self.caller("{step: again, run: other, events: {done: done}}"),
            other
        )
        #expect(
            Self.said(problems) == [
                "caller.yaml:6 E24 the flow `caller` would run itself",
                "other0.yaml:4 E24 the flow `other` would run itself",
            ]
        )
        #expect(project.flows.isEmpty)
    }

    @Test
    func `what is wrong in a flow that is run is said there, and once`() {
        let broken = Self.confirm.replacing("goto: yes_end", with: "goto: nowhere")
        let (project, problems) = Self.read(Self.caller(Self.run), broken)
        #expect(Self.said(problems) == ["other0.yaml:9 E02 there is no step `nowhere`"])
        #expect(project.flows.isEmpty)
    }

    @Test
    func `a value that may be unset can't be handed over where one is needed`() {
        let optional = """
            flow: caller
            version: 1
            fields: [{extra: {type: phone, optional: true}}]
            steps:
              - {step: start, ask: [extra]}
              - {step: verify, run: confirm, with: {phone: extra}, events: {confirmed: done, declined: start}}
              - {step: done, end: done}
            """
        let (_, problems) = Self.read(optional, Self.confirm)
        #expect(
            Self.said(problems) == [
                "caller.yaml:6 E12 the flow `confirm` needs `extra`, which may be unset at the step `verify`"
            ]
        )
    }

    @Test
    func `what may be sent again and again only because of the caller is said at the caller`() {
        let sending = """
            flow: confirm
            version: 1
            input: {phone: {type: phone}}
            steps:
              - {step: tell, send: {sms: hello, to: phone}, events: {go_on: done}, after: {1h: done}}
              - {step: done, end: confirmed}
            """
        let looping =
            "{step: verify, run: confirm, with: {phone: mobile}, events: {confirmed: start}}"
        let caller = """
            flow: caller
            version: 1
            fields: [mobile]
            steps:
              - {step: start, ask: [mobile], next: [{if: 'mobile == "1"', goto: done}, {else: verify}]}
              - \(looping)
              - {step: done, end: done}
            """
        #expect(
            Self.said(Self.read(caller, sending).problems) == [
                "caller.yaml:6 E43 `hello` has no limit, and it can go out again and again"
            ]
        )
    }

    @Test
    func `the words of what is run are demanded by its own flow`() {
        let (project, _) = Self.read(Self.caller(Self.run), Self.confirm)
        let keys = MessageDemands.of(project).required.flatMap(\.keys)
        #expect(keys.contains("confirm.ask.title"))
        #expect(keys.contains("confirm.agreed.label"))
        #expect(!keys.contains { $0.contains("verify") })
    }

    private static let takes = """
        flow: takes
        version: 1
        input:
          yes: {type: bool}
          number: {type: integer, max: 5}
          sum: {type: money, currency: USD}
          day: {type: date}
          land: {type: country}
        steps:
          - {step: over, end: over}
        """

    private static func run(_ values: String) -> String {
        "{step: verify, run: takes, with: {\(values)}, events: {over: done}}"
    }

    @Test func `what is handed over can be written out`() throws {
        let (project, problems) = Self.read(
            Self.caller(
                Self.run("yes: true, number: 5, sum: 21 USD, day: 2026-03-01, land: NO"),
                fields: "[mobile]"
            ),
            Self.takes
        )
        #expect(Self.said(problems) == [])
        let run = try #require(project.flow("caller")?.runs.first)
        #expect(
            run.inputs.map(\.value) == [
                .bool(true), .integer(5), .money(Money(tenThousandths: 210_000, currency: "USD")),
                .date(milliseconds: 1_772_323_200_000), .text("NO"),
            ]
        )
        #expect(run.inputs.allSatisfy { $0.source == nil })
    }

    @Test(arguments: [
        ("yes: maybe", "this flow has no field `maybe`"), ("number: 6", "`6`"),
        ("sum: 21 EUR", "`21 EUR`"), ("day: 2026-02-30", "`2026-02-30`"),
        ("land: Norway", "`Norway`"),
    ])
    func `what is no value of the input's type is taken for the name of a field`(
        value: String,
        words: String
    ) {
        let (_, problems) = Self.read(
            Self.caller(Self.run(value), fields: "[mobile]"),
            Self.takes
        )
        let said = Self.said(problems.filter { $0.code == "E13" })
        #expect(said.count == 1 && said[0].contains(words.split(separator: " ").last ?? "?"))
    }

    private static let either = """
        flow: either
        version: 1
        input: {is_new: bool, level: integer, who: email}
        fields: [{sure: {type: bool}}]
        steps:
          - step: ask
            ask: [sure]
            events:
              skip: {if: is_new, goto: over}
              keep: {if: '!is_new', goto: over}
              late: {if: 'is_new && now > timestamp("2026-01-01T00:00:00Z")', goto: over}
            next: [{if: 'level > 3', goto: high}, {if: sure, goto: over}, {else: high}]
          - {step: over, send: {mail: told, to: who, if: is_new}, end: over}
          - {step: high, send: {mail: told, to: who, unless: is_new}, end: high}
        """

    private static func parts(_ values: String) throws -> FlowDefinition {
        let flow = """
            flow: caller
            version: 1
            fields: [{said: {type: bool}}, {reached: {type: email}}]
            steps:
              - {step: start, ask: [said, reached]}
              - step: verify
                run: either
                with: {\(values), who: reached}
                events: {over: done, high: done}
              - {step: done, end: done}
            """
        let (project, problems) = read(flow, Self.either)
        try #require(said(problems) == [])
        return try #require(project.flow("caller"))
    }

    @Test func `what a written-out value decides is decided when the flow is read`() throws {
        let new = try Self.parts("is_new: true, level: 5")
        let form = try #require(new.step("verify.ask"))
        #expect(form.events.map(\.name.text) == ["skip", "late"])
        #expect(form.events.map { $0.condition == nil } == [true, false])
        #expect(form.next?.branches.isEmpty == true)
        let high = try #require(new.steps.firstIndex { $0.name == "verify.high" })
        #expect(form.next?.otherwise == .step(high))
        #expect(new.step("verify.over")?.sends.map { $0.condition == nil } == [true])
        #expect(new.step("verify.high")?.sends.isEmpty == true)

        let old = try Self.parts("is_new: false, level: 3")
        #expect(old.step("verify.ask")?.events.map(\.name.text) == ["keep", "late"])
        #expect(old.step("verify.ask")?.next?.branches.count == 1)
        #expect(old.step("verify.over")?.sends.isEmpty == true)
        #expect(old.step("verify.high")?.sends.map { $0.exception == nil } == [true])
    }

    @Test func `what a field decides stays open`() throws {
        let flow = try Self.parts("is_new: said, level: 3")
        #expect(flow.step("verify.ask")?.events.count == 3)
        #expect(flow.step("verify.over")?.sends.allSatisfy { $0.condition != nil } == true)
    }
}
