import Foundation
import Testing

@Suite("paifang locale export and import")
struct LocaleExchangeTests {
    private let home: CommandHome
    private let project: BrokenProject

    init() throws {
        home = try CommandHome()
        project = try BrokenProject(in: home)
    }

    private func locale(_ arguments: String...) async throws -> CommandResult {
        try await home.run(["locale"] + arguments, in: .folder(project.path))
    }

    private var file: String { project.path + "/words.xlf" }

    @Test(arguments: ["xliff1.2", "xliff2.1"], [[], ["--split"]])
    func `what went out and came back leaves every byte as it was`(
        format: String,
        split: [String]
    ) async throws {
        for language in ["ru", "zh", "id", "cs"] {
            let out = try await home.run(
                ["locale", "export", language, "--format", format, "--out", file] + split,
                in: .folder(project.path)
            )
            #expect(out.status == 0)
            let back = try await locale("import", file)
            #expect(back.status == 0, "\(back.errors)")
            #expect(back.output.isEmpty)
            for name in ["locales/\(language).yaml", "locales/state/\(language).yaml"] {
                #expect(try project.isOriginal(name), "\(name)")
            }
        }
    }

    @Test
    func `a changed text is shown and written, and nothing else; its state is no longer reviewed`()
        async throws
    {
        _ = try await locale("export", "cs", "--out", file)
        try project.replace(">Registrace peněženky<", by: ">Založení peněženky<", in: "words.xlf")
        let tried = try await locale("import", file, "--dry-run")
        #expect(tried.status == 0)
        #expect(tried.errors.contains("1 text would change"))
        #expect(try project.isOriginal("locales/cs.yaml"))
        let back = try await locale("import", file)
        #expect(back.status == 0)
        #expect(back.output == tried.output)
        let old = try String(
            contentsOfFile: CommandHome.repository + "/locales/cs.yaml",
            encoding: .utf8
        )
        let new = try project.read("locales/cs.yaml")
        let place = try #require(old.range(of: "Registrace peněženky"))
        #expect(new == old.replacingCharacters(in: place, with: "Založení peněženky"))
    }

    @Test
    func `what is damaged, unknown or found wrong is refused with its line, the rest comes in`()
        async throws
    {
        _ = try await locale("export", "cs", "--out", file)
        try project.replace(">Registrace peněženky<", by: ">Založení peněženky<", in: "words.xlf")
        try project.replace(
            "id=\"wallet-signup.start.title\"",
            by: "id=\"wallet-signup.strat.title\"",
            in: "words.xlf"
        )
        try project.replace("resname=\"wallet-signup.start.title\"", by: "", in: "words.xlf")
        let text = try project.read("words.xlf")
        let target = try #require(
            text.firstMatch(
                of: #/<target[^>]*>[^\n]*(<ph id="1" ctype="x-argument">\{email\}<\/ph>)/#
            )
        )
        var damaged = text
        damaged.removeSubrange(target.output.1.startIndex..<target.output.1.endIndex)
        try project.write(damaged, to: "words.xlf")
        let back = try await locale("import", file)
        #expect(back.status == 1)
        let line = text[..<target.range.lowerBound].count { $0 == "\n" } + 1
        #expect(back.errors.contains("error[L173]"))
        #expect(back.errors.contains("words.xlf:\(line):"))
        #expect(back.errors.contains("error[L171]"))
        #expect(back.errors.contains("did you mean `wallet-signup.start.title`?"))
        #expect(back.errors.contains("1 text changed"))
        #expect(try project.read("locales/cs.yaml").contains("Založení peněženky"))
    }

    @Test func `an error that the checks find keeps a text out, and says what it is`() async throws
    {
        _ = try await locale("export", "cs", "--out", file)
        let text = try project.read("words.xlf")
        let unit = try #require(text.firstRange(of: "<trans-unit id=\"refused.too_soon\""))
        let target = try #require(text[unit.upperBound...].firstMatch(of: #/<target.*<\/target>/#))
        // A number that is shown as a date is well-formed, and wrong.
        let wrong = "<target>Počkejte {wait_seconds, date, long}.</target>"
        try project.write(text.replacingCharacters(in: target.range, with: wrong), to: "words.xlf")
        let back = try await locale("import", file, "--json")
        #expect(back.status == 1)
        #expect(back.output.contains(#""code":"L177""#), "\(back.output)")
        #expect(back.output.contains(#""changed":[]"#))
        #expect(try project.isOriginal("locales/cs.yaml"))
    }

    @Test func `a missing message goes where English has it`() async throws {
        let old = try project.read("locales/cs.yaml")
        let line = try #require(old.firstRange(of: #/\n    resend: "[^"]*"/#))
        try project.write(old.replacingCharacters(in: line, with: ""), to: "locales/cs.yaml")
        let text = try #require(old[line].firstMatch(of: #/"(.*)"/#)?.output.1)
        _ = try await locale("export", "cs", "--only", "missing", "--out", file)
        let sent = try project.read("words.xlf")
        #expect(sent.ranges(of: "<trans-unit").count == 1)
        try project.write(
            sent.replacing(#/<target[^>]*\/>/#, with: "<target>\(text)</target>"),
            to: "words.xlf"
        )
        let back = try await locale("import", file)
        #expect(back.status == 0, "\(back.errors)")
        #expect(try project.read("locales/cs.yaml") == old)
    }

    @Test func `files that can't be read, and languages that don't fit, end with a reason`()
        async throws
    {
        #expect(try await locale("import", project.path + "/none.xlf").status == 2)
        try project.write("<xliff version='1.2'>", to: "words.xlf")
        let broken = try await locale("import", file)
        #expect(broken.status == 2)
        #expect(broken.errors.contains("error[L170]"))
        _ = try await locale("export", "cs", "--out", file)
        let other = try await locale("import", file, "--lang", "ru")
        #expect(other.status == 2)
        #expect(other.errors.contains("error[L178]"))
        #expect(try await locale("export", "en").status == 64)
        let unknown = try await locale("export", "xx")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("no language xx"))
    }

    @Test func `standard input and output do as files`() async throws {
        let out = try await locale("export", "zh", "--format", "xliff2.1", "--split")
        #expect(
            out.output.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.1\""
            )
        )
        let back = try await home.run(
            ["locale", "import", "-"],
            input: out.outputBytes,
            in: .folder(project.path)
        )
        #expect(back.status == 0)
        #expect(try project.isOriginal("locales/zh.yaml"))
    }
}
