import Documents
import TestTexts
import Testing

/// A fault that is written into the project's files, with what must be found.
///
/// An edit writes `⟦E02⟧` where it expects a finding of that code; the marks are taken out again before the
/// texts are read. What has no mark must not be found.
struct Fault: Sendable {
    /// A text that stands in a file, and what is put in its place.
    struct Edit: Sendable {
        let part: ProjectTexts.Part
        let old: String
        let new: String

        init(_ part: ProjectTexts.Part, _ old: String, _ new: String) {
            self.part = part
            self.old = old
            self.new = new
        }
    }

    /// What sort of fault it is.
    let kind: String
    let texts: ProjectTexts
    /// `code file:line:column`, sorted.
    let expected: [String]
    /// What the help of a finding must name.
    let meant: String?

    /// Takes the marks out of texts and notes where they stood.
    init(_ kind: String, _ marked: ProjectTexts, meant: String? = nil) {
        self.kind = kind
        self.meant = meant
        var texts = marked
        var expected: [String] = []
        for part in ProjectTexts.Part.allCases {
            let taken = MarkedText(marked[part])
            texts[part] = taken.text
            let source = SourceText(path: part.rawValue, text: taken.text)
            for mark in taken.marks {
                let place = source.position(at: mark.byte)
                expected.append("\(mark.text) \(part.rawValue):\(place.line):\(place.column)")
            }
        }
        self.texts = texts
        self.expected = expected.sorted()
    }

    /// Makes edits, each of a text that stands once in its file.
    init(_ kind: String, meant: String? = nil, _ edits: Edit...) throws {
        try self.init(kind, meant: meant, edits)
    }

    /// Makes edits, each of a text that stands once in its file.
    init(_ kind: String, meant: String? = nil, _ edits: [Edit]) throws {
        var texts = try ProjectTexts()
        for edit in edits {
            let count = texts[edit.part].ranges(of: edit.old).count
            try #require(count == 1, "\(kind): `\(edit.old)` stands \(count) times")
            texts[edit.part] = texts[edit.part].replacing(edit.old, with: edit.new)
        }
        self.init(kind, texts, meant: meant)
    }

    /// What is wrong with how it is found; nothing where it is found as expected.
    var failure: String? {
        let findings = texts.findings()
        let found = findings.map { finding in
            let place = finding.range.start
            return "\(finding.code) \(finding.range.file):\(place.line):\(place.column)"
        }.sorted()
        let isHelpful = meant.map { meant in
            findings.contains { $0.help?.contains("`\(meant)`") == true }
        }
        let isPlain = findings.allSatisfy(\.isPlain)
        guard found != expected || isHelpful == false || !isPlain else { return nil }
        let said = findings.map { "\($0.code) \($0.message) [\($0.help ?? "")]" }
        return """
            \(kind)
              expected \(expected.joined(separator: ", ")) \(meant.map { "naming `\($0)`" } ?? "")
              found    \(found.joined(separator: ", "))
              \(said.joined(separator: "\n  "))
            """
    }
}

extension Diagnostic {
    /// Whether it is one sentence, and gives a way on.
    ///
    /// Mistakes inside a condition are told by the words of the expression alone.
    fileprivate var isPlain: Bool {
        let isOfCondition = ["E10", "E14", "E15"].contains(code)
        return (help != nil || !notes.isEmpty || isOfCondition)
            && message.first?.isUppercase == false && !message.hasSuffix(".")
    }
}
