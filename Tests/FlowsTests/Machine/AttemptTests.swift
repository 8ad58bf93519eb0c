import Testing

@testable import Flows

@Suite("Attempts")
struct AttemptTests {
    static let flow = """
        fields: [email, captcha]
        steps:
          - {step: start, ask: [email]}
          - {step: prove, ask: [captcha], attempts: {times: 3, goto: locked}}
          - {step: wait, events: {again: start, stop: done}}
          - {step: done, end: done}
          - {step: locked, after: {1h: prove}}
        """

    private func walkAtForm() throws -> MachineWalk {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["email": .text("a@b.cz")])
        return walk
    }

    @Test func `a wrong answer is told, and borne`() throws {
        var walk = try walkAtForm()
        try walk.fail("captcha")
        #expect(walk.step == "prove")
        #expect(
            walk.problems == [
                FieldProblem(field: "captcha", reason: .type(reason: "wrong", arguments: [:]))
            ]
        )
    }

    @Test func `the last that is borne leads away, and there is no way back`() throws {
        var walk = try walkAtForm()
        for _ in 0..<3 { try walk.fail("captcha") }
        #expect(walk.step == "locked")
        try walk.back()
        #expect(walk.refusal == .noWayBack)
    }

    @Test func `Back and forward again is no new beginning`() throws {
        var walk = try walkAtForm()
        try walk.fail("captcha")
        try walk.fail("captcha")
        try walk.back()
        try walk.submit()
        try walk.fail("captcha")
        #expect(walk.step == "locked")
    }

    @Test func `the way that the flow gives is a new beginning`() throws {
        var walk = try walkAtForm()
        for _ in 0..<3 { try walk.fail("captcha") }
        try walk.waitAndSee(.hour)
        try walk.fail("captcha")
        try walk.fail("captcha")
        #expect(walk.step == "prove")
    }

    @Test func `a right answer is a new beginning`() throws {
        var walk = try walkAtForm()
        try walk.fail("captcha")
        try walk.fail("captcha")
        try walk.submit(["captcha": .passed])
        try walk.press("again")
        try walk.submit()
        try walk.fail("captcha")
        try walk.fail("captcha")
        #expect(walk.step == "prove")
    }

    @Test func `an answer that was not asked for can't fail`() throws {
        var walk = try walkAtForm()
        let before = walk.state
        try walk.fail("email")
        #expect(walk.refusal == .notHere)
        #expect(walk.state == before)
    }
}
