import Documents
import Testing
import YAML

/// Reads a text as a file of the name `test.yaml`.
func read(_ text: String) -> (root: DocumentNode?, problems: [Diagnostic]) {
    YAMLReader.read(SourceText(path: "test.yaml", text: text))
}

/// Reads a text in which nothing may be found.
func tree(_ text: String) throws -> DocumentNode {
    let (root, problems) = read(text)
    #expect(problems.isEmpty)
    return try #require(root)
}

/// Expects one finding, from the mark 1️⃣ to the mark 2️⃣ (or of any length without it).
func expect(
    _ code: String,
    _ message: String,
    in marked: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    let rest = try #require(parts.last, sourceLocation: sourceLocation)
    let ends = rest.split(separator: "2️⃣", omittingEmptySubsequences: false)
    let source = SourceText(path: "test.yaml", text: parts[0] + ends.joined())
    let (_, problems) = YAMLReader.read(source)
    #expect(problems.map(\.code) == [code], sourceLocation: sourceLocation)
    let problem = try #require(problems.first, sourceLocation: sourceLocation)
    #expect(problem.message == message, sourceLocation: sourceLocation)
    let start = parts[0].utf8.count
    #expect(problem.range.start == source.position(at: start), sourceLocation: sourceLocation)
    if ends.count > 1 {
        let end = source.position(at: start + ends[0].utf8.count)
        #expect(problem.range.end == end, sourceLocation: sourceLocation)
    }
}
