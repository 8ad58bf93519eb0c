import Localization
import Testing

@Suite("TextFolding")
struct TextFoldingTests {
    @Test(arguments: [
        ("Česko", "cesko"), ("ЁЖ", "еж"), ("Ｃｚｅｃｈ", "czech"), ("Straße", "strasse"), ("ﬁn", "fin"),
        ("印度尼西亚", "印度尼西亚"),
        ("İ", "i"), ("", ""),
    ])
    func `folded texts can be searched`(text: String, expected: String) {
        #expect(TextFolding.fold(text) == expected)
    }

    @Test func `normal form C composes`() {
        #expect(TextFolding.nfc("и\u{306}").unicodeScalars.count == 1)
        #expect(
            TextFolding.nfc(String(repeating: "e\u{301}", count: 5000)).unicodeScalars.count == 5000
        )
    }

    @Test func `full-width forms become ASCII, and nothing else does`() {
        #expect(TextFolding.mapWidth("１９９０／３＠ａ　b年") == "1990/3@a b年")
    }
}

@Suite("OpaqueString")
struct OpaqueStringTests {
    @Test func `composed and decomposed letters are the same answer, cases are not`() {
        #expect(OpaqueString.enforce("Мо\u{438}\u{306}") == OpaqueString.enforce("Мо\u{439}"))
        #expect(OpaqueString.enforce("Praha") == "Praha")
        #expect(OpaqueString.enforce("Praha") != OpaqueString.enforce("praha"))
        #expect(OpaqueString.enforce("\u{1112}\u{1161}\u{11AB}") == OpaqueString.enforce("한"))
    }

    @Test func `other spaces become U+0020, and none is dropped`() {
        #expect(OpaqueString.enforce("a\u{A0}b\u{3000}c") == "a b c")
        #expect(OpaqueString.enforce(" a ") == " a ")
    }

    @Test(arguments: [
        "", "a\u{0}b", "a\nb", "\u{7F}", "\u{85}", "\u{200B}", "a\u{200D}b", "\u{E000}", "\u{FFFF}",
        "\u{378}", "a\u{2028}b", "\u{AD}",
    ])
    func `what can't be seen or isn't a character is refused`(text: String) {
        #expect(OpaqueString.enforce(text) == nil)
    }

    @Test(arguments: ["क्\u{200D}ष", "👍", "汉字", "Ⅳ", "ｗｉｄｅ"])
    func `what people can write is kept`(text: String) {
        #expect(OpaqueString.enforce(text) == text)
    }
}

@Suite("InternationalDomain")
struct InternationalDomainTests {
    @Test(arguments: [
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"), ("Example.ORG", "example.org"),
        ("faß.de", "xn--fa-hia.de"), ("例子。中国", "xn--fsqu00a.xn--fiqs8s"),
    ])
    func `a name has its form in ASCII`(domain: String, expected: String) {
        #expect(InternationalDomain.ascii(domain) == expected)
    }

    @Test(arguments: [
        "", "a b.org", "-a.org", "a..org", "xn--a.org", "a\u{0}.org",
        String(repeating: "a", count: 64) + ".org", String(repeating: "ж", count: 2000), "a_b.org",
    ])
    func `what is no domain name has none`(domain: String) {
        #expect(InternationalDomain.ascii(domain) == nil)
    }

    @Test func `a name in ASCII is shown as its readers write it`() {
        #expect(InternationalDomain.unicode("xn--e1afmkfd.xn--p1ai") == "пример.рф")
        #expect(InternationalDomain.unicode("xn--a") == nil)
    }
}

@Suite("LegalDocument")
struct LegalDocumentTests {
    private func parse(_ text: String) -> LegalDocument? {
        LegalDocument.parse(Array(text.utf8), version: 2, language: LanguageTag("en"))
    }

    @Test func `title, summary and body are told apart`() throws {
        let document = try #require(
            parse(
                "# Terms\n\n- one\n  goes on\n- two\n\nIntroduction\nin two lines.\n\n## 1. First\n\nText.\n\n- item\n### Deeper\r\n"
            )
        )
        #expect(document.title == "Terms")
        #expect(document.summary == ["one goes on", "two"])
        #expect(
            document.body == [
                .paragraph("Introduction in two lines."), .heading(level: 2, "1. First"),
                .paragraph("Text."), .item("item"), .heading(level: 3, "Deeper"),
            ]
        )
        #expect(document.version == 2)
    }

    @Test func `points that begin with a plus are what this version has changed`() throws {
        let document = try #require(
            parse("# Terms\n\n- one\n+ two\n  goes on\n+ three\n\n## 1. First\n\n+ no item here\n")
        )
        #expect(document.summary == ["one", "two goes on", "three"])
        #expect(document.changes == ["two goes on", "three"])
        #expect(document.body.last == .paragraph("+ no item here"))
        #expect(parse("# Terms\n\n- one\n")?.changes == [])
    }

    @Test func `Chinese lines are joined without a blank`() {
        #expect(parse("# 协议\n\n第一\n第二。")?.body == [.paragraph("第一第二。")])
    }

    @Test func `without a title, or in another encoding, it is no document`() {
        #expect(parse("## Only\n\ntext") == nil)
        #expect(parse("") == nil)
        #expect(
            LegalDocument.parse([0x23, 0x20, 0xFF], version: 1, language: LanguageTag("en")) == nil
        )
    }
}
