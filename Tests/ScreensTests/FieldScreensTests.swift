import Flows
import Localization
import Screens
import Testing

@Suite("Fields of screens")
struct FieldScreensTests {
    static let flow = """
        input:
          known: {type: text, optional: true}
        fields:
          - [mobile, landline, citizenship, pet]
          - name: {type: name, suggest: latin}
          - born: {type: date}
          - age: {type: integer, optional: true, rules: {grown_up: value >= 18}}
          - sum: {type: money, currency: USD}
          - news: {type: bool, default: false}
          - robot: {type: captcha}
          - terms: {type: consent, document: terms}
          - pin: {type: secret, use: new, repeat: true}
          - answers:
              type: list
              count: 2
              of:
                question: {type: choice, of: [one, {two: 'citizenship == "CZ"'}]}
                answer: {type: secret, use: new}
              rules:
                different: value.all(a, value.exists_one(b, b.question == a.question))
        steps:
          - step: start
            ask: [mobile, landline, citizenship, pet, name, born, age, sum, news, robot, terms, pin,
                  answers]
          - {step: check, review: all}
          - step: work
            call: open_account
            events: {done: again, unavailable: again}
            after: {1h: again}
          - {step: again, ask: [citizenship]}
          - {step: over, end: over}
        """
    static let words = """
        example.title: Example
        example.start.title: Start
        example.mobile.label: Mobile
        example.citizenship.label: Citizenship
        example.citizenship.warning: Chosen once
        example.age.label: Age
        example.age.hint: In years
        example.age.error.grown_up: Too young
        example.age.error.missing: How old?
        example.news.option.true: Send me news
        example.answers.error.different: Ask something else
        example.answers.question.label: "Question {number}"
        example.answers.question.option.one: First
        example.answers.question.option.two: Second
        example.answers.answer.label: "Answer {number}"
        field.pin.label: PIN
        hint.date: Any day
        note.consent.renewed: "In English for now"
        note.landline: "{number} looks like a landline"
        """
    static let secret = FieldValue.sealed(SecretReference("s"))

    private func walk() throws -> ScreenWalk { try ScreenWalk(Self.flow, words: Self.words) }

    @Test func `an empty field has its words and no answer`() throws {
        let field = try walk().field("age")
        #expect(field.label.text == "Age")
        #expect(field.hint?.text == "In years")
        #expect(field.isOptional)
        #expect(!field.isAnswered)
        #expect(field.shown == nil)
        #expect(field.problem == nil)
    }

    /// Numbers of which each must be more than the one before, the last in records.
    private static let dependent = """
        fields:
          - first: {type: integer}
          - second: {type: integer, rules: {more: value > first}}
          - third:
              type: list
              count: 2
              of: {part: {type: integer}}
              rules: {more: 'value.all(a, a.part > second)'}
        steps:
          - {step: start, ask: [first, second, third]}
          - {step: over, end: over}
        """

    @Test func `an answer that was cleared since another has changed says so where it stands`()
        throws
    {
        var walk = try ScreenWalk(
            Self.dependent,
            words: "answer.cleared: Give it again"
        )
        let records = FieldValue.list([[.integer(7)], [.integer(8)]])
        try walk.answer(["first": .integer(1), "second": .integer(2), "third": records])
        #expect(try walk.screen.fields.flatMap(\.notes).isEmpty)
        try walk.answer(["first": .integer(5)])
        #expect(try walk.field("second").notes.map(\.text) == ["Give it again"])
        #expect(try walk.field("third", 0, "part").notes.isEmpty)
        try walk.answer(["second": .integer(9)])
        #expect(try walk.field("second").notes.isEmpty)
        #expect(try walk.field("third", 0, "part").notes.map(\.text) == ["Give it again"])
        #expect(try walk.field("third", 1, "part").notes.isEmpty)
    }

    @Test func `words fall back to those that all flows share, and to those of the type`() throws {
        let walk = try walk()
        #expect(try walk.field("pin").label.text == "PIN")
        #expect(try walk.field("born").hint?.text == "Any day")
        #expect(try walk.field("citizenship").warning?.text == "Chosen once")
    }

    @Test(
        arguments: [
            ("mobile", .line(.phone)), ("name", .line(.name)), ("born", .line(.date)),
            ("age", .line(.number)), ("sum", .line(.number)), ("pin", .secret(isRepeated: true)),
        ] as [(FieldName, ScreenField.Control)]
    )
    func `each type is asked in its own way`(name: FieldName, control: ScreenField.Control) throws {
        #expect(try walk().field(name).control == control)
    }

    @Test func `a choice has its options, by the words of its named list`() throws {
        guard case .choice(let options) = try walk().field("pet").control else {
            Issue.record("not a choice")
            return
        }
        #expect(options.map(\.raw) == ["cat", "dog"])
        #expect(options.map(\.words.text) == ["Cat", "Dog"])
    }

    @Test func `an option under a condition is on offer while it holds`() throws {
        var walk = try walk()
        let raw = { (walk: ScreenWalk) throws -> [String] in
            guard case .choice(let options) = try walk.field("answers", 0, "question").control
            else { return [] }
            return options.map(\.raw)
        }
        #expect(try raw(walk) == ["one"])
        try walk.answer(["citizenship": .text("CZ")])
        #expect(try raw(walk) == ["one", "two"])
    }

    @Test func `countries stand in the reader's order`() throws {
        guard case .country(let options) = try walk().field("citizenship").control else {
            Issue.record("no countries")
            return
        }
        #expect(options.count > 200)
        #expect(options.first?.words.text == "Afghanistan")
    }

