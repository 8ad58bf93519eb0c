/// An English message as its translations are checked against it.
final class OriginalMessage: Sendable {
    private let entry: Catalog.Entry
    /// Every argument, those inside branches included.
    let arguments: [MessageTree.Argument]
    let text: MessageText
    /// Never looked at: it holds the text.
    private let texts: HeldTexts
    /// The glossary's terms in it, with the passages that they stand in.
    let terms: [(passage: Passage, found: PhraseTable.Found)]
    /// What it has of the words that stay as they are in every language.
    let keep: [String]
    /// What its translations are compared with first.
    let traits: Traits
    /// How it begins.
    let beginning: BeginningRule.Beginning?
    /// The numbers that it has in words.
    let spelt: [DigitRule.Spelt]
    /// What stands in it that is no text to translate.
    let literals: [LiteralRules.Found]
    /// What translators are told about it.
    let description: MessageDescription?

    /// What most rules ask for, in a few bytes.
    struct Traits: Sendable {
        /// How its parts end that stand at its end.
        let ends: EndRule.Ends
        /// Whether it begins with a capital; `nil` where its translations may well begin otherwise.
        let beginsUpper: Bool?
        /// Whether a space stands before its first word, and behind its last one, in a branch of it or in itself.
        let beginsWithSpace: Bool
        let endsWithSpace: Bool
        let hasTerms: Bool
        let hasSpelt: Bool
        /// Whether words of the glossary must stand in its translations as they are.
        let hasKept: Bool
        let hasLiterals: Bool
    }

    var nodes: [MessageTree.Node] { entry.tree.nodes }
    var hasParts: Bool { entry.hasParts }

    init(
        _ entry: Catalog.Entry,
        _ text: MessageText,
        heldBy texts: HeldTexts,
        description: MessageDescription? = nil,
        words: SourceWords
    ) {
        self.entry = entry
        self.text = text
        self.texts = texts
        self.description = description
        arguments = entry.parsed?.arguments ?? []
        let beginning = BeginningRule.beginning(of: text)
        let spelt = DigitRule.spelt(in: text)
        let literals = LiteralRules.found(in: text)
        let terms = text.passages.flatMap { passage in
            words.terms?.found(in: passage).map { (passage, $0) } ?? []
        }
        let keep =
            words.keep.isEmpty
            ? []
            : text.passages.flatMap { passage in
                words.keepTable.found(in: passage, withLiterals: true).map { words.keep[$0.entry] }
            }
        traits = Traits(
            ends: EndRule.ends(of: text),
            beginsUpper: beginning?.isUpper,
            beginsWithSpace: text.passages.contains {
                $0.isAtStart && $0.glyphs.first?.isSpace == true
            },
            endsWithSpace: text.passages.contains {
                $0.isAtEnd && $0.glyphs.last?.isSpace == true
            },
            hasTerms: !terms.isEmpty,
            hasSpelt: !spelt.isEmpty,
            hasKept: !keep.isEmpty,
            hasLiterals: !literals.isEmpty
        )
        self.beginning = beginning
        self.spelt = spelt
        self.literals = literals
        self.terms = terms
        self.keep = keep
    }
}

/// The glossary's words that English messages are looked through for.
final class SourceWords: Sendable {
    let terms: PhraseTable?
    let keep: [String]
    let keepTable: PhraseTable

    init(_ glossary: Glossary) {
        terms = glossary.searches["en"]?.stems
        keep = glossary.keep
        keepTable = glossary.keepTable
    }
}

/// The English messages, each looked at once for all languages.
struct OriginalMessages: Sendable {
    let source: Catalog
    let descriptions: MessageDescriptions?
    let glossary: Glossary
    /// In the order of the source's keys.
    private let messages: [OriginalMessage]

    init(
        _ source: Catalog,
        _ descriptions: MessageDescriptions?,
        _ glossary: Glossary,
        _ perform: LocaleChecks.Perform
    ) {
        self.source = source
        self.descriptions = descriptions
        self.glossary = glossary
        let parts = LocaleChecks.parts(of: source)
        let words = LanguageWords.of(source.language)
        let terms = SourceWords(glossary)
        messages = LocaleChecks.made(parts.count, perform) { part in
            let entries = source.list[parts[part]]
            let texts = HeldTexts(entries, knowing: words)
            return zip(entries, texts.all).map { entry, text in
                OriginalMessage(
                    entry,
                    text,
                    heldBy: texts,
                    description: descriptions?[entry.key],
                    words: terms
                )
            }
        }.flatMap(\.self)
    }

    /// The message of a key; `nil` where there is none.
    ///
    /// `next` is where the one behind the last was: most files have the order of the source's.
    func message(of key: MessageKey, next: inout Int) -> OriginalMessage? {
        if next < source.list.count, source.list[next].key == key {
            next += 1
            return messages[next - 1]
        }
        guard let place = source.entries.place(of: key) else { return nil }
        next = place + 1
        return messages[place]
    }
}
