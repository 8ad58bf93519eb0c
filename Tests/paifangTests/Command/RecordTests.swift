import Foundation
import Testing

@testable import paifang

@Suite("paifang run --record")
struct RecordTests {
    /// A home with the project that `init` writes, whose flow has no question against robots.
    private func begun() async throws -> (home: CommandHome, project: CommandHome.Place) {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["init", home.path + "/new"], in: .untold)
        #expect(result.status == 0, "\(result.errors)")
        return (home, .folder(home.path + "/new"))
    }

    private func input(_ lines: [String]) -> [UInt8] {
        Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try CommandHome.bytes(file), as: UTF8.self)
    }

    private func expectNoTrace(of values: [String], in file: String) throws {
        for value in values {
            let found = Traces(of: value).found(in: try CommandHome.bytes(file))
            #expect(found.isEmpty, "\(value)")
        }
    }

    @Test func `a walk with answers becomes a scenario that passes, without what was given`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let file = home.path + "/walk.yaml"
        let run = try await home.sign(
            up: CanaryTests.answers,
            [
                "--record", file, "--given",
                "marketplace_email=marketplace.canary@canary-mail.example",
            ]
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "paifang: recorded; play it with: paifang test \(file)\n")
        let written = try text(file)
        for part in [
            "flow: wallet-signup", "locale: en", "is_known: \"false\"", "captcha: pass",
            "then: {at: check_mail}", "open_link: mail.confirm_email",
            "then: {at: registered, ended: registered}",
        ] {
            #expect(written.contains(part), "\(part) is missing in:\n\(written)")
        }
        try expectNoTrace(of: CanaryTests.values, in: file)
        let test = try await home.run(["test", file, "--report", "text"])
        #expect(test.status == 0, "\(written)\n\(test.output)\(test.errors)")
    }

    @Test func `a citizen of Russia with a driving licence gets samples that may have one`()
        async throws
    {
        let home = try CommandHome()
        let file = home.path + "/walk.yaml"
        let answers = CanaryTests.answers.with("citizenship", "RU").with("country", "RU")
            .with("document_type", "driving_licence").with("document_number", "\"9912 345678\"")
            .with("postcode", "\"125009\"")
        let run = try await home.sign(up: answers, ["--record", file])
        try #require(run.status == 0, "\(run.errors)")
        let written = try text(file)
        #expect(written.contains("ended: registered"), "\(written)")
        let test = try await home.run(["test", file, "--report", "text"])
        #expect(test.status == 0, "\(written)\n\(test.output)\(test.errors)")
    }

    @Test func `a walk line by line keeps what went wrong, changes, and ways back`() async throws {
        let (home, project) = try await begun()
        let file = home.path + "/walk.yaml"
        let secrets = [
            "canary.first@canary-mail.example", "Canarygiven Canaryfamily", "1987-06-05",
        ]
        let run = try await home.run(
            ["run", "--plain", "--lang", "en", "--record", file],
            input: input([
                "canary.first", secrets[0],  // the address, wrong first
                "2",  // again, too soon
                ":lang cs", "canarylinkcanarylinkcanarylink", ":lang en", "1",  // no link, the link
                ":back",  // past the barrier
                secrets[1], "2019-05-05", "2199-01-01", secrets[2], "",  // too young, to come
                "1", "Canarychanged Name", "", "",  // changed from the review
                "4",
            ]),
            in: project
        )
        let written = try text(file)
        for part in [
            "when: {submit: {email: ", "errors: {email: no_at}", "when: {press: resend}",
            "then: {at: check_mail, refused: too_soon}", "then: {at: about, refused: no_way_back}",
            "when: {switch_locale: cs}", "refused: forged", "errors: {birth_date: old_enough}",
            "when: {change: full_name}",
            "then: {at: registered, ended: registered}",
        ] {
            #expect(written.contains(part), "\(part) is missing in:\n\(written)\n\(run.output)")
        }
        try expectNoTrace(
            of: secrets + [
                "canary.first", "canarylink", "Canarychanged", "2019-05-05", "2199-01-01",
            ],
            in: file
        )
        let test = try await home.run(["test", file, "--report", "text"], in: project)
        #expect(test.status == 0, "\(written)\n\(test.output)\(test.errors)")
    }

    @Test func `another address is another sample, which has a letter of its own`() async throws {
        let (home, project) = try await begun()
        let file = home.path + "/walk.yaml"
        let run = try await home.run(
            ["run", "--plain", "--lang", "en", "--record", file],
            input: input(["canary.a@canary-mail.example", "3", "canary.b@canary-mail.example"]),
            in: project
        )
        #expect(!run.errors.contains("ends at"))
        let written = try text(file)
        #expect(
            written.contains("email: eva@example.com}}\n      then: {at: check_mail}\n"),
            "\(written)"
        )
        #expect(try await home.run(["test", file], in: project).status == 0)
    }

    @Test func `what was walked is written when the walk is left on the way`() async throws {
        let (home, project) = try await begun()
        let file = home.path + "/walk.yaml"
        let run = try await home.run(
            ["run", "--plain", "--lang", "en", "--record", file],
            input: input(["canary.first@canary-mail.example", ":quit"]),
            in: project
        )
        #expect(run.status != 0)
        let written = try text(file)
        #expect(written.hasSuffix("then: {at: check_mail}\n"), "\(written)")
        #expect(try await home.run(["test", file], in: project).status == 0)
    }

    @Test func `a walk in which nothing was done is a scenario too`() async throws {
        let (home, project) = try await begun()
        let file = home.path + "/walk.yaml"
        _ = try await home.run(["run", "--plain", "--record", file], in: project)
        #expect(try await home.run(["test", file], in: project).status == 0)
    }

    @Test func `a file that is there is not written over, and no walk begins`() async throws {
        let home = try CommandHome()
        let file = try home.write("mine\n", to: "walk.yaml")
        let run = try await home.sign(up: .plain, ["--record", file])
        #expect(run.status == 64)
        #expect(
            run.errors
                == "paifang: \(file) is there already; record to another file, or remove it\n"
        )
        #expect(try text(file) == "mine\n")
        #expect(!FileManager.default.fileExists(atPath: home.database))
    }

    @Test func `a walk that is resumed can't be recorded`() async throws {
        let home = try CommandHome()
        let file = home.path + "/walk.yaml"
        let run = try await home.sign(up: .plain, ["--record", file, "--resume"])
        #expect(run.status == 64)
        #expect(run.errors.contains("a walk is recorded from its beginning"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a file that can't be written ends with 2`() async throws {
        let home = try CommandHome()
        let run = try await home.sign(up: .plain, ["--record", home.path + "/no/such/walk.yaml"])
        #expect(run.status == 2)
        #expect(run.errors.contains("no/such/walk.yaml can't be written"))
    }
}
