import Documents
import Flows
import Testing

@Suite("Names of steps, fields and effects")
struct NamesTests {
    static let end = "\n  - {step: done, end: done}\n"

    @Test(arguments: [
        MarkedFlow(
            "E01",
            "the step `start` stands twice",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: 1️⃣start, ask: [email]}" + end
        ),
        MarkedFlow(
            "E01",
            "the field `email` stands twice",
            "fields: [email, 1️⃣email]\nsteps:\n  - {step: start, ask: [email]}" + end
        ),
        MarkedFlow(
            "E01",
            "is an account field already",
            "fields:\n  - email\n  - 1️⃣mobile: {type: text}\nsteps:\n  - {step: start, ask: [email]}"
                + end
        ),
        MarkedFlow(
            "E01",
            "`email` is a field already",
            "constants: {1️⃣email: x}\nfields: [email]\nsteps:\n  - {step: start, ask: [email]}"
                + end
        ),
        MarkedFlow(
            "E01",
            "asked twice",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email, 1️⃣email]}" + end
        ),
        MarkedFlow(
            "E02",
            "there is no step `dne`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], next: 1️⃣dne}" + end
        ),
        MarkedFlow(
            "E02",
            "there is no step `gone`",
            "expires: {after: 7d, goto: 1️⃣gone}\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email]}" + end
        ),
        MarkedFlow(
            "E02",
            "there is no step `stay`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], after: {1h: 1️⃣stay}}" + end
        ),
        MarkedFlow(
            "E13",
            "there is no account field `emial`",
            "fields: [1️⃣emial]\nsteps:\n  - {step: start, ask: [emial]}" + end
        ),
        MarkedFlow(
            "E13",
            "the flow has no field `emial`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email, 1️⃣emial]}" + end
        ),
        MarkedFlow(
            "E13",
            "can't be asked: it is given",
            "input: {source: text}\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email, 1️⃣source]}" + end
        ),
        MarkedFlow(
            "E13",
            "needs the field `email`, which the flow does not have",
            "fields: [mobile]\nsteps:\n  - {step: start, ask: [mobile]}\n"
                + "  - {step: look, call: 1️⃣find_account, after: {1h: done},\n"
                + "     events: {answered: done, unavailable: done}}" + end
        ),
        MarkedFlow(
            "E14",
            "must name a field of type `email`",
            "fields: [mobile]\nsteps:\n  - {step: start, ask: [mobile]}\n"
                + "  - {step: done, send: {mail: hello, to: 1️⃣mobile}, end: done}\n"
        ),
        MarkedFlow(
            "E14",
            "can't stand in a `phone`",
            "fields:\n  - email\n  - mobile: {offer: 1️⃣email}\nsteps:\n"
                + "  - {step: start, ask: [email, mobile]}" + end
        ),
        MarkedFlow(
            "E22",
            "there is no effect `find_acount`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: look, call: 1️⃣find_acount, after: {1h: done},\n"
                + "     events: {answered: done, unavailable: done}}" + end
        ),
        MarkedFlow(
            "E22",
            "the flow calls no effect `ping`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}" + end
                + "promises: {1️⃣ping.done: {at_most: 1}}\n"
        ),
    ])
    func `a name that is not known or not free is found where it stands`(flow: MarkedFlow) throws {
        try flow.check()
    }

    @Test
    func `an unknown name gets the nearest one`() {
        let problems = FlowFiles.read(
            "flow: example\nversion: 1\nfields: [emial]\nsteps:\n"
                + "  - {step: start, ask: [emial], next: dne}" + Self.end,
            fields: FlowFiles.fields
        ).problems
        #expect(problems.map(\.help) == ["did you mean `email`?", "did you mean `done`?"])
    }

    @Test
    func `a flow that stands twice is found, and is there once`() {
        let flow =
            "flow: example\nversion: 1\nfields: [email]\nsteps:\n  - {step: start, ask: [email]}"
            + Self.end
        let (project, problems) = FlowFiles.read(
            [("a.yaml", flow), ("b.yaml", flow)],
            fields: FlowFiles.fields
        )
        #expect(problems.map { "\($0.range.file) \($0.code)" } == ["b.yaml E01"])
        #expect(project.flows.count == 1)
    }
}
