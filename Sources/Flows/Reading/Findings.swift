package import Documents

/// Collects what is wrong with a flow while it is read.
///
/// Reading goes on after a finding, so that an author sees all of them at once.
package struct Findings {
    /// The findings, in the order they were made.
    package private(set) var diagnostics: [Diagnostic] = []
    /// Whether the steps and the ways between them could be read as they were meant: otherwise a
    /// check of the ways would only report what follows from a mistake that was reported already.
    private(set) var isWhole = true

    package init() {}

    /// Adds a finding; a structural one leaves a gap in the steps, fields or ways.
    package mutating func add(_ diagnostic: Diagnostic, isStructural: Bool = true) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error, isStructural { isWhole = false }
    }

    /// Adds an error that leaves a gap.
    package mutating func report(
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

    /// Takes over what was found elsewhere.
    mutating func join(_ other: Findings) {
        diagnostics += other.diagnostics
        isWhole = isWhole && other.isWhole
    }

    /// The findings by file, in the order given, and by place, each once; an unknown name gives one in a file.
    static func sorted(_ diagnostics: [Diagnostic], files: [String]) -> [Diagnostic] {
        let order = Dictionary(
            files.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let sorted = diagnostics.sorted { left, right in
            let leftFile = order[left.range.file] ?? files.count
            let rightFile = order[right.range.file] ?? files.count
            if leftFile != rightFile { return leftFile < rightFile }
            if left.range.start != right.range.start { return left.range.start < right.range.start }
            return left.code < right.code
        }
        return folded(sorted)
    }

    /// Codes of names that are not known: one slip is found wherever the name is used.
    private static let unknownNames: Set = ["E02", "E11", "E13", "E22"]

    private static func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        struct Name: Hashable {
            let code, message, file: String
        }
        var seen: Set<Diagnostic> = []
        var kept: [Diagnostic] = []
        var places: [Name: Int] = [:]
        for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
            let file = diagnostic.range.file
            let name = Name(code: diagnostic.code, message: diagnostic.message, file: file)
            guard unknownNames.contains(diagnostic.code) else {
                kept.append(diagnostic)
                continue
            }
            if let place = places[name] {
                kept[place] = kept[place].joined(with: diagnostic)
            } else {
                places[name] = kept.count
                kept.append(diagnostic)
            }
        }
        return kept
    }
}

/// A scalar with its place.
package struct Word: Hashable {
    package let text: String
    package let range: SourceRange
}

/// What to say where a name is not known: "did you mean", or what there is.
package func suggestion(for word: String, among candidates: [String]) -> String? {
    if let nearest = Spelling.nearest(to: word, among: candidates) {
        return "did you mean `\(nearest)`?"
    }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    return "there is: " + candidates.map { "`\($0)`" }.joined(separator: ", ")
}

extension Diagnostic {
    /// This finding, with the place of another one that says the same.
    fileprivate func joined(with other: Diagnostic) -> Diagnostic {
        let also = Related(range: other.range, label: "also here")
        let more = (other.range == range ? [] : [also]) + other.related
        return Diagnostic(
            code,
            at: range,
            message,
            label: label,
            notes: notes,
            help: help,
            related: related + more.filter { !related.contains($0) }
        )
    }
}
