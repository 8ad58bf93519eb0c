import Testing

@testable import Localization

@Suite("MessageForms")
struct MessageFormsTests {
    private func forms(_ pattern: String, _ tag: String) throws -> MessageForms {
        let language = LanguageTag(tag)
        return MessageForms(
            of: pattern,
            try MessageProgram.compile(pattern, language: language),
            in: language
        ) { name, kind in
            kind == .date ? .date(milliseconds: 1_774_569_600_000) : .text("<\(name)>")
        }
    }

    @Test(arguments: [
        ("ru", "0 1 2 5 21 1.5"), ("cs", "0 1 2 5 1.5"), ("en", "0 1 2 1.5"), ("zh", "0 1 2 1.5"),
        ("id", "0 1 2 1.5"), ("pl", "0 1 2 5 1.5"), ("ar", "0 1 2 3 11 100 1.5"),
    ])
    func `each language is sampled where it counts differently`(tag: String, numbers: String) {
        let samples = PluralForms.of(LanguageTag(tag)).samples.map { sample -> String in
            switch sample.value {
            case .integer(let number): "\(number)"
            case .number(let number): "\(number)"
            default: "?"
            }
        }
        #expect(samples.joined(separator: " ") == numbers)
    }

    @Test(arguments: ["en", "ru", "zh", "id", "cs", "ar", "pl", "lv"])
    func `every category that ICU knows of whole numbers has a sample`(tag: String) {
        let language = LanguageTag(tag)
        let categories = Set(PluralForms.of(language).samples.map(\.category))
        let needed = RegionalFormats(language).pluralCategories()
        #expect(categories.isSuperset(of: needed))
    }

    @Test func `ordinal numbers are whole, and have forms of their own`() throws {
        let texts = try forms("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", "en")
            .forms.map(\.text)
        #expect(texts == ["0th", "1st", "2nd", "3rd", "4th", "21st"])
    }

    @Test func `a message has each form once, with the values that lead to it`() throws {
        let made = try forms(
            "{n, plural, =0 {Никого} one {# друг} few {# друга} many {# друзей} other {# друга}} {who}",
            "ru"
        )
        #expect(
            made.forms.map(\.text) == [
                "Никого <who>", "1 друг <who>", "2 друга <who>", "5 друзей <who>", "21 друг <who>",
                "1,5 друга <who>",
            ]
        )
        #expect(made.fixed.map(\.name) == ["who"])
        #expect(!made.isShortened)
    }

    @Test func `what is said for several values stands once`() throws {
        let made = try forms("{n, plural, other {有邮件}}", "zh")
        #expect(made.forms.count == 1)
        #expect(made.forms[0].cases.count == 4)
    }

    @Test func `branches of selects are combined with numbers`() throws {
        let made = try forms(
            "{who, select, a {A {n, plural, one {one} other {more}}} other {B {on, date, long}}}",
            "en"
        )
        #expect(made.forms.map(\.text) == ["A more", "A one", "B March 27, 2026"])
        #expect(made.forms[2].cases.count == 4)
    }

    @Test func `numbers that the message names are samples, too`() throws {
        let made = try forms("{n, plural, =7 {lucky} one {#} other {#}}", "en")
        #expect(made.forms.map(\.text) == ["0", "1", "2", "lucky", "1.5"])
    }

    @Test func `too many combinations are shown one argument at a time`() throws {
        let plural = { (name: String) in "{\(name), plural, one {#} few {#} many {#} other {#}}" }
        let made = try forms(["a", "b", "c"].map(plural).joined(separator: "/"), "ru")
        #expect(made.isShortened)
        #expect(made.forms.count == 16)
        #expect(made.forms.map(\.text).contains("0/0/21"))
    }

    @Test func `a message without arguments has one form`() throws {
        let made = try forms("It''s", "en")
        #expect(made.forms.map(\.text) == ["It's"] && made.forms[0].cases == [[]])
    }
}
