import Documents
import Testing

@Suite("DiagnosticReport")
struct DiagnosticReportTests {
    private let flow = SourceText(
        path: "flows/signup.yaml",
        text: String(repeating: "\n", count: 30) + "    on: {submit: captha}\n"
            + String(repeating: "\n", count: 12) + "  captcha:\n"
    )

    private func report(_ diagnostics: Diagnostic..., sources: [SourceText]) -> DiagnosticReport {
        let pairs = sources.map { ($0.path, $0) }
        return DiagnosticReport(diagnostics, sources: Dictionary(uniqueKeysWithValues: pairs))
    }

    /// The report of one finding whose place is between 1️⃣ and 2️⃣.
    private func excerpt(_ marked: String, label: String = "", width: Int = 100) -> [String] {
        let source = SourceText(path: "a.yaml", text: marked.filter { !"1️⃣2️⃣".contains($0) })
        let start = marked.prefix { $0 != "1️⃣" }
        let length = marked.dropFirst(start.count + 1).prefix { $0 != "2️⃣" }.utf8.count
        let range = source.range(start.utf8.count..<(start.utf8.count + length))
        let report = report(
            Diagnostic("E99", at: range, "wrong", label: label),
            sources: [source]
        )
        let lines = report.text(width: width, cells: cells).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        return lines.dropFirst(3).prefix(2).map { String($0) }
    }

