import Expressions
import Foundation
import Testing

@testable import Flows

@Suite("States and events as data")
struct EncodingTests {
    private func round<Value: Codable>(_ value: Value) throws -> Value {
        let bytes = try JSONEncoder().encode(value)
        return try JSONDecoder().decode(Value.self, from: bytes)
    }

    @Test func `a state with everything in it is read back the same`() throws {
        var walk = try SendTests.walkAtMail()
        walk.wait(.minute)
        try walk.press("resend")
        try walk.press("resend")
        var state = walk.state
        state.fields[0] = .list([
            [.text("pet"), .sealed(SecretReference("s")), nil],
            [.money(try #require(Money("12.50 USD"))), .date(milliseconds: -1), .bool(false)],
            [
                .consent(Consent(document: "terms", version: 2, at: 5, locale: "zh")), .passed,
                .integer(.max),
            ],
        ])
        state.unsent = .usedUp(readyAt: nil)
        state.attempts = [AttemptRecord(step: 1, count: 2)]
        state.succeeded = [SuccessRecord(effect: "ping", outcome: "done")]
        #expect(try round(state) == state)
    }

    static let events: [FlowEvent] = [
        .answered(visit: 3, answers: ["a": .text("x"), "b": .list([[nil, .passed]])]),
        .submitted(visit: 3, answers: [:]), .pressed(visit: 1, event: "go"),
        .wentBack(visit: 2), .changeAsked(visit: 2, field: "a"),
        .answerFailed(visit: 2, field: "a"), .linkOpened(hash: [0, 255]),
        .effectEnded(key: "2.0", outcome: "done", gives: ["a": .bool(true)]),
        .signalled("account_suspended"), .languageChosen("id"), .timePassed,
    ]

    @Test(arguments: events)
    func `an event is read back the same`(event: FlowEvent) throws {
        #expect(try round(event) == event)
    }

    @Test func `what is fresh is read back the same`() throws {
        let fresh = Fresh(
            tokenHashes: [[1], [2]],
            history: [2: SendHistory(inWindow: [1, 2], last: 2), 1: SendHistory()]
        )
        #expect(try round(fresh) == fresh)
    }

    @Test func `the same answers give the same bytes in whatever order they came`() throws {
        let names = (0..<20).map { FieldName("field_\($0)") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try [names, names.reversed()].map { names in
            var answers: [FieldName: FieldValue] = [:]
            for name in names { answers[name] = .text(name.text) }
            return try encoder.encode(FlowEvent.submitted(visit: 1, answers: answers))
        }
        #expect(bytes[0] == bytes[1])
        #expect(String(decoding: bytes[0], as: UTF8.self).contains("\"field_7\":\"tfield_7\""))
    }

    @Test(arguments: ["", "\u{301}", "\u{301}a", "\u{200D}\u{20E3}", "passed", "yes", "d1", "t"])
    func `a text is stored as it is, whatever it begins with or looks like`(text: String) throws {
        let read = try round([FieldValue.text(text)])
        #expect(read == [.text(text)])
        guard case .text(let stored)? = read.first else { return }
        // Equal texts may be of different bytes.
        #expect(Array(stored.utf8) == Array(text.utf8))
    }

    @Test(arguments: ["", "x", "d", "d1x", "i1.5", "m5", "m5 USD x", "maybe", "{\"date\":1}"])
    func `what is no stored value is refused`(text: String) throws {
        let stored = text.hasPrefix("{") ? text : "\"\(text)\""
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([FieldValue].self, from: Data("[\(stored)]".utf8))
        }
    }

    @Test func `a walk that is stored at each step goes on the same`() throws {
        let machine = try Machines.machine(ReviewTests.flow)
        var state = try machine.begin(
            input: [:],
            locale: "en",
            zone: "UTC",
            now: 0,
            fresh: Fresh()
        ).state
        let walk = try ReviewTests.walkAtReview()
        let answers: [[FieldName: FieldValue]] = [
            ["a": .integer(1)], ["citizenship": .text("RU"), "kind": .text("private")],
            [
                "document_type": .text("passport"), "document_number": .text("RU passport 1"),
                "captcha": .passed,
            ], ["b": .integer(2)],
        ]
        for answers in answers {
            let event = FlowEvent.submitted(visit: state.visit, answers: answers)
            state = try round(
                machine.advance(try round(state), try round(event), now: 0, fresh: Fresh()).state
            )
        }
        #expect(state == walk.state)
    }

    @Test func `an answer is never printed`() throws {
        let walk = try SendTests.walkAtMail()
        #expect(!"\(walk.state)".contains("a@b.cz"))
        #expect(!String(reflecting: walk.last).contains("a@b.cz"))
    }
}
