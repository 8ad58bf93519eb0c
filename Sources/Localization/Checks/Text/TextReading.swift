/// What the rules over words look at: a message's text beside the one it was translated from.
struct TextReading {
    /// Whoever reads holds it: rules need not count references to it.
    unowned(unsafe) let inspection: MessageInspection
    let text: MessageText
    let original: MessageText?
    /// What the English message is compared in first.
    let traits: OriginalMessage.Traits?
    /// The English message with what was found in it; held by the inspection.
    unowned(unsafe) let source: OriginalMessage?
    unowned(unsafe) let facts: LanguageFacts
    let typography: LanguageTypography?
    let words: LanguageWords?
    /// Whether translators are told anything about the message.
    let hasDescription: Bool
    private(set) var problems: [MessageProblem] = []
    /// The words of what the description keeps.
    private let keptWords: Set<UInt64>
    /// The names of arguments that became text, which is told by itself.
    private let lostNames: [UInt64]

    init(_ inspection: MessageInspection) {
        self.inspection = inspection
        text = inspection.text
        original = inspection.original?.text
        source = inspection.original
        traits = inspection.original?.traits
        facts = inspection.facts
        typography = inspection.facts.typography
        words = inspection.facts.words
        hasDescription = inspection.description != nil
        let keep = inspection.description?.keep ?? []
        keptWords = keep.isEmpty ? [] : Glossary.words(of: keep)
        lostNames = inspection.lost.map { WordHash.of($0.name) }
    }

    var language: LanguageTag { facts.language }

    /// The name of the language for people.
    var languageName: String { typography?.name ?? language.rawValue }

    mutating func report(
        _ code: String,
        at range: Range<Int>,
        _ message: String,
        help: String? = nil,
        replacement: String? = nil
    ) {
        problems.append(
            MessageProblem(code, at: range, message, help: help, replacement: replacement)
        )
    }

    /// The pattern's text in a range.
    func pattern(_ range: Range<Int>) -> String {
        let bytes = inspection.pattern.utf8
        guard
            let start = bytes.index(
                bytes.startIndex,
                offsetBy: range.lowerBound,
                limitedBy: bytes.endIndex
            ),
            let end = bytes.index(start, offsetBy: range.count, limitedBy: bytes.endIndex)
        else { return "" }
        return String(inspection.pattern[start..<end])
    }

    /// Whether a word needs no translation: brands, names of keys, abbreviations, borrowed words.
    func isKept(_ word: Passage.Word, in passage: Passage) -> Bool {
        facts.kept.contains(word) || isName(word, in: passage) || lostNames.contains(word.hash)
    }

    /// Whether a text is the name of an argument that became text.
    func isLostName(_ text: String) -> Bool {
        !lostNames.isEmpty && lostNames.contains(WordHash.of(text))
    }

    /// Whether a word is written as it is wherever it stands.
    func isName(_ word: Passage.Word, in passage: Passage) -> Bool {
        if word.range.count == 1 { return true }
        if !passage.literals.isEmpty, word.range.contains(where: { passage.glyphs[$0].isLiteral }) {
            return true
        }
        if word.isMixedCase || word.isAllCapitals { return true }
        // `Enter` is written on the key; `enter` is an English word.
        if words?.borrowed.contains(word) == true,
            word.startsUppercase || !LanguageWords.keys.contains(word)
        {
            return true
        }
        return facts.brands.contains(word) || keptWords.contains(word.hash)
    }
}
