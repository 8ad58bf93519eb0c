import Flows
import Foundation
import Screens
import Testing

@testable import Sessions

@Suite("Sessions that are moved to a new version")
struct MigrationTests {
    private static let first = FlowTexts(
        flow: """
            flow: asking
            version: 1
            fields: [{alias: {type: text}}, {remark: {type: text}}, {pin: {type: secret, use: new}}]
            steps:
              - {step: one, ask: [alias]}
              - {step: two, ask: [remark]}
              - {step: over, end: done}
            """,
        fields: "fields: {}",
        effects: "effects: {}"
    )

    /// Asks another thing behind the first, and moves who stands at `two` there.
    private static let second = {
        var texts = first.replacing(
            "version: 1",
            "version: 2\nmigrate: {from: 1, steps: {two: extra}}"
        )
        .replacing("{pin: {", "{more: {type: text}}, {pin: {")
        .replacing("  - {step: two,", "  - {step: extra, ask: [more]}\n  - {step: two,")
        texts.old = [first.flow]
        return texts
    }()

    /// A walk of the first version at `two`, and the service of the second.
    private static func moved() throws -> (old: WalkBench, new: WalkBench, walk: Walk) {
        let old = try WalkBench(WalkBench.Parts(texts: first))
        let walk = try old.begin()
        #expect(walk.answer("Al", at: AnswerPath("alias")) == .accepted)
        #expect(walk.submit() == .moved)
        return (old, try old.again { $0.texts = second }, walk)
    }

    @Test
    func `it moves when it is loaded, and goes on in the new flow`() throws {
        let (_, new, walk) = try Self.moved()
        let resumed = try new.resume(walk.sessionID)
        #expect(resumed.screen.step == "extra")
        #expect(try new.store.session(walk.sessionID)?.version == 2)
        #expect(resumed.answer("m", at: AnswerPath("more")) == .accepted)
        #expect(resumed.submit() == .moved)
        #expect(resumed.answer("r", at: AnswerPath("remark")) == .accepted)
        #expect(resumed.submit() == .moved)
        #expect(resumed.state.outcome == "done")
    }

    @Test
    func `the move is in the journal, which can be taken again from its beginning`() throws {
        let (_, new, walk) = try Self.moved()
        let resumed = try new.resume(walk.sessionID)
        #expect(try new.engine.journalFinding(of: walk.sessionID) == nil)
        #expect(resumed.answer("m", at: AnswerPath("more")) == .accepted)
        #expect(try new.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `it is moved once`() throws {
        let (_, new, walk) = try Self.moved()
        let sequence = try new.resume(walk.sessionID).state.sequence
        #expect(try new.resume(walk.sessionID).state.sequence == sequence)
    }

    @Test
    func `who stands elsewhere goes on under the old texts`() throws {
        let old = try WalkBench(WalkBench.Parts(texts: Self.first))
        let walk = try old.begin()
        let new = try old.again { $0.texts = Self.second }
        let resumed = try new.resume(walk.sessionID)
        #expect(resumed.definition.version == 1)
        #expect(resumed.screen.step == "one")
    }

    @Test
    func `a walk that comes to a step with a move goes there when it is looked at again`() throws {
        let old = try WalkBench(WalkBench.Parts(texts: Self.first))
        let walk = try old.begin()
        let new = try old.again { $0.texts = Self.second }
        let resumed = try new.resume(walk.sessionID)
        #expect(resumed.answer("Al", at: AnswerPath("alias")) == .accepted)
        #expect(resumed.submit() == .moved)
        #expect(resumed.refresh())
        #expect(resumed.screen.step == "extra")
        #expect(resumed.screen.fields.map(\.path.name) == ["more"])
    }

    @Test
    func `an event for the step before is stale after the move`() throws {
        let (_, new, walk) = try Self.moved()
        _ = try new.resume(walk.sessionID)
        #expect(walk.answer("r", at: AnswerPath("remark")) == .refused)
    }
}
