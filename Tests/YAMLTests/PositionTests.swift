import Documents
import Testing
import YAML

@Suite("Positions")
struct PositionTests {
    /// What stands in the file at a range.
    private func slice(_ source: SourceText, _ range: SourceRange) -> String {
        String(decoding: source.bytes[range.start.byte..<range.end.byte], as: UTF8.self)
    }

    @Test(arguments: [
        ("a: b c # d", "b c"), ("a: 'it''s'  ", "'it''s'"), ("a: \"x\\ty\"", "\"x\\ty\""),
        ("a: |\n  one\n\n  two\n\n\nb: c", "|\n  one\n\n  two"),
        ("a: >-\n  one\n  two\n# d\nb: c", ">-\n  one\n  two"),
        ("a: one\n  two\nb: c", "one\n  two"), ("a: [b, c]  # d", "[b, c]"),
        ("a: {b: c}\n", "{b: c}"), ("a:\n  b: c\n  d: e\n\n# f\ng: h", "b: c\n  d: e"),
        ("a:\n- b\n- c\n\nd: e", "- b\n- c"), ("a:\n  - b: c\n    d: [e]\n", "- b: c\n    d: [e]"),
        ("a:\nb: c", ""), ("a: \"\"", "\"\""), ("a: []", "[]"),
        ("имя: {a: 1}\na: Praha", "Praha"), ("你: 😀\na: '世界'", "'世界'"),
        ("b: [😀, Ж]\na: [{c: 你}, d]", "[{c: 你}, d]"), ("\"Ж\\\"\": 1\na: |\n  你", "|\n  你"),
        ("{你: x, a: 好}", "好"), ("{😀: 'Ж', a: \"é 😀\" }", "\"é 😀\""), ("b: Ж\r\na: 你\r\n", "你"),
    ])
    func `the range of a value is what was written`(text: String, value: String) throws {
        let source = SourceText(path: "test.yaml", text: text)
        let (root, problems) = YAMLReader.read(source)
        #expect(problems.isEmpty)
        let range = try #require(root?["a"]?.range)
        #expect(slice(source, range) == value)
        #expect(range == source.range(range.start.byte..<range.end.byte))
    }

    @Test func `the range of a key is the key`() throws {
        let source = SourceText(path: "test.yaml", text: "имя: 你\n\"ключ 😀\": {世界: x, 'q': y}\n")
        let root = try #require(YAMLReader.read(source).root)
        let entries = try #require(root.entries) + (root["ключ 😀"]?.entries ?? [])
        #expect(
            entries.map { slice(source, $0.keyRange) } == ["имя", "\"ключ 😀\"", "世界", "'q'"]
        )
        #expect(entries.map(\.keyRange.start.column) == [1, 1, 12, 19])
    }

    @Test func `behind a byte order mark bytes and columns still fit the file`() throws {
        let source = SourceText(path: "test.yaml", text: "\u{FEFF}Ж: 你\nb: c")
        let (root, problems) = YAMLReader.read(source)
        #expect(problems.map(\.code) == ["E33"])
        let tree = try #require(root)
        for value in try #require(tree.entries).map(\.value.range) {
            #expect(value == source.range(value.start.byte..<value.end.byte))
        }
        #expect(tree["Ж"]?.range.start == SourcePosition(byte: 7, line: 1, column: 5))
    }
}
