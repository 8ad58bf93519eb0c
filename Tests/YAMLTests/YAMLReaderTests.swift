import Documents
import Testing
import YAML

@Suite("YAMLReader")
struct YAMLReaderTests {
    @Test func `a file becomes a tree of texts in file order`() throws {
        let root = try tree(
            """
            flow: wallet
            fields:
              - email: {type: email, optional: true}
              - [city, street]
            steps: []
            """
        )
        #expect(root.entries?.map(\.key) == ["flow", "fields", "steps"])
        #expect(root["flow"]?.text == "wallet")
        let fields = try #require(root["fields"]?.items)
        #expect(fields.first?["email"]?["optional"]?.text == "true")
        #expect(fields.last?.items?.map(\.text) == ["city", "street"])
        #expect(root["steps"]?.items?.isEmpty == true)
    }

    @Test(arguments: ["NO", "0123", "1e3", "null", "~", "2026-11-21", "12:30:00", "yes"])
    func `an unquoted scalar stays the text it is`(text: String) throws {
        #expect(try tree("value: \(text)")["value"]?.text == text)
    }

    @Test func `each style of a scalar is known`() throws {
        let root = try tree(
            """
            plain: a b
            single: 'it''s'
            double: "tab\\tЖ\\u4F60"
            literal: |
              one
              two
            folded: >-
              one
              two
            empty:
            """
        )
        let expected: [(String, String, DocumentNode.ScalarStyle)] = [
            ("plain", "a b", .plain), ("single", "it's", .singleQuoted),
            ("double", "tab\tЖ你", .doubleQuoted), ("literal", "one\ntwo\n", .literal),
            ("folded", "one two", .folded), ("empty", "", .plain),
        ]
        for (key, text, style) in expected {
            #expect(root[key]?.content == .scalar(.init(text: text, style: style)), "\(key)")
        }
        #expect(root["empty"]?.isEmpty == true)
    }

    @Test func `a file may begin with three dashes and have lines that end with CR LF`() throws {
        let root = try tree("---\r\na: 1\r\nb: 2\r\n")
        #expect(root["b"]?.text == "2")
        #expect(root["b"]?.range.start == SourcePosition(byte: 14, line: 3, column: 4))
    }

    @Test(arguments: ["", "\n\n", "# nothing but a comment\n"])
    func `an empty file has no tree and says so`(text: String) {
        let (root, problems) = read(text)
        #expect(root == nil)
        #expect(problems.map(\.message) == ["the file is empty"])
    }

    @Test func `several findings of one file are all reported, in file order`() throws {
        let (root, problems) = read(
            """
            a: &x 1
            b: *x
            a: 2
            c: !!int 3
            <<: {d: 4}
            """
        )
        #expect(problems.map(\.code) == ["E31", "E31", "E01", "E31", "E31"])
        #expect(problems.map(\.range.start.line) == [1, 2, 3, 4, 5])
        let tree = try #require(root)
        #expect(tree.entries?.map(\.key) == ["a", "b", "c"])
        #expect(tree["a"]?.text == "1")
    }
}
