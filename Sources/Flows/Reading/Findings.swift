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
        related: [Diagnostic.Related] = [],
        suggestion: Suggestion? = nil
    ) {
        add(
            Diagnostic(
                code,
                at: range,
                message,
                label: label,
                notes: notes,
                help: help ?? suggestion?.help,
                related: related + (suggestion?.related ?? []),
                fix: suggestion?.fix
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

/// What to say where a name is not known: what was meant, or what there is.
package struct Suggestion {
    let help: String?
    /// The mend, where one name only comes near.
    let fix: Fix?
    /// Where the name that was probably meant stands.
    let related: [Diagnostic.Related]

    /// Looks for what was meant by a name.
    ///
    /// - Parameters:
    ///   - name: What was written; a part of the word where `spelling` says so.
    ///   - word: The word that stands in the file.
    ///   - candidates: The names that there are.
    ///   - place: Where a name stands.
    ///   - spelling: The whole word for a name.
    init(
        for name: String,
        in word: Word,
        among candidates: [String],
        at place: (String) -> SourceRange? = { _ in nil },
        spelling: (String) -> String = { $0 }
    ) {
        guard let guess = Spelling.guess(name, among: candidates) else {
            let isShort = !candidates.isEmpty && candidates.count <= 14
            let names = candidates.map { "`\($0)`" }.joined(separator: ", ")
            help = isShort ? "there is: " + names : nil
            fix = nil
            related = []
            return
        }
        help = "did you mean `\(guess.word)`?"
        let meant = spelling(guess.word)
        fix = guess.isCertain ? .respelling(word.text, at: word.range, as: meant) : nil
        related = place(guess.word).map { [.init(range: $0, label: "was this meant?")] } ?? []
    }

    /// Says what a word means here.
    init(for word: Word, meaning name: String) {
        help = "write `\(name)`"
        fix = .respelling(word.text, at: word.range, as: name)
        related = []
    }

    init(
        for word: Word,
        among candidates: [String],
        at place: (String) -> SourceRange? = { _ in nil }
    ) {
        self.init(for: word.text, in: word, among: candidates, at: place)
    }
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
