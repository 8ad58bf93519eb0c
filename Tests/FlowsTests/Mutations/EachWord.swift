import TestTexts
import Testing

/// Faults of one kind at every place of a file that a pattern finds.
struct EachWord {
    let part: ProjectTexts.Part
    let pattern: Regex<(Substring, Substring, Substring)>

    /// The pattern captures what stands before a word, and the word.
    init(_ part: ProjectTexts.Part, _ pattern: Regex<(Substring, Substring, Substring)>) {
        self.part = part
        self.pattern = pattern
    }

    // Puts something in the place of each word, and marks it. There are at least so many words: a pattern
    // that finds nothing tests nothing. `isMeant` says that the finding must name the right word.
    func faults(
        _ kind: String,
        _ code: String,
        least: Int,
        isMeant: Bool = false,
        by replacement: (String) -> String?
    ) throws -> [Fault] {
        let texts = try ProjectTexts()
        let text = texts[part]
        let faults = text.matches(of: pattern).compactMap { match -> Fault? in
            let word = String(match.output.2)
            guard let new = replacement(word), isRead(match.output.2.startIndex, in: texts) else {
                return nil
            }
            var mutated = texts
            let start = match.output.2.startIndex
            mutated[part] =
                String(text[..<start]) + "⟦\(code)⟧" + new + text[match.output.2.endIndex...]
            return Fault("\(kind): \(word)", mutated, meant: isMeant ? word : nil)
        }
        try #require(faults.count >= least, "\(kind): only \(faults.count) places")
        return faults
    }

    /// Misspells each word.
    func misspelt(_ kind: String, _ code: String, least: Int) throws -> [Fault] {
        try faults(kind, code, least: least, isMeant: true) { $0.misspelt }
    }

    /// Whether a place is read at all: of a field that the sign-up does not have only what it is, and of an effect
    /// that it does not call not what that needs.
    private func isRead(_ place: String.Index, in texts: ProjectTexts) -> Bool {
        if part == .effects {
            let effect = texts[part][..<place].matches(of: /\n {2}([a-z_]+):/).last?.output.1
            return effect.map { texts[.flow].contains("call: \($0)") } ?? true
        }
        guard part == .fields else { return true }
        let line = texts[part][..<place].split(separator: "\n", omittingEmptySubsequences: false)
            .last
        guard let name = line?.firstMatch(of: /^ {2}([a-z0-9_]+): +\{/)?.output.1 else {
            return true
        }
        return texts[.flow].contains(name)
    }
}
