import Flows
import Localization
import Testing

@testable import Answers

@Suite("AnswerMessages")
struct AnswerMessagesTests {
    /// One text per key that is refused with it.
    private static let refused: [(key: String, reading: AnswerReading)] = [
        ("error.text.control_characters", Readers.read("a\u{0}b", .text)),
        ("error.text.too_long", Readers.read(long, .text)),
        ("error.text.too_short", short("a", .text)),
        ("error.name.characters", Readers.read("a@", .name)),
        ("error.name.control_characters", Readers.read("a\u{0}b", .name)),
        ("error.name.digits_in_name", Readers.read("a1", .name)),
        ("error.name.no_letters", Readers.read("-", .name)),
        ("error.name.too_long", Readers.read(long, .name)),
        ("error.name.too_short", short("a", .name)),
        ("error.email.control_characters", Readers.read("a\u{0}@b.cz", .email)),
        ("error.email.domain", Readers.read("a@b", .email)),
        ("error.email.local", Readers.read("@b.cz", .email)),
        ("error.email.no_at", Readers.read("a", .email)),
        ("error.email.no_domain", Readers.read("a@", .email)),
        ("error.email.spaces", Readers.read("a b@c.cz", .email)),
        ("error.email.too_long", Readers.read(long, .email)),
        ("error.phone.impossible", Readers.read("+7 916 123 45 67 89", .phone(nil))),
        ("error.phone.invalid_country_code", Readers.read("+999 123 456 789", .phone(nil))),
        ("error.phone.no_area_code", Readers.read("20 7946 09", .phone(nil), country: "GB")),
        ("error.phone.no_country_code", Readers.read("601123456", .phone(nil))),
        (
            "error.phone.other_country",
            Readers.read("+49 151 23456789", .phone(nil, country: 0), country: "CZ")
        ),
        ("error.phone.too_long", Readers.read("+420601123456789012", .phone(nil))),
        ("error.phone.too_short", Readers.read("+420601", .phone(nil))),
        ("error.phone.unreadable", Readers.read("abc", .phone(nil))),
        ("error.date.ambiguous", Readers.read("3/4/1990", .date)),
        ("error.date.no_such_day", Readers.read("1990-02-31", .date)),
        ("error.date.no_such_month", Readers.read("1990-13-01", .date)),
        ("error.date.two_digit_year", Readers.read("1/2/90", .date)),
        ("error.date.unreadable", Readers.read("soon", .date)),
        ("error.date.year", Readers.read("1700-01-01", .date)),
        ("error.country.several", Readers.read("korea", .country)),
        ("error.country.unknown", Readers.read("Atlantis", .country)),
        ("error.postcode.format", Readers.read("1", .postcode(country: 0), country: "RU")),
        (
            "error.document.format",
            Readers.read("1", .document(country: 0, kind: 1), country: "RU", kind: "passport")
        ),
        ("error.choice.unknown", Readers.read("x", .choice([]))),
        ("error.bool.yes_or_no", Readers.read("x", .bool)),
        ("error.consent.declined", Readers.read("no", .consent(document: "terms"))),
        ("error.consent.yes_or_no", Readers.read("x", .consent(document: "terms"))),
        ("error.integer.max", Readers.read("9", .integer(minimum: 1, maximum: 5))),
        ("error.integer.min", Readers.read("0", .integer(minimum: 1, maximum: 5))),
        ("error.integer.not_whole", Readers.read("1.5", .integer(minimum: 1, maximum: 5))),
        ("error.integer.unreadable", Readers.read("x", .integer(minimum: 1, maximum: 5))),
        ("error.money.currency", Readers.read("5 EUR", dollars)),
        ("error.money.decimals", Readers.read("1.555", dollars)),
        ("error.money.max", Readers.read("9", dollars)),
        ("error.money.min", Readers.read("0", dollars)),
        ("error.money.unreadable", Readers.read("x", dollars)),
        ("error.code.characters", Readers.read("x", .code(digits: 6))),
        ("error.code.length", Readers.read("1", .code(digits: 6))),
    ]

    private static let long = String(repeating: "a", count: 5000)
    private static let dollars = FieldType.money(
        currency: "USD",
        minimum: 10_000,
        maximum: 50_000
    )

    private static func short(_ raw: String, _ type: FieldType) -> AnswerReading {
        Readers.all.read(
            raw,
            as: type,
            length: LengthBounds(minimum: 2),
            context: Readers.context()
        )
    }

    @Test func `each problem has its key and its arguments among the demanded ones`() throws {
        for (key, reading) in Self.refused {
            guard case .problem(let reason, let arguments) = reading else {
                Issue.record("taken: \(key)")
                continue
            }
            #expect(key.hasSuffix(".\(reason)"), "\(key)")
            let demand = try #require(AnswerMessages.demanded.first { $0.key == key }, "\(key)")
            #expect(arguments.mapValues(Self.kind) == demand.arguments, "\(key)")
        }
    }

    @Test func `nothing is demanded that no text brings about`() {
        let refused = Set(Self.refused.map(\.key))
        let others = Set(AnswerMessages.demanded.map(\.key)).subtracting(refused)
        #expect(
            others == [
                // Files are looked at before they are answers.
                "error.file.damaged", "error.file.empty", "error.file.format",
                "error.file.not_a_picture", "error.file.not_found", "error.file.too_few",
                "error.file.too_large", "error.file.too_many", "error.file.too_many_pixels",
                "error.file.unreadable",
                "error.secret.control_characters", "error.secret.empty", "error.secret.too_long",
                "error.secret.too_short", "note.document.letters", "note.email.typo",
                "note.phone.not_landline", "note.phone.not_mobile",
            ]
        )
        #expect(Set(AnswerMessages.demanded.map(\.key)).count == AnswerMessages.demanded.count)
    }

    private static func kind(_ argument: ProblemArgument) -> MessageArgumentKind {
        switch argument {
        case .text, .country: .text
        case .integer: .integer
        case .date: .date
        case .money: .money
        }
    }
}
