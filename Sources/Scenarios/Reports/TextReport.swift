public import Documents
import Flows
import Localization

/// The report of a run for a person at a terminal.
public struct TextReport {
    private let result: SuiteResult
    private let sources: ReportSources
    private let style: ReportStyle
    private let isVerbose: Bool
    private var lines: [String] = []

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - result: How the scenarios went.
    ///   - sources: The scenario files, for excerpts.
    ///   - style: Whether to colour.
    ///   - isVerbose: Whether everything that was not met is listed.
    public init(
        _ result: SuiteResult,
        sources: ReportSources,
        style: ReportStyle = .plain,
        isVerbose: Bool = false
    ) {
        self.result = result
        self.sources = sources
        self.style = style
        self.isVerbose = isVerbose
        write()
    }

    /// The report; ends with a line end.
    public var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func write() {
        let languages = result.languages.map(\.rawValue).joined(separator: " ")
        lines.append(
            "flows \(Set(result.scenarios.map(\.scenario.flow)).count)"
                + " · scenarios \(result.scenarios.count) · locales \(languages)"
                + " · seed \(result.seed) · \(counted(result.jobs, "job"))"
        )
        lines.append("")
        let width = result.scenarios.map { DisplayWidth.cells(shownName($0)) }.max() ?? 0
        for scenario in result.scenarios { add(scenario, width: min(width, 64)) }
        addWords()
        addCoverage()
        addSummary()
    }

    private func shownName(_ result: ScenarioResult) -> String {
        VisibleText.escaping(result.scenario.fullName)
    }

    private mutating func add(_ scenario: ScenarioResult, width: Int) {
        let name = shownName(scenario)
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.cells(name)))
        let time = Clock.virtual(scenario.virtualMilliseconds)
        switch scenario.outcome {
        case .passed:
            let facts = [
                "\(scenario.languages.count) loc", counted(scenario.entryCount, "step"),
                "\(time) virtual", Clock.real(scenario.nanoseconds),
            ]
            lines.append("ok    \(name)\(padding)  " + facts.joined(separator: "  "))
        case .skipped(let reason):
            lines.append(style.paint("skip", .warning) + "  \(name)\(padding)  \(reason)")
        case .failed(let failures):
            guard let first = failures.first else { return }
            let tags = failures.map(\.language.rawValue).joined(separator: " ")
            let step = "step \(first.entry.number) of \(first.entry.count)"
            lines.append(style.paint("FAIL", .error) + "  \(name)\(padding)  \(tags)  \(step)")
            lines.append("")
            let block = FailureBlock(
                first,
                of: scenario.scenario,
                sources: sources,
                style: style
            )
            lines += block.lines.map { $0.isEmpty ? "" : "      " + $0 }
            lines.append("")
        }
    }

    private mutating func addWords() {
        guard !result.words.isEmpty else { return }
        lines += ["", style.paint("words", .emphasis)]
        for finding in result.words {
            let place = "\(finding.flow) \(finding.place)"
            lines.append(
                "  \(finding.language.rawValue)  \(VisibleText.escaping(finding.message))"
            )
            lines.append("      at \(place), in \(VisibleText.escaping(finding.scenario))")
        }
    }

    // MARK: - Coverage

    private mutating func addCoverage() {
        guard !result.coverage.isEmpty else { return }
        let kinds = CoverageItem.Kind.allCases.map(\.plural)
        let first = max(12, result.coverage.map(\.flow.count).max() ?? 0) + 2
        lines += [
            "",
            style.paint(
                padded("coverage", first + 2) + kinds.map { padded($0, 13) }.joined(),
                .emphasis
            ).trimmingEnd,
        ]
        for flow in result.coverage {
            let figures = flow.counts.map { padded("\($0.met)/\($0.all)", 13) }.joined()
            lines.append(("  " + padded(flow.flow, first) + figures).trimmingEnd)
            let all = flow.messages.first?.all ?? 0
            let shown = flow.messages.map { "\($0.language) \($0.met)" }.joined(separator: "  ")
            lines.append("  " + padded("", first) + "messages shown, of \(all):  \(shown)")
            if isVerbose { addMissed(of: flow) }
        }
        let missed = result.coverage.reduce(0) { $0 + $1.missed.count + $1.missedMessages.count }
        if missed > 0, !isVerbose {
            lines.append("  \(missed) not met (--verbose lists them)")
        }
    }

    private mutating func addMissed(of flow: FlowCoverage) {
        for item in flow.missed {
            lines.append("    \(place(item.range))  \(item.kind.word)  \(item.name)")
        }
        for message in flow.missedMessages {
            lines.append("    \(place(message.range))  \(message.language)  \(message.key)")
        }
    }

    private mutating func addSummary() {
        let runs = result.scenarios.reduce(0) { $0 + $1.languages.count }
        let time = result.scenarios.reduce(Int64(0)) {
            $0 + $1.virtualMilliseconds * Int64($1.languages.count)
        }
        var parts = ["\(result.passedCount) passed", "\(result.failedCount) failed"]
        if result.skippedCount > 0 { parts.append("\(result.skippedCount) skipped") }
        if !result.words.isEmpty { parts.append(counted(result.words.count, "word finding")) }
        lines += [
            "",
            style.paint(parts.joined(separator: ", "), .emphasis)
                + " · \(counted(runs, "run")) · \(Clock.virtual(time)) virtual"
                + " · \(Clock.real(result.nanoseconds))",
        ]
    }

    private func place(_ range: SourceRange) -> String {
        "\(VisibleText.escaping(range.file)):\(range.start.line)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
