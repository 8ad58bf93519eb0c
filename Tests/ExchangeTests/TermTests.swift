import Localization
import Testing

@testable import Exchange

@Suite("Terms in XLIFF")
struct TermTests {
    @Test(arguments: Way.all)
    func `terms of the glossary go out with the units that hold them, and change nothing`(
        way: Way
    ) throws {
        let terms = [
            ExchangeMessage.Term(
                words: ["day"],
                translations: ["день", "сутки"],
                note: "Of 24 h."
            ),
            ExchangeMessage.Term(words: ["link"], translations: ["ссылка"]),
        ]
        let exchanging = Exchanging(
            "A link for {n, plural, one {# day} other {# days}}",
            "Ссылка на {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
            terms: terms,
            way
        )
        let text = exchanging.text
        // Cut, the link stands in one unit, and the day in each of four.
        let counts = way.cut == .whole ? (day: 1, link: 1) : (day: 4, link: 1)
        #expect(text.ranges(of: ">day → день, сутки (Of 24 h.)</note>").count == counts.day)
        #expect(text.ranges(of: ">link → ссылка</note>").count == counts.link)
        let entries = text.ranges(of: "<gls:glossEntry>").count
        #expect(entries == (way.version == .two ? counts.day + counts.link : 0))
        let message = exchanging.bundle.messages[0]
        let without = try Exchanging.read(
            Exchanging(message.source, message.target, way).text
        )
        let found = try Exchanging.read(text)
        #expect(found.units.map(\.id) == without.units.map(\.id))
        let sources = { (document: XLIFFDocument) in document.units.map { "\($0.source.parts)" } }
        #expect(sources(found) == sources(without))
    }
}
