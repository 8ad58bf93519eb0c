import Expressions
import Flows
import Localization
import Screens
import Testing

@Suite("Screens of records and reviews")
struct AnswerScreensTests {
    private func walk() throws -> ScreenWalk {
        try ScreenWalk(FieldScreensTests.flow, words: FieldScreensTests.words)
    }

    @Test func `each record has its fields, counted from one`() throws {
        var walk = try walk()
        try walk.answer(["answers": .list([[.text("one"), FieldScreensTests.secret]])])
        let fields = try walk.screen.fields.filter { $0.path.field == "answers" }
        #expect(
            fields.map(\.label.text) == ["Question 1", "Answer 1", "Question 2", "Answer 2"]
        )
        #expect(fields.map(\.shown) == ["First", "kept", nil, nil])
        #expect(fields.map(\.isAnswered) == [true, true, false, false])
    }

    @Test func `what is wrong with records together stands at the first of them`() throws {
        var walk = try walk()
        try walk.answer([
            "answers": .list([
                [.text("one"), FieldScreensTests.secret], [.text("one"), FieldScreensTests.secret],
            ])
        ])
        #expect(try walk.field("answers", 0, "question").problem?.text == "Ask something else")
        #expect(try walk.field("answers", 1, "question").problem == nil)
    }

    @Test func `a rule of the records that is told at one of them has the list's words`() throws {
        var walk = try walk()
        let item = ItemPath(index: 1, field: "question")
        walk.input.problems[AnswerPath("answers", item: item)] = FieldProblem(
            field: "answers",
            item: item,
            reason: .rule("different")
        )
        #expect(try walk.field("answers", 1, "question").problem?.text == "Ask something else")
    }

    @Test func `a review shows answers, and neither verdicts nor consents`() throws {
        var walk = try walk()
        try complete(&walk)
        let screen = try walk.screen
        #expect(screen.kind == .review)
        #expect(
            screen.fields.map(\.path.field) == [
                "mobile", "landline", "citizenship", "pet", "name", "born", "age", "sum", "news",
                "pin", "answers", "answers", "answers", "answers",
            ]
        )
    }

    @Test func `what is fixed is marked`() throws {
        var walk = try walk()
        try complete(&walk)
        #expect(try !walk.field("citizenship").isFixed)
        try walk.submit()
        try walk.end("done")
        #expect(try walk.field("citizenship").isFixed)
    }

    @Test func `a secret is in no part of any screen`() throws {
        var walk = try walk()
        try complete(&walk)
        #expect(!"\(try walk.screen)".contains("SecretReference"))
        #expect(walk.builder.messageArguments(of: walk.state, now: 0)["pin"] == nil)
    }

    /// Answers everything and submits.
    private func complete(_ walk: inout ScreenWalk) throws {
        try walk.submit([
            "mobile": .text("+420"), "landline": .text("+420"), "citizenship": .text("CZ"),
            "pet": .text("cat"), "name": .text("Jan"), "born": .date(milliseconds: 0),
            "sum": try #require(Self.dollars), "robot": .passed,
            "terms": .consent(Consent(document: "terms", version: 1, at: 0, locale: "en")),
            "pin": FieldScreensTests.secret,
            "answers": .list([
                [.text("one"), FieldScreensTests.secret], [.text("two"), FieldScreensTests.secret],
            ]),
        ])
    }

    static let dollars: FieldValue? = Money("12 USD").map { .money($0) }
}
