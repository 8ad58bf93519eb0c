import CICUBridge

/// How a language counts: by a table for whole numbers, by ICU for others.
///
/// The table holds 0 to 999, and above that a number counts as `900 + number % 100`. This is exact in
/// the five languages for every number to 2,000,000 (a test proves it); elsewhere ICU is asked.
final class PluralRule: Sendable {
    private let formats: LanguageFormats
    private let isOrdinal: Bool
    private let table: [UInt8]
    private let isTableComplete: Bool

    /// Languages whose numbers above 999 follow the table.
    private static let tabled: Set<String> = ["en", "ru", "zh", "id", "cs"]

    init(_ formats: LanguageFormats, ordinal: Bool) {
        self.formats = formats
        isOrdinal = ordinal
        table = (0..<1000).map { value in
            UInt8(clamping: pf_plural_of_integer(formats.handle, ordinal, value))
        }
        isTableComplete = Self.tabled.contains(formats.language.base)
    }

    /// The category of a whole number; of a negative one that of its magnitude.
    func category(of magnitude: UInt64) -> Int {
        if magnitude < 1000 { return Int(table[Int(magnitude)]) }
        if isTableComplete { return Int(table[Int(900 + magnitude % 100)]) }
        let value = Int64(clamping: magnitude)
        return Int(pf_plural_of_integer(formats.handle, isOrdinal, value))
    }

    /// The category of a number as it looks in a style.
    func category(ofShown value: Double, _ style: NumberStyle.Named) -> Int {
        let style = pf_number_style(rawValue: style.rawValue)
        return Int(pf_plural_of_shown(formats.handle, isOrdinal, style, value))
    }

    /// The category of a whole number as it looks in a style.
    func category(ofShown value: Int64, _ style: NumberStyle.Named) -> Int {
        let style = pf_number_style(rawValue: style.rawValue)
        return Int(pf_plural_of_shown_integer(formats.handle, isOrdinal, style, value))
    }

    /// The category of a number as such.
    func category(of value: Double) -> Int {
        Int(pf_plural_of_double(formats.handle, isOrdinal, value))
    }

    /// The categories that whole numbers take, in CLDR's order.
    func categoriesOfIntegers() -> [PluralCategory] {
        // Some languages have a category for millions alone.
        let categories = Set(table.map(Int.init) + [category(of: 1_000_000 as UInt64)])
        return PluralCategory.allCases.filter { categories.contains($0.rawValue) }
    }
}
