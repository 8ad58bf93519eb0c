import Localization
import Synchronization

/// What answers are looked up in, by language, each made when it is first asked for.
///
/// A class since all copies of a reader share what has been made: a live list asks at every key.
final class LanguageIndexes: Sendable {
    private let formats: [LanguageTag: RegionalFormats]
    private let yesNoWords: AnswerReader.YesNoWords
    private let yesNoAnswers = Mutex([LanguageTag: YesNoAnswer]())
    private let countries = Mutex([LanguageTag: CountryIndex]())
    private let months = Mutex([LanguageTag: MonthWords]())

    init(
        formats: [LanguageTag: RegionalFormats],
        yesNo: @escaping AnswerReader.YesNoWords
    ) {
        self.formats = formats
        yesNoWords = yesNo
    }

    /// What means yes and no in a language and in English.
    ///
    /// Those of a language without formats are asked for each time: it may have words nevertheless.
    func yesNo(in language: LanguageTag) -> YesNoAnswer {
        guard formats[language] != nil else { return yesNoAnswer(in: language) }
        return yesNoAnswers.withLock { made in
            if let answer = made[language] { return answer }
            let answer = yesNoAnswer(in: language)
            made[language] = answer
            return answer
        }
    }

    private func yesNoAnswer(in language: LanguageTag) -> YesNoAnswer {
        YesNoAnswer(
            words: [language, LanguageTag("en")].map(yesNoWords),
            fold: TextFolding.fold
        )
    }

    /// The countries in a language; with English names for one without formats.
    func countries(in language: LanguageTag) -> CountryIndex {
        let language = known(language)
        return countries.withLock { made in
            if let index = made[language] { return index }
            let english = formats[LanguageTag("en")]?.countries ?? []
            let index = CountryIndex(
                countries: formats[language]?.countries ?? english,
                english: english,
                fold: { TextFolding.fold($0) }
            )
            made[language] = index
            return index
        }
    }

    /// The words for months in a language.
    func months(in language: LanguageTag) -> MonthWords {
        let language = known(language)
        return months.withLock { made in
            if let words = made[language] { return words }
            let names = RegionalFormats.MonthForm.allCases.compactMap { form in
                formats[language]?.monthNames(form)
            }
            let words = MonthWords(language: language.base, names: names, fold: TextFolding.fold)
            made[language] = words
            return words
        }
    }

    // Whoever makes up languages must not fill the memory, so the unknown ones are all English.
    private func known(_ language: LanguageTag) -> LanguageTag {
        if formats[language] != nil { return language }
        let base = LanguageTag(language.base)
        return formats[base] == nil ? LanguageTag("en") : base
    }
}
