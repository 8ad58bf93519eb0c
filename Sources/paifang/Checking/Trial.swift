import Documents

/// What would be found in a project if some mends were made.
struct Trial {
    /// The mended files, by path.
    let texts: [String: SourceText]
    private let before: [Fingerprint: Int]
    private let after: [Fingerprint: Int]

    /// A finding, wherever in its line it stands: a mend of the line moves what is behind it.
    private struct Fingerprint: Hashable {
        let file: String
        let line: Int
        let code: String
        let message: String

        init(_ finding: Diagnostic) {
            file = finding.range.file
            line = finding.range.start.line
            code = finding.code
            message = finding.message
        }
    }

    /// Makes the mends and reads the project again; no file is written.
    init(_ fixes: [Fix], in project: Project, findings: [Diagnostic]) {
        var texts = project.folder.texts
        for file in Set(fixes.map(\.range.file)) {
            guard let source = project.sources[file] else { continue }
            texts[file] = source.mended(by: fixes)
        }
        self.texts = texts
        var folder = project.folder
        folder.texts = texts
        before = Self.count(findings)
        after = Self.count(ProjectCheck(Project.read(folder)).findings)
    }

    /// Whether these findings are gone, and nothing is named twice that was not before.
    func removes(_ findings: [Diagnostic]) -> Bool {
        let mended = Self.count(findings)
        let isGone = mended.allSatisfy { finding, count in
            after[finding, default: 0] <= before[finding, default: 0] - count
        }
        return isGone && !after.keys.contains { $0.code == "E01" && before[$0] == nil }
    }

    /// Whether a finding is gone, along with all that look like it.
    func removesAll(like finding: Diagnostic) -> Bool { after[Fingerprint(finding)] == nil }

    private static func count(_ findings: [Diagnostic]) -> [Fingerprint: Int] {
        findings.reduce(into: [:]) { $0[Fingerprint($1), default: 0] += 1 }
    }
}
