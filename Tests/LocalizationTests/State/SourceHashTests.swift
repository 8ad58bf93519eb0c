import Localization
import Testing

@Suite("SourceHash")
struct SourceHashTests {
    @Test(arguments: [
        ("{n, plural, one {# day} other {# days}}", "{n,plural,other{# days}one{# day}}"),
        ("{ name }", "{name}"),
        ("It's {name}", "It''s {name}"),
        ("a '{'b'}' {c}", "a '{b}' {c}"),
        ("{d, date, long}", "{ d , date , long }"),
        ("{who, select, male {He} other {They}}", "{who, select,\n  other {They}\n  male {He}\n}"),
    ])
    func `what the reader can't see is no change`(left: String, right: String) {
        #expect(SourceHash(of: left) == SourceHash(of: right))
    }

    @Test(arguments: [
        ("Start", "start"), ("Start", "Start."), ("Start", "Start "), ("", " "),
        ("{name}", "'{name}'"), ("{a}", "{b}"), ("{n, number}", "{n, number, percent}"),
        ("{n, plural, one {# day} other {# days}}", "{n, plural, =1 {# day} other {# days}}"),
        ("{n, plural, other {#}}", "{n, selectordinal, other {#}}"),
        ("{n, plural, other {#}}", "{n, plural, offset:1 other {#}}"),
        ("{n, plural, other {#}}", "{n, plural, other {'#'}}"),
        ("{n, plural, one {a} other {b}}", "{n, plural, one {b} other {a}}"),
        ("{a}{b}", "{b}{a}"), ("{d, date, long}", "{d, time, long}"),
        ("{g, select, other {a} x {b}}", "{g, select, other {ab} x {}}"),
    ])
    func `what the reader can see is a change`(left: String, right: String) {
        #expect(SourceHash(of: left) != SourceHash(of: right))
    }

    @Test func `a hash stays what it is from version to version`() {
        #expect(SourceHash(of: "Start").rawValue == "52fc4faabec6760d")
        #expect(
            SourceHash(of: "{n, plural, one {# day} other {# days}}").rawValue == "ecf1ba006c04092c"
        )
    }

    @Test func `a text is a hash or is none`() {
        #expect(SourceHash(rawValue: "0123456789abcdef") != nil)
        for text in ["", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdefg"] {
            #expect(SourceHash(rawValue: text) == nil, "\(text)")
        }
    }

    private func document(_ text: String) throws -> LegalDocument {
        let language = LanguageTag("en")
        return try #require(LegalDocument.parse(Array(text.utf8), version: 1, language: language))
    }

    @Test func `a document is what it says, however its lines are broken`() throws {
        let text = "# Terms\n\n- One\n\n## First\n\nYou can leave at any time.\n\n- x\n"
        let broken = "# Terms\n- One\n## First\nYou can leave\nat any time.\n\n- x"
        let hash = SourceHash(of: try document(text))
        #expect(SourceHash(of: try document(broken)) == hash)
        for (old, new) in [
            ("leave", "go"), ("## First", "### First"), ("- x", "x"), ("Terms", "Words"),
            ("- One", "- Two"), ("- One\n", ""),
        ] {
            #expect(SourceHash(of: try document(text.replacing(old, with: new))) != hash, "\(old)")
        }
    }
}
