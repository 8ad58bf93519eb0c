import Documents
import Localization

/// The report of a run for continuous integration: JUnit's XML, as Jenkins, GitLab and others read it.
///
/// A suite for each file, a case for each scenario and language; the words are a suite of their own. Times are those
/// of the run, a scenario's shared by its languages: what passes on the virtual clock takes no time.
public struct JUnitReport {
    /// The document; ends with a line end.
    public let text: String

    /// Makes a report.
    public init(_ result: SuiteResult, sources: ReportSources) {
        let cases = result.scenarios.flatMap { Self.cases(of: $0, sources: sources) }
        let words = Self.words(of: result)
        var groups: [String] = []
        for test in cases where groups.last != test.group && !groups.contains(test.group) {
            groups.append(test.group)
        }
        var writer = MarkupWriter("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let attributes = Self.figures(of: cases + words, nanoseconds: result.nanoseconds)
        writer.element("testsuites", [("name", "paifang test")] + attributes) { writer in
            for group in groups {
                Self.write(cases.filter { $0.group == group }, group, of: result, to: &writer)
            }
            Self.write(words, Self.wordsGroup, of: result, to: &writer)
        }
        text = writer.text
    }

    private static let wordsGroup = "words"

    /// One case: a scenario in a language.
    private struct Case {
        enum Outcome {
            case passed
            case failed(message: String, kind: String, lines: [String], screens: [String])
            case skipped(String)
        }

        let group: String
        let name: String
        let file: String
        let line: Int
        let nanoseconds: Int64
        let outcome: Outcome
    }

    private static func cases(
        of result: ScenarioResult,
        sources: ReportSources
    ) -> [Case] {
        let scenario = result.scenario
        let make = { (suffix: String, outcome: Case.Outcome) in
            Case(
                group: scenario.group,
                name: scenario.name + suffix,
                file: scenario.range.file,
                line: scenario.range.start.line,
                nanoseconds: result.nanoseconds / Int64(max(1, result.languages.count)),
                outcome: outcome
            )
        }
        if case .skipped(let reason) = result.outcome, result.languages.isEmpty {
            return [make("", .skipped(reason))]
        }
        return result.languages.map { language in
            let suffix = " [\(language.rawValue)]"
            if case .skipped(let reason) = result.outcome { return make(suffix, .skipped(reason)) }
            let failure = result.failures.first { $0.language == language }
            guard let failure else { return make(suffix, .passed) }
            let first = failure.mismatches.first
            return make(
                suffix,
                .failed(
                    message: first.map {
                        "\($0.subject): expected \($0.expected), came \($0.actual)"
                    } ?? "",
                    kind: first?.subject ?? "",
                    lines: FailureBlock(failure, of: scenario, sources: sources).lines,
                    screens: failure.screens.flatMap { ["[\($0.language.rawValue)]"] + $0.lines }
                )
            )
        }
    }

    /// A case for each language: whether its words are as they should be.
    private static func words(of result: SuiteResult) -> [Case] {
        result.languages.map { language in
            let findings = result.words.filter { $0.language == language }
            return Case(
                group: wordsGroup,
                name: "words [\(language.rawValue)]",
                file: findings.first?.range.file ?? "",
                line: findings.first?.range.start.line ?? 0,
                nanoseconds: 0,
                outcome: findings.first.map { first in
                    .failed(
                        message: first.message,
                        kind: wordsGroup,
                        lines: findings.map {
                            "\($0.message), at \($0.flow) \($0.place), in \($0.scenario)"
                        },
                        screens: []
                    )
                } ?? .passed
            )
        }
    }

    // MARK: - Writing

    private static func write(
        _ cases: [Case],
        _ name: String,
        of result: SuiteResult,
        to writer: inout MarkupWriter
    ) {
        let time = cases.reduce(Int64(0)) { $0 + $1.nanoseconds }
        writer.element("testsuite", [("name", name)] + figures(of: cases, nanoseconds: time)) {
            writer in
            writer.element("properties") { writer in
                let languages = result.languages.map(\.rawValue).joined(separator: " ")
                for (name, value) in [
                    ("seed", "\(result.seed)"), ("jobs", "\(result.jobs)"),
                    ("languages", languages),
                ] {
                    writer.empty("property", [("name", name), ("value", value)])
                }
            }
            for test in cases { write(test, to: &writer) }
        }
    }

    private static func write(_ test: Case, to writer: inout MarkupWriter) {
        var attributes: [MarkupWriter.Attribute] = [
            ("name", test.name), ("classname", test.group), ("time", seconds(test.nanoseconds)),
        ]
        if !test.file.isEmpty { attributes += [("file", test.file), ("line", "\(test.line)")] }
        switch test.outcome {
        case .passed: writer.empty("testcase", attributes)
        case .skipped(let reason):
            writer.element("testcase", attributes) { $0.empty("skipped", [("message", reason)]) }
        case .failed(let message, let kind, let lines, let screens):
            writer.element("testcase", attributes) { writer in
                writer.element("failure", [("message", message), ("type", kind)], lines: lines)
                if !screens.isEmpty { writer.element("system-out", lines: screens) }
            }
        }
    }

    private static func figures(
        of cases: [Case],
        nanoseconds: Int64
    ) -> [MarkupWriter.Attribute] {
        let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
        let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
        return [
            ("tests", "\(cases.count)"), ("failures", "\(failed)"), ("errors", "0"),
            ("skipped", "\(skipped)"), ("time", seconds(nanoseconds)),
        ]
    }

    private static func seconds(_ nanoseconds: Int64) -> String {
        let thousandths = String(max(0, nanoseconds) / 1_000_000 % 1_000 + 1_000).dropFirst()
        return "\(max(0, nanoseconds) / 1_000_000_000).\(thousandths)"
    }
}
