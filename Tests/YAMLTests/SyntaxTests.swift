import Documents
import Testing
import YAML

@Suite("Syntax")
struct SyntaxTests {
    @Test(arguments: [
        ("a: b1️⃣:2️⃣ c", "a `:` makes a key where none can stand"),
        ("a: b\n  c1️⃣:2️⃣ d", "a `:` makes a key where none can stand"),
        ("a: 1\n1️⃣b2️⃣\nc: 1", "a key without a `:`"),
        ("a:\n  1️⃣b2️⃣ \"Ж\"\n  c: 1", "a key without a `:`"),
        ("a: 1\n  b \"Ж\"\n    c1️⃣:2️⃣ 1", "a `:` makes a key where none can stand"),
        (
            "a: \"x\"\nb: 1️⃣\"2️⃣Ж\nc: \"y\"\nd: \"z\"",
            "a text in quotes goes on into the next key"
        ),
        (
            "a: \"x\"\nb: \"Ж \"1️⃣y2️⃣\" z\"\nc: \"y\"",
            "this is no `key: value` of the mapping it stands in"
        ),
        ("a: 1️⃣@2️⃣b", "an unquoted text can't begin with `@`"),
        ("你: 1️⃣`2️⃣b`", "an unquoted text can't begin with ``"),
        ("a: 1️⃣%2️⃣b", "an unquoted text can't begin with `%`"),
        ("a:\n1️⃣\t2️⃣b: c", "a tab stands where a line is indented"),
        ("Ж: 1️⃣\"2️⃣b\nc: d", "a quoted text is never closed"),
        ("a: 1️⃣'2️⃣it''s\n", "a quoted text is never closed"),
        ("a: [b, 'c' 1️⃣d2️⃣: e", "a list in brackets lacks a `,` or its `]`"),
        ("a: {b: 'c' 1️⃣d2️⃣}", "a mapping in braces lacks a `,` or its `}`"),
        ("a: 'b' 1️⃣c2️⃣", "this is no `key: value` of the mapping it stands in"),
        ("a:\n  - b\n  1️⃣c2️⃣: d", "this is no item of the list it stands in"),
        ("a: 1️⃣-2️⃣ b", "a list can't begin here"),
        ("a: 1️⃣*2️⃣", "an unquoted text can't begin with `*` or `&`"),
        ("a: \"1️⃣\\2️⃣q\"", "no such escape in a text in double quotes"),
        ("a: \"\\u1️⃣12x4\"", "no such escape in a text in double quotes"),
        ("a: |1️⃣x2️⃣\n  b", "text behind `|` or `>` on the same line"),
        ("{a: b}\n1️⃣c2️⃣: d", "something stands behind the end of the document"),
    ])
    func `a mistake is told in an author's words, at its place`(
        marked: String,
        message: String
    ) throws {
        let message = message.replacing("``", with: "```")
        try expect("E32", "not valid YAML: \(message)", in: marked)
    }

    @Test func `what the library says is a note`() {
        let (root, problems) = read("a: b: c")
        #expect(root == nil)
        #expect(
            problems.first?.notes == ["libyaml: mapping values are not allowed in this context"]
        )
        #expect(problems.first?.help?.contains("quote") == true)
    }

    @Test func `findings before the mistake are kept`() {
        #expect(read("a: &x 1\nb: @\n").problems.map(\.code) == ["E31", "E32"])
    }

    @Test func `the beginning of what is not closed is shown`() {
        let related = read("a: [b, c\nd: e\n").problems.first?.related.first
        #expect(related?.range.start == SourcePosition(byte: 3, line: 1, column: 4))
        #expect(related?.label == "the list begins here")
    }

    @Test(arguments: [
        ("left: {count} attempts left", "\"{count} attempts left\""),
        ("- {count} attempts left", "\"{count} attempts left\""),
        ("- left: {count} of {all}\n", "\"{count} of {all}\""),
        (
            "left: {count, plural, one {# left} other {# left}}\nright: x",
            "\"{count, plural, one {# left} other {# left}}\""
        ),
        ("left: {count} said \"no\"", "\"…\""),
    ])
    func `a message without its quotes is shown with them`(text: String, quoted: String) {
        let problem = read(text).problems.first
        #expect(problem?.code == "E32")
        #expect(problem?.help == "quote the message, if it is one: \(quoted)")
    }

    @Test(arguments: [
        "- {if: reminder in [\"sms\", \"email\"], goto: number}", "a: { if: x in [\"b\"], goto: c}",
    ])
    func `a condition without its quotes is no message`(text: String) {
        let problem = read(text).problems.first
        #expect(problem?.code == "E32")
        #expect(problem?.help == "quote the condition: {if: '…', goto: …}")
    }

    @Test(arguments: ["a: \"{b}\nc: d", "a: '{b}' c", "a: @b"])
    func `a mistake of another kind is not taken for a message`(text: String) {
        #expect(read(text).problems.first?.help?.contains("quote the message") == false)
    }
}
