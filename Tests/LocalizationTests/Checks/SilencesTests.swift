import Documents
import Localization
import Testing

@Suite("Findings that are allowed in the file")
struct SilencesTests {
    private func codes(_ english: String) throws -> [String] {
        // Words are looked at by rules of their own.
        try LocaleFixture("# en.yaml\n" + english).findings().map(\.code).filter { $0 < "L100" }
    }

    @Test(arguments: [
        "# paifang: allow L036 -- its name\nm: Say 'n'eat",
        "m: Say 'n'eat  # paifang: allow L036 -- its name",
        "m: \"Say 'n'eat\"  # paifang: allow L036 -- its name",
        "# paifang: allow l036, L062 -- its name\nm: \"Say 'n'eat \\u202E\"",
        "# paifang: allow L036 -- its name\n\n# more\nm: Say 'n'eat",
        "# paifang: allow L036 -- its name\nk:\n  m: Say 'n'eat\n  n: It's",
        "k:\n  # paifang: allow L036 -- its name\n  m: Say 'n'eat",
        "m: |  # paifang: allow L036 -- its name\n  Say\n  'n'eat",
        "# paifang: allow L036 -- its name\nm: |\n  Say\n  'n'eat\nk: A",
    ])
    func `a comment with a reason allows a finding`(text: String) throws {
        #expect(try codes(text) == [])
    }

    @Test(arguments: [
        ("# paifang: allow L036\nm: Say 'n'eat", ["L036", "L050"]),
        ("# paifang: allow L036 --\nm: Say 'n'eat", ["L036", "L050"]),
        ("# paifang: allow L036 --  \nm: Say 'n'eat", ["L036", "L050"]),
        ("# paifang: allow L366 -- its name\nm: Say 'n'eat", ["L036", "L051"]),
        ("# paifang: alow L036 -- its name\nm: Say 'n'eat", ["L036", "L051"]),
        ("# paifang: allow -- its name\nm: Say 'n'eat", ["L036", "L051"]),
        ("# paifang: allow L062 -- its name\nm: Say 'n'eat", ["L036", "L052"]),
        ("# paifang: allow L036 -- its name\nm: A\nk: Say 'n'eat", ["L036", "L052"]),
        ("k:\n  # paifang: allow L036 -- its name\n  m: A\n  l: Say 'n'eat", ["L036", "L052"]),
        ("m: Say 'n'eat\n# paifang: allow L036 -- its name", ["L036", "L052"]),
        ("m: \"Say 'n'eat # paifang: allow L036 -- its name\"", ["L036"]),
        ("m: |\n  Say 'n'eat\n  # paifang: allow L036 -- its name\nk: A", ["L036"]),
        ("m: |\n  # paifang: allow L036 -- its name\nk: It's", ["L036"]),
    ])
    func `a comment that allows nothing is a finding of its own`(text: String, expected: [String])
        throws
    {
        #expect(try codes(text).sorted() == expected)
    }

    @Test func `the finding stands at the comment`() throws {
        let text = "# en.yaml\nk: A\nm: \"Don’t\"  # paifang: allow L366 -- its name"
        let found = try LocaleFixture(text).findings()
        #expect(found.map(\.code) == ["L051"])
        #expect(found.first?.range.start.line == 2)
        #expect(found.first?.range.start.column == 13)
        #expect(found.first?.range.end.column == 46)
        #expect(found.first?.severity == .warning)
    }

    @Test func `missing and unused messages are allowed where their key stands`() throws {
        let text = """
            # en.yaml
            # paifang: allow L040 -- a plug-in shows it
            m: A
            # messages.yaml
            k: B
            """
        #expect(try LocaleFixture(text).findings().map(\.code) == ["L042"])
    }
}
