import Documents
import Testing

@Suite("DocumentNode")
struct DocumentNodeTests {
    private let range = SourceRange.start(of: "a.yaml")

    private func scalar(
        _ text: String,
        _ style: DocumentNode.ScalarStyle = .plain
    ) -> DocumentNode {
        DocumentNode(.scalar(.init(text: text, style: style)), at: range)
    }

    @Test func `a mapping is looked up by key`() {
        let node = DocumentNode(
            .mapping([.init(key: "a", keyRange: range, value: scalar("1"))]),
            at: range
        )
        #expect(node["a"]?.text == "1")
        #expect(node["b"] == nil)
        #expect(node.text == nil)
        #expect(node.items == nil)
    }

    @Test func `a sequence has items and no keys`() {
        let node = DocumentNode(.sequence([scalar("1"), scalar("2")]), at: range)
        #expect(node.items?.map(\.text) == ["1", "2"])
        #expect(node["a"] == nil)
        #expect(node.entries == nil)
    }

    @Test func `only an unquoted scalar without text is empty`() {
        #expect(scalar("").isEmpty)
        #expect(!scalar("", .doubleQuoted).isEmpty)
        #expect(!scalar("a").isEmpty)
        #expect(!DocumentNode(.sequence([]), at: range).isEmpty)
    }
}
