public import Localization

/// The keys of every problem and note that readings name, for whoever checks the words.
public enum AnswerMessages {
    /// A key with its arguments; a country comes as its name.
    public typealias Demand = (key: String, arguments: [String: MessageArgumentKind])

    /// Every key: `error.<type>.<reason>`, then `note.<type>.<name>`.
    public static let demanded: [Demand] = errors + notes

    /// Whether a date such as 03/04/1990 is asked for again in a language; others know what it means.
    ///
    /// Where they do, `error.date.ambiguous` is never read.
    public static func hasAmbiguousDates(in language: LanguageTag) -> Bool {
        DateWords.order(of: language.base) == .unsettled
    }

    private static let errors: [Demand] = [
        ("error.text.control_characters", [:]),
        ("error.text.too_long", ["max": .integer]),
        ("error.text.too_short", ["min": .integer]),
        ("error.name.characters", ["character": .text]),
        ("error.name.control_characters", [:]),
        ("error.name.digits_in_name", [:]),
        ("error.name.no_letters", [:]),
        ("error.name.too_long", ["max": .integer]),
        ("error.name.too_short", ["min": .integer]),
        ("error.email.control_characters", [:]),
        ("error.email.domain", [:]),
        ("error.email.local", [:]),
        ("error.email.no_at", [:]),
        ("error.email.no_domain", [:]),
        ("error.email.spaces", [:]),
        ("error.email.too_long", ["max": .integer]),
        ("error.phone.impossible", [:]),
        ("error.phone.invalid_country_code", [:]),
        ("error.phone.no_area_code", [:]),
        ("error.phone.no_country_code", [:]),
        ("error.phone.other_country", ["code": .text]),
        ("error.phone.too_long", [:]),
        ("error.phone.too_short", [:]),
        ("error.phone.unreadable", [:]),
        ("error.date.ambiguous", ["day_first": .date, "month_first": .date]),
        ("error.date.no_such_day", ["day": .integer, "days": .integer, "month": .date]),
        ("error.date.no_such_month", ["month": .integer]),
        ("error.date.two_digit_year", [:]),
        ("error.date.unreadable", [:]),
        ("error.date.year", ["max": .integer, "min": .integer]),
        ("error.country.several", ["choices": .text, "count": .integer]),
        ("error.country.unknown", [:]),
        ("error.postcode.format", ["country": .text, "example": .text]),
        ("error.document.format", ["country": .text, "example": .text, "kind": .text]),
        ("error.choice.unknown", [:]),
        ("error.bool.yes_or_no", [:]),
        ("error.consent.declined", [:]),
        ("error.consent.yes_or_no", [:]),
        ("error.file.damaged", [:]),
        ("error.file.empty", [:]),
        ("error.file.format", ["formats": .text]),
        ("error.file.not_a_picture", ["formats": .text]),
        ("error.file.not_found", [:]),
        ("error.file.too_few", ["min": .integer]),
        ("error.file.too_large", ["max": .integer]),
        ("error.file.too_many", ["max": .integer]),
        ("error.file.too_many_pixels", ["max": .integer]),
        ("error.file.unreadable", [:]),
        ("error.integer.max", ["max": .integer]),
        ("error.integer.min", ["min": .integer]),
        ("error.integer.not_whole", [:]),
        ("error.integer.unreadable", [:]),
        ("error.money.currency", ["currency": .text]),
        ("error.money.decimals", ["digits": .integer]),
        ("error.money.max", ["max": .money]),
        ("error.money.min", ["min": .money]),
        ("error.money.unreadable", [:]),
        ("error.code.characters", [:]),
        ("error.code.length", ["digits": .integer]),
        ("error.secret.control_characters", [:]),
        ("error.secret.empty", [:]),
        ("error.secret.too_long", ["max": .integer]),
        ("error.secret.too_short", ["min": .integer]),
    ]

    private static let notes: [Demand] = [
        ("note.document.letters", ["number": .text]),
        ("note.email.typo", ["suggestion": .text]),
        ("note.phone.not_landline", [:]),
        ("note.phone.not_mobile", [:]),
    ]
}
