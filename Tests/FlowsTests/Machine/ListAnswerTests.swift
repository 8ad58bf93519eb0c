import Testing

@testable import Flows

@Suite("Lists of records")
struct ListAnswerTests {
    static let flow = """
        fields: [answers]
        steps:
          - {step: start, ask: [answers]}
          - {step: done, end: done}
        """
    static let secret = FieldValue.sealed(SecretReference("s"))

    private func part(_ index: Int, _ field: FieldName) -> ItemPath {
        ItemPath(index: index, field: field)
    }

    @Test func `complete records lead on; what is optional in them may stay empty`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit([
            "answers": .list([
                [.text("pet"), Self.secret, nil], [.text("city"), Self.secret, .text("hm")],
            ])
        ])
        #expect(walk.state.outcome == "done")
    }

    @Test func `each part that is missing is told by its record`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["answers": .list([[.text("pet"), nil, nil]])])
        #expect(
            walk.problems == [
                .missing("answers", item: part(0, "answer")),
                .missing("answers", item: part(1, "question")),
                .missing("answers", item: part(1, "answer")),
            ]
        )
    }

    @Test func `a list that nobody touched misses all its parts`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit()
        #expect(walk.problems.map(\.item?.index) == [0, 0, 1, 1])
    }

    @Test func `a rule over the records speaks of those that can be read`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["answers": .list([[.text("pet"), nil, nil]])])
        #expect(walk.problems == [])
        let twice = FieldValue.list([[.text("pet"), nil, nil], [.text("pet"), nil, nil]])
        try walk.answer(["answers": twice])
        #expect(walk.problems == [.rule("answers", "all_different")])
        #expect(walk["answers"] == .list([[.text("pet"), nil, nil]]))
    }

    @Test func `a part that its type can't take is told at its place`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer([
            "answers": .list([[.text("pet"), nil, nil], [.text("horse"), .text("raw"), nil]])
        ])
        #expect(
            walk.problems == [
                .unfit("answers", item: part(1, "question")),
                .unfit("answers", item: part(1, "answer")),
            ]
        )
    }

    @Test(arguments: [
        FieldValue.list([[.text("pet")]]),
        .list([[nil, nil, nil], [nil, nil, nil], [nil, nil, nil]]),
        .text("pet"),
    ])
    func `records of another shape are refused`(value: FieldValue) throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["answers": value])
        #expect(!walk.problems.isEmpty)
        #expect(walk["answers"] == nil)
    }

    @Test func `an empty part is none`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["answers": .list([[.text("pet"), nil, .text("hm")]])])
        try walk.answer(["answers": .list([[.text("pet"), nil, .text("")]])])
        #expect(walk["answers"] == .list([[.text("pet"), nil, nil]]))
    }

    @Test func `conditions of options and rules of parts hold inside records`() throws {
        let flow = """
            fields:
              - [citizenship]
              - papers:
                  type: list
                  count: 1
                  of:
                    kind: {type: choice, of: [passport, {licence: 'citizenship == "RU"'}]}
                    pages: {type: integer, rules: {even: value % 2 == 0}}
            steps:
              - {step: start, ask: [citizenship, papers]}
              - {step: done, end: done}
            """
        var walk = try MachineWalk(flow)
        try walk.submit([
            "citizenship": .text("CZ"), "papers": .list([[.text("licence"), .integer(3)]]),
        ])
        #expect(
            walk.problems == [
                .unfit("papers", item: part(0, "kind")),
                FieldProblem(field: "papers", item: part(0, "pages"), reason: .rule("even")),
            ]
        )
    }
}
