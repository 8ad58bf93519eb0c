import Testing

@testable import Flows

/// What was proven of an answer is not proven of another one.
@Suite("Proofs")
struct ProofTests {
    static let flow = """
        fields: [email, captcha, {mobile: {type: phone}}, {pin: {type: code, digits: 6}}]
        steps:
          - {step: start, ask: [email, captcha]}
          - {step: number, ask: [mobile]}
          - step: prove
            ask: [pin]
            send: {sms: code, code: pin, limit: {times: 9}}
            attempts: {times: 5, goto: start}
          - {step: check, review: all}
          - {step: done, end: done}
        """

    static func atReview() throws -> MachineWalk {
        var walk = try MachineWalk(flow)
        try walk.submit(["email": .text("a@b.cz"), "captcha": .passed])
        try walk.submit(["mobile": .text("+420601123456")])
        try walk.submit(["pin": .passed])
        #expect(walk.step == "check")
        return walk
    }

    @Test func `another number gets a code of its own before the review`() throws {
        var walk = try Self.atReview()
        try walk.change("mobile")
        try walk.submit(["mobile": .text("+79161234567")])
        #expect(walk.step == "prove")
        #expect(walk.sent == ["code"])
        try walk.submit(["pin": .passed])
        #expect(walk.step == "check")
    }

    @Test func `the same number needs no code again`() throws {
        var walk = try Self.atReview()
        try walk.change("mobile")
        try walk.submit(["mobile": .text("+420601123456")])
        #expect(walk.step == "check")
    }

    @Test func `another number that was only kept is proven, too, when Back leads to the review`()
        throws
    {
        var walk = try Self.atReview()
        try walk.change("mobile")
        try walk.answer(["mobile": .text("+79161234567")])
        try walk.back()
        #expect(walk.step == "prove")
    }

    @Test func `an address is not changed past the proof against robots by going back`() throws {
        var walk = try Self.atReview()
        try walk.change("email")
        try walk.answer(["email": .text("c@d.cz")])
        #expect(try !walk.machine.canGoBack(walk.state, now: walk.now))
        try walk.answer(["captcha": .passed])
        try walk.back()
        #expect(walk.step == "check")
        #expect(walk["captcha"] == nil)
    }
}
