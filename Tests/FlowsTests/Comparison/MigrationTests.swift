import Documents
import Testing

@testable import Flows

@Suite("Migrations")
struct MigrationTests {
    static let old = """
        flow: example
        version: 1
        fields: [email, citizenship, {alias: {type: text, optional: true}}]
        steps:
          - {step: start, ask: [email]}
          - {step: look_up, call: find_account, events: {answered: more, unavailable: more}, after: {1h: more}}
          - {step: more, ask: [citizenship]}
          - {step: extra, ask: [alias]}
          - {step: check, review: all}
          - {step: done, end: done}
        """

    /// A later version whose second form asks something that the first did not.
    static func new(_ migrate: String) -> String {
        """
        flow: example
        version: 2
        fields: [email, citizenship, mobile, {alias: {type: text, optional: true}}]
        migrate: \(migrate)
        steps:
          - {step: start, ask: [email]}
          - {step: more, ask: [citizenship]}
          - {step: names, ask: [alias]}
          - {step: late, ask: [mobile]}
          - {step: check, review: all}
          - {step: final, send: {mail: bye, limit: {times: 1}}, events: {go_on: done}, after: {1h: done}}
          - {step: done, end: done}
        """
    }

    static func said(_ migrate: String, old: [String] = [old]) -> [String] {
        FlowFiles.read(
            [("flow.yaml", new(migrate))],
            fields: FlowFiles.fields,
            effects: FlowFiles.effects,
            old: old
        ).problems.map {
            "\($0.range.start.line):\($0.range.start.column) \($0.code) \($0.message)"
        }
    }

    @Test(arguments: [
        "{from: 1, steps: {start: start, more: more, extra: names}}",
        "[{from: 1, steps: {extra: late}}]",
        "{from: 1, steps: {}}",
    ])
    func `a move is accepted where everything is set that must be`(migrate: String) {
        #expect(Self.said(migrate) == [])
    }

    @Test(arguments: [
        (
            "{from: 1, steps: {extra: check}}",
            ["4:28 E44 nobody can be moved from `extra` to `check`: `mobile` would be unset"]
        ),
        (
            "{from: 1, steps: {start: more}}",
            ["4:28 E44 nobody can be moved from `start` to `more`: `email` would be unset"]
        ),
        (
            "{from: 1, steps: {look_up: more}}",
            [
                "4:28 E44 nobody can be moved from `look_up` to `more`: the step `look_up` sends, calls, goes on by itself or ends"
            ]
        ),
        (
            "{from: 1, steps: {start: done}}",
            [
                "4:28 E44 nobody can be moved from `start` to `done`: the step `done` sends, calls, goes on by itself or ends",
                "4:28 E44 nobody can be moved from `start` to `done`: `email` would be unset",
                "4:28 E44 nobody can be moved from `start` to `done`: `citizenship` would be unset",
                "4:28 E44 nobody can be moved from `start` to `done`: `mobile` would be unset",
            ]
        ),
        ("{from: 1, steps: {begin: start}}", ["4:28 E02 version 1 has no step `begin`"]),
        ("{from: 1, steps: {start: begin}}", ["4:35 E02 there is no step `begin`"]),
        ("{from: 2, steps: {}}", ["4:17 E39 `from` must be an earlier version than 2"]),
        ("{from: 1}", ["4:11 E38 a migration needs the key `steps`"]),
        (
            "[{from: 1, steps: {}}, {from: 1, steps: {}}]", ["4:40 E01 the version 1 stands twice"]
        ),
    ])
    func `what can't be is said where it stands`(migrate: String, findings: [String]) {
        #expect(Self.said(migrate).sorted() == findings.sorted())
    }

