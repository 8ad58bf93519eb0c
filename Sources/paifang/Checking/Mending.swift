import Documents

/// Makes the mends that are certain, in memory: what they remove, and what the files hold afterwards.
struct Mending {
    /// A mend may uncover findings that can be mended in turn; this often it may.
    private static let mostRounds = 10

    private let project: Project
    /// How many mends there are.
    private(set) var count = 0
    private var texts: [String: SourceText] = [:]

    /// Mends what can be mended among some findings.
    ///
    /// - Parameters:
    ///   - project: The project as its files are.
    ///   - isMeant: Whether a finding is to be mended.
    init(_ project: Project, where isMeant: (Diagnostic) -> Bool) {
        self.project = project
        var current = project
        for _ in 0..<Self.mostRounds {
            let all = ProjectCheck(current).findings
            let mendable = all.filter { $0.fix != nil && isMeant($0) }
            guard let trial = Self.trial(of: mendable, all: all, in: current) else { return }
            count += Set(trial.mended.map(\.fix)).count
            texts = trial.texts
            var folder = project.folder
            folder.texts = texts
            current = Project.read(folder)
        }
    }

    /// The files that change, before and after, by path.
    var changes: [(old: SourceText, new: SourceText)] {
        texts.keys.sorted().compactMap { path in
            guard let old = project.sources[path], let new = texts[path], old.bytes != new.bytes
            else { return nil }
            return (old, new)
        }
    }

    /// All mends that hold: together where they can be, else one after the other.
    private static func trial(
        of findings: [Diagnostic],
        all: [Diagnostic],
        in project: Project
    ) -> (texts: [String: SourceText], mended: [Diagnostic])? {
        let fixes = findings.compactMap(\.fix)
        guard !fixes.isEmpty else { return nil }
        let whole = Trial(fixes, in: project, findings: all)
        if whole.removes(findings) { return (whole.texts, findings) }
        var best: (texts: [String: SourceText], mended: [Diagnostic])?
        for finding in findings {
            let chosen = (best?.mended ?? []) + [finding]
            let trial = Trial(chosen.compactMap(\.fix), in: project, findings: all)
            if trial.removes(chosen) { best = (trial.texts, chosen) }
        }
        return best
    }
}
