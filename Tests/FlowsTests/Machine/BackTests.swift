import Testing

@testable import Flows

@Suite("Back")
struct BackTests {
    static let flow = """
        input:
          address: {type: email}
        fields:
          - a: {type: integer}
          - b: {type: integer}
          - c: {type: integer}
          - d: {type: integer}
        steps:
          - step: first
            ask: [a]
            events: {aside: third}
          - {step: second, ask: [b]}
          - step: letter
            send: {mail: confirm, to: address, link: confirmed, limit: {times: 9}}
            events: {confirmed: proven, start_again: first}
          - {step: third, ask: [c], next: letter}
          - {step: proven, back: never, ask: [d]}
          - {step: last, events: {stop: done}}
          - {step: done, end: done}
        """
    private func walkAtStart() throws -> MachineWalk {
        try MachineWalk(Self.flow, input: ["address": .text("a@b.cz")])
    }

    private func walkAtMail() throws -> MachineWalk {
        var walk = try walkAtStart()
        try walk.submit(["a": .integer(1)])
        try walk.submit(["b": .integer(2)])
        return walk
    }

    @Test func `there is none from the first step`() throws {
        var walk = try walkAtStart()
        let before = walk.state
        try walk.back()
        #expect(walk.refusal == .noWayBack)
        #expect(walk.state == before)
    }

    @Test func `it leads through the forms that were visited, with their answers`() throws {
        var walk = try walkAtMail()
        try walk.back()
        #expect(walk.step == "second")
        try walk.back()
        #expect(walk.step == "first")
        #expect(walk["a"] == .integer(1))
        #expect(walk["b"] == .integer(2))
    }

    @Test func `forward again the answers are still there`() throws {
        var walk = try walkAtMail()
        let fields = walk.state.fields
        try walk.back()
        try walk.back()
        try walk.submit()
        try walk.submit()
        #expect(walk.step == "letter")
        #expect(walk.state.fields == fields)
    }

    @Test func `from a waiting step it kills the link`() throws {
        var walk = try walkAtMail()
        try walk.back()
        try walk.open(0)
        #expect(walk.refusal == .superseded)
        #expect(walk.step == "second")
    }

    @Test func `a barrier is not passed, and what lies behind it is forgotten`() throws {
        var walk = try walkAtMail()
        try walk.open(0)
        #expect(walk.step == "proven")
        #expect(walk.trail == [])
        try walk.back()
        #expect(walk.refusal == .noWayBack)
    }

    @Test func `the form at the barrier itself can be come back to`() throws {
        var walk = try walkAtMail()
        try walk.open(0)
        try walk.submit(["d": .integer(4)])
        try walk.back()
        #expect(walk.step == "proven")
        try walk.back()
        #expect(walk.refusal == .noWayBack)
    }

    @Test func `a form that was left by a button was visited too`() throws {
        var walk = try walkAtStart()
        try walk.press("aside")
        #expect(walk.step == "third")
        try walk.back()
        #expect(walk.step == "first")
    }

    @Test func `a button that leads to a form behind cuts the trail there`() throws {
        var walk = try walkAtMail()
        try walk.press("start_again")
        #expect(walk.step == "first")
        #expect(walk.trail == [])
        try walk.submit()
        #expect(walk.trail == ["first"])
    }

    @Test func `there is none from the end`() throws {
        var walk = try walkAtMail()
        try walk.open(0)
        try walk.submit(["d": .integer(4)])
        try walk.press("stop")
        try walk.back()
        #expect(walk.refusal == .ended)
    }

    @Test func `there is none while the host works`() throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: ask, call: ping, events: {done: done, slow: start, unavailable: start}}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        #expect(try !walk.machine.canGoBack(walk.state, now: walk.now))
        try walk.back()
        #expect(walk.refusal == .noWayBack)
        try walk.end("done")
        #expect(walk.state.outcome == "done")
    }

    @Test func `a change of language loses nothing`() throws {
        var walk = try walkAtMail()
        var expected = walk.state
        walk.wait(.minute)
        try walk.take(.languageChosen("zh"))
        expected.locale = "zh"
        expected.sequence += 1
        expected.lastEventAt = walk.now
        #expect(walk.state == expected)
        #expect(walk.last.outputs == [])
    }
}
