import Testing

@testable import Flows

@Suite("Answers that depend on others")
struct DependentAnswerTests {
    static let flow = """
        fields:
          - [citizenship, document_type, document_number, country, postcode]
          - least: {type: integer, max: 100}
          - most: {type: integer, max: 100, rules: {larger: value > least}}
        steps:
          - {step: person, ask: [citizenship]}
          - {step: document, ask: [document_type, document_number]}
          - {step: address, ask: [country, postcode]}
          - {step: range, ask: [least, most]}
          - {step: wait, events: {go: done}}
          - {step: done, end: done}
        """

    /// A walk that has a Russian licence and stands at the address.
    private func walkWithLicence() throws -> MachineWalk {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["citizenship": .text("RU")])
        try walk.submit([
            "document_type": .text("licence"), "document_number": .text("RU licence 1"),
        ])
        return walk
    }

    @Test func `an option that its condition forbids is refused`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["citizenship": .text("CZ")])
        try walk.answer(["document_type": .text("licence")])
        #expect(walk.problems == [.unfit("document_type")])
    }

    @Test func `a number is checked by the country and kind asked elsewhere`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["citizenship": .text("CZ")])
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("RU passport 1"),
        ])
        #expect(walk.problems == [.format("document_number")])
        #expect(walk.step == "document")
    }

    @Test func `a changed answer clears what holds no more, and what depended on that`() throws {
        var walk = try walkWithLicence()
        try walk.back()
        try walk.back()
        try walk.answer(["citizenship": .text("CZ")])
        #expect(walk["document_type"] == nil)
        try walk.submit()
        try walk.submit(["document_type": .text("passport")])
        #expect(walk.step == "document")
        #expect(walk.problems.map(\.field) == ["document_number"])
    }

    @Test func `a changed answer leaves what still holds`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["citizenship": .text("RU")])
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("RU passport 1"),
        ])
        try walk.back()
        try walk.back()
        try walk.answer(["citizenship": .text("CZ")])
        #expect(walk["document_type"] == .text("passport"))
        #expect(walk["document_number"] == nil)
    }

    @Test func `another country clears the postal code behind it in the form`() throws {
        var walk = try walkWithLicence()
        try walk.answer(["country": .text("CZ"), "postcode": .text("CZ 120 00")])
        try walk.answer(["country": .text("DE")])
        #expect(walk["postcode"] == nil)
    }

    @Test func `a value that is known is filled in, and counts when it is submitted`() throws {
        var walk = try walkWithLicence()
        #expect(walk["country"] == .text("RU"))
        try walk.submit(["postcode": .text("RU 101000")])
        #expect(walk.step == "range")
    }

    /// A walk that is back at the first form, with a country that was filled in or answered.
    private func walkAtCitizenship(_ country: FieldValue? = nil) throws -> MachineWalk {
        var walk = try walkWithLicence()
        var answers: [FieldName: FieldValue] = ["postcode": .text("RU 101000")]
        answers["country"] = country
        try walk.submit(answers)
        for _ in 0..<3 { try walk.back() }
        return walk
    }

    @Test func `what was filled in follows its source, and what depends on it is cleared`() throws {
        var walk = try walkAtCitizenship()
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk["country"] == .text("CZ"))
        #expect(walk["postcode"] == nil)
        #expect(walk.cleared == ["document_type", "postcode"])
    }

    @Test func `what was answered stays as it is, also if it is what was filled in`() throws {
        var walk = try walkAtCitizenship(.text("RU"))
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk["country"] == .text("RU"))
        #expect(walk["postcode"] == .text("RU 101000"))
    }

    @Test func `what follows its source once goes on to do so, until it is answered`() throws {
        var walk = try walkAtCitizenship()
        try walk.answer(["citizenship": .text("CZ")])
        try walk.answer(["citizenship": .text("DE")])
        #expect(walk["country"] == .text("DE"))
        try walk.submit()
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("DE passport 1"),
        ])
        try walk.answer(["country": .text("FR")])
        try walk.back()
        try walk.back()
        try walk.answer(["citizenship": .text("CZ")])
        #expect(walk["country"] == .text("FR"))
    }

    @Test func `a form that was left before it was finished is filled in anew`() throws {
        var walk = try walkWithLicence()
        try walk.back()
        try walk.back()
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk["country"] == .text("RU"))
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("CZ passport 1"),
        ])
        #expect(walk["country"] == .text("CZ"))
    }

    @Test func `an answer that is refused touches nothing`() throws {
        let text = """
            input: {known: {type: integer}}
            fields:
              - first: {type: integer, max: 9}
              - second: {type: integer, prefill: first, rules: {even: value % 2 == 0}}
            steps:
              - {step: start, ask: [first]}
              - {step: then, ask: [second]}
              - {step: done, end: done}
            """
        var walk = try MachineWalk(text, input: ["known": .integer(1)])
        try walk.submit(["first": .integer(4)])
        try walk.answer(["second": .integer(5)])
        #expect(walk.problems == [.rule("second", "even")])
        try walk.back()
        try walk.submit(["first": .integer(6)])
        #expect(walk["second"] == .integer(6))
        try walk.back()
        // What does not hold there leaves it empty.
        try walk.submit(["first": .integer(7)])
        #expect(walk["second"] == nil)
        #expect(walk.cleared == ["second"])
    }

    @Test func `who answers again is told no more that an answer was cleared`() throws {
        var walk = try walkAtCitizenship()
        try walk.submit(["citizenship": .text("CZ")])
        try walk.submit([
            "document_type": .text("passport"), "document_number": .text("RU passport 1"),
        ])
        #expect(walk.problems == [.format("document_number")])
        #expect(walk.cleared == ["document_number", "postcode"])
        try walk.submit(["document_number": .text("CZ passport 1")])
        #expect(walk.cleared == ["postcode"])
        try walk.submit(["postcode": .text("CZ 120 00")])
        #expect(walk.cleared == [])
    }

    @Test func `two answers given together are judged beside each other`() throws {
        var walk = try walkWithLicence()
        try walk.submit(["postcode": .text("RU 101000")])
        try walk.answer(["least": .integer(5), "most": .integer(8)])
        try walk.answer(["least": .integer(50), "most": .integer(80)])
        #expect(walk.problems == [])
        #expect(walk["most"] == .integer(80))
    }

    @Test func `a rule waits for the answer it reads`() throws {
        var walk = try walkWithLicence()
        try walk.submit(["postcode": .text("RU 101000")])
        try walk.answer(["most": .integer(3)])
        #expect(walk.problems == [])
        try walk.answer(["least": .integer(9)])
        #expect(walk["most"] == nil)
        #expect(walk["least"] == .integer(9))
    }

    @Test func `an answer before the changed one stays, and is told when the form is submitted`()
        throws
    {
        var walk = try MachineWalk(
            """
            fields:
              - least: {type: integer, rules: {smaller: value < most}}
              - most: {type: integer}
            steps:
              - {step: start, ask: [least, most]}
              - {step: done, end: done}
            """
        )
        try walk.answer(["least": .integer(5)])
        try walk.answer(["most": .integer(3)])
        #expect(walk["least"] == .integer(5))
        try walk.submit()
        #expect(walk.problems == [.rule("least", "smaller")])
    }

    @Test func `an answer of a form behind is never cleared`() throws {
        var walk = try MachineWalk(
            """
            fields:
              - first: {type: integer, rules: {other: "!has(second) || value != second"}}
              - second: {type: integer, optional: true}
            steps:
              - {step: one, ask: [first]}
              - {step: two, ask: [second]}
              - {step: done, end: done}
            """
        )
        try walk.submit(["first": .integer(1)])
        try walk.submit(["second": .integer(1)])
        #expect(walk["first"] == .integer(1))
        #expect(walk.state.outcome == "done")
    }

    @Test func `a prefilled value that breaks a rule of its new field is left out`() throws {
        let flow = """
            input:
              known_age: {type: integer, optional: true}
            fields:
              - age: {type: integer, prefill: known_age, rules: {grown_up: value >= 18}}
            steps:
              - {step: start, ask: [age]}
              - {step: done, end: done}
            """
        #expect(try MachineWalk(flow, input: ["known_age": .integer(12)])["age"] == nil)
        #expect(try MachineWalk(flow, input: ["known_age": .integer(20)])["age"] == .integer(20))
    }

    @Test func `an optional answer that was emptied is not filled in again`() throws {
        var walk = try MachineWalk(
            """
            input:
              known: {type: text, optional: true}
            fields:
              - name: {type: text, optional: true, prefill: known}
            steps:
              - {step: start, ask: [name]}
              - {step: wait, events: {go: done}}
              - {step: done, end: done}
            """,
            input: ["known": .text("Jana")]
        )
        #expect(walk["name"] == .text("Jana"))
        try walk.submit(["name": .text("")])
        try walk.back()
        #expect(walk["name"] == nil)
    }
}
