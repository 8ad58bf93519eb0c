import Foundation
import Testing

@testable import Flows

/// 20,000 random scripts over a small flow with everything in it; each step must keep what always holds.
@Suite("Random walks")
struct RandomWalkTests {
    static let flow = """
        expires: {after: 5d, goto: idle}
        fields:
          - [email, citizenship, document_type, document_number, wants_news, captcha, nickname]
          - a: {type: integer, min: 0, max: 9}
          - b: {type: integer, min: 0, max: 9, rules: {more: value > a}}
          - kind: {type: choice, of: [private, business]}
          - company: {type: text}
        steps:
          - {step: start, ask: [email, captcha], events: {aside: extra}}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 4, apart: 60s, per: [session, email], within: 24h}}
            events: {confirmed: person, resend: letter, other: start}
            after: {24h: old}
          - {step: old, events: {again: letter, other: start}, after: {2d: letter}}
          - {step: extra, ask: [nickname, email], next: letter}
          - {step: person, back: never, ask: [citizenship, kind, a]}
          - step: split
            next:
              - {if: 'kind == "business"', goto: firm}
              - {else: document}
          - {step: firm, ask: [company], events: {no_firm: person}}
          - {step: document, ask: [document_type, document_number]}
          - {step: numbers, ask: [b, wants_news]}
          - {step: check, review: all}
          - step: create
            call: create_account
            events: {done: made, failed: trouble, unavailable: trouble}
          - {step: trouble, events: {again: create, correct: check}}
          - {step: made, events: {again: create, correct: person, stop: done}}
          - {step: idle, back: never, events: {wake: start}, after: {1d: start}}
          - {step: done, end: done}
        promises:
          create_account.done: {only_after: letter.confirmed, at_most: 1}
        """
    static let scripts = 20_000
    static let stepsPerScript = 16
    static let waits: [Int64] = [
        0, 0, 0, 0, .second, .minute, .minute, .hour, .day, 3 * .day, 6 * .day,
    ]

