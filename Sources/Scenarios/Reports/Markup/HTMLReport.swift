import Documents
import Flows
import Localization

/// The report of a run as one page that needs nothing else: no scripts, no other files.
///
/// Overview: failures first, each with what was expected and what came, and the screen in every language; then words,
/// scenarios and coverage. The page is well-formed XML too, so that any reader of XML can look into it.
public struct HTMLReport {
    /// The page; ends with a line end.
    public let text: String

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - result: How the scenarios went.
    ///   - sources: The scenario files, for excerpts.
    public init(_ result: SuiteResult, sources: ReportSources) {
        var writer = MarkupWriter("<!DOCTYPE html>\n")
        writer.element("html", [("lang", "en")]) { writer in
            Self.head(of: result, to: &writer)
            writer.element("body") { writer in
                Self.header(of: result, to: &writer)
                writer.element("main") { writer in
                    let failed = result.scenarios.filter { !$0.failures.isEmpty }
                    HTMLFailures(scenarios: failed, sources: sources).write(to: &writer)
                    Self.words(of: result, to: &writer)
                    Self.scenarios(of: result, to: &writer)
                    HTMLCoverage(flows: result.coverage).write(to: &writer)
                }
            }
        }
        text = writer.text
    }

    private static func verdict(of result: SuiteResult) -> String {
        var parts = ["\(result.passedCount) passed", "\(result.failedCount) failed"]
        if result.skippedCount > 0 { parts.append("\(result.skippedCount) skipped") }
        if !result.words.isEmpty { parts.append("\(result.words.count) about words") }
        return parts.joined(separator: ", ")
    }

    private static func head(of result: SuiteResult, to writer: inout MarkupWriter) {
        writer.element("head") { writer in
            writer.empty("meta", [("charset", "utf-8")])
            writer.empty(
                "meta",
                [
                    ("http-equiv", "Content-Security-Policy"),
                    ("content", "default-src 'none'; style-src 'unsafe-inline'"),
                ]
            )
            writer.empty(
                "meta",
                [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]
            )
            writer.empty("meta", [("name", "color-scheme"), ("content", "light dark")])
            writer.element("title", text: "Scenarios: \(verdict(of: result))")
            writer.element("style", lines: HTMLStyle.lines)
        }
    }

    private static func header(of result: SuiteResult, to writer: inout MarkupWriter) {
        writer.element("header") { writer in
            writer.element("h1", text: "Scenarios: \(verdict(of: result))")
            let languages = result.languages.map(\.rawValue).joined(separator: " ")
            let facts = [
                "languages \(languages)", "seed \(result.seed)", "jobs \(result.jobs)",
                Clock.real(result.nanoseconds),
            ]
            writer.element("p", text: facts.joined(separator: " · "))
        }
    }

    private static func words(of result: SuiteResult, to writer: inout MarkupWriter) {
        guard !result.words.isEmpty else { return }
        writer.element("section") { writer in
            writer.element("h2", text: "Words")
            writer.table("Words", ["Language", "What is wrong", "Where", "Met by"]) { writer in
                for finding in result.words {
                    writer.row([
                        finding.language.rawValue, finding.message,
                        "\(finding.flow) \(finding.place)", finding.scenario,
                    ])
                }
            }
        }
    }

    private static func scenarios(of result: SuiteResult, to writer: inout MarkupWriter) {
        writer.element("section") { writer in
            writer.element("h2", text: "All scenarios")
            let columns = ["Scenario", "Result", "Languages", "Time that passed", "Place"]
            writer.table("All scenarios", columns) { writer in
                for scenario in result.scenarios {
                    writer.row([
                        scenario.scenario.fullName, told(scenario),
                        scenario.languages.map(\.rawValue).joined(separator: " "),
                        Clock.virtual(scenario.virtualMilliseconds),
                        scenario.scenario.range.place,
                    ])
                }
            }
        }
    }

    private static func told(_ result: ScenarioResult) -> String {
        switch result.outcome {
        case .passed: "passed"
        case .failed(let failures):
            "failed: " + failures.map(\.language.rawValue).joined(separator: " ")
        case .skipped(let reason): "skipped: \(reason)"
        }
    }
}

extension SourceRange {
    /// The place as reports name it: `file:line`.
    var place: String { "\(file):\(start.line)" }
}

extension MarkupWriter {
    /// A table that can be moved sideways by keys and fingers where the window is narrow.
    mutating func table(
        _ name: String,
        _ columns: [String],
        _ rows: (inout MarkupWriter) -> Void
    ) {
        element(
            "div",
            [("class", "wide"), ("role", "region"), ("aria-label", name), ("tabindex", "0")]
        ) {
            writer in
            writer.element("table") { writer in
                writer.element("thead") { writer in
                    writer.element("tr") { writer in
                        for column in columns {
                            writer.element("th", [("scope", "col")], text: column)
                        }
                    }
                }
                writer.element("tbody") { rows(&$0) }
            }
        }
    }

    /// A row of a table; its first cell names it.
    mutating func row(_ cells: [String]) {
        element("tr") { writer in
            for (index, cell) in cells.enumerated() {
                if index == 0 {
                    writer.element("th", [("scope", "row")], text: cell)
                } else {
                    writer.element("td", text: cell)
                }
            }
        }
    }

    /// A part that is opened and closed by its summary.
    mutating func details(
        _ summary: String,
        isOpen: Bool = false,
        _ content: (inout MarkupWriter) -> Void
    ) {
        element("details", isOpen ? [("open", "")] : []) { writer in
            writer.element("summary", text: summary)
            content(&writer)
        }
    }
}
