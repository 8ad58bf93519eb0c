import Foundation
import SQLiteStorage
import Sessions
import Testing

@Suite("paifang run")
struct RunTests {
    @Test func `the five languages are there`() {
        #expect(Languages.all == ["cs", "en", "id", "ru", "zh"])
    }

    @Test(arguments: Languages.all)
    func `a sign-up with the answers of a file completes in each language`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.sign(up: .plain, ["--lang", language])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("outcome registered"))
        for value in [
            "jana", "Nov", "1990-03-27", "39482716", "120 00", "601 123", "730164", "Micka", "Brno",
        ] {
            #expect(!result.output.contains(value))
        }
        #expect(try home.store().sessions().map(\.status) == [.ended])
    }

    @Test(arguments: Languages.all)
    func `answers may be words of the language`(language: String) async throws {
        let home = try CommandHome(speaking: .all)
        let answers = try #require(AnswerTexts.words(of: language))
        let result = try await home.sign(up: answers, ["--lang", language, "--json"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.json?["outcome"] as? String == "registered")
        let fields = try #require(result.json?["fields"] as? [String: Any])
        #expect(fields["refund_to_wallet"] as? Bool == true)
        #expect(fields["agreement"] as? String == "user-agreement 1 \(language)")
    }

    @Test func `the words of the summary are in the language of the walk`() async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.sign(up: .plain, ["--lang", "ru"])
        #expect(
            result.output.contains(Messages.opening(of: "wallet-signup.registered.title", in: "ru"))
        )
        #expect(result.output.contains("500,00"))
    }

    @Test func `JSON has exactly its members, personal data masked and secrets left out`()
        async throws
    {
        let home = try CommandHome()
        let result = try await home.sign(
            up: .plain,
            ["--json", "--given", "marketplace_account=m-7"]
        )
        let json = try #require(result.json)
        let session = try #require(try home.store().sessions().first?.id.text)
        #expect(
            Set(json.allKeys.map { "\($0)" }) == ["schema", "flow", "outcome", "session", "fields"]
        )
        #expect(json["schema"] as? Int == 1)
        #expect(json["flow"] as? String == "wallet-signup")
        #expect(json["outcome"] as? String == "registered")
        #expect(json["session"] as? String == session)

        var fields = try #require(json["fields"] as? [String: Any])
        let account = try #require(fields.removeValue(forKey: "account_id") as? String)
        #expect(account.count == 16)
        #expect(fields.removeValue(forKey: "refund_to_wallet") as? Bool == false)
        #expect(fields.removeValue(forKey: "is_known") as? Bool == false)
        let masked = [
            "email", "gender", "given_name", "family_name", "birth_date", "citizenship",
            "document_type", "document_number", "country", "region", "city", "street", "postcode",
            "mobile", "landline", "security_answers",
        ]
        var expected = ["agreement": "user-agreement 1 en", "terms": "service-terms 1 en"]
        expected["marketplace_account"] = "m-7"
        for name in masked { expected[name] = "•••" }
        #expect(fields as? [String: String] == expected)
        #expect(result.output.hasSuffix("}\n"))
        #expect(result.output.filter { $0 == "\n" }.count == 1)
        #expect(result.errors.isEmpty)
    }

    @Test func `answers are read from standard input`() async throws {
        let home = try CommandHome()
        let result = try await home.run(
            ["run", "--answers", "-", "--json"],
            input: Array(AnswerTexts.plain.yaml.utf8)
        )
        #expect(result.status == 0)
        #expect(result.json?["outcome"] as? String == "registered")
    }

    @Test func `a pipe is as good as a file`() async throws {
        let home = try CommandHome()
        let result = try await home.run(
            ["run", "--answers", "/dev/stdin", "--json"],
            input: Array(AnswerTexts.plain.yaml.utf8)
        )
        #expect(result.status == 0)
        #expect(result.json?["outcome"] as? String == "registered")
    }

    @Test func `quietly, only what went wrong is said`() async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: .plain, ["-q"])
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(result.errors.isEmpty)
    }

    @Test func `the log goes to standard error and leaves standard output alone`() async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: .plain, ["-v", "--json"])
        #expect(result.json != nil)
        #expect(result.errors.contains("at check_mail"))
    }

    @Test func `what whoever starts the flow gives is prefilled`() async throws {
        let home = try CommandHome()
        let answers = AnswerTexts.plain.without("email")
        let given = ["--given", "marketplace_email=petr@example.cz"]
        #expect(try await home.sign(up: answers, given).status == 0)
        #expect(try await home.sign(up: answers.with("email", "petr@example.cz")).status == 2)
    }

    @Test func `an address that has an account already gets no second one, and hears it by mail`()
        async throws
    {
        let home = try CommandHome()
        #expect(try await home.sign(up: .plain).status == 0)
        let again = try await home.sign(up: .plain)
        #expect(again.status == 2)
        #expect(again.errors.contains("waits at check_mail"))
        #expect(again.output.isEmpty)
        #expect(try home.letters().count == 3)
    }

    @Test func `the landline may be the mobile by its offer`() async throws {
        let home = try CommandHome()
        let result = try await home.sign(
            up: AnswerTexts.plain.with("landline", "\"+420 601 123 456\"")
        )
        #expect(result.status == 0)
        let none = try await home.sign(
            up: AnswerTexts.plain.with("email", "b@example.cz").without("landline")
        )
        #expect(none.status == 64)
        #expect(none.errors.contains("`landline`"))
    }
}
