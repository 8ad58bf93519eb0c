import ArgumentParser
import Documents
import Flows
import Scenarios
import Glibc

/// `paifang check`: reads flows and locales, and says what is wrong and how to mend it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read flows and locales; say what is wrong and how to mend it."
    )

    @Argument(help: "Report findings in these files and folders only; everything is read.")
    var paths: [String] = []

    @Option(help: "How findings are written: text, short, json or sarif.")
    var format: CheckReport.Format = .text

    @Option(help: "Fail on warnings too (`warning`), or on those of a code. May be repeated.")
    var deny: [String] = []

    @Option(help: "Do not report findings of a code; they are counted. May be repeated.")
    var allow: [String] = []

    @Flag(name: .customLong("fix"), help: "Make the mends that are certain, and show them.")
    var isMending = false

    @Flag(name: .customLong("dry-run"), help: "With --fix: show the mends only.")
    var isTrying = false

    @Flag(name: .customLong("watch"), help: "Check again whenever a file changes; Ctrl-C ends.")
    var isWatching = false

    @Flag(
        name: .customLong("audit"),
        help: "List what is asked, kept, sent, given away and promised."
    )
    var isAudit = false

    @Option(
        help: "Print the JSON schema of a kind of file: flow, fields, effects or scenarios.",
        transform: { word in
            if word == "scenarios" { return ScenarioSchema.json }
            guard let schema = FlowSchema(rawValue: word) else {
                throw ValidationError("there are schemas for flow, fields, effects and scenarios")
            }
            return schema.json
        }
    )
    var schema: JSONValue?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if isTrying, !isMending { throw ValidationError("--dry-run goes with --fix") }
        let modes = [isMending, isWatching, isAudit, schema != nil].count { $0 }
        guard modes < 2 else {
            throw ValidationError("--fix, --watch, --audit and --schema exclude each other")
        }
        if isAudit, [.short, .sarif].contains(format) {
            throw ValidationError("--audit is written as text or json")
        }
    }

    func run() throws {
        if let schema { return Standard.output(JSONWriter.indented(schema)) }
        let situation = Situation(shared)
        let rules = try rules()
        if isAudit { return try audit(situation) }
        if isWatching { return try watch(situation, rules) }
        let start = ContinuousClock.now
        var project = try situation.project()
        let selection = try selection(in: project)
        if isMending {
            try mend(project) { selection.includes($0.range.file) && rules.reports($0) }
            if !isTrying { project = Project.read(project.folder) }
        }
        let report = CheckReport(project, selection: selection, rules: rules, isFolding: !isTrying)
        if !isTrying { show(report, since: start, situation) }
        // The program ends here: freeing all that was read, piece by piece, would only delay that.
        _ = Unmanaged.passRetained(Kept(project: project))
        if report.hasFailed { throw ExitCode.findings }
    }

    private final class Kept {
        let project: Project

        init(project: Project) { self.project = project }
    }

    private var writtenFormat: CheckReport.Format { shared.isJSON ? .json : format }

    private func show(
        _ report: CheckReport,
        since start: ContinuousClock.Instant,
        _ situation: Situation
    ) {
        if shared.isQuiet, report.isEmpty, !writtenFormat.isForPrograms { return }
        let isColoured = shared.color.isOn(
            environment: situation.environment,
            isTerminal: Standard.outputIsTerminal
        )
        // What programs and tests compare does not change from run to run.
        let duration = Standard.outputIsTerminal ? ContinuousClock.now - start : nil
        let style: ReportStyle = isColoured ? .ansi : .plain
        Standard.output(
            report.rendered(writtenFormat, style: style, duration: duration),
            terminator: ""
        )
    }

    /// Makes the mends, or only shows them.
    private func mend(_ project: Project, where isMeant: (Diagnostic) -> Bool) throws {
        let mending = Mending(project, where: isMeant)
        let changes = mending.changes
        for change in changes {
            let text = UnifiedDiff.of(change.old, change.new)
            if writtenFormat.isForPrograms {
                Standard.prompt(Standard.errorIsTerminal ? Self.harmless(text) : text)
            } else {
                Self.show(text)
            }
        }
        guard !isTrying else { return }
        for change in changes {
            do throws(FileReplacement) {
                try FileReplacement.write(
                    change.new.bytes,
                    to: project.folder.path + "/" + change.old.path,
                    insteadOf: change.old.bytes
                )
            } catch {
                Standard.error("paifang: \(VisibleText.escaping(error.reason))")
                throw ExitCode.impossible
            }
        }
        if !changes.isEmpty, !shared.isQuiet {
            let mends = mending.count == 1 ? "1 mend" : "\(mending.count) mends"
            let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
            Standard.error("paifang: \(mends) in \(files)")
        }
    }

    /// Shows a difference on standard output.
    static func show(_ difference: String) {
        Standard.output(
            Standard.outputIsTerminal ? harmless(difference) : difference,
            terminator: ""
        )
    }

    /// A difference as a terminal may show it.
    private static func harmless(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false)
                    .map { VisibleText.escaping(String($0)) }.joined(separator: "\t")
            }
            .joined(separator: "\n")
    }

    private func watch(_ situation: Situation, _ rules: FindingRules) throws {
        let folder = try situation.folder()
        // Watched before it is read, so that no change is missed.
        guard let watch = ProjectWatch(folder) else {
            Standard.error("paifang: the system does not let this folder be watched")
            throw ExitCode.impossible
        }
        var selection = try selection(in: Project.read(folder))
        while true {
            let start = ContinuousClock.now
            let project = Project.read(folder)
            // A file that has gone is no longer known; what was selected stays so.
            if let found = try? PathSelection(paths, in: project) { selection = found }
            show(CheckReport(project, selection: selection, rules: rules), since: start, situation)
            switch watch.next() {
            case .changed(let names):
                guard !writtenFormat.isForPrograms else { continue }
                let list = names.map { VisibleText.escaping($0) }.joined(separator: ", ")
                Standard.output("\n---- \(Self.time) ---- \(list)\n")
            case .stopped: throw ExitCode.stopped
            case .unread: return
            }
        }
    }

    /// The time of day, where this machine is.
    private static var time: String {
        var now = Glibc.time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private func audit(_ situation: Situation) throws {
        let project = try situation.soundProject()
        let selection = try selection(in: project)
        let flows = project.flows.flows.filter { selection.includes($0.range.file) }
        let audit = Audit(flows, sources: project.sources)
        if writtenFormat == .json {
            Standard.output(JSONWriter.compact(audit.json))
        } else {
            Standard.output(audit.text, terminator: "")
        }
    }

    private func selection(in project: Project) throws -> PathSelection {
        do throws(PathSelection.Unknown) {
            return try PathSelection(paths, in: project)
        } catch {
            let meant = error.meant.map { "; did you mean \(VisibleText.escaping($0))?" } ?? ""
            Standard.error(
                "paifang: \(VisibleText.escaping(error.path)) is no file or folder that is "
                    + "checked\(meant)"
            )
            throw ExitCode.usage
        }
    }

    private func rules() throws -> FindingRules {
        do throws(FindingRules.Unknown) {
            return try FindingRules(deny: deny, allow: allow)
        } catch {
            let meant = error.meant.map { "; did you mean \($0)?" } ?? ""
            Standard.error(
                "paifang: no code \(VisibleText.escaping(error.word))\(meant)"
                    + "  (paifang explain lists them)"
            )
            throw ExitCode.usage
        }
    }
}

extension CheckReport.Format: ExpressibleByArgument {}
