/// What rules know of one language, and of the product's words in it; made once for each language that is checked.
final class LanguageFacts: Sendable {
    let language: LanguageTag
    /// The language without script and region.
    let base: String
    let isPseudo: Bool
    private let counting: PluralForms
    let typography: LanguageTypography?
    let words: LanguageWords?
    let glossary: Glossary
    /// What the language says for the product's terms.
    let terms: Glossary.Search?
    /// How the reader is spoken to.
    let address: Glossary.Wording?
    /// How the reader is not spoken to: as whole words, where there are words.
    private let wrongAddress: [Phrase]
    /// All phrases of the glossary that are looked for, to be found in one go; see ``meaning(of:)``.
    let phrases: PhraseTable
    let hasPhrases: Bool
    /// The words of brands.
    let brands: WordSet
    /// The words of brands, and those that the language itself says for a term.
    let kept: WordSet

    init(_ language: LanguageTag, glossary: Glossary = Glossary()) {
        let base = language.base
        let typography = LanguageTypography.of(language)
        let address = glossary.address[base]
        self.language = language
        self.base = base
        self.typography = typography
        self.glossary = glossary
        self.address = address
        isPseudo = language.isPseudo
        counting = PluralForms.of(language)
        words = LanguageWords.of(language)
        terms = glossary.searches[base]
        let wrong = (address?.avoid ?? []).map {
            Phrase($0.text, isExact: true, isWhole: typography?.isWide != true)
        }
        wrongAddress = wrong
        var others = 0
        var phrases = terms?.stems ?? PhraseTable()
        for phrase in (terms?.avoids.map(\.phrase) ?? []) + wrong {
            phrases.add(phrase, glossary.terms.count + others)
            others += 1
        }
        self.phrases = phrases
        hasPhrases = !phrases.isEmpty
        brands = WordSet(hashes: glossary.keptWords)
        kept = WordSet(hashes: glossary.keptWords.union(glossary.ownWords[base] ?? []))
    }

    deinit {
        brands.deallocate()
        kept.deallocate()
    }

    /// What a phrase of the glossary is to its language.
    enum Meaning {
        /// The language's word for a term.
        case term(Int)
        /// What is not to be said for a term.
        case avoided(Glossary.Term)
        /// How the reader is not spoken to.
        case wrongAddress(Int, Phrase)
    }

    /// What an entry of ``phrases`` is.
    func meaning(of entry: Int) -> Meaning {
        guard entry >= glossary.terms.count else { return .term(entry) }
        let avoids = terms?.avoids ?? []
        let other = entry - glossary.terms.count
        guard other >= avoids.count else {
            return .avoided(glossary.terms[avoids[other].term])
        }
        return .wrongAddress(other - avoids.count, wrongAddress[other - avoids.count])
    }

    /// The plural categories, for counting or for ordering; few messages order.
    func forms(isOrdinal: Bool) -> PluralForms {
        isOrdinal ? PluralForms.of(language, isOrdinal: true) : counting
    }
}
