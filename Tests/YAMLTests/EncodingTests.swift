import Documents
import Testing
import YAML

@Suite("Encoding")
struct EncodingTests {
    @Test(arguments: [
        [0xFC], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xBD], [0xF5, 0x80, 0x80, 0x80],
        [0xE4, 0x41, 0x41],
    ])
    func `bytes that are not UTF-8 are refused at their place`(bytes: [UInt8]) {
        let source = SourceText(path: "test.yaml", bytes: Array("a: 1\nЖ: x".utf8) + bytes)
        let (root, problems) = YAMLReader.read(source)
        #expect(root == nil)
        #expect(problems.map(\.code) == ["E33"])
        #expect(problems.first?.range.start == SourcePosition(byte: 10, line: 2, column: 5))
        #expect(problems.first?.help == "save the file as UTF-8")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]])
    func `UTF-16 is called by its name`(bytes: [UInt8]) {
        let problems = YAMLReader.read(SourceText(path: "test.yaml", bytes: bytes)).problems
        #expect(problems.map(\.message) == ["the file is UTF-16, not UTF-8"])
    }

    @Test(arguments: [
        ("Ж: x1️⃣\02️⃣y", "U+0000"), ("a: 1️⃣\u{1B}2️⃣[31m", "U+001B"), ("a: b1️⃣\u{7F}2️⃣", "U+007F"),
        ("a: b1️⃣\u{85}2️⃣c", "U+0085"), ("a: b1️⃣\u{2028}2️⃣c", "U+2028"), ("a: '你1️⃣\u{FEFF}2️⃣'", "U+FEFF"),
        ("a: b1️⃣\r2️⃣c", "U+000D"), ("# x1️⃣\u{8}2️⃣\na: b", "U+0008"),
    ])
    func `a control character is refused at its place`(marked: String, name: String) throws {
        try expect("E33", "the control character \(name) stands in the file", in: marked)
    }

    @Test func `behind a control character the file is read on`() {
        let (root, problems) = read("a: b\u{1}c\nd: \u{85}e\na: 2\n")
        #expect(problems.map(\.code) == ["E33", "E33", "E01"])
        #expect(root?["d"] != nil)
    }

    @Test func `an escape does not bring NUL in`() throws {
        try expect("E33", "the text holds the control character U+0000", in: "a: 1️⃣\"b\\0\"2️⃣")
    }

    @Test func `a byte order mark is refused and the file read on`() {
        let source = SourceText(path: "a.yaml", text: "\u{FEFF}a: 1\n")
        let (root, problems) = YAMLReader.read(source)
        #expect(problems.map(\.message) == ["the file begins with a byte order mark"])
        #expect(root?["a"]?.text == "1")
        #expect(source.mended(by: problems.compactMap(\.fix)).bytes == Array("a: 1\n".utf8))
    }

    @Test(arguments: [
        "a: Žluťoučký", "имя: Жанна", "名: 你好", "a: 👩‍👩‍👧", "a: x\ty", "a: \u{200F}ب", "a: \u{10FFFD}",
    ])
    func `every other text is read`(text: String) throws {
        #expect(try tree(text).entries?.count == 1)
    }
}
