import Testing

@testable import Flows

@Suite("Reviews")
struct ReviewTests {
    static let flow = """
        fields:
          - [citizenship, document_type, document_number, wants_news, captcha]
          - a: {type: integer}
          - b: {type: integer}
          - company: {type: text}
          - kind: {type: choice, of: [private, business]}
        steps:
          - {step: before, ask: [a]}
          - {step: person, back: never, ask: [citizenship, kind]}
          - step: split
            next:
              - {if: 'kind == "business"', goto: firm}
              - {else: document}
          - {step: firm, ask: [company]}
          - {step: document, ask: [document_type, document_number, captcha]}
          - {step: other, ask: [b, wants_news]}
          - {step: check, review: all}
          - step: create
            call: ping
            events: {done: done, slow: trouble, unavailable: trouble}
          - {step: trouble, events: {again: create}}
          - {step: done, end: done}
        """

    /// A walk at the review.
    static func walkAtReview() throws -> MachineWalk {
        var walk = try MachineWalk(flow)
        try walk.submit(["a": .integer(1)])
        try walk.submit(["citizenship": .text("RU"), "kind": .text("private")])
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("RU passport 1"),
            "captcha": .passed,
        ])
        try walk.submit(["b": .integer(2)])
        return walk
    }

    private func names(_ walk: MachineWalk) -> [FieldName] {
        walk.machine.reviewed(in: walk.state).map { walk.machine.definition.fields[$0].name }
    }

    @Test func `it shows what was asked since the barrier`() throws {
        let walk = try Self.walkAtReview()
        #expect(walk.step == "check")
        #expect(
            names(walk) == [
                "citizenship", "kind", "document_type", "document_number", "captcha", "b",
                "wants_news",
            ]
        )
    }

    @Test func `a complete review leads on`() throws {
        var walk = try Self.walkAtReview()
        try walk.submit()
        #expect(walk.calls == ["ping"])
    }

    @Test func `a changed answer leads straight back, past the forms that are complete`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("document_number")
        #expect(walk.step == "document")
        try walk.submit(["document_number": .text("RU passport 2"), "captcha": .passed])
        #expect(walk.step == "check")
        #expect(walk["document_number"] == .text("RU passport 2"))
        #expect(walk.trail == ["person", "document", "other"])
    }

    @Test func `the form at the barrier can be changed and left again`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("citizenship")
        #expect(walk.step == "person")
        #expect(try walk.machine.canGoBack(walk.state, now: walk.now))
        try walk.back()
        #expect(walk.step == "check")
        #expect(walk.trail == ["person", "document", "other"])
    }

    @Test func `what a change makes wrong is asked again on the way back`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("citizenship")
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk.step == "document")
        #expect(walk["document_number"] == nil)
        #expect(walk["document_type"] == .text("passport"))
        try walk.submit(["document_number": .text("CZ passport 1"), "captcha": .passed])
        #expect(walk.step == "check")
    }

    @Test func `a change that opens another way asks what lies there, and the review shows it`()
        throws
    {
        var walk = try Self.walkAtReview()
        try walk.change("kind")
        try walk.submit(["kind": .text("business")])
        #expect(walk.step == "firm")
        try walk.submit(["company": .text("Paifang")])
        #expect(walk.step == "check")
        #expect(names(walk).contains("company"))
        #expect(walk.trail == ["person", "firm", "document", "other"])
    }

    @Test func `a change that closes a way takes its form off the review`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("kind")
        try walk.submit(["kind": .text("business")])
        try walk.submit(["company": .text("Paifang")])
        try walk.change("kind")
        try walk.submit(["kind": .text("private")])
        #expect(walk.step == "check")
        #expect(!names(walk).contains("company"))
    }

    @Test func `going back from a change walks the way that the kept answers lead`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("kind")
        try walk.answer(["kind": .text("business")])
        try walk.back()
        #expect(walk.step == "firm")
    }

    @Test
    func `Back from an incomplete change leads to the form before, never to the review`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("document_type")
        try walk.answer(["document_type": .text("licence")])
        #expect(walk["document_number"] == nil)
        try walk.back()
        #expect(walk.step == "person")
        try walk.submit()
        #expect(walk.step == "document")
        try walk.submit(["document_number": .text("RU licence 1"), "captcha": .passed])
        #expect(walk.step == "check")
        #expect(walk.trail == ["person", "document", "other"])
    }

    @Test func `an answer that has become wrong by itself keeps the review from being left`() throws
    {
        var walk = try MachineWalk(
            """
            fields:
              - day: {type: date, rules: {future: value > now}}
            steps:
              - {step: start, ask: [day]}
              - {step: check, review: all}
              - {step: done, end: done}
            """
        )
        try walk.submit(["day": .date(milliseconds: .day)])
        walk.wait(2 * .day)
        try walk.submit()
        #expect(walk.step == "check")
        #expect(walk.problems == [.rule("day", "future")])
    }

    @Test func `nothing behind the barrier can be changed`() throws {
        var walk = try Self.walkAtReview()
        let before = walk.state
        try walk.change("a")
        #expect(walk.refusal == .notHere)
        #expect(walk.state == before)
    }

    @Test func `a change can be asked for at a review only`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.change("a")
        #expect(walk.refusal == .notHere)
    }

    @Test func `an answer left at its default can be changed`() throws {
        var walk = try Self.walkAtReview()
        try walk.change("wants_news")
        try walk.submit(["wants_news": .bool(true)])
        #expect(walk.step == "check")
        #expect(walk["wants_news"] == .bool(true))
    }

    @Test func `Back from behind a review leads to it`() throws {
        var walk = try Self.walkAtReview()
        try walk.submit()
        try walk.end("slow")
        #expect(walk.step == "trouble")
        try walk.back()
        #expect(walk.step == "check")
        #expect(walk.trail == ["person", "document", "other"])
    }

    @Test func `Back from the review, without a change, shows each form again`() throws {
        var walk = try Self.walkAtReview()
        try walk.back()
        try walk.back()
        #expect(walk.step == "document")
        try walk.submit(["captcha": .passed])
        #expect(walk.step == "other")
    }

    static let skipping = """
        fields:
          - a: {type: integer}
          - b: {type: integer}
        steps:
          - {step: one, ask: [a], events: {skip: two}}
          - {step: two, ask: [b]}
          - {step: check, review: all}
          - {step: done, end: done}
        """

    @Test func `a form that was left by a button is neither shown nor missed`() throws {
        var walk = try MachineWalk(Self.skipping)
        try walk.press("skip")
        try walk.submit(["b": .integer(2)])
        #expect(names(walk) == ["b"])
        try walk.change("a")
        #expect(walk.refusal == .notHere)
        try walk.submit()
        #expect(walk.state.outcome == "done")
    }

    @Test func `a form that was finished and then left by a button is not shown any more`() throws {
        var walk = try MachineWalk(Self.skipping)
        try walk.submit(["a": .integer(1)])
        try walk.back()
        try walk.press("skip")
        try walk.submit(["b": .integer(2)])
        #expect(names(walk) == ["b"])
    }

    @Test func `a form that loops to one behind it is shown, not walked round and round`() throws {
        var walk = try MachineWalk(
            """
            fields:
              - a: {type: integer}
              - b: {type: integer}
            steps:
              - step: one
                ask: [a]
                next:
                  - {if: 'a == 1', goto: check}
                  - {else: two}
              - {step: two, ask: [b], next: one}
              - {step: check, review: all}
              - {step: done, end: done}
            """
        )
        try walk.submit(["a": .integer(2)])
        try walk.submit(["b": .integer(2)])
        try walk.submit(["a": .integer(1)])
        #expect(walk.step == "check")
        try walk.change("a")
        try walk.submit(["a": .integer(3)])
        #expect(walk.step == "one" || walk.step == "two")
    }
}
