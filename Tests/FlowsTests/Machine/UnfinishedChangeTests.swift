import Testing

@testable import Flows

@Suite("Changes that can't be left")
struct UnfinishedChangeTests {
    @Test
    func `a change that can't be left refuses Back where nothing lies before it`() throws {
        var walk = try MachineWalk(
            """
            fields: [country, postcode, citizenship]
            steps:
              - {step: start, ask: [citizenship]}
              - {step: address, back: never, ask: [country, postcode]}
              - {step: check, review: all}
              - {step: done, end: done}
            """
        )
        try walk.submit(["citizenship": .text("CZ")])
        try walk.submit(["country": .text("CZ"), "postcode": .text("CZ 1")])
        try walk.change("country")
        #expect(try walk.machine.canGoBack(walk.state, now: walk.now))
        try walk.answer(["country": .text("DE")])
        #expect(try !walk.machine.canGoBack(walk.state, now: walk.now))
        try walk.back()
        #expect(walk.refusal == .noWayBack)
        try walk.submit(["postcode": .text("DE 1")])
        #expect(walk.step == "check")
    }

    @Test func `Back from a change that breaks an earlier rule of the form never goes on`() throws {
        var walk = try MachineWalk(
            """
            fields:
              - email
              - from: {type: integer, rules: {less: value < to}}
              - to: {type: integer}
            steps:
              - {step: start, ask: [email]}
              - {step: span, ask: [from, to]}
              - {step: quote, call: ping, events: {done: check, slow: check, unavailable: check}}
              - {step: check, review: all}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        try walk.submit(["from": .integer(1), "to": .integer(9)])
        try walk.end("done")
        try walk.change("to")
        try walk.answer(["to": .integer(0)])
        #expect(walk.problems == [])
        try walk.back()
        #expect(walk.calls == [])
        #expect(walk.step == "start")
        try walk.submit()
        #expect(walk.step == "span")
        try walk.submit(["to": .integer(2)])
        #expect(walk.calls == ["ping"])
    }
}
