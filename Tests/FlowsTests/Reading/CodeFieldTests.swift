import Documents
import Testing

@testable import Flows

@Suite("Codes that a flow sends and asks")
struct CodeFieldTests {
    private static func flow(
        fields: String = "[mobile, {pin: {type: code, digits: 6}}]",
        send: String = "{sms: prove, code: pin, limit: {times: 3}}",
        rest: String =
            "ask: [pin], attempts: {times: 3, goto: over}, next: over, events: {again: prove}"
    ) -> String {
        """
        fields: \(fields)
        steps:
          - {step: start, ask: [mobile]}
          - {step: prove, send: \(send), \(rest)}
          - {step: over, end: done}
        """
    }

    @Test(arguments: [
        MarkedFlow(
            "E35",
            "sends a code that the step does not ask",
            flow(
                fields: "[mobile, {pin: {type: code, digits: 6}}, {other: {type: text}}]",
                send: "{sms: 1️⃣prove, code: pin, limit: {times: 3}}",
                rest:
                    "ask: [other], next: also}\n  - {step: also, send: {sms: prove, code: pin, limit: {times: 3}}, ask: [pin], attempts: {times: 3, goto: over}"
            )
        ),
        MarkedFlow(
            "E35",
            "asks the code `pin`, but does not send it",
            flow(
                send: "{sms: prove, limit: {times: 3}}"
            ).replacing("step: prove", with: "step: 1️⃣prove")
        ),
        MarkedFlow(
            "E38",
            "so it needs `attempts`",
            flow(rest: "ask: [pin], next: over")
                .replacing("step: prove", with: "step: 1️⃣prove")
        ),
        MarkedFlow(
            "E14",
            "`code` must name a field of type `code`",
            flow(
                send:
                    "[{sms: prove, code: pin, limit: {times: 3}}, {sms: also, code: 1️⃣mobile, limit: {times: 3}}]"
            )
        ),
        MarkedFlow(
            "E39",
            "a code has 6 digits",
            flow(
                fields: "[mobile, {pin: {type: code, digits: 1️⃣4}}]"
            )
        ),
        MarkedFlow(
            "E11",
            "`pin` is a code, which no condition can read",
            flow(
                rest:
                    "ask: [pin], attempts: {times: 3, goto: over}, next: [{if: '1️⃣pin == \"1\"', goto: start}, {else: over}]"
            )
        ),
    ])
    func `what can't be is said where it stands`(flow: MarkedFlow) throws { try flow.check() }

    @Test
    func `a code is read with what carries it`() throws {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + Self.flow(),
            fields: FlowFiles.fields
        )
        #expect(problems.map(\.message) == [])
        let flow = try #require(project.flows.first)
        #expect(flow.steps[1].sends.first?.code == 1)
        #expect(flow.steps[1].sends.first?.carriesProof == true)
    }

    @Test
    func `words that a code needs are demanded, and its message may say it`() throws {
        let project = FlowFiles.read(
            "flow: example\nversion: 1\n" + Self.flow(),
            fields: FlowFiles.fields
        ).project
        let required = MessageDemands.of(project).required
        let keys = required.flatMap(\.keys)
        for reason in ["wrong", "expired", "superseded"] {
            #expect(keys.contains("error.code.\(reason)"))
        }
        let message = required.first { $0.keys == ["sms.prove.text"] }
        #expect(message?.arguments.map(\.name).contains("code") == true)
        #expect(message?.arguments.map(\.name).contains("link") == false)
    }
}