    @Test
    func `without the earlier text nobody can tell`() {
        #expect(
            Self.said("{from: 1, steps: {start: start}}", old: []) == [
                "4:17 E38 the text of version 1 is needed to check the migration"
            ]
        )
    }

    @Test
    func `an earlier text that reads fields of old can't be judged`() {
        let broken = Self.old.replacing("alias: {type: text", with: "alias: {type: txt")
        #expect(
            Self.said("{from: 1, steps: {start: start}}", old: [broken]) == [
                "4:17 E44 version 1 can't be read beside the files of today"
            ]
        )
    }

    @Test
    func `a field of another type is another field`() {
        let later = """
            flow: example
            version: 2
            fields: [citizenship, {contact: {type: text}}]
            migrate: {from: 1, steps: {more: more}}
            steps:
              - {step: start, ask: [contact]}
              - {step: more, ask: [citizenship]}
              - {step: done, end: done}
            """
        let said = { (type: String) in
            FlowFiles.read(
                [("flow.yaml", later)],
                fields: FlowFiles.fields,
                effects: FlowFiles.effects,
                old: [
                    later.replacing("version: 2", with: "version: 1")
                        .replacing("migrate: {from: 1, steps: {more: more}}", with: "")
                        .replacing("{type: text}", with: "{type: \(type)}")
                ]
            ).problems.map(\.message)
        }
        #expect(said("text") == [])
        #expect(
            said("email") == [
                "nobody can be moved from `more` to `more`: `contact` has another type"
            ]
        )
    }

    @Test
    func `texts that a session keeps are read without their migrations`() {
        let project = FlowFiles.read(
            Self.new("{from: 1, steps: {start: more}}"),
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        ).project
        #expect(project.flow("example")?.migrations.isEmpty == true)
    }

    // MARK: - Walks

    private static func flow(_ text: String, old: [String]? = nil) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(
            [("flow.yaml", text)],
            fields: FlowFiles.fields,
            effects: FlowFiles.effects,
            old: old
        )
        return try #require(project.flow("example"), "\(problems.map(\.message))")
    }

    /// A walk in the old version at `extra`, and the machine of the new one.
    private static func atExtra(
        _ migrate: String
    ) throws -> (walk: MachineWalk, machine: FlowMachine) {
        let old = try flow(old)
        var walk = try MachineWalk(FlowMachine(old, formats: PrefixFormats()))
        try walk.submit(["email": .text("a@b.c")])
        try walk.end("answered", ["is_known": .bool(false)])
        try walk.submit(["citizenship": .text("CZ")])
        try #require(walk.step == "extra")
        let new = try flow(new(migrate), old: [Self.old])
        return (walk, FlowMachine(new, formats: PrefixFormats()))
    }

    private static func value(
        _ name: FieldName,
        of state: FlowState,
        in machine: FlowMachine
    ) -> FieldValue? {
        machine.definition.fields.firstIndex { $0.name == name }.flatMap { state.fields[$0] }
    }

    @Test
    func `a walk is moved with its answers and the way behind it`() throws {
        let (walk, machine) = try Self.atExtra("{from: 1, steps: {extra: names}}")
        let old = walk.machine.definition
        let state = try #require(try machine.migrated(walk.state, from: old, now: 5))
        #expect(machine.definition.steps[state.step].name == "names")
        #expect(state.visit == walk.state.visit + 1)
        #expect(state.sequence == walk.state.sequence + 1)
        #expect(Self.value("email", of: state, in: machine) == .text("a@b.c"))
        #expect(Self.value("citizenship", of: state, in: machine) == .text("CZ"))
        #expect(state.fields.count == machine.definition.fields.count)
        #expect(state.trail.map { machine.definition.steps[$0].name } == ["start", "more"])
        #expect(try machine.canGoBack(state, now: 5))
    }

    @Test
    func `what is hidden from another device stays hidden`() throws {
        let (walk, machine) = try Self.atExtra("{from: 1, steps: {extra: names}}")
        var before = walk.state
        before.handover = Handover(count: 2, hidden: [1, 2, 3])
        let state = try #require(
            try machine.migrated(before, from: walk.machine.definition, now: 5)
        )
        #expect(state.holder == 2)
        let hidden = machine.definition.fields.indices.filter(state.isHidden)
        #expect(hidden.map { machine.definition.fields[$0].name } == ["citizenship", "alias"])
    }

    @Test
    func `who stands elsewhere, or has ended, stays`() throws {
        let (walk, machine) = try Self.atExtra("{from: 1, steps: {start: start}}")
        let old = walk.machine.definition
        #expect(try machine.migrated(walk.state, from: old, now: 0) == nil)
        var ended = walk.state
        ended.step = 0
        #expect(try machine.migrated(ended, from: old, now: 0) != nil)
        ended.outcome = "done"
        #expect(try machine.migrated(ended, from: old, now: 0) == nil)
    }

    @Test
    func `who changes an answer from a review is not taken away from it`() throws {
        var (walk, machine) = try Self.atExtra("{from: 1, steps: {more: more}}")
        try walk.submit()
        try walk.change("citizenship")
        try #require(walk.step == "more")
        #expect(try machine.migrated(walk.state, from: walk.machine.definition, now: 0) == nil)
    }

    @Test
    func `a value that fits no more where it is counted on keeps the walk where it is`() throws {
        let (walk, machine) = try Self.atExtra("{from: 1, steps: {extra: names}}")
        var state = walk.state
        let slot = try #require(
            walk.machine.definition.fields.firstIndex { $0.name == "citizenship" }
        )
        state.fields[slot] = .bool(true)
        #expect(try machine.migrated(state, from: walk.machine.definition, now: 0) == nil)
    }
}
