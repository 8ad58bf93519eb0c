import Foundation
import Testing

@testable import Flows

@Suite("Links on another device")
struct ElsewhereTests {
    /// Something is asked before the letter, and asked again behind it.
    static let flow = """
        fields:
          - [email, citizenship]
          - family_name: {type: name}
          - given_name: {type: name}
          - other_name: {type: name, optional: true, prefill: family_name}
        steps:
          - {step: start, ask: [email, family_name, given_name]}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 9, within: 24h}}
            events: {confirmed: more, resend: letter, other: start}
            after: {24h: old}
          - {step: old, events: {again: letter}}
          - {step: more, ask: [citizenship, other_name, given_name]}
          - {step: check, review: all}
          - {step: done, end: done}
        """

    private static func atLetter() throws -> MachineWalk {
        var walk = try MachineWalk(flow)
        try walk.submit([
            "email": .text("a@b.cz"), "family_name": .text("Nova"), "given_name": .text("Jana"),
        ])
        return walk
    }

    private static func handedOver() throws -> MachineWalk {
        var walk = try atLetter()
        try walk.openElsewhere(0, code: .right)
        return walk
    }

    @Test func `with the code the walk goes on, and another device holds it`() throws {
        let walk = try Self.handedOver()
        #expect(walk.refusal == nil)
        #expect(walk.step == "more")
        #expect(walk.state.holder == 1)
        #expect(walk.state.links.map(\.status) == [.used])
    }

    @Test func `without a code it is asked for, and nothing changes`() throws {
        var walk = try Self.atLetter()
        let before = walk.state
        walk.wait(.hour)
        try walk.openElsewhere(0, code: .missing)
        #expect(walk.refusal == .codeNeeded)
        #expect(walk.state == before)
    }

    @Test func `wrong codes are counted, and the fifth kills the link for everybody`() throws {
        var walk = try Self.atLetter()
        for number in 1...5 {
            let before = walk.state
            walk.wait(.minute)
            try walk.openElsewhere(0, code: .wrong)
            #expect(walk.refusal == .wrongCode)
            #expect(walk.state.sequence == before.sequence + 1)
            #expect(walk.state.links[0].wrongCodes == number)
            // Whoever guesses is not the person: the walk expires as if nothing had been done.
            #expect(walk.state.lastEventAt == before.lastEventAt)
        }
        #expect(walk.step == "letter")
        for code in [CodeVerdict.right, .missing, .wrong] {
            try walk.openElsewhere(0, code: code)
            #expect(walk.refusal == .tooManyTries)
        }
        try walk.open(0)
        #expect(walk.refusal == .tooManyTries)
        try walk.press("resend")
        try walk.openElsewhere(1, code: .right)
        #expect(walk.step == "more")
    }

    @Test func `the fifth code may still be right`() throws {
        var walk = try Self.atLetter()
        for _ in 1...4 { try walk.openElsewhere(0, code: .wrong) }
        try walk.openElsewhere(0, code: .right)
        #expect(walk.step == "more")
    }

    @Test func `a link that is dead is refused for that, whatever the code`() throws {
        for code in [CodeVerdict.missing, .wrong, .right] {
            var walk = try Self.atLetter()
            try walk.press("resend")
            try walk.openElsewhere(0, code: code)
            #expect(walk.refusal == .superseded)
            try walk.take(.linkOpenedElsewhere(hash: [99], code: code))
            #expect(walk.refusal == .forged)
            try walk.open(1)
            try walk.openElsewhere(1, code: code)
            #expect(walk.refusal == .used)
            walk = try Self.atLetter()
            walk.wait(.day)
            try walk.openElsewhere(0, code: code)
            #expect(walk.refusal == .expired)
            #expect(walk.step == "old")
        }
    }

    @Test func `whatever a device does that held the walk before is refused, and moves nothing`()
        throws
    {
        let walk = try Self.handedOver()
        let visit = walk.state.visit
        let events: [FlowEvent] = [
            .answered(visit: visit, answers: ["citizenship": .text("CZ")]),
            .submitted(visit: visit, answers: ["citizenship": .text("CZ")]),
            .pressed(visit: visit, event: "resend"), .wentBack(visit: visit),
            .changeAsked(visit: visit, field: "email"),
            .answerFailed(visit: visit, field: "citizenship"), .languageChosen("cs"), .timePassed,
            .linkOpened(hash: walk.state.links[0].hash), .pressed(visit: 0, event: "resend"),
        ]
        for event in events {
            let advance = try walk.machine.advance(
                walk.state,
                event,
                by: 0,
                now: 9 * .day,
                fresh: Fresh()
            )
            #expect(
                advance
                    == Advance(state: walk.state, reaction: Reaction(refusal: .continuedElsewhere))
            )
        }
        let own = try walk.machine.advance(
            walk.state,
            .submitted(visit: visit, answers: ["citizenship": .text("CZ")]),
            by: 1,
            now: 0,
            fresh: Fresh()
        )
        #expect(own.refusal == nil)
    }

    @Test func `what was answered before is hidden but the address, until it is answered again`()
        throws
    {
        var walk = try Self.handedOver()
        #expect(walk.hidden == ["family_name", "given_name"])
        // Nor does it come to light in another field.
        #expect(walk["other_name"] == nil)
        try walk.answer(["given_name": .bool(true)])
        #expect(walk.hidden == ["family_name", "given_name"])
        try walk.answer(["given_name": .text("Jana")])
        #expect(walk.hidden == ["family_name"])
    }

    @Test func `there is no way back to it, and no review of it`() throws {
        var walk = try Self.handedOver()
        try walk.back()
        #expect(walk.refusal == .noWayBack)
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk.step == "check")
        let reviewed = walk.machine.reviewed(in: walk.state)
            .map { walk.machine.definition.fields[$0].name }
        #expect(reviewed == ["citizenship", "other_name", "given_name"])
        try walk.submit()
        #expect(walk.state.outcome == "done")
    }

    @Test func `what is handed on to a flow that is run stays hidden there`() throws {
        var walk = try SubflowWalkTests.walk(
            """
            flow: caller
            version: 1
            fields: [email, {alias: {type: text}}]
            steps:
              - {step: start, ask: [email, alias]}
              - step: letter
                send: {mail: confirm, link: confirmed, limit: {times: 9}}
                events: {confirmed: home}
                after: {1h: done}
              - {step: home, run: address, with: {owner: email, note: alias}, events: {found: done, lost: done}}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz"), "alias": .text("Jana")])
        try walk.openElsewhere(0, code: .right)
        #expect(walk.step == "home.where")
        #expect(walk["home.note"] == .text("Jana"))
        #expect(walk.hidden == ["alias", "home.note"])
    }

    @Test func `a state of before there were other devices is read as one of the first`() throws {
        let state = try Self.atLetter().state
        let text = String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
        #expect(!text.contains("handover") && !text.contains("wrongCodes"))
        let again = try JSONDecoder().decode(FlowState.self, from: Data(text.utf8))
        #expect(again.holder == 0)
        #expect(again == state)
    }
}

extension MachineWalk {
    /// Opens the link that was sent as the n-th, from 0, on another device.
    fileprivate mutating func openElsewhere(_ link: Int, code: CodeVerdict) throws {
        try take(.linkOpenedElsewhere(hash: state.links[link].hash, code: code))
    }

    /// The fields whose answers nobody is shown.
    fileprivate var hidden: [FieldName] {
        machine.definition.fields.indices.filter(state.isHidden).map {
            machine.definition.fields[$0].name
        }
    }
}
