import Documents
import Testing

@testable import Flows

/// What the checker says about a promise is what comes of it when everything is tried.
@Suite("Promises that are tried out")
struct PromiseWalkTests {
    /// One of many flows that differ in what surrounds the proof.
    struct Sample {
        let text: String

        static let all: [Sample] = {
            var all: [Sample] = []
            let starts = ["", ", events: {aside: gone}", ", after: {1h: gone}"]
            let proven = ["back: never, ask: [citizenship]", "ask: [citizenship]"]
            let again = ["", ", events: {again: start}", ", after: {1h: gone}"]
            let failing = ["check", "stay"]
            let gone = [
                "end: gone",
                "events: {look: stay, leave: done}",
                "events: {restart: start, leave: done}",
                "back: never, events: {restart: start, leave: done}",
                "ask: [citizenship], next: done",
            ]
            for start in starts {
                for proven in proven {
                    for again in again {
                        for failing in failing {
                            for gone in gone {
                                all.append(
                                    Sample(text: text(start, proven + again, failing, gone))
                                )
                            }
                        }
                    }
                }
            }
            return all
        }()

        private static func text(
            _ start: String,
            _ proven: String,
            _ failing: String,
            _ gone: String
        ) -> String {
            """
            flow: example
            version: 1
            expires: {after: 7d, goto: gone}
            fields: [email, citizenship]
            steps:
              - {step: start, ask: [email]\(start)}
              - step: wait
                send: {mail: letter, link: opened, limit: {times: 99}}
                events: {opened: personal, change: start}
              - {step: personal, \(proven)}
              - {step: check, review: all}
              - {step: create, call: ping,
                 events: {done: done, slow: \(failing), unavailable: \(failing)}}
              - {step: done, end: done}
              - {step: gone, \(gone)}

            """
        }
    }

    @Test
    func `a promise is called broken where a walk breaks it, and nowhere else`() throws {
        var broken = 0
        var kept = 0
        for sample in Sample.all {
            let read = { (text: String) in
                FlowFiles.read(text, fields: Machines.fields, effects: Machines.effects)
            }
            let plain = read(sample.text)
            guard plain.problems.allSatisfy({ $0.severity == .warning }) else { continue }
            let promising = sample.text + "promises: {ping.done: {only_after: wait.opened}}"
            let isCalledBroken = read(promising).problems.contains { $0.code == "E40" }
            var definition = try #require(plain.project.flows.first)
            definition.promises = [
                Promise(
                    effect: "ping",
                    outcome: "done",
                    onlyAfter: (1, "opened"),
                    atMost: nil,
                    range: definition.range
                )
            ]
            let way = try Self.breaking(FlowMachine(definition, formats: AnyFormat()))
            #expect(isCalledBroken == (way != nil), "\(way ?? [])\n\(promising)")
            if way == nil { kept += 1 } else { broken += 1 }
        }
        #expect(broken > 30)
        #expect(kept > 30)
    }

    /// The events of a shortest walk that breaks the promise, if there is one: all walks are tried.
    private static func breaking(_ machine: FlowMachine) throws -> [String]? {
        var open: [(walk: MachineWalk, way: [String])] = [(try MachineWalk(machine), [])]
        var seen: Set<String> = []
        var next = 0
        while next < open.count {
            let (walk, way) = open[next]
            next += 1
            for event in events(at: walk) {
                var walk = walk
                do {
                    if case .timePassed = event {
                        walk.now = machine.nextDeadline(of: walk.state) ?? walk.now
                    }
                    try walk.take(event)
                } catch MachineFailure.promiseBroken {
                    return way + ["\(event)"]
                }
                // What is over can break nothing any more.
                if walk.state.outcome == nil, seen.insert(sight(of: walk.state)).inserted {
                    open.append((walk, way + ["\(event)"]))
                }
            }
        }
        return nil
    }

    /// What tells two states apart, but for the time and the number of events.
    private static func sight(of state: FlowState) -> String {
        "\(state.step) \(state.fields) \(state.trail) \(state.finished) \(state.hasExpired)"
            + " \(state.returnsTo ?? -1) \(state.pendingCall != nil) \(state.promises)"
            + " \(state.links.count { $0.status == .open }) \(state.deadlines.map(\.target))"
    }

    private static func events(at walk: MachineWalk) -> [FlowEvent] {
        let visit = walk.state.visit
        let step = walk.machine.definition.steps[walk.state.step]
        var events: [FlowEvent] = [.timePassed, .wentBack(visit: visit)]
        switch step.kind {
        case .form(let fields) where fields == [0]:
            for address in ["a@b.cz", "c@d.cz"] {
                let answers: [FieldName: FieldValue] = ["email": .text(address)]
                events.append(.answered(visit: visit, answers: answers))
                events.append(.submitted(visit: visit, answers: answers))
            }
            events.append(.submitted(visit: visit, answers: [:]))
        case .form:
            events.append(.submitted(visit: visit, answers: ["citizenship": .text("CZ")]))
        case .review:
            events.append(.submitted(visit: visit, answers: [:]))
            events.append(.changeAsked(visit: visit, field: "email"))
            events.append(.changeAsked(visit: visit, field: "citizenship"))
        case .call:
            for outcome: OutcomeName in ["done", "slow"] {
                guard let key = walk.state.pendingCall else { break }
                events.append(.effectEnded(key: key, outcome: outcome, gives: [:]))
            }
        case .waiting, .branch, .end: break
        }
        for event in step.events where event.source == .button {
            events.append(.pressed(visit: visit, event: event.name))
        }
        for link in walk.state.links.suffix(1) { events.append(.linkOpened(hash: link.hash)) }
        return events
    }
}
