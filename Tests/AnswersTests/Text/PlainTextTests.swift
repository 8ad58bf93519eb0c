import Flows
import Testing

@testable import Answers

@Suite("PlainText")
struct PlainTextTests {
    @Test(arguments: [
        ("  Lipová   12 ", "Lipová 12"), ("\u{3000}北京　市\u{A0}", "北京 市"), ("дом\t5", "дом 5"),
        ("١٢", "١٢"), ("\u{FEFF}text\u{200B}", "text"), ("", "empty"),
        (" \u{3000}\u{A0} ", "empty"),
        ("a\u{0}b", "!control_characters"), ("a\nb", "!control_characters"),
        ("a\u{202E}b", "!control_characters"), ("a\u{2028}b", "!control_characters"),
        ("a\u{9B}31m", "!control_characters"), ("a\u{FFFF}", "!control_characters"),
    ])
    func `words are kept but for surplus white space`(typed: String, outcome: String) {
        #expect(Readers.outcome(Readers.read(typed, .text)) == outcome)
    }

    @Test(arguments: [
        ("Ольга", "Ольга"), ("O'Connor", "O'Connor"), ("D’Artagnan", "D’Artagnan"),
        ("Анна-Мария", "Анна-Мария"), ("买买提·艾力", "买买提·艾力"), ("Nguyễn", "Nguyễn"),
        ("van  der Berg", "van der Berg"), ("J. R. R.", "J. R. R."), ("武〇", "武〇"),
        ("علی\u{200C}رضا", "علی\u{200C}رضا"),
        ("Jan3", "!digits_in_name"), ("Jan٣", "!digits_in_name"), ("Jan@", "!characters"),
        ("😀", "!characters"), ("Jan_", "!characters"), ("---", "!no_letters"), ("  ", "empty"),
    ])
    func `a name is letters of any script`(typed: String, outcome: String) {
        #expect(Readers.outcome(Readers.read(typed, .name)) == outcome)
    }

    @Test func `the sign that a name can't have is named`() {
        #expect(Readers.arguments(Readers.read("Jan@", .name)) == ["character": .text("@")])
    }

    @Test func `lengths count scalars and say their bounds`() {
        let bounds = LengthBounds(minimum: 2, maximum: 3)
        func read(_ raw: String, _ type: FieldType = .text) -> AnswerReading {
            Readers.all.read(raw, as: type, length: bounds, context: Readers.context())
        }
        #expect(read("a") == .problem(reason: "too_short", arguments: ["min": .integer(2)]))
        #expect(Readers.outcome(read("abc")) == "abc")
        #expect(read("abcd") == .problem(reason: "too_long", arguments: ["max": .integer(3)]))
        // One Character can be two thousand bytes.
        #expect(Readers.outcome(read("a" + String(repeating: "\u{301}", count: 50))) == "!too_long")
        #expect(Readers.outcome(read(String(repeating: "я", count: 100_000), .name)) == "!too_long")
    }

    @Test func `a reading never prints what was typed`() {
        let reading = Readers.read("Воронцова", .name)
        #expect(!String(describing: reading).contains("Воронцова"))
        #expect(!String(reflecting: reading).contains("Воронцова"))
        #expect(!"\(Readers.read("Jan@", .name))".contains("@"))
    }
}
