import Flows
import Testing

@testable import Answers

@Suite("PostcodeFormat")
struct PostcodeFormatTests {
    private let postcode = FieldType.postcode(country: 0)

    @Test(arguments: [
        ("101000", "RU", "101000"), ("101 000", "RU", "101000"), ("１０００００", "CN", "100000"),
        ("12000", "CZ", "120 00"), ("120 00", "CZ", "120 00"), ("120-00", "CZ", "120 00"),
        ("10110", "ID", "10110"), ("sw1a1aa", "GB", "SW1A 1AA"), ("M1 1AE", "GB", "M1 1AE"),
        ("EC1A-1BB", "GB", "EC1A 1BB"), ("20500", "US", "20500"), ("205000003", "US", "20500-0003"),
        ("20500-0003", "US", "20500-0003"), ("k1a0b1", "CA", "K1A 0B1"), ("00001", "PL", "00-001"),
        ("ad 500", "AD", "AD 500"), ("-", "HK", "-"), ("999077", "HK", "999077"),
        ("101000 ", "ru", "101000"),
    ])
    func `a code is stored in its country's one form`(
        typed: String,
        country: String,
        stored: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, postcode, country: country)) == stored)
    }

    @Test(arguments: [
        ("10100", "RU"), ("1010000", "RU"), ("10100А", "RU"), ("12000 1", "CZ"), ("SW1A", "GB"),
        ("2050", "US"), ("-", "RU"), ("A", "AD"), ("12345678901", "AD"), ("12#45", "AD"),
        ("١٠١٠٠٠", "RU"), ("1\u{0}1000", "RU"),
    ])
    func `what is no code of the country is refused with an example`(
        typed: String,
        country: String
    ) {
        let reading = Readers.read(typed, postcode, country: country)
        #expect(Readers.outcome(reading) == "!format")
        #expect(Readers.arguments(reading)["country"] == .country(country))
        #expect(Readers.arguments(reading)["example"] != nil)
    }

    @Test func `every example is a code in its stored form`() {
        for (country, rule) in PostcodeFormat.rules {
            #expect(
                AnswerFormats().problem(withPostcode: rule.example, of: country) == nil,
                "\(country)"
            )
        }
    }

    @Test func `a code stands only while its country is the same`() {
        let formats = AnswerFormats()
        #expect(formats.problem(withPostcode: "120 00", of: "CZ") == nil)
        #expect(formats.problem(withPostcode: "120 00", of: "RU") != nil)
        #expect(formats.problem(withPostcode: "12000", of: "CZ") != nil)
    }
}
