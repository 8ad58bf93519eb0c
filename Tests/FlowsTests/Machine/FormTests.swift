import Testing

@testable import Flows

@Suite("Forms")
struct FormTests {
    static let flow = """
        fields:
          - [email, nickname, wants_news]
          - age: {type: integer, min: 0, max: 150, rules: {grown_up: value >= 18}}
          - note: {type: text, length: {min: 3, max: 5}}
        steps:
          - {step: start, ask: [email, age, nickname, wants_news]}
          - {step: more, ask: [note]}
          - {step: wait, events: {go: done}}
          - {step: done, end: done}
        """
    static let good: [FieldName: FieldValue] = ["email": .text("a@b.cz"), "age": .integer(30)]

    @Test func `all answers at once lead to the next step`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(Self.good)
        #expect(walk.step == "more")
        #expect(walk["age"] == .integer(30))
    }

    @Test func `a state that is changed where it stands becomes the one that was reached`() throws {
        var walk = try MachineWalk(Self.flow)
        var state = walk.state
        let event = FlowEvent.submitted(visit: state.visit, answers: Self.good)
        let reaction = try walk.machine.advance(in: &state, event, now: walk.now, fresh: Fresh())
        try walk.submit(Self.good)
        #expect(state == walk.state)
        #expect(reaction == walk.last.reaction)
    }

    @Test func `answers given one by one are kept, and submitted together`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["email": .text("a@b.cz")])
        #expect(walk.step == "start")
        try walk.answer(["age": .integer(30)])
        try walk.submit()
        #expect(walk.step == "more")
    }

    @Test func `what is missing is told in the order it is asked`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit()
        #expect(walk.step == "start")
        #expect(walk.problems == [.missing("email"), .missing("age")])
    }

    @Test func `an answer that breaks a rule is told and not kept`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["age": .integer(12)])
        #expect(walk.problems == [.rule("age", "grown_up")])
        #expect(walk["age"] == nil)
    }

    @Test func `a wrong answer beside good ones does not take these along`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["email": .text("a@b.cz"), "age": .integer(12)])
        #expect(walk.problems == [.rule("age", "grown_up")])
        #expect(walk["email"] == .text("a@b.cz"))
    }

    @Test func `a wrong answer leaves the one that was kept before`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["age": .integer(30)])
        try walk.answer(["age": .integer(12)])
        #expect(walk["age"] == .integer(30))
    }

    @Test(
        arguments: [
            ("age", .integer(151)), ("age", .text("30")), ("email", .bool(true)),
            ("wants_news", .text("true")), ("email", .passed),
        ] as [(FieldName, FieldValue)]
    )
    func `a value that the type can't take is refused`(field: FieldName, value: FieldValue) throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer([field: value])
        #expect(walk.problems == [.unfit(field)])
        #expect(walk[field] == nil)
    }

    @Test func `the length of a text is counted in scalars`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(Self.good)
        try walk.answer(["note": .text("ab")])
        #expect(
            walk.problems.map(\.reason) == [
                .type(reason: "too_short", arguments: ["min": .integer(3)])
            ]
        )
        try walk.answer(["note": .text("e\u{301}e\u{301}e\u{301}")])
        #expect(
            walk.problems.map(\.reason) == [
                .type(reason: "too_long", arguments: ["max": .integer(5)])
            ]
        )
    }

    @Test func `a field that is not asked here is refused, and nothing beside it is kept`() throws {
        var walk = try MachineWalk(Self.flow)
        let before = walk.state
        try walk.submit(Self.good.merging(["note": .text("abc")]) { $1 })
        #expect(walk.refusal == .notHere)
        #expect(walk.state == before)
    }

    @Test func `a name that no field has is refused`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["role": .text("admin")])
        #expect(walk.refusal == .notHere)
    }

    @Test func `an answer to an earlier visit is stale`() throws {
        var walk = try MachineWalk(Self.flow)
        let earlier = walk.state.visit
        try walk.submit(Self.good)
        let before = walk.state
        try walk.take(.submitted(visit: earlier, answers: Self.good))
        #expect(walk.refusal == .stale)
        #expect(walk.state == before)
    }

    @Test func `an empty answer clears an optional field`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["nickname": .text("Jana")])
        try walk.answer(["nickname": .text("")])
        #expect(walk["nickname"] == nil)
        #expect(walk.problems == [])
    }

    @Test func `an empty answer to a required field is a missing one`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.answer(["email": .text("")])
        #expect(walk.problems == [.missing("email")])
    }

    @Test func `a field with a default is answered by leaving it`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(Self.good)
        #expect(walk.step == "more")
        #expect(walk["wants_news"] == nil)
    }

    @Test func `a form that stays open takes nothing at another kind of step`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(Self.good)
        try walk.submit(["note": .text("abc")])
        let before = walk.state
        try walk.answer([:])
        #expect(walk.refusal == .notHere)
        try walk.submit()
        #expect(walk.refusal == .notHere)
        #expect(walk.state == before)
    }

    @Test func `nothing is taken after the end`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(Self.good)
        try walk.submit(["note": .text("abc")])
        try walk.press("go")
        #expect(walk.state.outcome == "done")
        try walk.press("go")
        #expect(walk.refusal == .ended)
    }

    @Test func `a verdict counts for one submit`() throws {
        var walk = try MachineWalk(
            """
            fields: [email, captcha]
            steps:
              - {step: start, ask: [email, captcha]}
              - {step: wait, events: {go: done}}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz"), "captcha": .passed])
        #expect(walk.step == "wait")
        try walk.back()
        try walk.submit()
        #expect(walk.problems == [.missing("captcha")])
    }

    @Test func `a verdict survives a submit that did not succeed`() throws {
        var walk = try MachineWalk(
            """
            fields: [email, captcha]
            steps:
              - {step: start, ask: [email, captcha]}
              - {step: done, end: done}
            """
        )
        try walk.submit(["captcha": .passed])
        #expect(walk.problems == [.missing("email")])
        try walk.submit(["email": .text("a@b.cz")])
        #expect(walk.state.outcome == "done")
    }
}
