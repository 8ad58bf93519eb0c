public import Documents
import Localization

/// One failure as lines of text: its place with an excerpt, what was expected and what came, the screen, and how to
/// see it again.
public struct FailureBlock {
    /// The lines, without line ends.
    public private(set) var lines: [String] = []
    /// The lines that show the place.
    private(set) var excerpt: [String] = []
    private let style: ReportStyle

    /// Writes a failure.
    public init(
        _ failure: ScenarioFailure,
        of scenario: Scenario,
        sources: ReportSources,
        style: ReportStyle = .plain
    ) {
        self.style = style
        guard let first = failure.mismatches.first else { return }
        addExcerpt(first.range, sources.files)
        excerpt = lines
        let steps = failure.steps
        let way = steps.before == steps.after ? steps.after : "\(steps.before) -> \(steps.after)"
        add("step", way)
        for mismatch in failure.mismatches {
            add(mismatch.subject, "- \(mismatch.expected)")
            add("", "+ \(mismatch.actual)")
        }
        for (index, line) in failure.screen.enumerated() {
            add(index == 0 ? "screen" : "", "| \(line)")
        }
        add("replay", sources.replay(scenario, failure))
        add("", "screens in every language: \(Self.folder(of: scenario))")
    }

    /// The folder that keeps what a failed scenario left behind; always the same for the same scenario.
    public static func folder(of scenario: Scenario) -> String {
        let number = scenario.fullName.utf8.reduce(UInt64(0)) {
            SplitMix.mixed($0 ^ UInt64($1))
        }
        let digits = String(number >> 40, radix: 16)
        return ".paifang/failed/"
            + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private mutating func addExcerpt(_ range: SourceRange, _ sources: [String: SourceText]) {
        let place = "\(VisibleText.escaping(range.file)):\(range.start.line)"
        let number = String(range.start.line)
        let blanks = String(repeating: " ", count: number.count)
        lines.append("\(blanks)--> \(place):\(range.start.column)")
        guard let source = sources[range.file] else { return lines.append("") }
        let isOneLine = range.end.line == range.start.line
        let first = range.start.column - 1
        let excerpt = Excerpt(
            line: source.line(range.start.line),
            columns: first..<max(first, isOneLine ? range.end.column - 1 : .max),
            limit: 90,
            cells: { DisplayWidth.cells($0) }
        )
        let carets = String(repeating: "^", count: excerpt.width)
        let indent = String(repeating: " ", count: excerpt.indentation)
        lines.append("\(blanks) |")
        lines.append("\(number) | \(excerpt.text)")
        lines.append("\(blanks) | \(indent)" + style.paint("\(carets) not so", .error))
        lines.append("\(blanks) |")
    }

    private mutating func add(_ name: String, _ text: String) {
        let padding = String(repeating: " ", count: max(1, 10 - name.count))
        lines.append(name + padding + VisibleText.escaping(text))
    }
}
