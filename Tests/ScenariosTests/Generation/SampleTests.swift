import Answers
import Documents
import Flows
import Localization
@testable import Scenarios
import Testing

@Suite("Samples")
struct SampleTests {
    /// A field, and how its first sample is written.
    static let fields: [(field: String, written: JSONValue)] = [
        ("{type: text}", "Sample"),
        ("{type: text, length: {min: 9, max: 12}}", "SampleSam"),
        ("{type: text, length: {max: 3}}", "Sam"),
        ("{type: text, rules: {short: 'value in [\"north\", \"south\"]'}}", "north"),
        ("{type: text, rules: {begins: value.startsWith(\"CZ-\")}}", "CZ-"),
        ("{type: text, rules: {plate: 'value.matches(\"^[A-Z]{2}-[0-9]{4}$\")'}}", "CF-2580"),
        ("{type: text, rules: {word: 'value.matches(\"^(ab|c)d?\\\\d+x$\")'}}", "abd2x"),
        ("{type: text, rules: {digits: 'value.matches(\"^[0-9]+$\")'}, length: {min: 5}}", "25801"),
        ("{type: text, rules: {long: size(value) >= 12}}", "258014736925"),
        ("{type: name}", "Jana"),
        ("{type: email}", "jana@example.cz"),
        ("{type: email, rules: {ours: value.endsWith(\"@corp.example\")}}", "jana@corp.example"),
        ("{type: email, rules: {ours: value.endsWith(\".org\")}}", "jana@example.org"),
        ("{type: phone}", "+420601123456"),
        ("{type: phone, line: landline}", "+420222123456"),
        ("{type: phone, rules: {russian: value.startsWith(\"+7\")}}", "+79161234567"),
        ("{type: country}", "CZ"),
        ("{type: country, rules: {near: 'value in [\"AT\", \"SK\"]'}}", "AT"),
        ("{type: date}", "1990-05-17"),
        ("{type: date, rules: {minor: years(value) < 18}}", "2008-03-02"),
        ("{type: date, rules: {of_age: years(value) == 21}}", "2005-01-30"),
        ("{type: date, rules: {future: value > today}}", "2026-03-02"),
        ("{type: date, rules: {soon: 'value > today && days(value) > -10'}}", "2026-03-02"),
        ("{type: choice, of: [red, green]}", "red"),
        ("{type: choice, of: [red, green], rules: {green: value == \"green\"}}", "green"),
        ("{type: bool}", false),
        ("{type: bool, rules: {agreed: value}}", true),
        ("{type: integer}", 1),
        ("{type: integer, min: 18, max: 99}", 18),
        ("{type: integer, rules: {adult: value >= 18}}", 18),
        ("{type: integer, rules: {between: value > 18 && value < 20}}", 19),
        ("{type: money, currency: USD}", "1 USD"),
        ("{type: captcha}", "pass"),
        ("{type: consent, document: terms}", true),
        ("{type: secret, use: new}", "Kestrel-47"),
        (
            "{type: secret, use: new, length: {min: 6}, rules: {d: 'value.matches(\"^[0-9]+$\")'}}",
            "258014"
        ),
        (
            "{type: list, count: 2, of: {q: {type: choice, of: [x, y]}, a: {type: integer}}}",
            [["q": "x", "a": 1], ["q": "y", "a": 1]]
        ),
        (
            "{type: list, count: 2, of: {a: {type: integer}}, rules: {sum: 'value.all(r, r.a == 1)'}}",
            [["a": 1], ["a": 1]]
        ),
        (
            "{type: list, count: 1, of: {a: {type: integer, rules: {adult: value >= 18}}}}",
            [["a": 18]]
        ),
    ]

