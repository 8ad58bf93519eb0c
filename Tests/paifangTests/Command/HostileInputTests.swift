import Documents
import Foundation
import Testing

/// REQ security.md T12: hostile texts are shown as text, always.
@Suite("Hostile texts")
struct HostileInputTests {
    /// Escape sequences, line ends, directions, hidden characters: as they stand between YAML's quotes.
    static let texts = [
        "\\e[2J\\e[H", "\\e]0;title\\a", "\\e]52;c;aGFjaw==\\a", "a\\r\\nOK", "a\\nexit 0", "a\\bb",
        "\\x9b2J", "\\u202Egpj.exe", "\\u2066a\\u2069", "\\u200B\\u200F", "\\0", "a\\tb",
        "\\uFEFFa",
        "\\U000E0041", "%s%n%d", "$(reboot)", "'; DROP TABLE accounts; --", "{email}", "<b>x</b>",
        "../../etc/passwd", "\\u0301\\u0301\\u0301\\u0301\\u0301",
    ]

    private func expectHarmless(_ result: CommandResult, _ what: String) {
        for bytes in [result.outputBytes, result.errorBytes] {
            let text = String(decoding: bytes, as: UTF8.self)
            let hidden = text.unicodeScalars.filter { $0 != "\n" && VisibleText.isHidden($0) }
            #expect(hidden.isEmpty, "\(what): \(hidden.map { String($0.value, radix: 16) })")
        }
        #expect(!result.isSignalled)
    }

    @Test(arguments: stride(from: 0, to: texts.count, by: 2).map { texts[$0] })
    func `as an answer they are taken or refused, and never act on a terminal`(
        text: String
    ) async throws {
        let plain = AnswerTexts.plain.without("payment_password")
        let answer = "\"\(text)\""
        let files = [
            plain.with("email", answer), plain.with("given_name", answer),
            plain.with("document_number", answer),
            plain.with("region", answer).with("city", answer).with("street", answer),
        ]
        for file in files {
            let home = try CommandHome()
            let result = try await home.sign(up: file)
            // 64 where the answers were taken as texts: then the password is what is missing.
            #expect([1, 64].contains(result.status), "\(result.errors)")
            expectHarmless(result, "an answer")
        }
    }

    @Test(arguments: [
        "\u{1B}[2J\n", "\u{202E}\u{9B}2J", "\u{2028}%s%n",
    ])
    func `as an argument they are repeated as text only`(text: String) async throws {
        let home = try CommandHome()
        let input = Array(AnswerTexts.plain.yaml.utf8)
        let runs = [
            ["run", text, "--answers", "-"], ["run", "--lang", text, "--answers", "-"],
            ["run", "--resume", text, "--answers", "-"], ["run", "--answers", text],
            ["run", "--given", "marketplace_account=" + text, "--answers", "-"],
            ["run", "--given", text + "=a", "--answers", "-"], ["explain", text], [text],
        ]
        for arguments in runs {
            let isVerb = arguments.count > 1
            let result = try await home.run(
                arguments,
                input: input,
                in: isVerb ? .home : .untold
            )
            expectHarmless(result, arguments.description)
        }
        let folder = try await home.run(["check"], in: .folder("/nowhere" + text))
        #expect(folder.status == 2)
        expectHarmless(folder, "-C")
    }

    @Test func `as names in a file of answers they are shown as text`() async throws {
        let home = try CommandHome()
        let lines = Self.texts.map { "\"\($0)\": x\n" }
        let file = try home.write(lines.joined(), to: "answers.yaml")
        let result = try await home.run(["run", "--answers", file])
        #expect(result.status == 1)
        expectHarmless(result, "a name")
    }
}
