/// An English message as its translations are checked against it.
final class OriginalMessage: Sendable {
    let tree: MessageTree
    /// Every argument, those inside branches included.
    let arguments: [MessageTree.Argument]
    let text: MessageText
    /// The glossary's terms in it, with the passages that they stand in.
    let terms: [(passage: Passage, found: PhraseTable.Found)]
    /// What it has of the words that stay as they are in every language.
    let keep: [String]
    /// Whether a space stands before its first word, and behind its last one, in a branch of it or in itself.
    let beginsWithSpace: Bool
    let endsWithSpace: Bool
    /// How its parts end that stand at its end, and how it begins.
    let ends: [EndRule.End]
    let beginning: BeginningRule.Beginning?
    /// The numbers that it has in words.
    let spelt: [DigitRule.Spelt]
    /// What stands in it that is no text to translate.
    let literals: [LiteralRules.Found]
    /// What translators are told about it.
    let description: MessageDescription?

    var nodes: [MessageTree.Node] { tree.nodes }
    var hasParts: Bool { tree.hasParts }

    init(
        _ tree: MessageTree,
        description: MessageDescription? = nil,
        glossary: Glossary = Glossary()
    ) {
        let text = MessageText(tree)
        self.tree = tree
        self.text = text
        self.description = description
        arguments = tree.arguments
        ends = EndRule.ends(of: text)
        beginning = BeginningRule.beginning(of: text)
        spelt = DigitRule.spelt(in: text)
        literals = LiteralRules.found(in: text)
        beginsWithSpace = text.passages.contains {
            $0.isAtStart && $0.glyphs.first?.isSpace == true
        }
        endsWithSpace = text.passages.contains { $0.isAtEnd && $0.glyphs.last?.isSpace == true }
        let stems = glossary.searches["en"]?.stems
        terms = text.passages.flatMap { passage in
            (stems?.found(in: passage) ?? []).map { (passage, $0) }
        }
        keep = text.passages.flatMap { passage in
            glossary.keepTable.found(in: passage, withLiterals: true).map {
                glossary.keep[$0.entry]
            }
        }
    }
}

/// The English messages, each looked at once for all languages.
struct OriginalMessages: Sendable {
    let source: Catalog
    let descriptions: MessageDescriptions?
    let glossary: Glossary
    /// In the order of the source's keys.
    private let messages: [OriginalMessage]
    private let places: [MessageKey: Int]

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
        messages = LocaleChecks.made(parts.count, perform) { part in
            source.list[parts[part]].map {
                OriginalMessage($0.tree, description: descriptions?[$0.key], glossary: glossary)
            }
        }.flatMap(\.self)
        places = Dictionary(
            source.list.enumerated().map { ($1.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The message of a key; `nil` where there is none.
    ///
    /// `next` is where the one behind the last was: most files have the order of the source's.
    func message(of key: MessageKey, next: inout Int) -> OriginalMessage? {
        if next < source.list.count, source.list[next].key == key {
            next += 1
            return messages[next - 1]
        }
        guard let place = places[key] else { return nil }
        next = place + 1
        return messages[place]
    }
}
