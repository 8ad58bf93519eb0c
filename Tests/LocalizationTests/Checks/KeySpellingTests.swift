import Documents
import Localization
import Testing

@Suite("Mends of messages")
struct KeySpellingTests {
    /// The Czech file after the mends of a code.
    private func mended(_ english: String, _ czech: String, _ code: String) throws -> String {
        let fixture = LocaleFixture("# en.yaml\n\(english)\n# cs.yaml\n\(czech)")
        let fixes = try fixture.findings().filter { $0.code == code }.compactMap(\.fix)
        let source = SourceText(path: "cs.yaml", text: czech)
        return String(decoding: source.mended(by: fixes).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("titel: A", "title: A"),
        ("start:\n  titel: A\n  intro: B", "start:\n  title: A\n  intro: B"),
        ("strat:\n  title: A\n  intro: B", "start:\n  title: A\n  intro: B"),
        ("start.titel: A", "start.title: A"), ("start_title: A", "start.title: A"),
        ("'start':\n  \"titel\": A", "'start':\n  \"title\": A"),
    ])
    func `a misspelt key is mended, on whatever level it stands`(czech: String, right: String)
        throws
    {
        let english = "title: T\nstart:\n  title: S\n  intro: I"
        #expect(try mended(english, czech, "L011") == right)
    }

    @Test(arguments: ["part_c: A", "nothing_like_it: A"])
    func `a key that could be several, or none, is left to the author`(
        czech: String
    ) throws {
        #expect(try mended("part_a: A\npart_b: B\nstart:\n  title: S", czech, "L011") == czech)
    }

    @Test(arguments: [
        ("a: K {adress}", "a: K {address}"), ("a: \"K {adress}\"", "a: \"K {address}\""),
        ("a: 'K {adress}'", "a: 'K {address}'"),
        ("a: \"Č {adress}\"", "a: \"Č {address}\""),
        ("a: K {adress, select, x {y} other {z}}", "a: K {address, select, x {y} other {z}}"),
        ("a: K {adress} {adress}", "a: K {address} {address}"),
        ("a: \"\\u010C {adress}\"", "a: \"\\u010C {address}\""),
    ])
    func `a misspelt argument is mended`(czech: String, right: String) throws {
        #expect(try mended("a: To {address}", czech, "L021") == right)
    }

    @Test func `an argument that looks like no other is left to the author`() throws {
        #expect(try mended("a: To {address}", "a: K {elsewhere}", "L021") == "a: K {elsewhere}")
    }

    @Test func `what YAML takes for something else is quoted`() throws {
        #expect(try mended("a: A", "a: no # 1", "L002") == "a: \"no\" # 1")
        #expect(try mended("a: A", "a: 12:30", "L002") == "a: \"12:30\"")
    }

    @Test func `the message that was probably meant is shown`() throws {
        let fixture = LocaleFixture("# en.yaml\nb: B\ntitle: T\n# cs.yaml\nb: B\ntitel: A")
        let related = try fixture.findings().first { $0.code == "L011" }?.related.first
        #expect(related?.label == "was this meant?")
        #expect(related?.range.file == "en.yaml")
        #expect(related?.range.start.line == 2)
    }
}