    @Test func `a finding shows its line, what belongs to it, and what to do`() {
        let finding = Diagnostic(
            "E02",
            at: range(flow, 47..<53),
            "`submit` goes to a step that is not there: `captha`",
            label: "no step has this name",
            notes: ["names are exact"],
            help: "captcha",
            related: [.init(range: range(flow, 69..<76), label: "was this meant?")]
        )
        let warning = Diagnostic("W31", at: range(flow, 69..<76), "nothing leads here")
        #expect(
            report(warning, finding, sources: [flow]).text(remark: "9 files", cells: cells) == """
                error[E02]: `submit` goes to a step that is not there: `captha`
                  --> flows/signup.yaml:31:18
                   |
                31 |     on: {submit: captha}
                   |                  ^^^^^^ no step has this name
                   |
                  ::: flows/signup.yaml:44:3
                   |
                44 |   captcha:
                   |   ------- was this meant?
                   |
                   = note:     names are exact
                   = try:      captcha
                   = more:     paifang explain E02

                warning[W31]: nothing leads here
                  --> flows/signup.yaml:44:3
                   |
                44 |   captcha:
                   |   ^^^^^^^
                   |
                   = more:     paifang explain W31

                1 error, 1 warning in 1 file    (9 files)

                """
        )
    }

    @Test func `without the file its words are shown all the same`() {
        let elsewhere = SourceText(path: "b.yaml", text: "a: 1\n")
        let finding = Diagnostic(
            "E01",
            at: range(elsewhere, 0..<1),
            "twice",
            label: "the second",
            help: "one\ntwo",
            related: [.init(range: range(elsewhere, 3..<4), label: "the first")]
        )
        #expect(
            report(finding, sources: []).text(cells: cells) == """
                error[E01]: twice
                 --> b.yaml:1:1
                  |
                 ::: b.yaml:1:4 the first
                  = note:     the second
                  = try:      one
                              two
                  = more:     paifang explain E01

                1 error in 1 file

                """
        )
    }

    @Test func `of many that are mended alike two are told in full, the others in a line each`() {
        func many(_ count: Int, help: String = "add it") -> [Diagnostic] {
            (0..<count).map { index in
                Diagnostic(
                    "E99",
                    at: range(flow, index..<index),
                    "no \(index)",
                    help: index == 6 ? help : "add it"
                )
            }
        }
        let text = { (found: [Diagnostic]) in
            DiagnosticReport(found, sources: [self.flow.path: self.flow]).text(cells: cells)
        }
        let folded = text(many(7))
        #expect(folded.split(separator: "error[E99]").count == 2)
        #expect(
            folded.contains(
                """
                5 more of E99 in this file, to be mended alike:
                  3:1  no 2
                  4:1  no 3
                  5:1  no 4
                  6:1  no 5
                  7:1  no 6

                7 errors in 1 file
                """
            )
        )
        #expect(text(many(5)).split(separator: "error[E99]").count == 5)
        let other = text(many(7, help: "take it out"))
        #expect(other.contains("4 more of E99"))
        #expect(other.contains("error[E99]: no 6") && other.contains("take it out"))
    }

    @Test func `a finding about a whole file shows no line`() {
        let finding = Diagnostic("E33", at: .start(of: flow.path), "not UTF-8")
        #expect(
            report(finding, sources: [flow]).text(cells: cells) == """
                error[E33]: not UTF-8
                 --> flows/signup.yaml:1:1
                  = more:     paifang explain E33

                1 error in 1 file

                """
        )
    }

    @Test func `no findings are said in one line`() {
        #expect(DiagnosticReport([]).text(cells: cells) == "no errors, no warnings\n")
        #expect(DiagnosticReport([]).short.isEmpty)
    }

    @Test(arguments: [
        ("标题: 1️⃣你好2️⃣ b", ["1 | 标题: 你好 b", "  |       ^^^^"]),
        ("Ž: '😀' 1️⃣x2️⃣", ["1 | Ž: '😀' x", "  |         ^"]),
        ("e\u{301}a: 1️⃣b2️⃣", ["1 | e\u{301}a: b", "  |     ^"]),
        ("\ta: 1️⃣b2️⃣", ["1 |     a: b", "  |        ^"]),
        ("a:1️⃣2️⃣", ["1 | a:", "  |   ^"]),
        ("a: 1️⃣|\n  b\n2️⃣c", ["1 | a: |", "  |    ^"]),
    ])
    func `carets stand under what is meant, by the width of the text`(
        marked: String,
        lines: [String]
    ) {
        #expect(excerpt(marked) == lines)
    }

    @Test func `a long line is cut around the place`() {
        let long = String(repeating: "字", count: 100_000)
        #expect(
            excerpt("\(long) 1️⃣here2️⃣ \(long)", label: "this", width: 40)
                == [
                    "1 | …字字字字字字 here 字字字字字字字字…",
                    "  |               ^^^^ this",
                ]
        )
        #expect(
            excerpt("a: 1️⃣\(long)2️⃣", width: 24) == [
                "1 | a: 字字字字字字字…", "  |    ^^^^^^^^^^^^^^",
            ]
        )
        #expect(
            excerpt("\(long)1️⃣b2️⃣", width: 24) == [
                "1 | …字字字字字字字字b", "  |                  ^",
            ]
        )
    }

    @Test func `no width is too small`() {
        #expect(excerpt("abcdefghijklmnop1️⃣q2️⃣", width: -5).last?.contains("^") == true)
    }

    @Test func `nothing in a file or its name acts on the terminal`() {
        let hostile = "a: \u{1B}]0;x\u{7}\u{9B}2J\u{202E}b"
        let source = SourceText(path: "x\u{1B}[2J.yaml", text: hostile)
        let finding = Diagnostic(
            "E30",
            at: range(source, 0..<1),
            "no key `\u{1B}c\n`",
            label: "\u{8}",
            notes: ["\u{7F}"],
            help: "\u{202E}",
            related: [.init(range: range(source, 3..<9), label: "\u{1B}")]
        )
        for sources in [[source], []] {
            let report = report(finding, sources: sources)
            for text in [report.text(cells: cells), report.short, report.json] {
                let hidden = text.unicodeScalars.filter { VisibleText.isHidden($0) && $0 != "\n" }
                #expect(hidden.isEmpty)
            }
        }
        #expect(excerpt("a: 1️⃣\u{1B}2️⃣[31m") == ["1 | a: \\u{1B}[31m", "  |    ^^^^^^"])
    }

    @Test func `colours are added and nothing is taken away`() {
        let finding = Diagnostic(
            "E02",
            at: range(flow, 47..<53),
            "no",
            label: "here",
            related: [.init(range: range(flow, 69..<76), label: "there")]
        )
        let report = report(finding, sources: [flow])
        let coloured = report.text(style: .ansi, cells: cells)
        #expect(coloured.contains("\u{1B}[1;31merror[E02]\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report.text(cells: cells))
    }

    @Test func `the short form has a line for each finding, sorted by file, line and column`() {
        let other = SourceText(path: "b.yaml", text: "a: 1\nb: 2\n")
        let report = report(
            Diagnostic("W31", at: range(other, 8..<9), "fourth"),
            Diagnostic("E02", at: range(other, 5..<6), "third"),
            Diagnostic("E03", at: range(other, 3..<4), "second"),
            Diagnostic("E04", at: .start(of: "a.yaml"), "first"),
            sources: [other]
        )
        #expect(
            report.short == """
                a.yaml:1:1: error: first [E04]
                b.yaml:1:4: error: second [E03]
                b.yaml:2:1: error: third [E02]
                b.yaml:2:4: warning: fourth [W31]

                """
        )
        #expect(report.summary == "3 errors, 1 warning in 2 files")
    }

    @Test func `the JSON form has exactly the names that were promised`() {
        let other = SourceText(path: "b.yaml", text: "a: 1\nb: 2\n")
        let report = report(
            Diagnostic(
                "E02",
                at: range(other, 3..<4),
                "no step `x\"`",
                notes: ["shows as: «x»", "English: x"],
                help: "captcha"
            ),
            Diagnostic("W31", at: range(other, 8..<9), "never asked"),
            sources: []
        )
        let first = """
            {"code":"E02","severity":"error","file":"b.yaml","line":1,"column":4,\
            "message":"no step `x\\"`","notes":["shows as: «x»","English: x"],"help":"captcha"}
            """
        let second = """
            {"code":"W31","severity":"warning","file":"b.yaml","line":2,"column":4,\
            "message":"never asked","notes":[],"help":null}
            """
        let summary = #"{"errors":1,"warnings":1,"files":1,"allowed":0}"#
        #expect(
            report.json == #"{"schema":1,"findings":[\#(first),\#(second)],"summary":\#(summary)}"#
        )
    }

    private func range(_ source: SourceText, _ bytes: Range<Int>) -> SourceRange {
        source.range(bytes)
    }

    /// Two cells for wide characters and emoji, one for all others; marks add nothing.
    private func cells(_ text: String) -> Int {
        text.reduce(0) { width, character in
            let isWide = character.unicodeScalars.contains { $0.value >= 0x1100 && $0 != "…" }
            return width + (isWide ? 2 : 1)
        }
    }
}
