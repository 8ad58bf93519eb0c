import ArgumentParser
import Documents
import Flows
import Localization

/// One check of a project, as it is reported.
struct CheckReport {
    /// How findings are written.
    enum Format: String, CaseIterable {
        case text, short, json, sarif

        /// Whether a program reads it, which expects nothing else beside it.
        var isForPrograms: Bool { self == .json || self == .sarif }
    }

    let project: Project
    private let report: DiagnosticReport
    /// Whether there is something that must not be.
    let hasFailed: Bool

    /// Looks at a project.
    ///
    /// - Parameters:
    ///   - project: The project as it was read.
    ///   - selection: Where findings are reported.
    ///   - rules: Which findings are.
    ///   - isFolding: Whether findings that only follow from others are told as such, which takes longer.
    init(
        _ project: Project,
        selection: PathSelection,
        rules: FindingRules,
        isFolding: Bool = true
    ) {
        let all = ProjectCheck(project).findings
        let here = all.filter { selection.includes($0.range.file) }
        let findings = here.filter { rules.reports($0) }
        self.project = project
        hasFailed = findings.contains { rules.fails($0) }
        report = DiagnosticReport(
            findings,
            sources: project.sources,
            allowed: here.count - findings.count,
            causes: isFolding ? Cascades.causes(among: findings, all: all, in: project) : [:]
        )
    }

    /// Whether there is nothing to say.
    var isEmpty: Bool { report.diagnostics.isEmpty }

    /// The report; ends with a line end, if it is not empty.
    ///
    /// - Parameters:
    ///   - format: How it is written.
    ///   - style: Whether a text is coloured.
    ///   - duration: How long the check took, where that is to be told.
    /// - Returns: The report.
    func rendered(_ format: Format, style: ReportStyle, duration: Duration?) -> String {
        switch format {
        case .text: report.text(style: style, remark: remark(duration)) { DisplayWidth.cells($0) }
        case .short: report.short
        case .json: report.json + "\n"
        case .sarif:
            report.sarif(
                tool: "paifang",
                version: Paifang.configuration.version,
                explanations: Explanations.all
            ) + "\n"
        }
    }

    private func remark(_ duration: Duration?) -> String {
        let files = project.sources.count
        let messages = project.catalogs.messageCount
        let locales = project.languages.count
        let size = "\(files) files, \(messages) messages x \(locales) locales"
        guard let duration else { return size }
        let (seconds, attoseconds) = duration.components
        return size + ", \(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
