import Expressions
import Testing

@Suite("ExpressionRecord")
struct ExpressionRecordTests {
    private let card = ExpressionRecord(
        names: ["brand", "months_left"],
        values: [.string("visa"), .int(3)]
    )

    @Test func `the order of names makes no difference`() {
        let turned = ExpressionRecord(
            names: ["months_left", "brand"],
            values: [.int(3), .string("visa")]
        )
        #expect(card == turned)
        #expect(Set([card, turned]).count == 1)
        #expect(card == ["months_left": .int(3), "brand": .string("visa")])
        #expect(card != ["months_left": .int(4), "brand": .string("visa")])
    }

    @Test func `a name without a value is no name`() {
        let one = ExpressionRecord(names: ["brand", "months_left"], values: [.string("mir"), nil])
        #expect(one == ["brand": .string("mir")])
        #expect(one != card)
        #expect(Set([one, ["brand": .string("mir")]]).count == 1)
        #expect(one.entries.map(\.name) == ["brand"])
    }

    @Test(arguments: [
        ExpressionRecord(names: ["brand", "months_left"], values: [.string("mir"), .int(3)]),
        ExpressionRecord(names: ["months_left", "brand"], values: [.int(3), .string("mir")]),
        ExpressionRecord(
            names: ["age", "months_left", "brand"],
            values: [.int(1), .int(3), .string("mir")]
        ),
    ])
    func `a field is found wherever it stands`(record: ExpressionRecord) throws {
        let values: [String: ExpressionValue] = ["cards": .list([.record(record)])]
        #expect(try holds("cards[0].months_left == 3 && cards[0].brand == 'mir'", values))
        #expect(try holds("cards.all(c, has(c.months_left) && c.brand == 'mir')", values))
        #expect(try holds("cards.all(c, c == cards[0]) && cards[0] in cards", values))
    }

    @Test(arguments: [
        ExpressionRecord(names: ["months_left"], values: [.int(3)]),
        ExpressionRecord(names: ["brand", "months_left"], values: [nil, .int(3)]),
        ExpressionRecord(names: ["brand", "months_left"], values: []),
    ])
    func `a field that is not there is absent`(record: ExpressionRecord) throws {
        let values: [String: ExpressionValue] = ["cards": .list([.record(record)])]
        #expect(try holds("cards.all(c, !has(c.brand)) && !has(cards[0].brand)", values))
        #expect(try failure(of: "cards.all(c, c.brand == 'mir')", values) == .noSuchKey)
    }
}
