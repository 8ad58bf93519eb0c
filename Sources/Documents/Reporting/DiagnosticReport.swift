/// Shows findings to an author (``text(style:width:remark:cells:)``), to an editor (``short``), to
/// a program (``json``), and to what collects findings (``sarif(tool:version:explanations:)``).
///
/// The findings are sorted by file, line and column. Nothing that stands in a file acts on the
/// terminal that shows it.
public struct DiagnosticReport: Sendable {
    /// The findings, sorted.
    public let diagnostics: [Diagnostic]
    private let sources: [String: SourceText]
    private let allowed: Int
    private let causes: [Diagnostic: Diagnostic]

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - diagnostics: The findings, in any order.
    ///   - sources: The files by their paths, for excerpts; a finding in another file has none.
    ///   - allowed: How many more findings there are that nobody wants to see.
    ///   - causes: Findings that go away once another one is mended, with that one.
    public init(
        _ diagnostics: [Diagnostic],
        sources: [String: SourceText] = [:],
        allowed: Int = 0,
        causes: [Diagnostic: Diagnostic] = [:]
    ) {
        self.diagnostics = diagnostics.sorted { left, right in
            if left.range.file != right.range.file { return left.range.file < right.range.file }
            if left.range.start != right.range.start {
                return left.range.start < right.range.start
            }
            return (left.code, left.message) < (right.code, right.message)
        }
        self.sources = sources
        self.allowed = allowed
        self.causes = causes
    }

    /// How many errors there are.
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
    /// How many warnings there are.
    public var warningCount: Int { diagnostics.count { $0.severity == .warning } }
    /// How many files have findings.
    public var fileCount: Int { Set(diagnostics.map(\.range.file)).count }

    /// The last line of the text form, such as `3 errors, 1 warning in 3 files`.
    public var summary: String {
        func counted(_ count: Int, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        let counts = [counted(errorCount, "error"), counted(warningCount, "warning")]
        let left = allowed > 0 ? ", \(allowed) allowed" : ""
        guard let files = counted(fileCount, "file") else { return "no errors, no warnings" + left }
        return counts.compactMap(\.self).joined(separator: ", ") + " in " + files + left
    }

    /// The findings with excerpts and advice, and a summary in the last line; ends with a line end.
    ///
    /// A finding that goes away with another one is told in three lines; where many do, the other one
    /// tells how many, and they are left out. Of many that are mended alike the first two are told in full,
    /// and the others in a line each.
    ///
    /// - Parameters:
    ///   - style: Whether to colour.
    ///   - width: The cells of a line; lines of files are cut to it, sentences are not.
    ///   - remark: What stands in brackets behind the summary.
    ///   - cells: The width of a text in terminal cells.
    /// - Returns: The report; the summary is its last line.
    public func text(
        style: ReportStyle = .plain,
        width: Int = 100,
        remark: String? = nil,
        cells: (String) -> Int
    ) -> String {
        let followers = causes.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var lines: [String] = []
        var open = diagnostics.filter { diagnostic in
            causes[diagnostic].map { followers[$0, default: 0] <= Self.followersShown } ?? true
        }[...]
        while let first = open.first {
            let alike = open.prefix { isLike(first, $0) }
            let isMany = alike.count > Self.alikeShown
            for diagnostic in isMany ? alike.prefix(2) : alike {
                let count = followers[diagnostic, default: 0]
                let block = DiagnosticBlock(
                    diagnostic,
                    sources: sources,
                    style: style,
                    width: width,
                    cause: causes[diagnostic],
                    followers: count > Self.followersShown ? count : 0,
                    cells: cells
                )
                lines += block.lines + [""]
            }
            if isMany {
                let others = alike.dropFirst(2)
                let head = "\(others.count) more of \(first.code) in this file, to be mended alike:"
                lines.append(style.paint(head, .emphasis))
                lines += others.map(Self.line) + [""]
            }
            open = open.dropFirst(alike.count)
        }
        let end = remark.map { "    (" + VisibleText.escaping($0) + ")" } ?? ""
        lines.append(style.paint(summary, .emphasis) + end)
        return lines.joined(separator: "\n") + "\n"
    }

    /// So many findings that go away with another one are told each by itself.
    private static let followersShown = 5

    /// So many findings of one kind in a row are told each by itself.
    private static let alikeShown = 5

    /// Whether a finding says nothing new behind another one: of the same kind, in the same file, with
    /// the same advice.
    private func isLike(_ first: Diagnostic, _ other: Diagnostic) -> Bool {
        if first == other { return true }
        return (other.code, other.severity, other.range.file, other.help)
            == (first.code, first.severity, first.range.file, first.help)
            && [first, other].allSatisfy { $0.fix == nil && causes[$0] == nil }
    }

    /// A finding in one line, where the file is known already.
    private static func line(_ diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.range.start.line):\(diagnostic.range.start.column)"
        return "  \(place)  \(VisibleText.escaping(diagnostic.message))"
    }

    /// One line for each finding, `file:line:column: error: message [E02]`; empty without findings.
    public var short: String {
        diagnostics.map { diagnostic in
            let message = VisibleText.escaping(diagnostic.message)
            let place = DiagnosticBlock.place(diagnostic.range)
            return "\(place): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.code)]\n"
        }.joined()
    }

    /// The findings as JSON, on one line without a line end.
    ///
    /// `{"schema":1,"findings":[{"code","severity","file","line","column","message","notes","help"}],`
    /// `"summary":{"errors","warnings","files","allowed"}}`; `notes` are texts, `help` may be `null`.
    public var json: String {
        let findings = diagnostics.map { diagnostic -> JSONValue in
            [
                "code": .string(diagnostic.code),
                "severity": .string(diagnostic.severity.rawValue),
                "file": .string(diagnostic.range.file),
                "line": .integer(diagnostic.range.start.line),
                "column": .integer(diagnostic.range.start.column),
                "message": .string(diagnostic.message),
                "notes": .array(diagnostic.notes.map { .string($0) }),
                "help": .optional(help(for: diagnostic)),
            ]
        }
        let summary: JSONValue = [
            "errors": .integer(errorCount), "warnings": .integer(warningCount),
            "files": .integer(fileCount), "allowed": .integer(allowed),
        ]
        return JSONWriter.compact(["schema": 1, "findings": .array(findings), "summary": summary])
    }

    private func help(for diagnostic: Diagnostic) -> String? {
        guard let cause = causes[diagnostic] else { return diagnostic.help }
        let place = cause.range.start
        return "goes away once \(cause.code) at \(cause.range.file):\(place.line):\(place.column)"
            + " is fixed"
    }
}
