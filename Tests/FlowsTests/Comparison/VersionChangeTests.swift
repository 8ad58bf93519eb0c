import Documents
import Testing

@testable import Flows

/// What is changed in a flow is seen, each thing in its place; and what a move may not lose.
@Suite("Changes between versions")
struct VersionChangeTests {
    private static let base = """
        flow: example
        version: 1
        expires: {after: 7d, goto: gone}
        fields:
          - [email, citizenship]
          - note: {type: text, optional: true}
          - news: {type: bool, default: false}
          - kind: {type: choice, of: [plain, {special: news}]}
          - age: {type: integer, min: 1, max: 9}
          - proof: {type: captcha}
        steps:
          - {step: start, ask: [email, citizenship, news, proof], attempts: {times: 3, goto: gone}}
          - step: wait
            send: {mail: hello, link: opened, if: news, limit: {times: 3, apart: 60s, within: 1d}}
            events: {opened: more, again: {if: news, goto: wait}, look: stay}
            after: {1h: gone}
          - {step: more, ask: [kind, note, age]}
          - {step: ask_host, call: ping, events: {done: done, unavailable: gone}}
          - {step: done, end: done}
          - {step: gone, end: gone}
        """

    private static func read(_ text: String) throws -> (
        flow: FlowDefinition, sources: [SourceText]
    ) {
        let (project, problems) = FlowFiles.readUnchecked(
            text,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        let flow = try #require(project.flow("example"), "\(problems.map(\.message))")
        return (flow, try #require(project.sources["example"]))
    }

    @Test(arguments: [
        ("times: 3, goto: gone", "times: 4, goto: gone", ["step start"]),
        ("times: 3, goto: gone", "times: 3, goto: done", ["way start: attempts"]),
        ("mail: hello", "mail: good_day", ["step wait"]),
        ("if: news, limit", "unless: news, limit", ["step wait"]),
        ("link: opened, if: news, ", "link: opened, ", ["step wait"]),
        ("times: 3, apart", "times: 2, apart", ["step wait"]),
        ("apart: 60s", "apart: 61s", ["step wait"]),
        ("within: 1d", "within: 2d", ["step wait"]),
        ("within: 1d}", "within: 1d, per: [session, email]}", ["step wait"]),
        ("again: {if: news, goto: wait}", "again: wait", ["way wait: again"]),
        ("again: {if: news", "again: {if: '!news'", ["way wait: again"]),
        ("look: stay", "look: wait", ["way wait: look"]),
        ("{1h: gone}", "{1h: done}", ["way wait: after 3600 s"]),
        ("after: 7d, goto: gone", "after: 8d, goto: gone", ["way expires"]),
        ("after: 7d, goto: gone", "after: 7d, goto: done", ["way expires"]),
        ("unavailable: gone", "unavailable: done", ["way ask_host: unavailable"]),
        ("{step: gone, end: gone}", "{step: gone, end: lost}", ["step gone"]),
        ("{step: gone, end: gone}", "{step: gone, end: gone, offer: [more]}", ["step gone"]),
        ("default: false}", "default: true}", ["field news"]),
        ("special: news", "special: '!news'", ["field kind"]),
        ("[plain, {", "[simple, {", ["field kind"]),
        ("max: 9", "max: 8", ["field age"]),
        ("text, optional: true}", "text}", ["field note"]),
        ("text, optional: true}", "text, optional: true, privacy: personal}", ["field note"]),
        ("text, optional: true}", "text, optional: true, length: {max: 9}}", ["field note"]),
        ("text, optional: true}", "name, optional: true}", ["field note"]),
        ("text, optional: true}", "name, optional: true, suggest: latin}", ["field note"]),
    ])
    func `a change is seen where it is, and nowhere else`(
        old: String,
        new: String,
        seen: [String]
    ) throws {
        try #require(Self.base.ranges(of: old).count == 1)
        let difference = try #require(
            FlowDifference(
                old: try Self.read(Self.base),
                new: try Self.read(Self.base.replacing(old, with: new))
            )
        )
        let all = [
            ("step", difference.steps), ("field", difference.fields), ("way", difference.ways),
        ]
        #expect(all.flatMap { kind, changes in changes.changed.map { "\(kind) \($0)" } } == seen)
        #expect(all.allSatisfy { $1.added.isEmpty && $1.removed.isEmpty })
    }

    @Test
    func `what is handed to a flow that is run belongs to the step`() throws {
        let read = { (phone: String) in
            let (project, problems) = FlowFiles.read(
                [
                    (
                        "flow.yaml",
                        SubflowTests.caller(
                            SubflowTests.run.replacing("phone: mobile", with: "phone: \(phone)"),
                            fields: "[mobile, {second: {type: phone}}]"
                        ).replacing(
                            "ask: [mobile, {second: {type: phone}}]",
                            with: "ask: [mobile, second]"
                        )
                    ), ("confirm.yaml", SubflowTests.confirm),
                ],
                fields: FlowFiles.fields,
                effects: FlowFiles.effects
            )
            let flow = try #require(project.flow("caller"), "\(problems.map(\.message))")
            return (flow: flow, sources: try #require(project.sources["caller"]))
        }
        let difference = try #require(
            FlowDifference(old: try read("mobile"), new: try read("second"))
        )
        #expect(difference.steps.changed == ["verify"])
    }

    // MARK: - Moves

    /// What keeps people at `more` from being moved to `more` of another version.
    private static func obstacles(
        _ changes: [(String, String)],
        in old: [(String, String)] = [],
        steps: String = "{more: more}"
    ) -> [String] {
        var new = base.replacing(
            "version: 1",
            with: "version: 2\nmigrate: {from: 1, steps: \(steps)}"
        )
        var before = base
        for (text, other) in changes {
            #expect(new.contains(text))
            new = new.replacing(text, with: other)
        }
        for (text, other) in old { before = before.replacing(text, with: other) }
        return FlowFiles.read(
            [("flow.yaml", new)],
            fields: FlowFiles.fields,
            effects: FlowFiles.effects,
            old: [before]
        ).problems.filter { $0.code == "E44" }.map {
            $0.message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        }
    }

    @Test
    func `nobody is moved from or to a step that sends`() {
        #expect(Self.obstacles([]) == [])
        let busy = "the step `wait` sends, calls, goes on by itself or ends"
        #expect(Self.obstacles([], steps: "{more: wait}") == [busy])
        #expect(Self.obstacles([], steps: "{wait: more}") == [busy])
    }

    @Test
    func `what has a default need not have been set before`() {
        let added = { (field: String) in
            Self.obstacles([
                ("  - proof: {", "  - extra: \(field)\n  - proof: {"),
                ("ask: [email, citizenship,", "ask: [email, extra, citizenship,"),
            ])
        }
        #expect(added("{type: bool, default: true}") == [])
        #expect(added("{type: bool}") == ["`extra` would be unset"])
    }

    @Test
    func `a list with other fields in its records is another list`() {
        let list = { (of: String) in
            [
                ("  - proof: {", "  - pets: {type: list, count: 2, of: \(of)}\n  - proof: {"),
                ("ask: [email, citizenship,", "ask: [email, pets, citizenship,"),
            ]
        }
        let plain = list("{a: {type: text}}")
        #expect(Self.obstacles(plain, in: plain) == [])
        for other in [
            "{a: {type: name}}", "{b: {type: text}}", "{a: {type: text}, b: {type: text}}",
        ] {
            #expect(Self.obstacles(plain, in: list(other)) == ["`pets` has another type"])
        }
    }

    @Test
    func `a promise goes along where the same was promised before, by whatever name`() {
        let barred = ("{step: more, ask", "{step: more, back: never, ask")
        let end = "  - {step: gone, end: gone}"
        let promise = { (proof: String) in
            (end, "\(end)\npromises: {ping.done: {only_after: \(proof)}}")
        }
        let unproven = ["the promise `ping.done` would be unproven"]
        let kept = promise("wait.opened")
        #expect(Self.obstacles([barred, kept], in: [barred, kept]) == [])
        #expect(Self.obstacles([barred, kept], in: [barred]) == unproven)
        // Before, less was promised, or something else.
        let counted = (end, "\(end)\npromises: {ping.done: {at_most: 1}}")
        #expect(Self.obstacles([barred, kept], in: [barred, counted]) == unproven)
        // A promise of numbers is counted on from nothing.
        #expect(Self.obstacles([barred, counted], in: [barred]) == [])
        // The step of the proof has another name, and people are moved from the one to the other.
        let renamed = [
            barred, ("- step: wait", "- step: letter"), ("goto: wait}", "goto: letter}"),
            promise("letter.opened"),
        ]
        #expect(Self.obstacles(renamed, in: [barred, kept]) == unproven)
        #expect(
            Self.obstacles(renamed, in: [barred, kept], steps: "{more: more, wait: letter}")
                .filter { !$0.hasPrefix("the step") } == []
        )
    }
}
