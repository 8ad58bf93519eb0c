import Foundation
import SQLiteStorage
import Secrets
import Sessions
import Testing

@Suite("Wrong answers in a file", .timeLimit(.minutes(5)))
struct WrongAnswerTests {
    /// A wrong answer, where it is named, and what is said of it in English.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let field: String
        let answer: String
        let reason: String
        /// The field in the message, where it is not the field itself.
        var named: String?
        /// The line within the answer, from 0.
        var line = 0
        var column: Int?

        var testDescription: String { "\(field): \(answer.prefix(60))" }
    }

    static let all: [Wrong] = [
        Wrong(field: "email", answer: "jana", reason: "@ sign is missing"),
        Wrong(field: "agreement", answer: "false", reason: "Without the User Agreement"),
        Wrong(field: "agreement", answer: "perhaps", reason: "Answer yes"),
        Wrong(field: "gender", answer: "other", reason: "isn’t one of the options"),
        Wrong(field: "given_name", answer: "J4na", reason: "digits in this name"),
        Wrong(field: "family_name", answer: "\"!!\"", reason: "“!” doesn’t belong"),
        Wrong(field: "birth_date", answer: "31.02.1990", reason: "February 1990 has 28 days"),
        Wrong(field: "birth_date", answer: "2150-01-01", reason: "still to come"),
        Wrong(field: "birth_date", answer: "1880-01-01", reason: "older than 120"),
        Wrong(field: "birth_date", answer: "03/04/1990", reason: "can mean"),
        Wrong(field: "citizenship", answer: "Atlantis", reason: "don’t know a country"),
        Wrong(field: "document_type", answer: "driving_licence", reason: "isn’t one of the options"),
        Wrong(field: "document_number", answer: "\"12\"", reason: "passport number"),
        Wrong(field: "country", answer: "XX", reason: "don’t know a country"),
        Wrong(field: "region", answer: "\"\"", reason: "fill this in"),
        Wrong(
            field: "region", answer: String(repeating: "x", count: 81),
            reason: "at most 80 characters"),
        Wrong(
            field: "city", answer: String(repeating: "x", count: 81),
            reason: "at most 80 characters"),
        Wrong(
            field: "street", answer: String(repeating: "x", count: 121),
            reason: "at most 120 characters"),
        Wrong(field: "postcode", answer: "\"1\"", reason: "postal code of this country"),
        Wrong(field: "mobile", answer: "\"+420 1\"", reason: "too few digits"),
        Wrong(field: "landline", answer: "abc", reason: "isn’t a phone number"),
        // REQ S1 1.10: digits only, at least six, not in sequence, no digit more than three times.
        Wrong(field: "payment_password", answer: "\"73016\"", reason: "at least 6 digits"),
        Wrong(field: "payment_password", answer: "\"73016a\"", reason: "only the digits 0 to 9"),
        Wrong(field: "payment_password", answer: "\"７３０１６４\"", reason: "only the digits 0 to 9"),
        Wrong(field: "payment_password", answer: "\"123456\"", reason: "follow one another"),
        Wrong(field: "payment_password", answer: "\"654321\"", reason: "follow one another"),
        Wrong(field: "payment_password", answer: "\"717273747\"", reason: "more than three times"),
        // REQ S1 1.11: three different questions.
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(["first_pet", "first_pet", "birth_city"]),
            reason: "chosen this question already", named: "security_answers[2].question", line: 2,
            column: 16),
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(["first_pet", "shoe_size", "birth_city"]),
            reason: "isn’t one of the options", named: "security_answers[2].question", line: 2,
            column: 16),
        Wrong(
            field: "security_answers",
            answer: AnswerTexts.records(
                ["first_pet", "first_job", "birth_city"], answers: ["a", "b", ""]),
            reason: "Write an answer", named: "security_answers[3].answer", line: 3, column: 36),
        Wrong(field: "terms", answer: "no", reason: "Without the Service Terms"),
        Wrong(field: "refund_to_wallet", answer: "perhaps", reason: "answer yes or no"),
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
        #expect(result.errors.contains(wrong.reason), "\(result.errors)")
        #expect(try !home.hasAccount(of: "jana.novakova@example.cz"))
    }

    @Test func `every field that is asked is in the table`() throws {
        let asked = Set(AnswerTexts.plain.lines.map(\.field))
        #expect(Set(Self.all.map(\.field)) == asked)
    }

    @Test(arguments: ["ru": "28 дней", "zh": "28", "id": "28 hari", "cs": "28 dní"])
    func `the reason is in the language of the run`(language: String, words: String) async throws {
        let home = try CommandHome()
        let answers = AnswerTexts.plain.with("birth_date", "31.02.1990")
        let result = try await home.sign(up: answers, ["--lang", language])
        #expect(result.status == 1)
        #expect(result.errors.contains("birth_date: "))
        // Numbers and nouns are kept on one line by a space that does not break.
        let said = result.errors.replacing("\u{A0}", with: " ")
        #expect(said.contains(words), "\(said)")
        #expect(!said.contains("There is no such day"))
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
            "security_answers", AnswerTexts.records(["first_pet", "first_job"]))
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
