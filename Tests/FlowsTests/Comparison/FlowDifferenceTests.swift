import Documents
import Testing

@testable import Flows

@Suite("What a changed flow does")
struct FlowDifferenceTests {
    private static func read(
        _ text: String,
        fields: String = FlowFiles.fields
    ) throws -> (flow: FlowDefinition, sources: [SourceText]) {
        let (project, problems) = FlowFiles.readUnchecked(
            text,
            fields: fields,
            effects: FlowFiles.effects
        )
        let flow = try #require(project.flow("example"), "\(problems.map(\.message))")
        return (flow, try #require(project.sources["example"]))
    }

    private static func difference(_ old: String, _ new: String) throws -> FlowDifference {
        try #require(FlowDifference(old: try read(old), new: try read(new)))
    }

    @Test
    func `the same texts change nothing for anybody`() throws {
        let difference = try Self.difference(MigrationTests.old, MigrationTests.old)
        #expect(difference.isSame)
        #expect(difference.fates.allSatisfy { $0.fate == .stays })
        #expect(difference.steps.isEmpty && difference.fields.isEmpty && difference.ways.isEmpty)
    }

    @Test
    func `everybody is told apart: who goes on, who is moved, who can't be`() throws {
        let difference = try Self.difference(
            MigrationTests.old,
            MigrationTests.new("{from: 1, steps: {start: start, extra: check}}")
        )
        #expect(difference.versions == (1, 2))
        #expect(difference.fates.map(\.step) == ["start", "look_up", "more", "extra", "check"])
        #expect(
            difference.fates.map(\.fate) == [
                .moves(to: "start"), .continues, .continues,
                .blocked(to: "check", [.unset("mobile")]), .continues,
            ]
        )
        #expect(
            difference.fates.map(\.obstacles) == [[], nil, [], nil, [.unset("mobile")]]
        )
    }

    @Test
    func `steps, fields and ways are named that came, went or changed`() throws {
        let difference = try Self.difference(
            MigrationTests.old,
            MigrationTests.new("{from: 1, steps: {}}")
        )
        #expect(difference.steps.added == ["names", "late", "final"])
        #expect(difference.steps.removed == ["look_up", "extra"])
        #expect(difference.steps.changed == [])
        #expect(difference.fields.added == ["mobile"])
        #expect(difference.fields.removed == ["is_known"])
        #expect(difference.ways.changed == ["start: next", "more: next", "check: next"])
        #expect(difference.ways.removed.contains("look_up: answered"))
        #expect(difference.ways.added.contains("final: after 3600 s"))
    }

    @Test(arguments: [
        ("ask: [email]", "back: never, ask: [email]", ["start"], [String]()),
        (
            "{type: text, optional: true}", "{type: text, optional: true, length: {max: 9}}", [],
            ["alias"]
        ),
        (
            "{type: text, optional: true}",
            "{type: text, optional: true, rules: {x: 'value != \"y\"'}}", [], ["alias"]
        ),
    ])
    func `a change of a step or a field is seen`(
        old: String,
        new: String,
        steps: [String],
        fields: [String]
    ) throws {
        let difference = try Self.difference(
            MigrationTests.old,
            MigrationTests.old.replacing(old, with: new)
        )
        #expect(difference.steps.changed == steps)
        #expect(difference.fields.changed == fields)
        #expect(!difference.isSame)
    }

    @Test
    func `a condition that is written otherwise is a changed way`() throws {
        let branch = { (condition: String) in
            MigrationTests.old.replacing(
                "{step: extra, ask: [alias]}",
                with:
                    "{step: extra, ask: [alias], next: [{if: \(condition), goto: done}, {else: check}]}"
            )
        }
        let difference = try Self.difference(branch("has(alias)"), branch("'!has(alias)'"))
        #expect(difference.ways.changed == ["extra: next"])
        #expect(difference.steps.changed == [])
    }

    @Test
    func `people of a flow that is gone go on under its texts`() throws {
        let difference = try #require(
            FlowDifference(old: try Self.read(MigrationTests.old), new: nil)
        )
        #expect(difference.versions == (1, nil))
        #expect(difference.fates.allSatisfy { $0.fate == .continues })
        #expect(difference.steps.removed.count == 6)
    }

    @Test
    func `of nothing there is no difference`() {
        #expect(FlowDifference(old: nil, new: nil) == nil)
    }
}
