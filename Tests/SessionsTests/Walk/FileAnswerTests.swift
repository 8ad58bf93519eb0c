import Flows
import Localization
import Screens
import Testing
import Uploads

@testable import Sessions

@Suite("Files of a walk")
struct FileAnswerTests {
    private static let texts = FlowTexts(
        flow: """
            flow: showing
            version: 1
            fields:
              - scans: {type: file, files: {at_least: 2, at_most: 3}, size: 1 MB}
              - extra: {type: file, optional: true}
            steps:
              - {step: show, ask: [scans, extra]}
              - {step: wait, events: {go_on: over}}
              - {step: over, end: done}
            """,
        fields: "fields: {}",
        effects: "effects: {}"
    )
    private static let scans = AnswerPath("scans")

    private static func walk() throws -> (bench: WalkBench, walk: Walk) {
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        for word in ["png", "jpeg", "damaged", "not_a_picture"] {
            bench.files.put(SampleFile.bytes(of: word) ?? [], at: "/home/jana/\(word) file")
        }
        return (bench, try bench.begin())
    }

    private static func files(of walk: Walk) -> [FileReference] {
        if case .files(let files)? = walk.state.fields.first ?? nil { files } else { [] }
    }

    @Test
    func `files are added by their paths, one or several in a line`() throws {
        let (_, walk) = try Self.walk()
        #expect(walk.answer("~/png file", at: Self.scans) == .accepted)
        #expect(walk.screen.fields[0].shown != nil)
        #expect(walk.submit() == .problem)
        #expect(
            walk.input.problems[Self.scans]?.reason
                == .type(reason: "too_few", arguments: ["min": .integer(2)])
        )
        #expect(
            walk.answer("'/home/jana/jpeg file' '/home/jana/png file'", at: Self.scans) == .accepted
        )
        #expect(Self.files(of: walk).map(\.format) == [.png, .jpeg, .png])
        #expect(Set(Self.files(of: walk).map(\.name)).count == 3)
        #expect(walk.submit() == .moved)
    }

    @Test
    func `what is kept is the picture, encrypted, under a name that tells nothing`() throws {
        let (bench, walk) = try Self.walk()
        let plain = SampleFile.bytes(of: "png") ?? []
        bench.files.put(plain + Array("Jana".utf8), at: "/told")
        #expect(walk.answer("/told", at: Self.scans) == .accepted)
        let file = try #require(Self.files(of: walk).first)
        #expect(file.name.utf8.count == 32)
        let row = try #require(try bench.store.file(file.name))
        #expect(row.session == walk.sessionID)
        #expect(!row.body.contains(subsequence: Array(plain.prefix(8))))
        #expect(try bench.engine.bytes(of: file, in: walk.session) == plain)
        let other = try bench.begin()
        #expect(try bench.engine.bytes(of: file, in: other.session) == nil)
    }

    @Test(arguments: [
        "/nowhere": "not_found", "/home/jana/damaged\\ file": "damaged",
        "/home/jana/not_a_picture\\ file": "not_a_picture",
    ])
    func `one that is refused leaves those before it, and can be mended`(
        _ line: (typed: String, reason: String)
    ) throws {
        let (bench, walk) = try Self.walk()
        #expect(walk.answer("~/png file", at: Self.scans) == .accepted)
        #expect(walk.answer("~/jpeg\\ file \(line.typed)", at: Self.scans) == .problem)
        guard case .type(let reason, _)? = walk.input.problems[Self.scans]?.reason else {
            Issue.record("no problem")
            return
        }
        #expect(reason == line.reason)
        #expect(walk.screen.fields[0].rejected == "~/jpeg\\ file \(line.typed)")
        #expect(Self.files(of: walk).count == 1)
        #expect(!bench.log.all.contains { $0.contains("jana") || $0.contains("nowhere") })
        walk.withdraw(at: Self.scans)
        #expect(walk.answer("~/jpeg file", at: Self.scans) == .accepted)
    }

    @Test
    func `a minus sign takes the last one out, and its bytes are gone`() throws {
        let (bench, walk) = try Self.walk()
        #expect(walk.answer("~/png file", at: Self.scans) == .accepted)
        #expect(walk.answer("~/jpeg file", at: Self.scans) == .accepted)
        let last = try #require(Self.files(of: walk).last)
        #expect(walk.answer("-", at: Self.scans) == .accepted)
        #expect(Self.files(of: walk).map(\.format) == [.png])
        #expect(try bench.store.file(last.name) == nil)
        #expect(walk.answer("-", at: Self.scans) == .accepted)
        #expect(!walk.screen.fields[0].isAnswered)
        #expect(walk.submit() == .problem)
        #expect(walk.input.problems[Self.scans]?.reason == .missing)
    }

    @Test
    func `more than the field takes are refused before any is read`() throws {
        let (_, walk) = try Self.walk()
        #expect(walk.answer("/a /b /c /d", at: Self.scans) == .problem)
        #expect(
            walk.input.problems[Self.scans]?.reason
                == .type(reason: "too_many", arguments: ["max": .integer(3)])
        )
    }

    @Test
    func `what is optional may be left out, and is emptied by an empty answer`() throws {
        let (_, walk) = try Self.walk()
        let extra = AnswerPath("extra")
        #expect(walk.answer("~/png file", at: extra) == .accepted)
        #expect(walk.answer("", at: extra) == .accepted)
        #expect(walk.state.fields[1] == nil)
        #expect(walk.answer("", at: Self.scans) == .problem)
    }

    @Test
    func `pictures outlive a restart, and are erased when the walk ends`() throws {
        let (bench, first) = try Self.walk()
        #expect(first.answer("'~/png file'", at: Self.scans) == .problem)
        #expect(first.answer("~/png file", at: Self.scans) == .accepted)
        #expect(first.answer("~/jpeg file", at: Self.scans) == .accepted)
        let files = Self.files(of: first)
        #expect(first.submit() == .moved)
        let walk = try bench.again().resume(first.sessionID)
        for file in files { #expect(try bench.store.file(file.name) != nil) }
        #expect(walk.press("go_on") == .moved)
        for file in files { #expect(try bench.store.file(file.name) == nil) }
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `a disk that fails keeps neither the answer nor the picture`() throws {
        let (bench, walk) = try Self.walk()
        bench.store.fail(atWrite: 1, .before)
        #expect(walk.answer("~/png file", at: Self.scans) == .failed("failure.store"))
        bench.store.heal()
        #expect(walk.refresh() == false)
        #expect(Self.files(of: walk).isEmpty)
        #expect(
            bench.store.commits.flatMap(\.files).allSatisfy {
                (try? bench.store.file($0.name)) == .some(nil)
            }
        )
    }
}

extension [UInt8] {
    fileprivate func contains(subsequence other: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
