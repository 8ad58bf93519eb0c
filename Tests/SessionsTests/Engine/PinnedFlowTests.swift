import Flows
import Foundation
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Flows that change")
struct PinnedFlowTests {
    private let changed = Material.project.signUp
        .replacing("version: 1", "version: 2")
        .replacing("    ask: [mobile, landline]", "    ask: [mobile]")
        .replacing("city, street, postcode, mobile, landline]", "city, street, postcode, mobile]")

    private func changedBench(_ bench: WalkBench) throws -> WalkBench {
        var texts = changed
        texts.effects = texts.effects.replacingOccurrences(of: "mobile, landline,", with: "mobile,")
        return try bench.again { $0.texts = texts }
    }

    @Test
    func `a session that has begun goes on with the flow it began with`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "address")
        let later = try changedBench(bench)
        let old = try later.resume(walk.sessionID)
        try later.go(old, to: "phones")
        #expect(old.screen.fields.map(\.path.name) == ["mobile", "landline"])
        try later.go(old, to: "registered")
        #expect(try later.engine.journalFinding(of: old.sessionID) == nil)
    }

    @Test
    func `a new session walks the new flow`() throws {
        let later = try changedBench(try WalkBench())
        let walk = try later.walk(to: "phones")
        #expect(walk.screen.fields.map(\.path.name) == ["mobile"])
        #expect(try later.store.session(walk.sessionID)?.version == 2)
        try later.go(walk, to: "registered")
    }

    @Test
    func `a session whose texts are not kept any more can't be read, and says so`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        let other = try changedBench(bench)
        let engine = SessionEngine(
            flows: other.engine.flows,
            texts: other.engine.texts,
            machineOfTexts: { _ in nil },
            store: other.store,
            keys: other.keys,
            host: other.host,
            letters: other.engine.letters,
            transport: other.transport,
            clock: other.engine.clock,
            log: other.engine.log
        )
        #expect(throws: SessionFailure.noTexts) { try engine.load(walk.sessionID) }
    }

    @Test
    func `there is no session of a name that was never given, and no flow either`() throws {
        let bench = try WalkBench()
        #expect(throws: SessionFailure.noSession) { try bench.engine.load(SessionID("00")) }
        #expect(throws: SessionFailure.noFlow("nowhere")) {
            try bench.engine.begin("nowhere", input: [:], locale: "en", zone: "UTC")
        }
    }
}
