import Documents
import Testing
import YAML

@testable import Localization

@Suite("PseudoLanguage")
struct PseudoLanguageTests {
    private static let patterns = [
        "Check your email",
        "It’s {name}’s, isn''t it? '{'braces'}'",
        "{count, plural, =0 {None} one {# letter} other {# letters '#' left}} for {who}",
        "{a, select, x {First {n, plural, one {# day} other {# days}}} other {It''s # nothing}}.",
        "{when, date, ::dMMMM} at {when, time, short}\n\nand on",
        "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place",
        "", " ", "{name}", "12:30 – 14",
    ]
    private static let values: [[String: MessageArgument]] = [0, 1, 2, 21].flatMap { number in
        ["x", "y"].map { word in
            [
                "count": .integer(number), "n": .integer(number), "place": .integer(number),
                "a": .choice(word), "name": .text("42"), "who": .text("7"),
                "when": .time(milliseconds: 1_774_604_460_000),
            ]
        }
    }

    @Test(arguments: PseudoLanguage.allCases, patterns)
    func `a pattern in a pseudo-language is valid and says what its program says`(
        pseudo: PseudoLanguage,
        pattern: String
    ) throws {
        let english = LanguageTag("en")
        let key = MessageKey("some.key")
        let program = try MessageProgram.compile(pattern, language: english)
        let made = pseudo.program(program, of: key)
        let written = pseudo.pattern(pattern, of: key)
        let compiled = try MessageProgram.compile(written, language: english)
        for values in Self.values {
            // How long the filling is may differ: a program does not know what was quoted.
            let bare = { (text: String) in text.filter { $0 != "~" } }
            #expect(bare(compiled.format(values)) == bare(made.format(values)), "\(written)")
            #expect(made.format(values).hasPrefix("⟦") && made.format(values).hasSuffix("⟧"))
        }
        #expect(Set(compiled.arguments.map(\.name)) == Set(program.arguments.map(\.name)))
    }

    @Test(arguments: PseudoLanguage.allCases.filter { $0 != .keys })
    func `no letter of a message stays in ASCII, and each becomes another`(pseudo: PseudoLanguage) {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let text = pseudo.text(letters)
        #expect(!text.contains { $0.isASCII && $0.isLetter })
        let single = letters.map { pseudo.words(String($0)) }
        #expect(Set(single).count == 52)
    }

    @Test func `letters keep their cells, double them, or become more`() {
        let text = "Write it as in your document"
        let cells = DisplayWidth.cells(text)
        #expect(DisplayWidth.cells(PseudoLanguage.accented.words(text)) == cells)
        #expect(DisplayWidth.cells(PseudoLanguage.mirrored.words(text)) == cells)
        #expect(DisplayWidth.cells(PseudoLanguage.wide.words(text)) == 2 * cells - 5)
        let long = DisplayWidth.cells(PseudoLanguage.long.text(text))
        #expect((cells * 18 / 10...cells * 24 / 10).contains(long))
        #expect(PseudoLanguage.mirrored.words("on the way") == "ᴎɵ ǝɥʇ ʎɐʍ")
        #expect(PseudoLanguage.long.words("Also") == "Åááļšóóó")
    }

    @Test func `the language of keys shows the key, and what it is given`() {
        let made = PseudoLanguage.keys.pattern("For {n, number} {who} and {n}", of: "a.b_c")
        #expect(made == "⟦a.b_c n={n} who={who}⟧")
        #expect(PseudoLanguage.keys.pattern("x", of: "it's.{here}") == "⟦it''s.'{'here'}'⟧")
    }

    @Test func `what is read and never shown stays as it is`() {
        for pseudo in PseudoLanguage.allCases {
            #expect(pseudo.pattern("yes|y", of: "input.yes") == "yes|y")
            #expect(pseudo.pattern("4|four", of: "captcha.answer.q1") == "4|four")
            #expect(pseudo.pattern("yes", of: "answer.true") != "yes")
        }
    }

    @Test(arguments: [
        ("en-XA", true), ("ru-XA", true), ("en-XB", true), ("zh-XW", true), ("en-XL", true),
        ("en-XK", true), ("sq-XK", false), ("en", false), ("XA", false), ("enXA", false),
        ("en-XZ", false), ("-XA", false), ("", false),
    ])
    func `a tag tells whether a language is made up`(tag: String, isMadeUp: Bool) {
        #expect(LanguageTag(tag).isPseudo == isMadeUp)
    }

    @Test func `words around each message tell which it is`() throws {
        let english = try Self.catalog("a: Hello {name}\nb: |\n  Two\n\n  parts\n")
        let framed = Catalogs([english]).framing(english.language) { key in
            ("<\(key.rawValue)>", "</>")
        }
        let words = framed.words("a", ["name": .text("you")], in: english.language)
        #expect(words.text == "<a>Hello you</>")
        #expect(framed.words("b", in: english.language).text == "<b>Two\n\nparts</>")
    }

    private static func catalog(_ yaml: String) throws -> Catalog {
        let root = YAMLReader.read(SourceText(path: "en.yaml", text: yaml)).root
        return Catalog.load(try #require(root), language: LanguageTag("en")).catalog
    }
}
