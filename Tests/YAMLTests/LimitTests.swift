import Documents
import Testing
import YAML

@Suite("Limits")
struct LimitTests {
    private func expectStop(
        _ text: String,
        _ message: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let (root, problems) = read(text)
        #expect(root == nil, sourceLocation: sourceLocation)
        #expect(problems.last?.code == "E34", sourceLocation: sourceLocation)
        #expect(problems.last?.message == message, sourceLocation: sourceLocation)
        #expect(problems.count <= YAMLReader.findingLimit + 1, sourceLocation: sourceLocation)
    }

    @Test func `a file of the largest size is read and one byte more is not`() throws {
        let text = "a: " + String(repeating: "x", count: YAMLReader.byteLimit - 3)
        #expect(try tree(text)["a"]?.text?.utf8.count == YAMLReader.byteLimit - 3)
        expectStop(text + "x", "the file has 1048577 bytes; at most 1048576 are read")
    }

    @Test func `a million keys are refused by their size`() {
        let bytes = (0..<1_000_000).lazy.flatMap { "k\($0):\n".utf8 }
        let (root, problems) = YAMLReader.read(SourceText(path: "test.yaml", bytes: Array(bytes)))
        #expect(root == nil)
        #expect(problems.map(\.code) == ["E34"])
    }

    @Test func `nodes are read up to the limit`() throws {
        let fitting = "[" + String(repeating: "a,", count: YAMLReader.nodeLimit - 1) + "]"
        #expect(try tree(fitting).items?.count == YAMLReader.nodeLimit - 1)
        // The place shows that reading ended there, not at the end of the file.
        let text = "[" + String(repeating: "a,", count: 500_000) + "]"
        expectStop(text, "more than 100000 keys and values")
        #expect(read(text).problems.first?.range.start.byte == 2 * YAMLReader.nodeLimit - 1)
    }

    @Test func `depth is read up to the limit, in brackets and in blocks`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        func indented(_ depth: Int) -> String {
            (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        }
        for text in [nested(64), indented(64)] {
            _ = try tree(text)
        }
        for text in [nested(65), indented(65), String(repeating: "[", count: 1_000_000)] {
            expectStop(text, "nested deeper than 64 levels")
        }
        let place = read(String(repeating: "{a: ", count: 200_000)).problems.first?.range.start.byte
        #expect(place == 64 * 4)
    }

    @Test func `an alias bomb is never unfolded`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let (root, problems) = read(text)
        #expect(problems.count == 10 + 81)
        #expect(problems.allSatisfy { $0.code == "E31" })
        let lists = try #require(root?.entries?.map(\.value))
        #expect(lists.allSatisfy { $0.items?.count == 9 })
    }

    @Test(arguments: ["*x,", "&x a,", "! a,", "{a: 1, a: 2},", "[b]: c,"])
    func `findings are reported up to the limit`(item: String) {
        let text = "[" + String(repeating: item, count: 50_000) + "]"
        expectStop(text, "more than 100 findings in this file")
        #expect(read(text).problems.count == YAMLReader.findingLimit + 1)
    }

    @Test func `a file full of control characters ends after some of them`() {
        let (root, problems) = read(String(repeating: "\u{1}", count: 500_000))
        #expect(root == nil)
        #expect(problems.count == 20)
    }
}
