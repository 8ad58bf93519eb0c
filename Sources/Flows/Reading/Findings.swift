import Documents

/// Collects what is wrong with a flow while it is read.
///
/// Reading goes on after a finding, so that an author sees all of them at once.
struct Findings {
    /// The findings, in the order they were made.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the steps and the ways between them could be read as they were meant: otherwise a
    /// check of the ways would only report what follows from a mistake that was reported already.
    private(set) var isWhole = true

    /// Adds a finding; a structural one leaves a gap in the steps, fields or ways.
    mutating func add(_ diagnostic: Diagnostic, isStructural: Bool = true) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error, isStructural { isWhole = false }
    }

    /// Adds an error that leaves a gap.
    mutating func report(
        _ code: String,
        at range: SourceRange,
        _ message: String,
        label: String = "",
        notes: [String] = [],
        help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        add(
            Diagnostic(
                code,
                at: range,
                message,
                label: label,
                notes: notes,
                help: help,
                related: related
            )
        )
    }

    /// Notes that something is missing, which was reported elsewhere.
    mutating func leaveGap() { isWhole = false }

    /// Takes over what was found elsewhere.
    mutating func join(_ other: Findings) {
        diagnostics += other.diagnostics
        isWhole = isWhole && other.isWhole
    }

    /// The findings by file, in the order given, and by place, each once.
    static func sorted(_ diagnostics: [Diagnostic], files: [String]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let order = Dictionary(
            files.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
            let leftFile = order[left.range.file] ?? files.count
            let rightFile = order[right.range.file] ?? files.count
            if leftFile != rightFile { return leftFile < rightFile }
            if left.range.start != right.range.start { return left.range.start < right.range.start }
            return left.code < right.code
        }
    }
}

/// A scalar with its place.
struct Word: Hashable {
    let text: String
    let range: SourceRange
}

/// What to say where a name is not known: "did you mean", or what there is.
func suggestion(for word: String, among candidates: [String]) -> String? {
    if let nearest = Spelling.nearest(to: word, among: candidates) {
        return "did you mean `\(nearest)`?"
    }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    return "there is: " + candidates.map { "`\($0)`" }.joined(separator: ", ")
}