    @Test func `keep what always holds`() throws {
        let machine = try Machines.machine(Self.flow)
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        var visited: Set<Int> = []
        var refusals: Set<String> = []
        for script in 0..<Self.scripts {
            var random = Seeded(state: UInt64(script))
            var walk = try MachineWalk(machine)
            for _ in 0..<Self.stepsPerScript {
                walk.wait(random.pick(Self.waits))
                let event = Self.event(in: walk, &random)
                let before = walk
                do {
                    try walk.take(event)
                } catch {
                    Issue.record("script \(script): \(event) throws \(error)")
                    return
                }
                let broken = Self.broken(before, walk)
                if !broken.isEmpty {
                    Issue.record("script \(script): \(event): \(broken)")
                    return
                }
                visited.insert(walk.state.step)
                if let refusal = walk.refusal { refusals.insert(refusal.reason) }
                // What was stored goes on the same.
                if script % 20 == 0 {
                    let bytes = try encoder.encode(walk.state)
                    #expect(try decoder.decode(FlowState.self, from: bytes) == walk.state)
                }
            }
        }
        // The scripts reach everything that the invariants speak about; a branch is never rested at.
        #expect(visited.count == machine.definition.steps.count - 1)
        // Few scripts use a limit up or come as far as an answer that is fixed; both have tests of their own.
        #expect(
            refusals.isSuperset(of: [
                "stale", "no_way_back", "not_here", "too_soon", "used", "expired", "superseded",
                "forged", "ended",
            ])
        )
    }

    @Test func `Back and forward again keep every answer`() throws {
        let machine = try Machines.machine(Self.flow)
        var compared = 0
        for script in 0..<2_000 {
            var random = Seeded(state: UInt64(script) &+ 1_000_000)
            var walk = try MachineWalk(machine)
            for _ in 0..<Self.stepsPerScript {
                walk.wait(random.pick(Self.waits))
                try walk.take(Self.event(in: walk, &random))
            }
            let start = walk
            try walk.back()
            guard walk.refusal == nil, start.state.returnsTo == nil,
                case .form = machine.definition.steps[walk.state.step].kind
            else { continue }
            try walk.submit(walk.step == "start" ? ["captcha": .passed] : [:])
            guard walk.problems.isEmpty, walk.state.step == start.state.step else { continue }
            compared += 1
            #expect(walk.state.fields == start.state.fields)
            #expect(walk.state.trail == start.state.trail)
        }
        #expect(compared > 100)
    }

    /// The names of the invariants that a step has broken.
    private static func broken(_ before: MachineWalk, _ after: MachineWalk) -> [String] {
        var broken: [String] = []
        let hold = { (name: String, isKept: Bool) in if !isKept { broken.append(name) } }
        let (old, new) = (before.state, after.state)
        let definition = after.machine.definition
        let hasChanged = old != new
        hold(
            "the sequence grows by one with each change",
            new.sequence == old.sequence + (hasChanged ? 1 : 0)
        )
        hold("the visit never shrinks", new.visit >= old.visit)
        hold("a step is entered with a new visit", new.step == old.step || new.visit > old.visit)
        let isDue = after.machine.nextDeadline(of: old).map { $0 <= after.now } ?? false
        hold(
            "a refusal changes nothing but what time does",
            after.refusal == nil || isDue || !hasChanged
        )
        hold("what changes nothing does nothing", hasChanged || after.last.outputs.isEmpty)
        hold("one link is open at most", new.links.count { $0.status == .open } <= 1)
        hold(
            "an open link belongs to the step",
            new.links.allSatisfy { $0.status != .open || $0.step == new.step }
        )
        hold("links are never forgotten", new.links.count >= old.links.count)
        hold("deadlines lie ahead", new.deadlines.allSatisfy { $0.at > after.now })
        hold(
            "a call is awaited at its step only",
            (new.pendingCall == nil) || definition.steps[new.step].name == "create"
        )
        hold(
            "the trail has forms and reviews",
            new.trail.allSatisfy { index in
                switch definition.steps[index].kind {
                case .form, .review: true
                case .call, .waiting, .branch, .end: false
                }
            }
        )
        hold("no step stands twice in the trail", Set(new.trail).count == new.trail.count)
        hold(
            "what is fixed stays",
            old.fixed.allSatisfy { new.fields[$0] == old.fields[$0] && new.fixed.contains($0) }
        )
        hold("an account is made once", new.succeeded.count <= 1)
        if new.pendingCall != nil {
            let effect = definition.effect("create_account")
            hold(
                "a call has what it needs",
                effect?.needs.allSatisfy { new.fields[$0] != nil } == true
            )
        }
        if definition.steps[new.step].name == "create" {
            let asked: [FieldName] = [
                "citizenship", "kind", "a", "document_type", "document_number", "b",
            ]
            hold("a review is left complete", asked.allSatisfy { after[$0] != nil })
            hold(
                "a business has its company",
                after["kind"] != .text("business") || after["company"] != nil
            )
            if case .integer(let a)? = after["a"], case .integer(let b)? = after["b"] {
                hold("rules hold", b > a)
            }
        }
        return broken
    }

    /// Something that may happen: mostly what makes sense here, sometimes anything.
    private static func event(in walk: MachineWalk, _ random: inout Seeded) -> FlowEvent {
        let visit = random.chance(20) ? walk.state.visit - 1 : walk.state.visit
        let step = walk.machine.definition.steps[walk.state.step]
        if let key = walk.state.pendingCall, !random.chance(5) {
            let outcome: OutcomeName = random.pick(["done", "done", "failed", "unavailable"])
            return .effectEnded(key: key, outcome: outcome, gives: ["account_id": .text("7")])
        }
        switch random.below(12) {
        case 0: return .wentBack(visit: visit)
        case 1:
            let names = walk.machine.definition.fields.map(\.name)
            return .changeAsked(visit: visit, field: random.pick(names))
        case 2:
            guard !walk.state.links.isEmpty else { return .linkOpened(hash: [0, 0]) }
            return .linkOpened(hash: random.pick(walk.state.links).hash)
        case 3: return random.chance(3) ? .languageChosen("cs") : .timePassed
        case 4, 5, 6, 7:
            if let open = walk.state.links.last, open.status == .open, random.chance(2) {
                return .linkOpened(hash: open.hash)
            }
            guard let event = step.events.isEmpty ? nil : random.pick(step.events) else {
                return submit(step, walk, visit, &random)
            }
            return .pressed(visit: visit, event: event.name)
        case 8:
            return .answered(visit: visit, answers: answers(to: step, walk, &random, share: 3))
        default: return submit(step, walk, visit, &random)
        }
    }

    private static func submit(
        _ step: StepDefinition,
        _ walk: MachineWalk,
        _ visit: Int,
        _ random: inout Seeded
    ) -> FlowEvent {
        .submitted(visit: visit, answers: answers(to: step, walk, &random, share: 1))
    }

    private static func answers(
        to step: StepDefinition,
        _ walk: MachineWalk,
        _ random: inout Seeded,
        share: Int
    ) -> [FieldName: FieldValue] {
        var answers: [FieldName: FieldValue] = [:]
        for slot in step.asked where random.below(share) == 0 {
            let name = walk.machine.definition.fields[slot].name
            let country: String = random.pick(["RU", "RU", "CZ"])
            let kind: String = random.pick(["passport", "licence"])
            let digit = FieldValue.integer(Int64(random.below(11)))
            switch name {
            case "email": answers[name] = .text(random.pick(["a@b.cz", "c@d.cz"]))
            case "captcha": answers[name] = .passed
            case "citizenship": answers[name] = .text(country)
            case "document_type": answers[name] = .text(kind)
            case "document_number": answers[name] = .text("\(country) \(kind)")
            case "kind": answers[name] = .text(random.pick(["private", "business"]))
            case "a", "b": answers[name] = digit
            case "wants_news": answers[name] = .bool(random.chance(2))
            default: answers[name] = .text(random.pick(["", "Jana"]))
            }
        }
        return answers
    }
}

/// A generator whose numbers are the same on every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func chance(_ one: Int) -> Bool { below(one) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
