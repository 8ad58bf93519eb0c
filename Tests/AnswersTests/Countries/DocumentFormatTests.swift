import Flows
import Testing

@testable import Answers

@Suite("DocumentFormat")
struct DocumentFormatTests {
    private func read(_ typed: String, _ country: String, _ kind: String = "passport")
        -> AnswerReading
    {
        Readers.read(typed, .document(country: 0, kind: 1), country: country, kind: kind)
    }

    @Test(arguments: [
        ("4509 123456", "RU", "passport", "4509123456"),
        ("45 09 № 123456", "RU", "passport", "4509123456"),
        ("75 1234567", "RU", "passport", "751234567"),
        ("99 00 123456", "RU", "driving_licence", "9900123456"),
        ("77 ав 123456", "RU", "driving_licence", "77АВ123456"),
        ("e12345678", "CN", "passport", "E12345678"), ("EA1234567", "CN", "passport", "EA1234567"),
        ("A 1234567", "ID", "passport", "A1234567"), ("39482716", "CZ", "passport", "39482716"),
        ("３９４８２７１６", "CZ", "passport", "39482716"), ("123456789", "GB", "passport", "123456789"),
        ("c12345678", "US", "passport", "C12345678"), ("fa-123456", "UA", "passport", "FA123456"),
        ("12345", "FR", "identity_card", "12345"),
    ])
    func `a number is stored in capitals without spaces`(
        typed: String,
        country: String,
        kind: String,
        stored: String
    ) {
        let reading = read(typed, country, kind)
        #expect(Readers.outcome(reading) == stored)
        #expect(Readers.notes(reading).isEmpty)
    }

    @Test(arguments: [
        ("450912345", "CZ", "passport"), ("45091234567", "RU", "passport"),
        ("77ЖЯ123456", "RU", "driving_licence"), ("A12345678", "CN", "passport"),
        ("1234", "FR", "passport"), ("123456789012345678901", "FR", "passport"),
        ("12 34*56", "FR", "passport"), ("护照123456", "FR", "passport"),
        ("4509\u{0}123456", "RU", "passport"),
    ])
    func `what is no number of the kind is refused with an example`(
        typed: String,
        country: String,
        kind: String
    ) {
        let reading = read(typed, country, kind)
        #expect(Readers.outcome(reading) == "!format")
        #expect(Readers.arguments(reading)["country"] == .country(country))
        #expect(Readers.arguments(reading)["kind"] == .text(kind))
        #expect(Readers.arguments(reading)["example"] != nil)
    }

    @Test func `letters of the other script that look alike are exchanged and told`() {
        let cyrillic = read("\u{421}12345678", "US")
        #expect(Readers.outcome(cyrillic) == "C12345678")
        #expect(Readers.notes(cyrillic) == ["note.document.letters"])
        let latin = read("77AB123456", "RU", "driving_licence")
        #expect(Readers.outcome(latin) == "77\u{410}\u{412}123456")
        #expect(Readers.notes(latin) == ["note.document.letters"])
    }

    @Test func `every example is a number of its kind`() {
        for (key, rule) in DocumentFormat.rules {
            let parts = key.split(separator: ".").map(String.init)
            #expect(
                !Readers.outcome(read(rule.example, parts[0], parts[1])).hasPrefix("!"),
                "\(key)"
            )
        }
    }

    @Test func `a stored number stands while country and kind are the same`() {
        let formats = AnswerFormats()
        #expect(formats.problem(withDocument: "4509123456", kind: "passport", of: "RU") == nil)
        #expect(
            formats.problem(withDocument: "77АВ123456", kind: "driving_licence", of: "RU") == nil
        )
        #expect(formats.problem(withDocument: "4509123456", kind: "passport", of: "CZ") != nil)
        #expect(formats.problem(withDocument: "4509 123456", kind: "passport", of: "RU") != nil)
    }
}
