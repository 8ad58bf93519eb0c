import Flows
import Screens
import Testing

@testable import Sessions

@Suite("Decisions of a reviewer")
struct ReviewDecisionTests {
    private static let texts = FlowTexts(
        flow: """
            flow: proving
            version: 1
            fields: [{alias: {type: text}}]
            steps:
              - {step: ask, ask: [alias]}
              - {step: received, back: never, events: {review_decided: verdict}}
              - {step: verdict, call: read_review, events: {approved: over, declined: again, unavailable: unclear}}
              - {step: unclear, events: {review_decided: verdict}}
              - {step: again, events: {try_again: received}}
              - {step: over, end: done}
            """,
        fields: "fields: {}\noptions: {reasons: [blurred, expired]}",
        effects: """
            effects:
              read_review:
                outcomes:
                  approved: {success: true}
                  declined:
                    gives:
                      decline_reason: {type: choice, of: reasons}
                      has_remark: {type: bool}
                      remark: {type: text, length: {min: 0, max: 50}}
            signals: [review_decided]
            """
    )

    private static func waiting() throws -> (bench: WalkBench, walk: Walk) {
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        let walk = try bench.begin()
        #expect(walk.answer("x", at: AnswerPath("alias")) == .accepted)
        #expect(walk.submit() == .moved)
        return (bench, walk)
    }

    private static func only(_ bench: WalkBench) throws -> ReviewCase {
        try #require(try bench.engine.reviewCases().first)
    }

    @Test
    func `who waits for a reviewer is a case, the longest waiting first`() throws {
        let (bench, first) = try Self.waiting()
        bench.clock.move(by: 60_000)
        _ = try bench.begin()
        let second = try bench.begin()
        #expect(second.answer("y", at: AnswerPath("alias")) == .accepted)
        bench.clock.move(by: 60_000)
        #expect(second.submit() == .moved)
        let cases = try bench.engine.reviewCases()
        #expect(cases.map(\.session.id) == [first.sessionID, second.sessionID])
        let found = try #require(cases.first)
        #expect(found.canBeRefused)
        #expect(!found.canBeAnswered)
        #expect(found.reasons == ["blurred", "expired"])
        #expect(found.mostLetters(in: "remark") == 50)
    }

    @Test
    func `an approval wakes the walk and ends it`() throws {
        let (bench, walk) = try Self.waiting()
        #expect(try bench.engine.decide(.approved, on: Self.only(bench)) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "over")
        #expect(try bench.engine.reviewCases().isEmpty)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `a refusal brings its reason, and another decision may follow`() throws {
        let (bench, walk) = try Self.waiting()
        let decision = ReviewDecision.refused(reason: "blurred", remark: "Too dark.")
        #expect(try bench.engine.decide(decision, on: Self.only(bench)) == nil)
        #expect(walk.refresh())
        #expect(walk.screen.step == "again")
        let fields = zip(walk.definition.fields.map(\.name), walk.state.fields)
        let given = Dictionary(uniqueKeysWithValues: fields.map { ($0, $1) })
        #expect(given["decline_reason"] == .text("blurred"))
        #expect(given["has_remark"] == .bool(true))
        #expect(given["remark"] == .text("Too dark."))
        #expect(walk.press("try_again") == .moved)
        #expect(try bench.engine.decide(.approved, on: Self.only(bench)) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "over")
    }

    @Test
    func `a signal without a decision leads to no verdict, nor does an old decision`() throws {
        let (bench, walk) = try Self.waiting()
        let found = try Self.only(bench)
        let decision = ReviewDecision.refused(reason: "expired", remark: "")
        #expect(try bench.engine.decide(decision, on: found) == nil)
        #expect(walk.refresh())
        #expect(walk.press("try_again") == .moved)
        #expect(try bench.engine.signal(SessionEngine.reviewDecided, to: walk.sessionID) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "unclear")
    }

    @Test
    func `whoever waits no more is told apart`() throws {
        let (bench, _) = try Self.waiting()
        let found = try Self.only(bench)
        #expect(try bench.engine.decide(.approved, on: found) == nil)
        #expect(try bench.engine.decide(.approved, on: found) == .ended)
        #expect(try bench.engine.reviewCase(of: found.session.id) == nil)
    }

    @Test
    func `an answer is none to whoever waits for a verdict`() throws {
        let (bench, walk) = try Self.waiting()
        #expect(try bench.engine.decide(.answered("Hello"), on: Self.only(bench)) == nil)
        #expect(try bench.engine.step(of: walk.sessionID) == "unclear")
    }

    @Test
    func `no word of a reviewer is printed or stored in the clear`() throws {
        let decision = ReviewDecision.refused(reason: "blurred", remark: "Her name is Jana")
        #expect("\(decision)" == "refused")
        #expect(!String(reflecting: decision).contains("Jana"))
        var text = ""
        dump(decision, to: &text)
        #expect(!text.contains("Jana"))
        let (bench, _) = try Self.waiting()
        #expect(try bench.engine.decide(decision, on: Self.only(bench)) == nil)
        #expect(!bench.log.all.contains { $0.contains("Jana") })
    }
}
