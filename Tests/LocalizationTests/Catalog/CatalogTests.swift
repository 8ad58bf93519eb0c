import Documents
import Localization
import Testing
import YAML

@Suite("Catalog")
struct CatalogTests {
    private func load(_ text: String) throws -> (catalog: Catalog, problems: [Diagnostic]) {
        let source = SourceText(path: "en.yaml", text: text)
        let root = try #require(YAMLReader.read(source).root)
        return Catalog.load(root, language: LanguageTag("en"), source: source)
    }

    @Test func `nested keys are joined by full stops, in file order`() throws {
        let (catalog, problems) = try load("b:\n  y: 1 a\n  x: 2 b\na: c")
        #expect(problems == [])
        #expect(catalog.keys == ["b.y", "b.x", "a"])
        #expect(catalog.pattern(for: "b.x") == "2 b")
        #expect(catalog.place(of: "a")?.start.line == 4)
    }

    @Test func `a block keeps its line ends but the last`() throws {
        let (catalog, problems) = try load("a: |\n  one\n  two\n")
        #expect(problems == [])
        #expect(catalog.program(for: "a")?.format() == "one\ntwo")
    }

    /// The text with 1️⃣ where the finding is expected.
    private static let marked: [(String, String)] = [
        ("a: \"x 1️⃣} y\"", "L004"),
        ("a: 'it''s 1️⃣{n'", "L001"),
        ("a: \"\\u00e9 \\n1️⃣{n\"", "L001"),
        ("a: x 1️⃣} y", "L004"),
        ("a: Привет 1️⃣{n", "L001"),
        ("a: |\n  one\n  two {n, 1️⃣plurl, other {}}\n", "L006"),
        ("a: |\n\n      one 1️⃣{n\n", "L001"),
        ("a: x {home1️⃣.branch}", "L001"),
        ("a: 1️⃣{name}", "L002"),
        ("a: 1️⃣no", "L002"),
        ("a: 1️⃣12:30", "L002"),
        ("a: 1️⃣12", "L002"),
        ("a: 1️⃣>\n  folded\n", "L002"),
        ("a: 1️⃣[x]", "L002"),
        ("a: 1️⃣\"x\n  y\"", "L002"),
        ("1️⃣x", "L002"),
        ("a: x {n, number, 1️⃣::nonsense}", "L007"),
        ("a: x {s, select, other {}} {1️⃣s, number}", "L022"),
        ("a: x {n, plural, other {{1️⃣n, select, other {}}}}", "L022"),
    ]

    @Test(arguments: marked)
    func `a finding stands where the fault is`(text: String, code: String) throws {
        let parts = text.split(separator: "1️⃣", omittingEmptySubsequences: false)
        let before = try #require(parts.first)
        let expected = SourceText(path: "en.yaml", text: String(before))
            .position(at: before.utf8.count)
        let (catalog, problems) = try load(parts.joined())
        #expect(problems.map(\.code) == [code])
        #expect(problems.first?.range.start == expected)
        #expect(catalog.keys == [])
    }

    @Test func `a value that begins with a brace is told to be quoted`() throws {
        let problem = try load("a: {name}").problems.first
        #expect(problem?.help == "quote the message: \"{…} …\"")
        let nested = try load("a: {title: \"A\"}").problems.first
        #expect(
            nested?.help == "write each key on a line of its own below, or quote what is a message"
        )
    }

    @Test func `quoted words that look like other types are texts`() throws {
        let (catalog, problems) = try load(
            "a: \"no\"\nb: '12:30'\nc: No way\nd: 12 apples\ne: 24/7"
        )
        #expect(problems == [])
        #expect(catalog.keys.count == 5)
    }

    @Test func `a key that is there twice in two spellings is found`() throws {
        #expect(try load("a.b: x\na:\n  b: y").problems.map(\.code) == ["L002"])
    }

    @Test func `without the source a place is as near as can be told`() throws {
        let place = SourceRange(
            file: "en.yaml",
            start: SourcePosition(byte: 3, line: 1, column: 4),
            end: SourcePosition(byte: 9, line: 1, column: 10)
        )
        let value = DocumentNode(.scalar(.init(text: "x } y", style: .doubleQuoted)), at: place)
        let root = DocumentNode(
            .mapping([.init(key: "a", keyRange: place, value: value)]),
            at: place
        )
        let problems = Catalog.load(root, language: LanguageTag("en")).problems
        #expect(problems.map(\.range.start.column) == [7])
    }
}
