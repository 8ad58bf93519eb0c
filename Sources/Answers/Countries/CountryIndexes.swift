import Localization
import Synchronization

/// The indices of countries by language, each made when it is first asked for.
///
/// A class since all copies of a reader share what has been made: a live list asks at every key.
final class CountryIndexes: Sendable {
    private let formats: [LanguageTag: RegionalFormats]
    private let made = Mutex([LanguageTag: CountryIndex]())

    init(formats: [LanguageTag: RegionalFormats]) {
        self.formats = formats
    }

    /// The index of a language; English names for one without formats.
    func index(for language: LanguageTag) -> CountryIndex {
        let english = formats[LanguageTag("en")]?.countries ?? []
        let base = LanguageTag(language.base)
        let known = formats[language] == nil ? base : language
        return made.withLock { made in
            if let index = made[known] { return index }
            let index = CountryIndex(
                countries: formats[known]?.countries ?? english,
                english: english,
                fold: { TextFolding.fold($0) }
            )
            // Whoever makes up languages must not fill the memory.
            if formats[known] != nil { made[known] = index }
            return index
        }
    }
}
