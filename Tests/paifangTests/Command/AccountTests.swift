import Foundation
import Testing

@testable import paifang

/// The account page, all data of its owner, and its end, from the command line.
@Suite("paifang account")
struct AccountTests {
    /// A home in which somebody has signed up.
    private func home() async throws -> (home: CommandHome, signIn: String) {
        let home = try CommandHome(speaking: .all)
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let walk = try await home.run(["run", "wallet-signup", "--answers", answers, "--no-input"])
        #expect(walk.status == 0, "\(walk.errors)")
        let password = try #require(
            AnswerTexts.plain.yaml.split(separator: "\n").first {
                $0.hasPrefix("payment_password")
            }
        ).split(separator: ":", maxSplits: 1)[1]
        let signIn = "email: jana.novakova@example.cz\npassword:\(password)\n"
        return (home, try home.write(signIn, to: "sign-in.yaml"))
    }

    @Test func `the page shows what the account holds, partly hidden, and what can be done`()
        async throws
    {
        let (home, signIn) = try await home()
        let page = try await home.run(["account", "--answers", signIn, "--lang", "cs"])
        #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
        #expect(page.output.contains("jana.novakova@example.cz"))
        #expect(page.output.contains("(nelze změnit)"))
        #expect(page.output.contains("•••\u{A0}"))
        #expect(page.output.contains("paifang run settings"))
        #expect(page.output.contains("paifang account delete"))
        let json = try await home.run(["account", "--json", "--answers", signIn]).json
        #expect(json?["verified"] as? Bool == false)
        #expect((json?["agreements"] as? [[String: Any]])?.count == 2)
    }

    @Test func `all data are exported, and nothing of a secret`() async throws {
        let (home, signIn) = try await home()
        let result = try await home.run(["account", "export", "--answers", signIn])
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let fields = try #require(result.json?["fields"] as? [String: Any])
        #expect(fields["email"] as? String == "jana.novakova@example.cz")
        #expect((fields["agreement"] as? [String: Any])?["version"] as? Int == 1)
        #expect((fields["mobile"] as? String)?.hasPrefix("+") == true)
        #expect(fields["payment_password"] as? String == "kept in a form that nobody can read")
    }

    @Test(arguments: [("ru", "приостановлена"), ("zh", "暂停")])
    func `an account is suspended for a reason, and its owner told in the own language`(
        language: String,
        word: String
    ) async throws {
        let (home, signIn) = try await home()
        _ = try await home.run(["account", "--answers", signIn, "--lang", language])
        let address = "jana.novakova@example.cz"
        let typo = try await home.run(["account", "suspend", address, "--reason", "contact"])
        #expect(typo.status == 64 && typo.errors.contains("contact_data suspected_fraud"))
        let nobody = try await home.run(
            ["account", "suspend", "nobody@example.cz", "--reason", "contact_data"]
        )
        #expect(nobody.status == 1 && nobody.errors.contains("no account has this address"))
        let done = try await home.run(
            ["account", "suspend", address, "--reason", "contact_data", "--json"]
        )
        #expect(done.output == "{\"schema\":1,\"standing\":\"suspended\"}\n", "\(done.errors)")
        var mail = ""
        for number in 1...3 { mail += try await home.run(["mail", "\(number)"]).output }
        #expect(mail.contains(word), "\(mail)")
        let page = try await home.run(["account", "--answers", signIn, "--lang", language])
        #expect(page.status == 1 && page.output.isEmpty)
    }

    @Test func `without the password nothing is shown, exported or deleted`() async throws {
        let (home, _) = try await home()
        let wrong = try home.write(
            "email: jana.novakova@example.cz\npassword: \"150379\"\n",
            to: "wrong.yaml"
        )
        for verb in [["account"], ["account", "export"]] {
            let result = try await home.run(verb + ["--answers", wrong])
            #expect(result.status == 1 && result.output.isEmpty)
        }
    }
}
