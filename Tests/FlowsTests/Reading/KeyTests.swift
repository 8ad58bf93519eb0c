import Documents
import Flows
import Testing

@Suite("Keys and values")
struct KeyTests {
    /// An end that most flows here need.
    static let end = "\n  - {step: done, end: done}\n"

    @Test(arguments: [
        MarkedFlow(
            "E30",
            "`stepps` is not a key of a flow",
            """
            flow: example
            version: 1
            1️⃣stepps: []
            fields: [email]
            steps: [{step: start, ask: [email]}, {step: done, end: done}]
            """,
            isWhole: true
        ),
        MarkedFlow(
            "E30",
            "`nxt` is not a key of a step",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], 1️⃣nxt: done}" + end
        ),
        MarkedFlow(
            "E30",
            "`per` is not a key of a field of type `email`",
            "fields:\n  - mail_address: {type: email, 1️⃣per: day}\nsteps:\n"
                + "  - {step: start, ask: [mail_address]}" + end
        ),
        MarkedFlow(
            "E30",
            "can't have `default` here",
            "fields:\n  - pin: {type: secret, use: new, 1️⃣default: x}\nsteps:\n"
                + "  - {step: start, ask: [pin]}" + end
        ),
        MarkedFlow(
            "E30",
            "only an end can have `offer`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], 1️⃣offer: [other]}" + end
        ),
        MarkedFlow(
            "E35",
            "both `ask` and `call`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], 1️⃣call: ping}" + end
        ),
        MarkedFlow(
            "E35",
            "nothing follows an end",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: done, end: done, 1️⃣next: start}\n"
        ),
        MarkedFlow(
            "E35",
            "another limit",
            """
            fields: [email]
            steps:
              - step: start
                ask: [email]
              - step: done
                send:
                  - {mail: one, limit: {times: 1}}
                  - {mail: 1️⃣two, limit: {times: 2}}
                end: done
            """
        ),
        MarkedFlow(
            "E30",
            "only a step with `run` has `with`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], 1️⃣with: {a: email}}" + end
        ),
        MarkedFlow(
            "E30",
            "a field of type `file` can't have `length` here",
            "fields:\n  - scan: {type: file, 1️⃣length: {max: 5}}\nsteps:\n"
                + "  - {step: start, ask: [scan]}" + end
        ),
        MarkedFlow(
            "E37",
            "`steps` must be a list",
            "fields: [email]\nsteps: 1️⃣{start: {}}\n"
        ),
        MarkedFlow(
            "E37",
            "branches must be a list",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], next: 1️⃣{else: done}}" + end
        ),
        MarkedFlow(
            "E38",
            "a flow needs the key `version`",
            "1️⃣flow: example\nfields: [email]\nsteps:\n  - {step: start, ask: [email]}" + end,
            isWhole: true
        ),
        MarkedFlow(
            "E38",
            "needs either `mail` or `sms`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: done, send: 1️⃣{link: on}, end: done}\n"
        ),
        MarkedFlow(
            "E39",
            "`one` can't be `version`: it must be a whole number",
            "flow: example\nversion: 1️⃣one\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email]}" + end,
            isWhole: true
        ),
        MarkedFlow(
            "E39",
            "it is reserved",
            "fields: [email]\nsteps:\n  - {step: 1️⃣title, ask: [email]}" + end
        ),
        MarkedFlow(
            "E39",
            "can't be the name of a flow",
            "flow: 1️⃣My_Flow\nversion: 1\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email]}" + end,
            isWhole: true
        ),
        MarkedFlow(
            "E39",
            "can't be changed here",
            "fields:\n  - email: {1️⃣privacy: personal}\nsteps:\n  - {step: start, ask: [email]}"
                + end
        ),
        MarkedFlow(
            "E39",
            "there is no option list `petz`",
            "fields:\n  - animal: {type: choice, of: 1️⃣petz}\nsteps:\n  - {step: start, ask: [animal]}"
                + end
        ),
        MarkedFlow(
            "E39",
            "can't be the default of a field of type `bool`",
            "fields:\n  - flag: {type: bool, default: 1️⃣NO}\nsteps:\n  - {step: start, ask: [flag]}"
                + end
        ),
        MarkedFlow(
            "E39",
            "neither a number, an amount",
            "constants: {limit: 1️⃣500 dollars}\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email]}" + end
        ),
    ])
    func `a key or value that can't be is found where it stands`(flow: MarkedFlow) throws {
        try flow.check()
    }

    @Test
    func `a misspelt key gets the right one`() {
        let problems = FlowFiles.read(
            "flow: example\nversion: 1\nfields: [email]\nsteps:\n"
                + "  - {step: start, aks: [email], on: {go: done}}" + Self.end,
            fields: FlowFiles.fields
        ).problems
        #expect(problems.map(\.help).contains("did you mean `ask`?"))
        #expect(problems.map(\.help).contains("write `events`"))
    }

    @Test
    func `scalars keep their text, so that Norway stays a country`() throws {
        let (project, problems) = FlowFiles.read(
            """
            flow: example
            version: 1
            fields:
              - home: {type: country, default: NO}
            steps:
              - {step: start, ask: [home]}
              - {step: done, end: done}
            """
        )
        #expect(problems.isEmpty)
        #expect(project.flows.first?.field("home")?.defaultValue == .text("NO"))
    }

    @Test
    func `an error in a shared file leaves no flow`() {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\nfields: [email]\nsteps:\n  - {step: start, ask: [email]}"
                + Self.end,
            fields: "fields: {email: {type: email}, other: {type: nonsense}}"
        )
        #expect(problems.map(\.code) == ["E39"])
        #expect(problems.first?.range.file == "fields.yaml")
        #expect(project.flows.isEmpty)
    }

    @Test
    func `findings come by file and place, each once`() {
        let flow = { (name: String) in
            "flow: \(name)\nversion: 1\nfields: [document_number]\nsteps:\n"
                + "  - {step: start, ask: [document_number, ghost]}" + Self.end
        }
        let problems = FlowFiles.read(
            [("b.yaml", flow("two")), ("a.yaml", flow("one"))],
            fields: FlowFiles.fields
        ).problems
        #expect(
            problems.map { "\($0.range.file):\($0.range.start.line) \($0.code)" } == [
                "b.yaml:5 E13", "a.yaml:5 E13", "fields.yaml:6 E13", "fields.yaml:6 E13",
            ]
        )
    }
}
