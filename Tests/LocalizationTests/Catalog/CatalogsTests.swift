import Documents
import Localization
import Synchronization
import Testing
import YAML

@Suite("Catalogs")
struct CatalogsTests {
    private func catalogs() throws -> Catalogs {
        let files = [
            ("en", "title: Wallet\nhello: \"Hello, {who}!\"\nfield:\n  email:\n    label: E-mail"),
            ("ru", "hello: \"Здравствуйте, {who}!\"\nsignup:\n  email:\n    label: Почта"),
        ]
        return Catalogs(
            try files.map { language, text in
                let root = YAMLReader.read(SourceText(path: language, text: text)).root
                return Catalog.load(try #require(root), language: LanguageTag(language)).catalog
            },
            source: LanguageTag("en")
        )
    }

    private let russian = LanguageTag("ru")

    @Test func `words are in the language that was asked for`() throws {
        let words = try catalogs().words("hello", ["who": .text("Анна")], in: russian)
        #expect(
            words == Words(text: "Здравствуйте, Анна!", language: russian, key: "hello")
        )
    }

    @Test func `a missing translation falls back to English and says so`() throws {
        let words = try catalogs().words("title", in: russian)
        #expect(words.text == "Wallet")
        #expect(words.language == LanguageTag("en"))
        #expect(words.isFallback)
        #expect(!words.isMissing)
    }

    @Test func `a key without any words is shown as a key`() throws {
        let words = try catalogs().words("nothing", in: russian)
        #expect(words.text == "⟦nothing⟧")
        #expect(words.isMissing)
    }

    @Test func `an unknown language reads English`() throws {
        let words = try catalogs().words("title", in: LanguageTag("de"))
        #expect(words.text == "Wallet")
        #expect(words.isFallback)
    }

    @Test func `the language's own second key comes before the first key in English`() throws {
        let keys: [MessageKey] = ["field.email.label", "signup.email.label"]
        let words = try catalogs().words(firstOf: keys, in: russian)
        #expect(words.text == "Почта")
        #expect(
            try catalogs().words(firstOf: keys.reversed(), in: LanguageTag("en")).text == "E-mail"
        )
    }

    @Test func `no key at all is missing`() throws {
        #expect(try catalogs().words(firstOf: [], in: russian).isMissing)
    }

    @Test func `whether a key has words is told per language or for the source`() throws {
        let catalogs = try catalogs()
        #expect(catalogs.has("title", in: LanguageTag("en")))
        #expect(!catalogs.has("title", in: russian))
        #expect(catalogs.has("title"))
        #expect(!catalogs.has("signup.email.label"))
    }

    @Test func `a language is read once, when it is first asked for`() throws {
        let all = try catalogs()
        let (english, czech) = (LanguageTag("en"), LanguageTag("cs"))
        let read = Mutex<[LanguageTag]>([])
        let catalogs = Catalogs(
            try [#require(all[english])],
            languages: [english, russian, czech]
        ) { language in
            read.withLock { $0.append(language) }
            return all[language]
        }
        #expect(catalogs.languages == [english, russian, czech])
        #expect(catalogs.words("title", in: english).text == "Wallet")
        #expect(catalogs[LanguageTag("id")] == nil)
        let pseudo = catalogs.pseudo()
        #expect(pseudo.languages.count == 4)
        #expect(read.withLock(\.self) == [])
        for _ in 1...2 {
            let words = pseudo.words("hello", ["who": .text("Аня")], in: russian)
            #expect(words.text == "Здравствуйте, Аня!")
        }
        // What can't be read is wholly in the source language, and not tried again.
        for _ in 1...2 { #expect(catalogs.words("title", in: czech).text == "Wallet") }
        #expect(catalogs.words("title", in: czech).isFallback)
        #expect(read.withLock(\.self) == [russian, czech])
    }

    @Test func `the languages are in the order given`() throws {
        #expect(try catalogs().languages == [LanguageTag("en"), russian])
    }

    @Test func `the pseudo-language leaves no plain letter but those of arguments`() throws {
        let pseudo = try catalogs().pseudo()
        let tag = LanguageTag("en-XA")
        #expect(pseudo.languages == [LanguageTag("en"), russian, tag])
        let words = pseudo.words("hello", ["who": .text("42")], in: tag)
        #expect(words.text.hasPrefix("⟦Ĥéļļó, 42!"))
        #expect(words.text.hasSuffix("⟧"))
        #expect(!words.isFallback)
        #expect(!words.text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) })
        #expect(words.text.count > "Hello, 42!".count + 2)
    }

    @Test func `the pseudo-language keeps branches as they are`() throws {
        let program = try MessageProgram.compile(
            "{n, plural, one {# day} other {# days}} for {who, select, a {A} other {B}}",
            language: LanguageTag("en")
        )
        let mapped = program.mappingLiterals(prefix: "<", suffix: ">") { $0.uppercased() }
        #expect(mapped.format(["n": .integer(1), "who": .choice("a")]) == "<1 DAY FOR A>")
        #expect(mapped.format(["n": .integer(2), "who": .choice("x")]) == "<2 DAYS FOR B>")
        #expect(mapped.arguments.map(\.name) == ["n", "who"])
    }
}
