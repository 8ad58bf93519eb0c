import Foundation
import Testing

@testable import paifang

@Suite("The phone verification of this package")
struct PhoneVerificationTests {
    @Test(arguments: Languages.all)
    func `it is walked with a file of answers, and the code answers itself in a sandbox`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let answers = try home.write(
            "phone_country: CZ\nphone: 601 123 456\n",
            to: "answers.yaml"
        )
        let result = try await home.run(
            ["run", "phone-verification", "--answers", answers, "--no-input", "--lang", language]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output.contains(
                Messages.opening(of: "phone-verification.verified.title", in: language)
            )
        )
        #expect(!result.output.contains("601"))
        let message = try await home.run(["mail", "1"])
        #expect(message.output.hasPrefix("+420601123456\n"))
        #expect(message.output.firstMatch(of: /[0-9]{6}/) != nil)
    }

    @Test(arguments: Languages.all)
    func `line by line the short message is shown, and its code leads on`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let first = try await home.run(
            ["run", "phone-verification", "--plain", "--lang", language],
            input: Array("+420\n601 123 456\n".utf8)
        )
        #expect(first.output.contains("(+420)") || first.output.contains("（+420）"))
        let message = try await home.run(["mail", "1"])
        let words = message.output.split(separator: "\n").last.map(String.init) ?? "?"
        #expect(first.output.contains(words))
        let code = try #require(words.firstMatch(of: /[0-9]{6}/)?.output)
        let second = try await home.run(
            ["run", "--resume", "--plain", "--lang", language],
            input: Array("\(code)\n".utf8)
        )
        #expect(second.status == 0, "\(second.output)\(second.errors)")
    }

    @Test func `a wrong code in the file is told, and is no way around`() async throws {
        let home = try CommandHome()
        let answers = try home.write(
            "phone_country: CZ\nphone: 601 123 456\nsms_code: \"000000\"\n",
            to: "answers.yaml"
        )
        let result = try await home.run(
            ["run", "phone-verification", "--answers", answers, "--no-input"]
        )
        #expect(result.status == 1)
        #expect(result.errors.contains("sms_code"))
    }
}
