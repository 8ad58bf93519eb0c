import Documents
import Flows
import Testing
import YAML

@Suite("Files that are broken in any way")
struct BrokenFileTests {
    @Test
    func `a sign-up without any one line is read to findings, or to a flow that holds`() throws {
        let texts = try ProjectFilesTests.texts()
        let lines = texts.flow.split(separator: "\n", omittingEmptySubsequences: false)
        var sound = 0
        for index in lines.indices {
            var rest = lines
            rest.remove(at: index)
            let (project, problems) = FlowFiles.read(
                rest.joined(separator: "\n"),
                fields: texts.fields,
                effects: texts.effects
            )
            #expect(project.flows.isEmpty == problems.contains { $0.severity == .error })
            if problems.isEmpty { sound += 1 }
        }
        // Comments and blank lines, and little more, can be missing.
        #expect(sound > 20)
        #expect(sound < 70)
    }

    @Test
    func `any value in the place of any other is read to findings`() throws {
        let texts = try ProjectFilesTests.texts()
        let sources = [
            SourceText(path: "flow.yaml", text: texts.flow),
            SourceText(path: "fields.yaml", text: texts.fields),
            SourceText(path: "effects.yaml", text: texts.effects),
        ]
        let roots = try sources.map { try #require(YAMLReader.read($0).root) }
        for place in sources.indices {
            let values = Self.values(at: roots[place].range)
            for (turn, path) in roots[place].paths().enumerated() {
                // Neighbours get different values; all pairs would take a quarter of a minute.
                for value in [values[turn % values.count], values[(turn + 3) % values.count]] {
                    var changed = roots
                    changed[place] = roots[place].replacing(path[...], by: value)
                    let files = zip(sources, changed).map { ProjectFile(source: $0, root: $1) }
                    let (project, problems) = FlowProject.read(
                        flows: [files[0]],
                        fields: files[1],
                        effects: files[2],
                        hash: { _ in "" }
                    )
                    #expect(project.flows.isEmpty == problems.contains { $0.severity == .error })
                }
            }
        }
    }

    private static func values(at range: SourceRange) -> [DocumentNode] {
        let word = { (text: String) in
            DocumentNode(.scalar(.init(text: text, style: .plain)), at: range)
        }
        return [
            word(""), word("start"), word("99999999999999999999"), word("has("),
            DocumentNode(.sequence([]), at: range), DocumentNode(.mapping([]), at: range),
            DocumentNode(
                .sequence([word("email"), DocumentNode(.mapping([]), at: range)]),
                at: range
            ),
            DocumentNode(
                .mapping([.init(key: "type", keyRange: range, value: word("list"))]),
                at: range
            ),
        ]
    }
}

extension DocumentNode {
    /// The paths to all nodes, as places among the children.
    fileprivate func paths() -> [[Int]] {
        [[]]
            + children.enumerated().flatMap { index, child in child.paths().map { [index] + $0 } }
    }

    private var children: [DocumentNode] { items ?? entries?.map(\.value) ?? [] }

    fileprivate func replacing(_ path: ArraySlice<Int>, by node: DocumentNode) -> DocumentNode {
        guard let index = path.first else { return node }
        let child = children[index].replacing(path.dropFirst(), by: node)
        if var items {
            items[index] = child
            return DocumentNode(.sequence(items), at: range)
        }
        var entries = entries ?? []
        entries[index] = Entry(
            key: entries[index].key,
            keyRange: entries[index].keyRange,
            value: child
        )
        return DocumentNode(.mapping(entries), at: range)
    }
}
