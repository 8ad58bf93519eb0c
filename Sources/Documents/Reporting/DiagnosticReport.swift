/// Shows findings to an author (``text(style:width:remark:cells:)``), to an editor (``short``), and
/// to a program (``json``).
///
/// The findings are sorted by file, line and column. Nothing that stands in a file acts on the
/// terminal that shows it.
public struct DiagnosticReport: Sendable {
    /// The findings, sorted.
    public let diagnostics: [Diagnostic]
    private let sources: [String: SourceText]

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - diagnostics: The findings, in any order.
    ///   - sources: The files by their paths, for excerpts; a finding in another file has none.
    public init(_ diagnostics: [Diagnostic], sources: [String: SourceText] = [:]) {
        self.diagnostics = diagnostics.sorted { left, right in
            if left.range.file != right.range.file { return left.range.file < right.range.file }
            if left.range.start != right.range.start {
                return left.range.start < right.range.start
            }
            return (left.code, left.message) < (right.code, right.message)
        }
        self.sources = sources
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
        guard let files = counted(fileCount, "file") else { return "no errors, no warnings" }
        return counts.compactMap(\.self).joined(separator: ", ") + " in " + files
    }

    /// The findings with excerpts and advice, and a summary in the last line; ends with a line end.
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
        var lines: [String] = []
        for diagnostic in diagnostics {
            let block = DiagnosticBlock(
                diagnostic,
                sources: sources,
                style: style,
                width: width,
                cells: cells
            )
            lines += block.lines + [""]
        }
        let end = remark.map { "    (" + VisibleText.escaping($0) + ")" } ?? ""
        lines.append(style.paint(summary, .emphasis) + end)
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each finding, `file:line:column: error[E02]: message`; empty without findings.
    public var short: String {
        diagnostics.map { diagnostic in
            let level = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
            let message = VisibleText.escaping(diagnostic.message)
            return "\(DiagnosticBlock.place(diagnostic.range)): \(level): \(message)\n"
        }.joined()
    }

    /// The findings as JSON, on one line without a line end.
    ///
    /// `{"schema":1,"findings":[{"code","severity","file","line","column","message","help"}],`
    /// `"summary":{"errors","warnings","files"}}`; `help` may be `null`.
    public var json: String {
        let findings = diagnostics.map { diagnostic -> JSONValue in
            [
                "code": .string(diagnostic.code),
                "severity": .string(diagnostic.severity.rawValue),
                "file": .string(diagnostic.range.file),
                "line": .integer(diagnostic.range.start.line),
                "column": .integer(diagnostic.range.start.column),
                "message": .string(diagnostic.message),
                "help": .optional(diagnostic.help),
            ]
        }
        let summary: JSONValue = [
            "errors": .integer(errorCount), "warnings": .integer(warningCount),
            "files": .integer(fileCount),
        ]
        return JSONWriter.compact(["schema": 1, "findings": .array(findings), "summary": summary])
    }
}
