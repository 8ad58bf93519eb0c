import Foundation
import SQLiteStorage
import Secrets
import Sessions
import Testing

@Suite("Wrong answers in a file")
struct WrongAnswerTests {
    /// A wrong answer, where it is named, and what is said of it in English.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let field: String
        let answer: String
        /// The key of the words.
        let key: String
        /// What they must name.
        var reason = ""
        /// The field in the message, where it is not the field itself.
        var named: String?
        /// The line within the answer, from 0.
        var line = 0
        var column: Int?

        var testDescription: String { "\(field): \(answer.prefix(60))" }
    }

    static let all: [Wrong] = [
        Wrong(field: "email", answer: "jana", key: "error.email.no_at"),
        Wrong(field: "agreement", answer: "false", key: "field.agreement.error.declined"),
        Wrong(field: "agreement", answer: "perhaps", key: "error.consent.yes_or_no"),
        Wrong(field: "gender", answer: "other", key: "error.choice.unknown"),
        Wrong(field: "given_name", answer: "J4na", key: "error.name.digits_in_name"),
        Wrong(field: "family_name", answer: "\"!!\"", key: "error.name.characters"),
        Wrong(
            field: "birth_date",
            answer: "31.02.1990",
            key: "error.date.no_such_day",
            reason: "28"
        ),
        Wrong(field: "birth_date", answer: "2150-01-01", key: "field.birth_date.error.in_the_past"),
        Wrong(field: "birth_date", answer: "1880-01-01", key: "field.birth_date.error.plausible"),
        Wrong(field: "birth_date", answer: "03/04/1990", key: "error.date.ambiguous"),
        Wrong(field: "citizenship", answer: "Atlantis", key: "error.country.unknown"),
        Wrong(field: "document_type", answer: "driving_licence", key: "error.choice.unknown"),
        Wrong(
            field: "document_number",
            answer: "\"12\"",
            key: "error.document.format",
            reason: "Czechia"
        ),
        Wrong(field: "country", answer: "XX", key: "error.country.unknown"),
        Wrong(field: "region", answer: "\"\"", key: "error.text.missing"),
        Wrong(
            field: "region",
            answer: String(repeating: "x", count: 81),
            key: "error.text.too_long",
            reason: "80"
        ),
        Wrong(
            field: "city",
            answer: String(repeating: "x", count: 81),
            key: "error.text.too_long",
            reason: "80"
        ),
        Wrong(
            field: "street",
            answer: String(repeating: "x", count: 121),
            key: "error.text.too_long",
            reason: "120"
        ),
        Wrong(field: "postcode", answer: "\"1\"", key: "error.postcode.format"),
        Wrong(field: "mobile", answer: "\"+420 1\"", key: "error.phone.too_short"),
        Wrong(field: "landline", answer: "abc", key: "error.phone.unreadable"),
        // REQ S1 1.10: digits only, at least six, not in sequence, no digit more than three times.
        Wrong(
            field: "payment_password",
            answer: "\"73016\"",
            key: "field.payment_password.error.too_short"
        ),
        Wrong(
            field: "payment_password",
            answer: "\"73016a\"",
            key: "field.payment_password.error.digits_only"
        ),
        Wrong(
            field: "payment_password",
            answer: "\"７３０１６４\"",
            key: "field.payment_password.error.digits_only"
        ),
        Wrong(
            field: "payment_password",
            answer: "\"123456\"",
            key: "field.payment_password.error.no_sequence"
        ),
        Wrong(
            field: "payment_password",
            answer: "\"654321\"",
            key: "field.payment_password.error.no_sequence"
        ),
        Wrong(
            field: "payment_password",
            answer: "\"717273747\"",
            key: "field.payment_password.error.at_most_three_alike"
        ),
        // REQ S1 1.11: three different questions.
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(["first_pet", "first_pet", "birth_city"]),
            key: "field.security_answers.error.all_different",
            named: "security_answers[2].question",
            line: 2,
            column: 16
        ),
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(["first_pet", "shoe_size", "birth_city"]),
            key: "error.choice.unknown",
            named: "security_answers[2].question",
            line: 2,
            column: 16
        ),
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(
                ["first_pet", "first_job", "birth_city"],
                answers: ["a", "b", ""]
            ),
            key: "field.security_answers.answer.error.empty",
            named: "security_answers[3].answer",
            line: 3,
            column: 36
        ),
        Wrong(field: "terms", answer: "no", key: "field.terms.error.declined"),
        Wrong(field: "refund_to_wallet", answer: "perhaps", key: "error.bool.yes_or_no"),
    ]

    @Test(arguments: all)
    func `a wrong answer is named with its field, its reason and its place, and makes no account`(
        wrong: Wrong
    ) async throws {
        let home = try CommandHome()
        let answers = AnswerTexts.plain.with(wrong.field, wrong.answer)
        let result = try await home.sign(up: answers)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        let line = try #require(answers.line(of: wrong.field)) + wrong.line
        let column = wrong.column ?? wrong.field.count + 3
        let place = "answers.yaml:\(line):\(column): \(wrong.named ?? wrong.field): "
        #expect(result.errors.contains(place), "\(result.errors)")
        #expect(Messages.isSaid(wrong.key, in: result.errors), "\(result.errors)")
        #expect(wrong.reason.isEmpty || result.errors.contains(wrong.reason), "\(result.errors)")
        #expect(try !home.hasAccount(of: "jana.novakova@example.cz"))
    }

    @Test func `every field that is asked is in the table`() throws {
        let asked = Set(AnswerTexts.plain.lines.map(\.field))
        #expect(Set(Self.all.map(\.field)) == asked)
    }

    @Test(arguments: ["ru": "28 дней", "zh": "28", "id": "28 hari", "cs": "28 dní"])
    func `the reason is in the language of the run`(language: String, words: String) async throws {
        let home = try CommandHome(speaking: .all)
        let answers = AnswerTexts.plain.with("birth_date", "31.02.1990")
        let result = try await home.sign(up: answers, ["--lang", language])
        #expect(result.status == 1)
        #expect(result.errors.contains("birth_date: "))
        // Numbers and nouns are kept on one line by a space that does not break.
        let said = result.errors.replacing("\u{A0}", with: " ")
        #expect(said.contains(words), "\(said)")
        #expect(Messages.isSaid("error.date.no_such_day", in: result.errors, language: language))
    }

    @Test(arguments: [
        ("email", "`email`"), ("gender", "`gender`"), ("postcode", "`postcode`"),
        ("payment_password", "`payment_password`"), ("terms", "`terms`"),
        ("security_answers", "`security_answers[1].question`"),
    ])
    func `a missing answer is named, with what to add`(field: String, named: String) async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: AnswerTexts.plain.without(field))
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("has no answer to \(named); add "))
        #expect(try !home.hasAccount(of: "jana.novakova@example.cz"))
    }

    @Test func `a record that is missing is named by its number`() async throws {
        let home = try CommandHome()
        let answers = AnswerTexts.plain.with(
            "security_answers",
            AnswerTexts.records(["first_pet", "first_job"])
        )
        let result = try await home.sign(up: answers)
        #expect(result.status == 64)
        #expect(result.errors.contains("security_answers[3].question"))
    }

    @Test func `what has a default may be left out`() async throws {
        let home = try CommandHome()
        let answers = AnswerTexts.plain.without("refund_to_wallet").without("country")
        #expect(try await home.sign(up: answers).status == 0)
    }

    /// A file that can't be what is meant, the code of the finding, and what is said.
    static let files: [(yaml: String, code: String, says: String)] = [
        ("emial: a@example.cz\n", "E13", "did you mean `email`?"),
        ("marketplace_email: a@example.cz\n", "E13", "--given marketplace_email="),
        ("is_known: true\n", "E13", "`is_known` is not asked"),
        ("security_answers:\n  - {questoin: first_pet}\n", "E13", "did you mean `question`?"),
        ("security_answers:\n  - {zzzz: first_pet}\n", "E13", "there is: `question`, `answer`"),
        ("city: =offer\n", "E37", "offers nothing"),
        ("city: [Praha]\n", "E37", "single text"),
        ("city: {name: Praha}\n", "E37", "single text"),
        ("security_answers: first_pet\n", "E37", "list of 3 records"),
        ("security_answers: [first_pet]\n", "E37", "`field: answer` pairs"),
        ("security_answers: [{}, {}, {}, {}]\n", "E37", "more than 3 records"),
        ("- email\n", "E37", "`field: answer` lines"),
        ("city: Praha\ncity: Brno\n", "E01", "city"),
        ("city: \"Praha\n", "E32", "never closed"),
        ("", "E32", "empty"),
    ]

    @Test(arguments: files.indices)
    func `a file that can't be meant so is refused before a walk begins`(index: Int) async throws {
        let (yaml, code, says) = Self.files[index]
        let home = try CommandHome()
        let file = try home.write(yaml, to: "answers.yaml")
        let result = try await home.run(["run", "--answers", file])
        #expect(result.status == 1)
        #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
        #expect(result.errors.contains(says), "\(result.errors)")
        #expect(result.errors.contains("answers.yaml:"))
        #expect(!FileManager.default.fileExists(atPath: home.database))
    }

    @Test func `what is wrong with a file is said without showing a line of it`() async throws {
        let home = try CommandHome()
        let file = try home.write("payment_pasword: \"730164\"\n", to: "answers.yaml")
        let result = try await home.run(["run", "--answers", file])
        #expect(result.errors.contains("did you mean `payment_password`?"))
        #expect(!result.errors.contains("730164"))
    }
}

extension CommandHome {
    /// Whether an account was made for an address.
    func hasAccount(of address: String) throws -> Bool {
        let keys = SessionKeys(master: try KeyFile.load(at: keyFile))
        return try store().account(emailIndex: keys.index(ofAddress: address)) != nil
    }
}
