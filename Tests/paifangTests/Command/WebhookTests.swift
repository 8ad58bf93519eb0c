import Foundation
import TestTexts
import Testing

@testable import paifang

/// A host of another language that owns the accounts, and a gateway, met by the command itself.
@Suite("Webhooks of paifang run", .enabled(if: HostProcess.canRun))
struct WebhookTests {
    /// This package's project, whose accounts are a webhook's.
    private func project(_ home: CommandHome) throws -> String {
        let project = try home.copyProject()
        let file = project + "/flows/effects.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let changed = text.replacingOccurrences(
            of: "  create_account:\n",
            with: "  create_account:\n    webhook: accounts\n"
        )
        #expect(changed != text)
        try home.write(changed, to: "project/flows/effects.yaml")
        return project
    }

    private func environment(_ url: String, key: String = HostProcess.key) -> [String: String] {
        ["PAIFANG_WEBHOOK_ACCOUNTS_URL": url, "PAIFANG_WEBHOOK_ACCOUNTS_KEY": key]
    }

    private func signUp(
        _ home: CommandHome,
        _ environment: [String: String]
    ) async throws -> CommandResult {
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        return try await home.run(
            ["run", "wallet-signup", "--answers", answers, "--no-input", "--json"],
            in: .folder(try project(home)),
            environment: environment
        )
    }

    @Test func `a host in another language makes the account, and is told no secret`() async throws
    {
        let home = try CommandHome()
        let host = try HostProcess("ok")
        let result = try await signUp(home, environment(host.url))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.json?["outcome"] as? String == "registered")
        let fields = result.json?["fields"] as? [String: Any]
        #expect(fields?["account_id"] as? String == "a1")
        let request = try #require(try host.requests.first)
        #expect(request.signed)
        #expect(request.body.contains("jana.novakova@example.cz"))
        for secret in ["730164", "Micka", "Brno"] { #expect(!request.body.contains(secret)) }
    }

    @Test func `a host that can't be reached is asked again later, with the same key`() async throws
    {
        let home = try CommandHome()
        let host = try HostProcess("crash,crash,crash,ok")
        let lost = try await signUp(home, environment(host.url))
        #expect(lost.status == 2)
        #expect(
            lost.errors.contains("the webhook `accounts` could not be used: nobody answers there")
        )
        let again = try await home.run(
            ["run", "--resume", "--plain"],
            input: Array("1\n".utf8),
            in: .folder(home.path + "/project"),
            environment: environment(host.url)
        )
        #expect(again.status == 0, "\(again.output)\(again.errors)")
        // The account that the first try has made is the one that the person gets.
        #expect(try host.accounts.count == 1)
        #expect(Set(try host.requests.map(\.key)).count == 1)
    }

    @Test func `where the webhook is not configured a stand-in says so`() async throws {
        let home = try CommandHome()
        let result = try await signUp(home, [:])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(arguments: [
        (
            "http://host.example/", HostProcess.key,
            "PAIFANG_WEBHOOK_ACCOUNTS_URL must begin with https://"
        ),
        ("nowhere", HostProcess.key, "PAIFANG_WEBHOOK_ACCOUNTS_URL is no address of the web"),
        ("https://host.example/", "short", "PAIFANG_WEBHOOK_ACCOUNTS_KEY must hold the common key"),
        ("https://host.example/", "", "PAIFANG_WEBHOOK_ACCOUNTS_KEY must hold the common key"),
    ])
    func `what can't be used is said before a walk begins`(
        url: String,
        key: String,
        words: String
    ) async throws {
        let home = try CommandHome()
        let result = try await signUp(home, environment(url, key: key))
        #expect(result.status == 2)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func `a short message goes to the gateway, and stays nowhere else`() async throws {
        let home = try CommandHome()
        let gateway = try HostProcess("ok")
        let result = try await home.run(
            ["run", "phone-verification", "--plain"],
            input: Array("CZ\n601 123 456\n".utf8),
            environment: ["PAIFANG_SMS_URL": gateway.url, "PAIFANG_SMS_KEY": HostProcess.key]
        )
        let request = try #require(try gateway.requests.first)
        #expect(request.signed)
        #expect(request.body.contains("\"to\":\"+420601123456\""))
        let code = try #require(request.body.firstMatch(of: /[0-9]{6} is your code/)?.output)
        #expect(!result.output.contains(code.prefix(6)))
        #expect(!FileManager.default.fileExists(atPath: home.mailFolder))
    }
}
