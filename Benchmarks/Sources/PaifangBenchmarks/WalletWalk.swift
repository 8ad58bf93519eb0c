import Documents
import Flows
import Foundation
import YAML

/// A recorded walk: each event depends on what came before.
struct WalletWalk {
    /// What a host has in its hands when something has happened.
    struct Input {
        let name: String
        let event: FlowEvent
        let now: Int64
        let fresh: Fresh
    }

    struct Missing: Error {
        let what: String
    }

    static let start: Int64 = 1_700_000_000_000

    /// The state that the first event finds.
    let start: FlowState
    let inputs: [Input]
    /// The state that each event finds.
    let before: [FlowState]

    func advance(_ machine: FlowMachine, _ state: FlowState, at index: Int) -> Advance? {
        // It went well when the walk was recorded.
        try? machine.advance(
            state,
            inputs[index].event,
            now: inputs[index].now,
            fresh: inputs[index].fresh
        )
    }

    /// The same, changing the state where it stands.
    func advance(_ machine: FlowMachine, in state: inout FlowState, at index: Int) -> Reaction? {
        try? machine.advance(
            in: &state,
            inputs[index].event,
            now: inputs[index].now,
            fresh: inputs[index].fresh
        )
    }

    static func machine() throws -> FlowMachine {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../flows")
        let file = { (name: String) throws -> ProjectFile in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let source = SourceText(path: name, text: text)
            guard let root = YAMLReader.read(source).root else { throw Missing(what: name) }
            return ProjectFile(source: source, root: root)
        }
        let project = FlowProject.read(
            flows: [try file("wallet-signup.yaml")],
            fields: try file("fields.yaml"),
            effects: try file("effects.yaml"),
            hash: { _ in "" }
        ).project
        guard let flow = project.flows.first else { throw Missing(what: "wallet-signup") }
        return FlowMachine(flow, formats: AnyFormat())
    }

    static func record(_ machine: FlowMachine) throws -> WalletWalk {
        var inputs: [Input] = []
        var before: [FlowState] = []
        let end = try walk(machine, number: 1, events: WalletEvents.all) { state, input in
            before.append(state)
            inputs.append(input)
        }
        guard end.outcome != nil, let first = before.first else { throw Missing(what: "an end") }
        return WalletWalk(start: first, inputs: inputs, before: before)
    }

    /// A session that has come to the review, and shares nothing with another one.
    static func session(_ machine: FlowMachine, number: Int) throws -> FlowState {
        try walk(machine, number: number, events: WalletEvents.all.dropLast(2)) { _, _ in }
    }

    private static func walk(
        _ machine: FlowMachine,
        number: Int,
        events: [WalletEvents.Event],
        note: (FlowState, Input) -> Void
    ) throws -> FlowState {
        var state = try machine.begin(
            input: [:],
            locale: "cs",
            zone: "Europe/Prague",
            now: start,
            fresh: Fresh()
        ).state
        for (index, event) in events.enumerated() {
            let hash = (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &+ index * 7) }
            let history = [2: SendHistory()]
            let input = Input(
                name: event.name,
                event: event.make(state),
                now: start + Int64(index) * 60_000,
                fresh: Fresh(tokenHashes: [hash], history: history)
            )
            note(state, input)
            let advance = try machine.advance(
                state,
                input.event,
                now: input.now,
                fresh: input.fresh
            )
            guard advance.refusal == nil, advance.problems.isEmpty else {
                throw Missing(what: "\(event.name): \(advance.problems)")
            }
            state = advance.state
        }
        return state
    }

    /// The formats of the world are no part of the machine.
    private struct AnyFormat: FieldFormats {
        func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason? { nil }

        func problem(withPhone number: String, of country: String) -> FieldProblem.Reason? { nil }

        func problem(
            withDocument number: String,
            kind: String,
            of country: String
        ) -> FieldProblem.Reason? { nil }
    }
}
