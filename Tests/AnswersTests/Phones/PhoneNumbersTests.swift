import Flows
import Localization
import Testing

@testable import Answers

@Suite("PhoneNumbers")
struct PhoneNumbersTests {
    private func read(_ typed: String, _ line: PhoneLine? = nil, _ country: String? = nil)
        -> AnswerReading
    {
        Readers.read(typed, .phone(line), country: country)
    }

    @Test(
        arguments: [
            ("+7 916 123-45-67", nil, "+79161234567"), ("8 (916) 123-45-67", "RU", "+79161234567"),
            ("9161234567", "RU", "+79161234567"), ("7 916 123 45 67", "RU", "+79161234567"),
            ("＋８６　１３８　００１３　８０００", nil, "+8613800138000"), ("13800138000", "CN", "+8613800138000"),
            ("+62 812-3456-7890", nil, "+6281234567890"),
            ("0812-3456-7890", "ID", "+6281234567890"),
            ("+420 601 123 456", nil, "+420601123456"), ("601 123 456", "CZ", "+420601123456"),
            ("00420 601 123 456", "CZ", "+420601123456"), ("00420601123456", nil, "+420601123456"),
            ("+44 (0)7400 123456", nil, "+447400123456"), ("07400 123456", "GB", "+447400123456"),
            ("+1 202-555-0123", nil, "+12025550123"), ("(202) 555-0123", "US", "+12025550123"),
            ("\u{202A}+7 916 123-45-67\u{202C}", nil, "+79161234567"),
        ] as [(String, String?, String)]
    )
    func `a number is stored in international form`(
        typed: String,
        country: String?,
        stored: String
    ) {
        #expect(Readers.outcome(read(typed, nil, country)) == stored)
    }

    @Test(
        arguments: [
            ("hello", nil, "!unreadable"), ("1-800-FLOWERS", "US", "!unreadable"),
            ("+", nil, "!unreadable"),
            ("601123456", nil, "!no_country_code"),
            ("+999 601 123 456", nil, "!invalid_country_code"),
            ("+420 601", "CZ", "!too_short"), ("+420 601 123 456 789 012", nil, "!too_long"),
            ("+7 916 123", nil, "!too_short"), ("8 916 123 45 67 89", "RU", "!impossible"),
            ("20 7946 09", "GB", "!no_area_code"), ("+7٩161234567", nil, "!unreadable"),
            ("+7 916\u{0}123 45 67", nil, "!unreadable"), ("123", "XX", "!no_country_code"),
            ("+420 601 123 456 ext. 5", nil, "!unreadable"),
        ] as [(String, String?, String)]
    )
    func `what can't be dialled says why`(typed: String, country: String?, outcome: String) {
        #expect(Readers.outcome(read(typed, nil, country)) == outcome)
    }

    @Test(arguments: [
        ("12345", "CN", PhoneLine?.some(.mobile), "!too_short"),
        ("12345", "CN", .some(.landline), "!no_area_code"), ("12345", "CN", nil, "!no_area_code"),
    ])
    func `only what may be a landline can lack an area code`(
        typed: String,
        country: String,
        line: PhoneLine?,
        outcome: String
    ) {
        #expect(Readers.outcome(read(typed, line, country)) == outcome)
    }

    @Test(arguments: [
        ("+7 495 123-45-67", PhoneLine.mobile, ["note.phone.not_mobile"]),
        ("+420 224 123 456", .mobile, ["note.phone.not_mobile"]),
        ("+86 10 6552 9988", .mobile, ["note.phone.not_mobile"]),
        ("+62 21 12345678", .mobile, ["note.phone.not_mobile"]),
        ("+420 601 123 456", .landline, ["note.phone.not_landline"]),
        ("+86 138 0013 8000", .landline, ["note.phone.not_landline"]),
        ("+7 916 123-45-67", .mobile, []), ("+420 224 123 456", .landline, []),
        // North America does not tell the two apart.
        ("+1 202-555-0123", .mobile, []), ("+1 202-555-0123", .landline, []),
    ])
    func `the other kind of line is told where it is sure`(
        typed: String,
        line: PhoneLine,
        notes: [String]
    ) {
        #expect(Readers.notes(read(typed, line)) == notes)
    }

