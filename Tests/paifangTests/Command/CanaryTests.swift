import Flows
import Foundation
import Localization
import SQLiteStorage
import Screens
import Secrets
import Sessions
import Testing

@testable import paifang

/// REQ security.md T14: canary values in every personal and secret field, logs at debug level: none found.
///
/// Gender, citizenship, country and kind of document are words or two letters, which occur by themselves; they
/// are stored in the same encrypted bytes as the others.
@Suite("Personal data and secrets leave no trace")
struct CanaryTests {
    static let answers = AnswerTexts.plain
        .with("email", "kanarek.seventeen@canary-mail.example")
        .with("given_name", "Canarygiven").with("family_name", "Canaryfamily")
        .with("birth_date", "1987-06-05").with("document_number", "\"87654329\"")
        .with("region", "Canaryregion").with("city", "Canarycity")
        .with("street", "Canarystreet 7719").with("postcode", "\"377 01\"")
        .with("mobile", "\"+420 601 987 123\"").with("landline", "\"+420 222 987 321\"")
        .with("payment_password", "\"9081726354\"")
        .with(
            "security_answers",
            AnswerTexts.records(
                ["first_pet", "mother_maiden_name", "birth_city"],
                answers: ["Canarypet", "Canarymaiden", "Canarybirthplace"]
            )
        )

    /// What must be found nowhere: values as they were typed, as they are stored, and as they are shown.
    static let values = [
        "kanarek.seventeen@canary-mail.example", "kanarek.seventeen", "Canarygiven", "Canaryfamily",
        "1987-06-05", "June 5, 1987", "549849600000", "87654329", "Canaryregion", "Canarycity",
        "Canarystreet 7719", "377 01", "+420 601 987 123", "+420601987123", "601 987 123",
        "+420222987321", "222 987 321", "9081726354", "Canarypet", "Canarymaiden",
        "Canarybirthplace", "marketplace.canary@canary-mail.example",
    ]

    /// Everything a run has left: each file but letters and the answers themselves, and both streams.
    private func remains(of result: CommandResult, in home: CommandHome) throws -> [String: [UInt8]]
    {
        var remains = ["standard output": result.outputBytes, "standard error": result.errorBytes]
        let files = try #require(FileManager.default.enumerator(atPath: home.path))
        for case let name as String in files {
            let path = home.path + "/" + name
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if !exists || isFolder.boolValue || name.hasSuffix(".eml") || name == "answers.yaml" {
                continue
            }
            remains[name] = try CommandHome.bytes(path)
        }
        return remains
    }

    private func expectNoTrace(of values: [String], in remains: [String: [UInt8]]) {
        for value in values {
            let traces = Traces(of: value)
            for (name, bytes) in remains {
                #expect(traces.found(in: bytes).isEmpty, "\(value) in \(name)")
            }
        }
    }

    private func tokens(in home: CommandHome) throws -> [String] {
        try home.letters().flatMap { letter in
            MailText.text(of: try CommandHome.bytes(letter))
                .split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }
                .filter { Token.parse(String($0)) != nil }.map(String.init)
        }
    }

    @Test func `the search finds a value in each of its forms`() throws {
        let value = "Canary/17"
        let raw = Array(value.utf8)
        let hex = raw.map { String($0, radix: 16) }.joined()
        let texts = [
            value, value.lowercased(), hex, hex.uppercased(),
            Data("x: \(value)!".utf8).base64EncodedString(),
            Data("y \(value)!".utf8).base64EncodedString(),
            Data("\(value)!".utf8).base64EncodedString(),
        ]
        for text in texts {
            #expect(!Traces(of: value).found(in: Array(text.utf8)).isEmpty, "\(text)")
        }
        let wide = value.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(!Traces(of: value).found(in: wide).isEmpty)
        #expect(Traces(of: value).found(in: Array("Canary/18 Canary 17".utf8)).isEmpty)
    }

    @Test func `a sign-up that completes leaves none`() async throws {
        let home = try CommandHome()
        let result = try await home.sign(
            up: Self.answers,
            ["-v", "--given", "marketplace_email=marketplace.canary@canary-mail.example"]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("debug"))
        let tokens = try tokens(in: home)
        #expect(!tokens.isEmpty)
        let remains = try remains(of: result, in: home)
        #expect(remains.keys.contains("data/paifang/paifang.db"))
        expectNoTrace(of: Self.values + tokens, in: remains)
        for letter in try home.letters() {
            let traces = Traces(of: "kanarek.seventeen@canary-mail.example")
            #expect(try !traces.found(in: CommandHome.bytes(letter)).isEmpty)
        }
    }

    @Test(arguments: ["terms", "security_answers", "birth_date"])
    func `a sign-up that stops on the way leaves none`(field: String) async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: Self.answers.without(field), ["-v"])
        #expect(result.status == 64)
        expectNoTrace(
            of: Self.values + (try tokens(in: home)),
            in: try remains(of: result, in: home)
        )
        let list = try await home.run(["run", "--list", "-v"])
        expectNoTrace(of: Self.values, in: ["list": list.outputBytes, "log": list.errorBytes])
    }

    @Test func `a wrong secret is not said again with its reason`() async throws {
        let home = try CommandHome()
        let wrong = Self.answers.with("payment_password", "\"90817263540000\"")
        let result = try await home.sign(up: wrong, ["-v"])
        #expect(result.status == 1)
        expectNoTrace(of: ["90817263540000"] + Self.values, in: try remains(of: result, in: home))
    }

    @Test
    func `while a link is open its letter is kept encrypted, and another process leaves the log`()
        throws
    {
        let home = try CommandHome()
        let sample = try SampleService(in: home)
        let engine = sample.service.engine
        let session = try engine.begin("wallet-signup", input: [:], locale: "en", zone: "UTC")
        let walk = Walk(session, engine: engine, surroundings: sample.service.surroundings)
        #expect(
            walk.answer("kanarek.seventeen@canary-mail.example", at: .init("email")) == .accepted
        )
        #expect(walk.answer("pass", at: .init("captcha")) == .accepted)
        #expect(walk.answer("yes", at: .init("agreement")) == .accepted)
        #expect(walk.submit() == .moved)
        let letter = try #require(walk.lastLetter)
        #expect(letter.subject == Messages.opening(of: "mail.confirm_email.subject"))
        let tokens = try tokens(in: home)
        #expect(!tokens.isEmpty)
        let store = try home.store()
        #expect(try store.letters(of: walk.sessionID).map(\.body.isEmpty) == [false])
        // Between two commits the newest pages stand in the log beside the database.
        var files: [String: [UInt8]] = [:]
        for name in ["paifang.db", "paifang.db-wal", "paifang.db-shm", "paifang.key"] {
            files[name] = try CommandHome.bytes(home.dataFolder + "/" + name)
        }
        #expect(files["paifang.db-wal"]?.isEmpty == false)
        let words = [letter.subject, Messages.opening(of: "mail.already_registered.subject")]
        expectNoTrace(of: Self.values + tokens + words, in: files)
    }
}
