import Documents
import Flows
import Localization

/// The report of a run as one JSON document.
///
/// `{"schema":1,"seed","jobs","languages","scenarios":[{"name","flow","file","line","status","languages","steps",`
/// `"virtual_ms","failures":[…]}],"words":[…],"coverage":[…],"summary":{…}}`.
public struct JSONReport {
    /// The document, on one line without a line end.
    public let text: String

    /// Makes a report.
    public init(_ result: SuiteResult, sources: ReportSources) {
        let summary: JSONValue = [
            "passed": .integer(result.passedCount), "failed": .integer(result.failedCount),
            "skipped": .integer(result.skippedCount), "words": .integer(result.words.count),
            "lowest_percent": .integer(result.lowestPercent),
            "ms": .integer(Int(result.nanoseconds / 1_000_000)),
        ]
        text = JSONWriter.compact([
            "schema": 1, "seed": .string("\(result.seed)"), "jobs": .integer(result.jobs),
            "languages": .array(result.languages.map { .string($0.rawValue) }),
            "scenarios": .array(result.scenarios.map { Self.scenario($0, sources) }),
            "words": .array(result.words.map(Self.finding)),
            "coverage": .array(result.coverage.map(Self.coverage)), "summary": summary,
        ])
    }

    private static func scenario(
        _ result: ScenarioResult,
        _ sources: ReportSources
    ) -> JSONValue {
        let status: String
        var reason: String?
        switch result.outcome {
        case .passed: status = "passed"
        case .failed: status = "failed"
        case .skipped(let why):
            status = "skipped"
            reason = why
        }
        return [
            "name": .string(result.scenario.fullName),
            "flow": .string(result.scenario.flow.text),
            "file": .string(result.scenario.range.file),
            "line": .integer(result.scenario.range.start.line), "status": .string(status),
            "reason": .optional(reason),
            "languages": .array(result.languages.map { .string($0.rawValue) }),
            "steps": .integer(result.entryCount),
            "virtual_ms": .integer(Int(result.virtualMilliseconds)),
            "ms": .integer(Int(result.nanoseconds / 1_000_000)),
            "failures": .array(result.failures.map { failure($0, of: result.scenario, sources) }),
        ]
    }

    private static func failure(
        _ failure: ScenarioFailure,
        of scenario: Scenario,
        _ sources: ReportSources
    ) -> JSONValue {
        [
            "language": .string(failure.language.rawValue),
            "entry": .integer(failure.entry.number), "entries": .integer(failure.entry.count),
            "mismatches": .array(
                failure.mismatches.map { mismatch in
                    [
                        "expectation": .string(mismatch.subject),
                        "expected": .string(mismatch.expected),
                        "actual": .string(mismatch.actual),
                        "file": .string(mismatch.range.file),
                        "line": .integer(mismatch.range.start.line),
                        "column": .integer(mismatch.range.start.column),
                    ]
                }
            ),
            "step": .string(failure.steps.after),
            "screen": .array(failure.screen.map { .string($0) }),
            "replay": .string(sources.replay(scenario, failure)),
        ]
    }

    private static func finding(_ finding: WordFinding) -> JSONValue {
        [
            "language": .string(finding.language.rawValue), "key": .string(finding.key),
            "flow": .string(finding.flow.text), "place": .string(finding.place),
            "message": .string(finding.message), "text": .string(finding.text),
            "scenario": .string(finding.scenario),
        ]
    }

    private static func coverage(_ flow: FlowCoverage) -> JSONValue {
        let counts = flow.counts.map { count in
            JSONValue.Member(
                count.kind.rawValue,
                ["met": .integer(count.met), "all": .integer(count.all)]
            )
        }
        let messages = flow.messages.map { count in
            JSONValue.Member(
                count.language,
                ["met": .integer(count.met), "all": .integer(count.all)]
            )
        }
        return [
            "flow": .string(flow.flow), "counts": .object(counts), "messages": .object(messages),
            "edges": .array(flow.ways.map(edge)),
            "missed": .array(
                flow.missed.map { item in
                    [
                        "kind": .string(item.kind.rawValue), "name": .string(item.name),
                        "file": .string(item.range.file),
                        "line": .integer(item.range.start.line),
                    ]
                }
            ),
            "missed_messages": .array(
                flow.missedMessages.map { message in
                    [
                        "language": .string(message.language), "key": .string(message.key),
                        "file": .string(message.range.file),
                        "line": .integer(message.range.start.line),
                    ]
                }
            ),
        ]
    }

    /// How often a way was gone, as `paifang graph --coverage` reads it.
    private static func edge(_ way: CoverageWay, count: Int) -> JSONValue {
        [
            "from": .optional(way.from), "event": .string(way.event),
            "branch": way.branch.map { .integer($0) } ?? .null, "to": .string(way.to),
            "count": .integer(count),
        ]
    }
}