    @Test(arguments: fields.indices)
    func `a field is answered by a value that its type and rules take`(index: Int) throws {
        let (field, written) = Self.fields[index]
        let machine = try GenerationFlows.machine(
            """
            fields:
              - it: \(field)
            steps:
              - {step: ask, ask: [it]}
              - {step: done, end: done}
            """
        )
        let path = GeneratedPaths(machine).path(to: "done")
        guard case .submit(let answers)? = path?.steps.first?.event else {
            Issue.record("no sample: \(field)")
            return
        }
        #expect(answers.map(\.sample.written) == [written], "\(field)")
    }

    @Test(
        arguments: [
            ("RU", "passport", "4509 123456", "101000"), ("CZ", "passport", "39482716", "120 00"),
            ("GB", "passport", "123456789", "SW1A 1AA"), ("SK", "passport", "AB1234567", "811 01"),
            ("HK", "passport", "AB1234567", "10001"),
        ])
    func `numbers have the form of their country`(
        country: String,
        kind: String,
        number: String,
        code: String
    ) throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - country: {type: country, rules: {one: value == "\(country)"}}
              - kind: {type: choice, of: [passport]}
              - number: {type: document, country: country, kind: kind}
              - code: {type: postcode, country: country}
            steps:
              - {step: ask, ask: [country, kind, number, code]}
              - {step: done, end: done}
            """
        )
        let path = GeneratedPaths(machine).path(to: "done")
        guard case .submit(let answers)? = path?.steps.first?.event else {
            Issue.record("no sample for \(country)")
            return
        }
        #expect(
            answers.map(\.sample.written) == [
                .string(country), .string(kind), .string(number), .string(code),
            ]
        )
    }

    @Test
    func `answers that a rule compares are found together`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - first: {type: integer, min: 0, max: 50, rules: {big: value > 40 || value == 7}}
              - second: {type: integer, min: 0, max: 9, rules: {more: value > first}}
              - mobile: {type: phone}
              - other: {type: phone, rules: {same: value == mobile}}
            steps:
              - {step: ask, ask: [first, second, mobile, other]}
              - {step: done, end: done}
            """
        )
        let path = GeneratedPaths(machine).path(to: "done")
        guard case .submit(let answers)? = path?.steps.first?.event else {
            Issue.record("no samples")
            return
        }
        // 41 suits the first field alone; only 7 leaves room for the second.
        #expect(answers.map(\.sample.written)[..<2] == [7, 9])
    }

    @Test
    func `what a sample says is read as its value where it is typed`() throws {
        let machine = try GenerationFlows.wallet()
        let reader = AnswerReader(
            formats: [LanguageTag("en"): RegionalFormats(LanguageTag("en"))],
            yesNo: { _ in ([], []) }
        )
        var read: Set<String> = []
        for path in GeneratedPaths(machine).all {
            var country: String?
            var kind: String?
            for case .submit(let answers) in path.steps.map(\.event) {
                for answer in answers {
                    let field = try #require(machine.definition.field(answer.field))
                    guard case .string(let text) = answer.sample.written else { continue }
                    if field.name == "citizenship" || field.name == "country" { country = text }
                    if field.name == "document_type" { kind = text }
                    switch field.type {
                    case .captcha, .choice, .secret: continue
                    default: read.insert(field.type.keyword)
                    }
                    let context = AnswerContext(
                        language: LanguageTag("en"),
                        today: 1_772_323_200_000,
                        country: country,
                        documentKind: kind
                    )
                    let reading = reader.read(
                        text,
                        as: field.type,
                        length: field.length,
                        context: context
                    )
                    guard case .value(let value, _) = reading else {
                        Issue.record("\(field.name): \(text)")
                        continue
                    }
                    #expect(value == answer.sample.value, "\(field.name): \(text)")
                }
            }
        }
        #expect(
            read == ["email", "name", "date", "country", "document", "text", "postcode", "phone"]
        )
    }

    @Test func `counts of counts are given up before they are built`() {
        #expect(PatternSample.text(for: "((((a{200}){200}){200}){200}){200}", repeating: 1) == nil)
        #expect(PatternSample.text(for: "((a{3}){3}){3}", repeating: 1)?.count == 27)
    }
}
