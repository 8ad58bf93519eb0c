import Documents
import Localization

/// The report of a run for other programs, line by line: TAP version 14 (testanything.org).
public struct TAPReport {
    /// The report; ends with a line end.
    public let text: String

    /// Makes a report.
    public init(_ result: SuiteResult, sources: ReportSources) {
        // The words are one point more: they belong to all scenarios together.
        var lines = ["TAP version 14", "1..\(result.scenarios.count + 1)"]
        for (index, scenario) in result.scenarios.enumerated() {
            let point = "\(index + 1) - \(Self.escaped(scenario.scenario.fullName))"
            switch scenario.outcome {
            case .passed: lines.append("ok \(point)")
            case .skipped(let reason):
                lines.append("ok \(point) # SKIP \(Self.escaped(reason))")
            case .failed(let failures):
                lines.append("not ok \(point)")
                for failure in failures.prefix(1) {
                    lines += Self.block(
                        failure,
                        languages: failures.map(\.language.rawValue),
                        FailureBlock(failure, of: scenario.scenario, sources: sources).lines
                    )
                }
            }
        }
        let number = result.scenarios.count + 1
        lines.append("\(result.words.isEmpty ? "ok" : "not ok") \(number) - words")
        if !result.words.isEmpty {
            lines.append("  ---")
            lines.append("  findings:")
            lines += result.words.map {
                "    - \(JSONWriter.compact(.string("\($0.language.rawValue): \($0.message)")))"
            }
            lines.append("  ...")
        }
        for flow in result.coverage {
            let counts = flow.counts.map { "\($0.kind.plural) \($0.met)/\($0.all)" }
            lines.append("# coverage \(flow.flow): \(counts.joined(separator: ", "))")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func block(
        _ failure: ScenarioFailure,
        languages: [String],
        _ lines: [String]
    ) -> [String] {
        var block = ["  ---"]
        if let first = failure.mismatches.first {
            let range = first.range
            block += [
                "  message: \(quoted("\(first.subject) is not as expected"))", "  severity: fail",
                "  expected: \(quoted(first.expected))", "  actual: \(quoted(first.actual))",
                "  languages: [\(languages.joined(separator: ", "))]",
                "  at: {file: \(quoted(range.file)), line: \(range.start.line),"
                    + " column: \(range.start.column)}",
            ]
        }
        // The number of blanks is said, since the first line may begin with some.
        block.append("  report: |2")
        block += lines.map { "    \($0)" }
        return block + ["  ..."]
    }

    /// A text as YAML reads it in double quotes: JSON's are the same.
    private static func quoted(_ text: String) -> String { JSONWriter.compact(.string(text)) }

    /// A description, in which `#` begins a directive and `\` escapes.
    private static func escaped(_ text: String) -> String {
        VisibleText.escaping(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
