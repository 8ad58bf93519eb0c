import Documents
import Localization

/// The failures of a run as a section of a page.
struct HTMLFailures {
    let scenarios: [ScenarioResult]
    let sources: ReportSources

    /// Writes the section.
    func write(to writer: inout MarkupWriter) {
        writer.element("section") { writer in
            writer.element("h2", text: "Failures")
            if scenarios.isEmpty { writer.element("p", text: "There are none.") }
            for scenario in scenarios { write(scenario, to: &writer) }
        }
    }

    private func write(_ result: ScenarioResult, to writer: inout MarkupWriter) {
        writer.element("article") { writer in
            writer.element("h3", text: result.scenario.fullName)
            for group in Self.alike(result.failures) {
                write(group, of: result.scenario, to: &writer)
            }
        }
    }

    /// Failures of the same entry with the same mismatches: most go wrong in the same way in all languages.
    private static func alike(_ failures: [ScenarioFailure]) -> [[ScenarioFailure]] {
        var groups: [[ScenarioFailure]] = []
        for failure in failures {
            let index = groups.firstIndex {
                $0[0].entry.number == failure.entry.number && $0[0].mismatches == failure.mismatches
            }
            if let index { groups[index].append(failure) } else { groups.append([failure]) }
        }
        return groups
    }

    private func write(
        _ failures: [ScenarioFailure],
        of scenario: Scenario,
        to writer: inout MarkupWriter
    ) {
        guard let failure = failures.first else { return }
        let block = FailureBlock(failure, of: scenario, sources: sources)
        let languages = failures.map(\.language.rawValue).joined(separator: " ")
        let place = failure.mismatches.first?.range.place ?? scenario.range.place
        let steps = failure.steps
        let way = steps.before == steps.after ? steps.after : "\(steps.before) → \(steps.after)"
        writer.element("p") { writer in
            writer.element("strong", text: languages)
            writer.element(
                "span",
                text: "entry \(failure.entry.number) of \(failure.entry.count), step \(way), at"
            )
            writer.element("code", text: place)
        }
        writer.element("pre", lines: block.excerpt)
        writer.table("Expected and actual", ["What", "Expected", "Actual"]) { writer in
            for mismatch in failure.mismatches {
                writer.element("tr") { writer in
                    writer.element("th", [("scope", "row")], text: mismatch.subject)
                    writer.element("td") { $0.element("del", text: "- " + mismatch.expected) }
                    writer.element("td") { $0.element("ins", text: "+ " + mismatch.actual) }
                }
            }
        }
        writer.element("h4", text: "The screen")
        for screen in failure.screens {
            let isOwn = failures.contains { $0.language == screen.language }
            writer.details(screen.language.rawValue, isOpen: isOwn) { writer in
                writer.element(
                    "pre",
                    [("lang", screen.language.rawValue), ("class", "screen")],
                    lines: screen.lines
                )
            }
        }
        writer.element("h4", text: "See it again")
        writer.element("pre", text: sources.replay(scenario, failure))
    }
}
