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
    let wrongAddress: [Phrase]
    /// The words of brands.
    let brands: WordSet
    /// The words that notes begin with, which translators leave behind.
    let notes = WordSet("todo fixme xxx tbd translate untranslated needs lorem")
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
        wrongAddress = (address?.avoid ?? []).map {
            Phrase($0.text, isExact: true, isWhole: typography?.isWide != true)
        }
        brands = WordSet(hashes: glossary.keptWords)
        kept = WordSet(hashes: glossary.keptWords.union(glossary.ownWords[base] ?? []))
    }

    /// The plural categories, for counting or for ordering; few messages order.
    func forms(isOrdinal: Bool) -> PluralForms {
        isOrdinal ? PluralForms.of(language, isOrdinal: true) : counting
    }
}
