import Documents

/// Findings that only follow from others: found out by making a mend, and looking what goes away with it.
enum Cascades {
    /// Each mend costs a check of the whole project.
    private static let mostTried = 8

    /// The findings that go away when another one is mended, each with that one.
    static func causes(
        among findings: [Diagnostic],
        all: [Diagnostic],
        in project: Project
    ) -> [Diagnostic: Diagnostic] {
        guard findings.count > 1 else { return [:] }
        var causes: [Diagnostic: Diagnostic] = [:]
        var tried: Set<Fix> = []
        for finding in DiagnosticReport(findings).diagnostics where causes[finding] == nil {
            guard let fix = finding.fix, tried.count < mostTried, tried.insert(fix).inserted
            else { continue }
            let trial = Trial([fix], in: project, findings: all)
            guard trial.removes([finding]) else { continue }
            let roots = Set(causes.values)
            for other in findings where other != finding && causes[other] == nil {
                // What others go away with stays to be seen.
                guard !roots.contains(other), trial.removesAll(like: other) else { continue }
                causes[other] = finding
            }
        }
        return causes
    }
}
