import Expressions
import Documents
import Flows
import Testing

@Suite("Values written out for a flow that is run")
struct WrittenOutTests {
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
        let (project, problems) = SubflowTests.read(
            SubflowTests.caller(
                Self.run("yes: true, number: 5, sum: 21 USD, day: 2026-03-01, land: NO"),
                fields: "[mobile]"
            ),
            Self.takes
        )
        #expect(SubflowTests.said(problems) == [])
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
        let (_, problems) = SubflowTests.read(
            SubflowTests.caller(Self.run(value), fields: "[mobile]"),
            Self.takes
        )
        let said = SubflowTests.said(problems.filter { $0.code == "E13" })
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
        let (project, problems) = SubflowTests.read(flow, Self.either)
        try #require(SubflowTests.said(problems) == [])
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