    @Test func `yes and no have the field's own words where it has some`() throws {
        guard case .yesNo(let options) = try walk().field("news").control else {
            Issue.record("not yes or no")
            return
        }
        #expect(options.map(\.words.text) == ["Send me news", "No"])
    }

    @Test func `a default is shown, and is no answer yet`() throws {
        let field = try walk().field("news")
        #expect(field.shown == "No")
        #expect(field.isOptional)
        #expect(!field.isAnswered)
    }

    @Test func `a document is asked with its points, and a captcha with its question`() throws {
        var walk = try walk()
        guard case .captcha(let question) = try walk.field("robot").control else {
            Issue.record("no question")
            return
        }
        #expect(question.text == "No question")
        walk.input.summaries = ["terms": ["Be kind"]]
        guard
            case .consent(let document, let summary, let options) = try walk.field("terms").control
        else {
            Issue.record("not a consent")
            return
        }
        #expect(document == "terms")
        #expect(summary == ["Be kind"])
        #expect(options.map(\.raw) == ["true"])
    }

    @Test(
        arguments: [
            ("mobile", .text("+420"), "<+420>", "<+420>"),
            ("citizenship", .text("CZ"), "Czechia", "CZ"),
            ("pet", .text("dog"), "Dog", "dog"), ("name", .text("Jan"), "Jan", "Jan"),
            ("born", .date(milliseconds: 0), "January 1, 1970", "January 1, 1970"),
            ("age", .integer(1_234), "1,234", "1234"),
            ("news", .bool(true), "Send me news", "true"),
            ("pin", secret, "kept", nil), ("robot", .passed, "passed", nil),
            (
                "terms", .consent(Consent(document: "terms", version: 2, at: 0, locale: "en")),
                "version 2, January 1, 1970", nil
            ),
        ] as [(FieldName, FieldValue, String, String?)]
    )
    func `an answer is shown as it is read, and as it can be edited`(
        name: FieldName,
        value: FieldValue,
        shown: String,
        editable: String?
    ) throws {
        var walk = try walk()
        try walk.answer([name: value])
        let field = try walk.field(name)
        #expect(field.isAnswered)
        #expect(field.shown == shown)
        #expect(field.editable == editable)
    }

    @Test func `another language shows the same answers in its own way`() throws {
        let machine = try ScreenWalk.machine(
            "flow: example\nversion: 1\n" + Self.flow,
            fields: ScreenWalk.fields
        )
        let english = try ScreenWalk.catalog("en", ScreenWalk.words + Self.words)
        let czech = try ScreenWalk.catalog("cs", "example.start.title: Začátek\n")
        var walk = try ScreenWalk(machine, Catalogs([english, czech]), zone: "Asia/Shanghai")
        try walk.answer(["citizenship": .text("DE"), "born": .date(milliseconds: 0)])
        try walk.take(.languageChosen("cs"))
        #expect(try walk.screen.title.text == "Začátek")
        #expect(try walk.field("citizenship").shown == "Německo")
        #expect(try walk.field("born").shown == "1. ledna 1970")
        // What has no Czech words yet is in English, and says so.
        #expect(try walk.field("age").label.text == "Age")
        #expect(try walk.field("age").label.isFallback)
    }

    @Test func `an offer shows what would be taken, whatever the answer is`() throws {
        var walk = try walk()
        #expect(try walk.field("landline").offer == nil)
        try walk.answer(["mobile": .text("+420")])
        #expect(try walk.field("landline").offer?.words.text == "Take <+420>")
        #expect(try walk.field("landline").offer?.raw == "+420")
        try walk.answer(["landline": .text("+1")])
        #expect(try walk.field("landline").offer?.raw == "+420")
    }

    @Test func `a Latin spelling is suggested for a name in other letters`() throws {
        var walk = try walk()
        try walk.answer(["name": .text("Ольга")])
        let suggestion = try #require(try walk.field("name").suggestion)
        #expect(suggestion.words.text == "Latin: \(suggestion.raw)")
        #expect(suggestion.raw.utf8.allSatisfy { $0 < 128 })
        try walk.answer(["name": .text("Olga")])
        #expect(try walk.field("name").suggestion == nil)
    }

    @Test func `a problem stands at its field, with what was typed`() throws {
        var walk = try walk()
        try walk.answer(["age": .integer(3)])
        walk.input.rejected = [AnswerPath("age"): "3"]
        let field = try walk.field("age")
        #expect(field.problem?.text == "Too young")
        #expect(field.rejected == "3")
        #expect(try walk.field("born").problem == nil)
    }

    @Test func `what is missing is told in the field's words, else in general ones`() throws {
        var walk = try walk()
        walk.input.problems = [
            AnswerPath("age"): FieldProblem(field: "age", reason: .missing),
            AnswerPath("born"): FieldProblem(field: "born", reason: .missing),
        ]
        #expect(try walk.field("age").problem?.text == "How old?")
        #expect(try walk.field("born").problem?.text == "Missing")
    }

    @Test func `a note tells what should be known about an answer`() throws {
        var walk = try walk()
        walk.input.notes = [
            AnswerPath("mobile"): [
                ScreenNote(key: "note.landline", arguments: ["number": .text("+420")])
            ]
        ]
        #expect(try walk.field("mobile").notes.map(\.text) == ["+420 looks like a landline"])
    }

    @Test func `a document that stands in for its translation says so`() throws {
        var walk = try walk()
        #expect(try walk.field("terms").notes.isEmpty)
        walk.input.renewed = ["terms"]
        #expect(try walk.field("terms").notes.map(\.text) == ["In English for now"])
        #expect(try walk.field("name").notes.isEmpty)
    }
}