    @Test func `a landline that repeats the mobile is taken without a word`() {
        #expect(Readers.notes(read("+7 916 123-45-67")).isEmpty)
    }

    // The metadata is of 2022.
    @Test func `a number of a possible length is taken though its block is not known`() {
        #expect(Readers.outcome(read("+420 111 111 111")) == "+420111111111")
    }

    @Test func `a number is shown as people write it`() {
        let phones = PhoneNumbers()
        #expect(phones.display("+420601123456") == "+420 601 123 456")
        #expect(phones.display("no number") == "no number")
        #expect(phones.display("") == "")
        #expect(phones.example(country: "CZ", line: .mobile)?.hasPrefix("+420 ") == true)
        #expect(phones.example(country: "XX", line: .mobile) == nil)
        #expect(phones.example(country: "Ř\u{0}", line: .landline) == nil)
    }

    @Test func `a text too long for any number is not handed on`() {
        #expect(Readers.outcome(read("+" + String(repeating: "1", count: 4000))) == "!too_long")
        #expect(Readers.outcome(read(String(repeating: "1", count: 100_000))) == "!unreadable")
    }

    @Test(arguments: [
        ("+49 151 23456789", "CZ", "!other_country"), ("+420 601 123 456", "CZ", "+420601123456"),
        ("601 123 456", "CZ", "+420601123456"),
        // Countries that share a code are not told apart.
        ("+7 701 123 4567", "RU", "+77011234567"), ("+1 416 555 0123", "US", "+14165550123"),
        // A place without telephones has no code to compare with.
        ("+420 601 123 456", "BV", "+420601123456"),
    ])
    func `beside a country that was chosen a number must have its calling code`(
        typed: String,
        country: String,
        outcome: String
    ) {
        let reading = Readers.read(typed, .phone(.mobile, country: 0), country: country)
        #expect(Readers.outcome(reading) == outcome)
        // Where the country only helps to read, it says nothing about the number.
        let free = Readers.outcome(Readers.read(typed, .phone(.mobile), country: country))
        #expect(!free.hasPrefix("!"))
    }

    @Test(
        arguments: [
            ("CZ", "420"), ("cz", "420"), ("RU", "7"), ("US", "1"), ("CN", "86"), ("ID", "62"),
            ("BV", nil), ("XX", nil), ("", nil), ("CZE", nil),
        ] as [(String, String?)]
    )
    func `a country has a calling code`(country: String, code: String?) {
        #expect(PhoneNumbers().callingCode(of: country) == code)
        #expect(AnswerFormats().callingCode(of: country) == code)
    }

    @Test func `a stored number is held against another country`() {
        let formats = AnswerFormats()
        #expect(formats.problem(withPhone: "+420601123456", of: "CZ") == nil)
        #expect(
            formats.problem(withPhone: "+420601123456", of: "CN")
                == .type(reason: "other_country", arguments: ["code": .text("+86")])
        )
        #expect(formats.problem(withPhone: "+420601123456", of: "BV") == nil)
    }

    @Test(arguments: [
        ("+420", "CZ"), ("+ 420", "CZ"), ("＋４２０", "CZ"), ("+62", "ID"), ("+7", "!several"),
        ("+999", "!unknown"), ("+", "!unknown"), ("420", "!unknown"), ("+42", "!unknown"),
    ])
    func `a country is found by its calling code, written with a plus`(
        typed: String,
        outcome: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, .country)) == outcome)
    }

    @Test func `the countries of a code stand in the reader's order`() {
        #expect(Readers.all.countryMatches("+7", language: LanguageTag("en")) == ["KZ", "RU"])
        #expect(Readers.all.countryMatches("+999", language: LanguageTag("en")).isEmpty)
    }
}
