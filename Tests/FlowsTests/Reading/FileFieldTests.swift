import Flows
import Testing

@Suite("Fields that take files")
struct FileFieldTests {
    private static let end = "\n  - {step: done, end: done}\n"

    private static func bounds(_ keys: String) throws -> FileBounds {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\nfields:\n  - scan: {type: file\(keys)}\nsteps:\n"
                + "  - {step: start, ask: [scan]}" + Self.end
        )
        #expect(problems.isEmpty)
        let flow = try #require(project.flow("example"))
        let field = try #require(flow.field("scan"))
        guard case .file(let bounds) = field.type else {
            Issue.record("no field of files")
            return FileBounds()
        }
        return bounds
    }

    @Test func `one picture of any format is taken where nothing else is said`() throws {
        let bounds = try Self.bounds("")
        #expect(bounds == FileBounds(atLeast: 1, atMost: 1, megabytes: 5, formats: [.jpeg, .png]))
        #expect(bounds.bytes == 5_000_000)
    }

    @Test func `how many, how large and of which formats can be said`() throws {
        #expect(
            try Self.bounds(", files: {at_least: 2, at_most: 5}, size: 3 MB, formats: [png]")
                == FileBounds(atLeast: 2, atMost: 5, megabytes: 3, formats: [.png])
        )
        #expect(try Self.bounds(", files: {at_least: 2}").atMost == 2)
        #expect(try Self.bounds(", files: {at_most: 4}").atLeast == 1)
        #expect(try Self.bounds(", formats: jpeg").formats == [.jpeg])
    }

    @Test(arguments: [
        ("E35", "`at_least` is larger than `at_most`", "files: 1️⃣{at_least: 3, at_most: 2}"),
        ("E39", "can't be `at_most`", "files: {at_most: 1️⃣6}"),
        ("E39", "can't be `at_least`", "files: {at_least: 1️⃣0}"),
        ("E30", "is not a key of `files`", "files: {1️⃣least: 1}"),
        ("E37", "`files`", "files: 1️⃣3"),
        ("E39", "can't be the size of a file", "size: 1️⃣6 MB"),
        ("E39", "can't be the size of a file", "size: 1️⃣500 KB"),
        ("E39", "can't be the size of a file", "size: 1️⃣5"),
        ("E39", "can't be a format of files", "formats: [jpeg, 1️⃣pdf]"),
        ("E01", "stands twice", "formats: [jpeg, 1️⃣jpeg]"),
        ("E30", "can't have `default` here", "1️⃣default: x"),
        ("E30", "can't have `rules` here", "1️⃣rules: {a: 'true'}"),
    ])
    func `what can't be is found where it stands`(
        code: String,
        message: String,
        keys: String
    ) throws {
        try MarkedFlow(
            code,
            message,
            "fields:\n  - scan: {type: file, \(keys)}\nsteps:\n  - {step: start, ask: [scan]}"
                + Self.end
        ).check()
    }

    @Test func `a condition can't read pictures, but may ask whether there are any`() throws {
        try MarkedFlow(
            "E11",
            "scan",
            "fields:\n  - scan: {type: file}\nsteps:\n  - step: start\n    ask: [scan]\n"
                + "    next: [{if: '1️⃣scan == \"a\"', goto: done}, {else: done}]" + Self.end
        ).check()
    }
}
