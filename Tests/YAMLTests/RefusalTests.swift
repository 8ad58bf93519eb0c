import Documents
import Testing
import YAML

@Suite("Refusals")
struct RefusalTests {
    @Test func `a key that stands twice is refused and names the first place`() throws {
        let (root, problems) = read("a: 1\nЖ:\n  b: 2\n  c: 3\n  \"b\": 4\na: 5\n")
        #expect(problems.map(\.code) == ["E01", "E01"])
        #expect(problems.map(\.range.start.line) == [5, 6])
        #expect(problems.map { $0.related.first?.range.start.line } == [3, 1])
        #expect(problems.map(\.message).first == "the key `b` stands twice")
        #expect(root?["a"]?.text == "1")
        #expect(root?["Ж"]?["b"]?.text == "2")
    }

    @Test func `a key in another Unicode form is the same key`() {
        #expect(read("\u{439}: 1\n\u{438}\u{306}: 2\n").problems.map(\.code) == ["E01"])
    }

    @Test func `the same key in two mappings is no finding`() throws {
        let root = try tree("a: {b: 1}\nc: {b: 2}\nd: [{b: 3}, {b: 4}]\n")
        #expect(root["c"]?["b"]?.text == "2")
    }

    @Test(arguments: [
        ("a: 1️⃣&x2️⃣ 1", "an anchor: `&x`"), ("Ж: [你, 1️⃣&x2️⃣, b]", "an anchor: `&x`"),
        ("Ж: 1️⃣&x2️⃣ {b: c}", "an anchor: `&x`"), ("a: 1️⃣&x2️⃣\n  - b\n", "an anchor: `&x`"),
        ("a: 1️⃣*x2️⃣", "an alias: `*x`"), ("1️⃣*x2️⃣ : a", "an alias: `*x`"),
        ("a: 1️⃣!!str2️⃣ 1", "a tag (`!`) stands before a value"),
        ("a: 1️⃣!2️⃣ 1", "a tag (`!`) stands before a value"),
        ("a: 1️⃣!Hurra2️⃣", "a tag (`!`) stands before a value"),
        ("a: 1️⃣!<tag:x>2️⃣ [b]", "a tag (`!`) stands before a value"),
        ("a: 1️⃣!!map2️⃣\n  b: c", "a tag (`!`) stands before a value"),
        ("a: 1\n1️⃣<<2️⃣: {b: 2}", "a merge key: `<<`"),
        ("1️⃣[a, b]2️⃣: c", "a key that is not a text"), ("a: {1️⃣{b}2️⃣: c}", "a key that is not a text"),
        ("? 1️⃣- a2️⃣\n: c", "a key that is not a text"),
        ("a: 1\n1️⃣---2️⃣\nb: 2", "a second document begins in the file"),
        ("1️⃣%YAML2️⃣ 1.1\n---\na: 1", "a directive (`%`) stands in the file"),
    ])
    func `what makes YAML surprising is refused at its place`(marked: String, message: String)
        throws
    {
        try expect("E31", message, in: marked)
    }

    @Test(arguments: [
        "a: 'b & *c'", "a: b &c *d !e", "a: \"&x\"", "a: '!x'", "\"<<\": a", "a: <<", "a: b<<c",
        "a: '[x]'", "--- # one\na: 1\n...\n", "a: 100%", "a: x # &y *z !t",
    ])
    func `the same signs inside a text are no finding`(text: String) throws {
        #expect(try tree(text).entries?.count == 1)
    }

    @Test func `what belongs to a refused key is left out and the rest is kept`() throws {
        let (root, problems) = read("[a]: {x: {y: z}}\n*b : [c]\n<<: {d: e}\nf: g\n")
        #expect(problems.map(\.code) == ["E31", "E31", "E31"])
        #expect(root?.entries?.map(\.key) == ["f"])
    }

    @Test func `the first of several documents is the tree`() {
        #expect(read("a: 1\n---\nb: 2\n---\nc: 3\n").root?.entries?.map(\.key) == ["a"])
    }
}
