import CICUBridge

/// One language's way of writing dates, numbers, amounts and names; made once a language and shared.
public struct RegionalFormats: Sendable {
    /// The language.
    public let language: LanguageTag
    private let formats: LanguageFormats
    private let countryNames: CountryNames

    /// Learns a language's ways from ICU, and the names of countries when they are first asked for.
    public init(_ language: LanguageTag) {
        self.language = language
        let formats = LanguageFormats.of(language)
        self.formats = formats
        countryNames = CountryNames(formats, language)
    }

    /// The countries and territories of ISO 3166-1, named for a menu, in the language's order.
    public var countries: [(code: String, name: String)] { countryNames.known.sorted }

    /// A text of ICU's, marked in a pseudo-language as texts of locale files are.
    static func shown(_ text: String, in language: LanguageTag) -> String {
        PseudoLanguage(language)?.text(text) ?? text
    }

    private func written(_ write: (inout ByteWriter) -> Void) -> String {
        Self.shown(ByteWriter.string(write), in: language)
    }

    /// The name of a country by its ISO 3166-1 alpha-2 code; `nil` where there is no such country.
    public func countryName(_ alpha2: String) -> String? {
        countryNames.known.byCode[alpha2]
    }

    /// A day or instant (milliseconds since 1970) in a zone, by a named length.
    public func date(
        milliseconds: Int64,
        style: DateStyle.Length = .long,
        zone: String = "UTC"
    ) -> String {
        instant(milliseconds, .date(style), zone)
    }

    /// A day or instant (milliseconds since 1970) in a zone, by the fields that are wanted (`yMMMMd`).
    public func date(milliseconds: Int64, skeleton: String, zone: String = "UTC") -> String {
        instant(milliseconds, .skeleton(skeleton), zone)
    }

    /// The time of day at an instant (milliseconds since 1970) in a zone.
    public func time(
        milliseconds: Int64,
        style: DateStyle.Length = .short,
        zone: String
    ) -> String {
        instant(milliseconds, .time(style), zone)
    }

    private func instant(_ milliseconds: Int64, _ style: DateStyle, _ zone: String) -> String {
        written { formats.dates(style)?.append(milliseconds, zone: zone, to: &$0) }
    }

    /// A whole number.
    public func number(_ value: Int64) -> String {
        written { formats.append(value, to: &$0) }
    }

    /// A number with at most three decimals.
    public func number(_ value: Double) -> String {
        written { formats.append(value, .number, to: &$0) }
    }

    /// A ratio as a percentage: 0.25 is 25 %.
    public func percent(_ ratio: Double) -> String {
        written { formats.append(ratio, .percent, to: &$0) }
    }

    /// An amount in ten thousandths of a currency's unit (ISO 4217 code).
    public func money(tenThousandths: Int64, currency: String) -> String {
        written { formats.append(tenThousandths: tenThousandths, currency: currency, to: &$0) }
    }

    /// Texts as the language enumerates them: `A, B and C`.
    public func list(_ items: [String]) -> String {
        ByteWriter.string { formats.append(list: items, to: &$0) }
    }

    /// In which sentence a month's name stands, and how long it is.
    public enum MonthForm: Sendable, Hashable, CaseIterable {
        /// Beside a day: 27 марта.
        case inDate, inDateShort
        /// By itself: март.
        case alone, aloneShort
    }

    /// The twelve names of the months, from January.
    public func monthNames(_ form: MonthForm) -> [String] {
        let words =
            switch form {
            case .inDate: pf_words_months
            case .inDateShort: pf_words_months_short
            case .alone: pf_words_months_alone
            case .aloneShort: pf_words_months_alone_short
            }
        return (0..<12).compactMap { index in
            BridgedText.string { pf_date_word(formats.handle, words, index, $0, $1) }
        }
    }

    /// The name of a language in this language, for a menu.
    public func languageName(_ tag: LanguageTag) -> String {
        let name = BridgedText.string { pf_language_name(formats.handle, tag.rawValue, $0, $1) }
        return Self.shown(name ?? tag.rawValue, in: language)
    }

    /// The name that a language calls itself, for a menu: Русский, 中文.
    public static func ownName(of tag: LanguageTag) -> String {
        // CLDR says "Indonesia", which its speakers call the country; the language is this.
        if tag == LanguageTag("id") { return "Bahasa Indonesia" }
        let formats = LanguageFormats.of(tag)
        // A pseudo-language is not something that ICU has a name for.
        let named = tag.isPseudo ? tag.base : tag.rawValue
        let name = BridgedText.string { pf_language_name(formats.handle, named, $0, $1) }
        return shown(name ?? tag.rawValue, in: tag)
    }

    /// Whether one text comes before another in the language's order.
    public func isOrdered(_ left: String, before right: String) -> Bool {
        pf_compare(formats.handle, left, left.bridgedLength, right, right.bridgedLength) < 0
    }

    /// The plural categories that whole numbers take in the language.
    public func pluralCategories(ordinal: Bool = false) -> [PluralCategory] {
        formats.plurals(ordinal: ordinal).categoriesOfIntegers()
    }
}
