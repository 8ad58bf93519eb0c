import Foundation
import Testing

/// REQ security.md T13: bombs are refused with a place, and use up nothing.
///
/// What uses up more than it may is ended by the system, and the test sees the signal.
@Suite("Bombs")
struct BombTests {
    /// A file made to use up the machine.
    struct Bomb: Sendable, CustomTestStringConvertible {
        let name: String
        let text: @Sendable () -> String

        var testDescription: String { name }
    }

    private static func times(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    /// YAML that no file of any kind may be.
    static let files = [
        Bomb(name: "aliases of aliases") {
            var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            for level in 1..<10 {
                text += "a\(level): &a\(level) [\(times("*a\(level - 1), ", 8))*a\(level - 1)]\n"
            }
            return text
        },
        Bomb(name: "deep brackets") { "a: " + times("[", 100_000) },
        Bomb(name: "deep braces") { times("{a: ", 50_000) },
        Bomb(name: "deep indentation") {
            (0..<1_000).map { times(" ", $0) + "a:\n" }.joined()
        },
        Bomb(name: "many keys") { (0..<120_000).map { "k\($0): 1\n" }.joined() },
        Bomb(name: "a large text") { "a: \"" + times("x", 2_000_000) + "\"\n" },
        Bomb(name: "many documents") { times("---\na: b\n", 20_000) },
        Bomb(name: "merge keys") { "a: &a {b: c}\nd: {<<: *a}\n" },
        Bomb(name: "a tag") { "a: !!python/object/apply:os.system [\"id\"]\n" },
        Bomb(name: "control characters") { "a: " + times("\u{1}", 5_000) + "\n" },
        Bomb(name: "one key many times") { times("email: a\n", 20_000) },
        Bomb(name: "a question without end") { times("? ", 100_000) },
    ]

    /// What a refusal may use up; without a bomb a check takes a second and a half, and 65 MiB, in a debug build.
    private static let bounds = CommandHome.Bounds(processor: 60, memory: 2_048)

    private func check(_ project: String, in home: CommandHome) async throws -> CommandResult {
        try await home.run(
            ["check", "--format", "short"],
            in: .folder(project),
            bounds: Self.bounds
        )
    }

    private func expectRefusal(
        _ result: CommandResult,
        at file: String,
        in text: String
    ) {
        #expect(!result.isSignalled)
        #expect(text.contains("\(file):"), "\(text.prefix(300))")
    }

    @Test func `what uses up more than it may is seen, and what does not goes on`() async throws {
        let home = try CommandHome(speaking: .all)
        let tight = CommandHome.Bounds(processor: 60, memory: 40)
        #expect(try await home.run(["check"], bounds: tight).status != 0)
        let short = CommandHome.Bounds(processor: 1, memory: 2_048)
        // What it prints tells the bound from the guard over commands that hang.
        let line = "ulimit -t; ulimit -v; while :; do :; done"
        let endless = try await home.shell(line, in: home.path, bounds: short)
        #expect(endless.isSignalled && endless.output == "1\n2097152\n")
        let check = try await home.run(["check"], bounds: Self.bounds)
        #expect(check.status == 0, "\(check.output) \(check.errors)")
    }

    @Test(arguments: files)
    func `as answers they are refused before a walk begins`(bomb: Bomb) async throws {
        let home = try CommandHome()
        let file = try home.write(bomb.text(), to: "bomb.yaml")
        let result = try await home.run(["run", "--answers", file], bounds: Self.bounds)
        #expect([1, 2].contains(result.status))
        #expect(!result.isSignalled)
        #expect(result.errors.contains("bomb.yaml"))
        #expect(!FileManager.default.fileExists(atPath: home.database))
    }

    @Test(
        arguments: files,
        ["flows/fields.yaml", "locales/ru.yaml"]
    )
    func `as a file of the project they are findings, and nobody walks`(
        bomb: Bomb,
        file: String
    ) async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        try home.write(bomb.text(), to: "project/" + file)
        let check = try await check(project, in: home)
        #expect(check.status == 1)
        expectRefusal(check, at: file, in: check.output)
        guard file == "flows/fields.yaml" else { return }
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let run = try await home.run(
            ["run", "--answers", answers],
            in: .folder(project),
            bounds: Self.bounds
        )
        #expect([2, 64].contains(run.status))
        #expect(!run.isSignalled)
        #expect(!FileManager.default.fileExists(atPath: home.database))
    }

    /// Messages and conditions made to use up the machine, as YAML values.
    static let messages = [
        Bomb(name: "plurals in plurals") {
            let deep = times("{n, plural, other {", 5_000) + times("}}", 5_000)
            return "'" + deep + "'"
        },
        Bomb(name: "open braces") { "'" + times("{", 8_000) + "'" },
        Bomb(name: "a long message") { "'" + times("word ", 4_000) + "'" },
        Bomb(name: "many branches") {
            "'{n, plural, " + (0..<3_000).map { "=\($0) {x} " }.joined() + "other {y}}'"
        },
        Bomb(name: "a huge number") { "'{n, plural, =\(times("9", 5_000)) {x} other {y}}'" },
    ]

    @Test(arguments: messages)
    func `as a message they are findings`(bomb: Bomb) async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        let file = project + "/locales/en.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try home.write(text + "\nbomb: \(bomb.text())\n", to: "project/locales/en.yaml")
        let result = try await check(project, in: home)
        #expect(result.status == 1)
        expectRefusal(result, at: "locales/en.yaml", in: result.output)
    }

    static let conditions = [
        Bomb(name: "brackets") { times("(", 20_000) + "true" + times(")", 20_000) },
        Bomb(name: "not not not") { times("!", 20_001) + "true" },
        Bomb(name: "minus minus") { times("-", 20_000) + "1 == 1" },
        Bomb(name: "a long chain") { times("true && ", 20_000) + "true" },
        Bomb(name: "lists in lists") { times("[", 5_000) + times("]", 5_000) + " == []" },
        Bomb(name: "a greedy pattern") { "value.matches('\(times("(a+)+", 500))$')" },
        Bomb(name: "a counted pattern") { "value.matches('((a{1000}){1000}){1000}')" },
        Bomb(name: "a huge number") { "size(value) > " + times("9", 10_000) },
        Bomb(name: "all of all") {
            times("[1,2,3,4,5,6,7,8].all(x, ", 30) + "true" + times(")", 30)
        },
        Bomb(name: "names in names") { "value" + times(".a", 20_000) },
        Bomb(name: "questions") { times("true ? ", 5_000) + "true" + times(" : false", 5_000) },
    ]

    @Test(arguments: conditions)
    func `as a condition they are findings`(bomb: Bomb) async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        let file = project + "/flows/fields.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try home.write(
            text.replacing(
                "{type: text, privacy: personal, length: {max: 120}}",
                with: "{type: text, rules: {bomb: \"\(bomb.text())\"}}"
            ),
            to: "project/flows/fields.yaml"
        )
        let result = try await check(project, in: home)
        #expect(result.status == 1)
        expectRefusal(result, at: "flows/fields.yaml", in: result.output)
    }
}
