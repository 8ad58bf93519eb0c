public import Documents

/// The words of the product (`glossary.yaml`): one term for one thing in each language.
public struct Glossary: Sendable {
    /// What a language says for a term.
    struct Wording: Sendable {
        /// What the glossary has behind `use`.
        let written: String
        /// The term, as it is written.
        let use: [String]
        /// How its forms begin.
        let stems: [Phrase]
        /// What must not stand in its place.
        let avoid: [Phrase]
    }

    /// A term with what each language says for it.
    public struct Term: Sendable {
        /// What the term is called.
        public let name: String
        /// What translators are told about it.
        public let note: String?
        var wordings: [String: Wording] = [:]
        /// Whether a translation may do without it where English has it.
        var isOptional = false

        /// What a language says for it, as the glossary has it; `nil` where it has nothing.
        public func use(in language: LanguageTag) -> String? {
            wordings[language.rawValue]?.written
        }

        /// The words that a language says for it, each of which will do.
        public func words(in language: LanguageTag) -> [String] {
            wordings[language.rawValue]?.use ?? []
        }

        /// The languages that have words for it, in the order of their tags.
        public var languages: [LanguageTag] { wordings.keys.sorted().map { LanguageTag($0) } }
    }

    /// Everything of one language that is searched for.
    struct Search: Sendable {
        var stems = PhraseTable()
        /// What is not to be said, each with the term that stands for it.
        var avoids: [(phrase: Phrase, term: Int)] = []

        mutating func add(_ wording: Wording, of term: Int) {
            for stem in wording.stems { stems.add(stem, term) }
            avoids += wording.avoid.map { ($0, term) }
        }
    }

    private(set) var terms: [Term] = []
    /// How the reader is spoken to, in each language.
    private(set) var address: [String: Wording] = [:]
    /// What stays as it is in every language.
    private(set) var keep: [String] = []
    private(set) var keptWords: Set<UInt64> = []
    /// The phrases of `keep`, by their numbers.
    private(set) var keepTable = PhraseTable()
    private(set) var searches: [String: Search] = [:]
    /// The words that each language itself says for a term.
    private(set) var ownWords: [String: Set<UInt64>] = [:]

    /// Makes a glossary without words.
    public init() {}

    /// Reads `glossary.yaml`.
    ///
    /// `terms` has for each term the languages with `use` (alternatives with commas between them), `stems`
    /// (how its forms begin; otherwise made from `use`) and `avoid`; `required: false` where a translation
    /// may do without it. `address` tells in the same way how the reader is spoken to; `keep` lists what
    /// stays as it is.
    public static func load(_ root: DocumentNode) -> (glossary: Glossary, problems: [Diagnostic]) {
        var glossary = Glossary()
        var reader = GlossaryReader()
        reader.read(root)
        glossary.terms = reader.terms
        glossary.address = reader.address
        glossary.keep = reader.keep
        glossary.keptWords = words(of: reader.keep)
        for (index, phrase) in reader.keep.enumerated() {
            glossary.keepTable.add(Phrase(phrase, isExact: true), index)
        }
        for (index, term) in reader.terms.enumerated() {
            for (language, wording) in term.wordings {
                glossary.searches[language, default: Search()].add(wording, of: index)
                glossary.ownWords[language, default: []].formUnion(words(of: wording.use))
            }
        }
        return (glossary, reader.problems)
    }

    /// The words of some phrases.
    static func words(of phrases: [String]) -> Set<UInt64> {
        var hashes: Set<UInt64> = []
        for phrase in phrases {
            for word in phrase.split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "-" }) {
                hashes.insert(WordHash.of(word))
                for part in word.split(separator: "-") { hashes.insert(WordHash.of(part)) }
            }
        }
        return hashes
    }

    /// The terms that stand in a message of a language, in the order of the glossary.
    ///
    /// O(length of the message). There are none in a message that can't be read.
    public func terms(in pattern: String, of language: LanguageTag) -> [Term] {
        guard let search = searches[language.base], let tree = try? MessageTree.parse(pattern)
        else { return [] }
        let texts = HeldTexts(tree)
        let found = withExtendedLifetime(texts) {
            texts.all[0].passages.flatMap { search.stems.found(in: $0) }
        }
        return Set(found.map(\.entry)).sorted().map { terms[$0] }
    }
}
