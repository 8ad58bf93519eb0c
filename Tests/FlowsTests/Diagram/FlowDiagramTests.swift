import Documents
import Flows
import Testing

@Suite("FlowDiagram")
struct FlowDiagramTests {
    /// `from event to`, with what is special.
    private func ways(_ diagram: FlowDiagram) -> [String] {
        diagram.edges.map { edge in
            let from = edge.from.map { diagram.nodes[$0].name.text } ?? "*"
            let branch = edge.branch.map { "[\($0)]" } ?? ""
            let stay = edge.isStay ? " stay" : ""
            return
                "\(from) \(edge.kind) \(edge.event)\(branch) \(diagram.nodes[edge.to].name)\(stay)"
        }
    }

    @Test func `every way of the flow is an edge, in file order`() throws {
        #expect(
            ways(try DiagramSamples.diagram()) == [
                "start next next ask_host", "start attempts attempts gone",
                "ask_host outcome answered[0] gone", "ask_host outcome answered[1] letter",
                "ask_host outcome unavailable gone", "letter link confirmed sort",
                "letter button again letter", "letter button look letter stay",
                "letter signal account_suspended gone", "letter button other start",
                "letter timer after letter", "letter timer after gone",
                "sort next next[0] more", "sort next next[1] gone", "more next next check",
                "check next next done",
                "* expiry expires gone",
            ]
        )
    }

    @Test func `a label says what brings a way about, and under which condition`() throws {
        let labels = try DiagramSamples.diagram().edges.map(\.label)
        #expect(
            labels == [
                "", "after 3 wrong answers", "answered · if is_known", "answered · else",
                "unavailable", "confirmed (link)", "again", "look", "account_suspended (signal)",
                "other · if citizenship == \"CZ\"", "after 1m30s",
                "after 24h", "if citizenship in [\"CZ\", \"SK\"]", "else", "", "",
                "after 7d untouched",
            ]
        )
    }

    @Test func `a node says what happens at its step`() throws {
        let nodes = try DiagramSamples.diagram().nodes
        #expect(
            nodes.map { "\($0.kind) \($0.name)\($0.isBarrier ? " barrier" : "")" } == [
                "form start", "call ask_host", "waiting letter", "branch sort",
                "form more barrier", "review check", "end done", "end gone",
            ]
        )
        #expect(
            nodes.flatMap(\.details).map { "\($0.keyword): \($0.text)" } == [
                "ask: email, citizenship, proof", "call: find_account",
                "wait: for a link, a button, the host or time",
                "send: mail confirm unless is_known", "branch: the first condition that holds",
                "ask: pet", "review: all", "end: done", "send: mail welcome", "offer: other-flow",
                "end: gone",
            ]
        )
    }

    @Test func `titles, buttons and fields are shown in words, and by name where there are none`()
        throws
    {
        let texts = [
            "every-kind.title": "Все виды", "every-kind.letter.title": "查收邮件\n请",
            "every-kind.letter.again": "Ещё раз", "field.email.label": "Адрес",
        ]
        let diagram = try DiagramSamples.diagram { keys in keys.lazy.compactMap { texts[$0] }.first
        }
        #expect(diagram.title == "Все виды")
        #expect(diagram.nodes[2].title == "查收邮件 请")
        #expect(diagram.nodes[0].title == nil)
        #expect(diagram.nodes[0].details.map(\.text) == ["Адрес, citizenship, proof"])
        #expect(diagram.edges.first { $0.event == "again" }?.label == "Ещё раз")
        #expect(diagram.edges.first { $0.event == "look" }?.label == "look")
    }

    @Test func `the main way goes down the file, past what time and trouble bring`() throws {
        let diagram = try DiagramSamples.diagram()
        #expect(
            diagram.mainWay.map { diagram.nodes[$0].name } == [
                "start", "ask_host", "letter", "sort", "more", "check", "done",
            ]
        )
    }

    @Test
    func `what only some people meet is on the main way, what time or a failure brings is not`()
        throws
    {
        let diagram = try DiagramSamples.diagram(
            """
            flow: detour
            version: 1
            fields: [email, pet]
            steps:
              - step: start
                ask: [email]
                next: [{if: 'email.endsWith(".cz")', goto: host}, {else: more}]
              - {step: more, ask: [pet], attempts: {times: 3, goto: late}}
              - {step: host, call: ping, events: {done: wait, unavailable: late}}
              - {step: wait, events: {go: done}, after: {1h: late}}
              - {step: late, events: {go: done}}
              - {step: done, end: done}
            """
        )
        #expect(diagram.mainWay == [0, 1, 2, 3, 5])
    }

    @Test func `a host that can't be reached leads nowhere on the main way, however far that goes`()
        throws
    {
        let diagram = try DiagramSamples.diagram(
            """
            flow: unreachable
            version: 1
            steps:
              - {step: host, call: ping, events: {done: done, unavailable: wait}}
              - {step: wait, events: {go: more}}
              - {step: more, events: {go: done}}
              - {step: done, end: done}
            """
        )
        #expect(diagram.mainWay == [0, 3])
    }

    @Test func `where no way goes down the file, the main way is a shortest one`() throws {
        let diagram = try DiagramSamples.diagram(
            """
            flow: upwards
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email], next: second}
              - {step: done, end: done}
              - {step: second, events: {go: done}}
            """
        )
        #expect(diagram.mainWay == [0, 2, 1])
    }

    @Test func `a long condition is cut, and whole in the model`() throws {
        let condition = "email.startsWith(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\")"
        let diagram = try DiagramSamples.diagram(
            """
            flow: long
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email], next: [{if: '\(condition)', goto: done}, {else: other}]}
              - {step: done, end: done}
              - {step: other, end: other}
            """
        )
        let edge = try #require(diagram.edges.first)
        #expect(edge.condition == condition)
        #expect(edge.label.hasPrefix("if email.startsWith(") && edge.label.hasSuffix("…"))
        #expect(edge.label.count == 47)
    }

    @Test func `counts go to their ways, and every other way was never taken`() throws {
        let diagram = try DiagramSamples.diagram().counted([
            .init(from: "start", event: "next", to: "ask_host", count: 4),
            .init(from: "ask_host", event: "answered", branch: 1, to: "letter", count: 3),
            .init(from: "letter", event: "confirmed", to: "sort", count: .max),
            .init(from: "letter", event: "confirmed", to: "sort", count: .max),
            .init(from: "letter", event: "look", to: "letter", count: -1),
            .init(from: nil, event: "expires", to: "gone", count: 2),
            .init(from: "nowhere", event: "next", to: "gone", count: 9),
        ])
        // The only branch of a way may be counted by its number.
        let numbered = try DiagramSamples.diagram().counted([
            .init(from: "more", event: "next", branch: 0, to: "check", count: 5)
        ])
        #expect(numbered.edges.first { $0.event == "next" && $0.count == 5 }?.label == "")
        let counts = diagram.edges.map { $0.count ?? -1 }
        #expect(counts == [4, 0, 0, 3, 0, .max, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    }

    @Test
    func
        `a flow that is run is drawn in its own words, between the step that runs it and its ends`()
        throws
    {
        let (project, problems) = SubflowTests.read(
            SubflowTests.caller(SubflowTests.run),
            SubflowTests.confirm
        )
        let flow = try #require(project.flow("caller"), "\(problems.map(\.message))")
        let texts = [
            "confirm.ask.title": "Souhlasíte?", "confirm.agreed.label": "Souhlas",
            "confirm.yes_end.title": "nobody sees it", "caller.done.title": "Hotovo",
        ]
        let diagram = FlowDiagram(flow) { keys in keys.lazy.compactMap { texts[$0] }.first }
        #expect(
            diagram.nodes.map { node in
                "\(node.caption): "
                    + node.details.map { "\($0.keyword) \($0.text)" }.joined(separator: "; ")
            } == [
                "start: ask mobile", "verify: run confirm", "Hotovo: end done",
                "Souhlasíte?: ask Souhlas", "verify.yes_end: end confirmed",
                "verify.no_end: end declined",
            ]
        )
        // What the caller's scenarios do not count is not said to be unwalked.
        let counted = diagram.counted([.init(from: "start", event: "next", to: "verify", count: 2)])
        let counts = counted.edges.map { edge in
            let count = edge.count.map(String.init) ?? "unknown"
            return "\(edge.from.map { counted.nodes[$0].name.text } ?? "any") \(count)"
        }
        #expect(
            counts == [
                "start 2", "verify 0", "verify.ask unknown", "verify.ask unknown",
                "verify.yes_end unknown", "verify.no_end unknown",
            ]
        )
        let drawing = DrawingWriter(counted, measure: DiagramSamples.measure, style: .unicode).text
        #expect(drawing.split(separator: "\n").count { $0.contains("never  entered") } == 1)
    }
}
