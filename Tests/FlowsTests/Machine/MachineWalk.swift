@testable import Flows

/// A walk that a test scripts: it gives the machine what a session would, with a clock that the test moves.
struct MachineWalk {
    let machine: FlowMachine
    /// What the machine answered to the last event.
    private(set) var last: Advance
    /// Milliseconds since 1970.
    var now: Int64
    /// What has gone out, by scope, as a store would count it.
    private(set) var log: [(scope: String, at: Int64)] = []
    private var tokens: UInt8 = 0

    init(
        _ machine: FlowMachine,
        input: [FieldName: FieldValue] = [:],
        now: Int64 = 0
    ) throws {
        self.machine = machine
        self.now = now
        let fresh = Self.fresh(machine, after: &tokens)
        last = try machine.begin(
            input: input,
            locale: "en",
            zone: "UTC",
            now: now,
            fresh: fresh
        )
        note(last)
    }

    /// A walk through a flow from its text.
    init(_ flow: String, input: [FieldName: FieldValue] = [:]) throws {
        try self.init(Machines.machine(flow), input: input)
    }

    // MARK: - What is seen

    var state: FlowState { last.state }
    var step: StepName { machine.definition.steps[state.step].name }
    var refusal: Refusal? { last.refusal }
    var problems: [FieldProblem] { last.problems }

    /// The names of the letters that the last event sent.
    var sent: [LetterName] {
        orders.map { machine.definition.send(of: $0).name }
    }

    var orders: [SendOrder] {
        last.outputs.compactMap { if case .send(let order) = $0 { order } else { nil } }
    }

    /// The effects that the last event called.
    var calls: [EffectName] {
        last.outputs.compactMap { if case .call(let order) = $0 { order.effect } else { nil } }
    }

    subscript(field: FieldName) -> FieldValue? {
        machine.definition.fields.firstIndex { $0.name == field }.flatMap { state.fields[$0] }
    }

    /// The names of the steps behind.
    var trail: [StepName] { state.trail.map { machine.definition.steps[$0].name } }

    /// The fields whose answer was cleared, in slot order.
    var cleared: [FieldName] {
        (state.cleared ?? []).sorted().map { machine.definition.fields[$0].name }
    }

    // MARK: - What happens

    mutating func take(_ event: FlowEvent) throws {
        var fresh = Self.fresh(machine, after: &tokens)
        fresh.history = history(for: event)
        last = try machine.advance(state, event, now: now, fresh: fresh)
        note(last)
    }

    mutating func answer(_ answers: [FieldName: FieldValue]) throws {
        try take(.answered(visit: state.visit, answers: answers))
    }

    mutating func submit(_ answers: [FieldName: FieldValue] = [:]) throws {
        try take(.submitted(visit: state.visit, answers: answers))
    }

    mutating func press(_ event: EventName) throws {
        try take(.pressed(visit: state.visit, event: event))
    }

    mutating func back() throws { try take(.wentBack(visit: state.visit)) }

    mutating func change(_ field: FieldName) throws {
        try take(.changeAsked(visit: state.visit, field: field))
    }

    mutating func fail(_ field: FieldName) throws {
        try take(.answerFailed(visit: state.visit, field: field))
    }

    /// Ends the pending call.
    mutating func end(_ outcome: OutcomeName, _ gives: [FieldName: FieldValue] = [:]) throws {
        let key = state.pendingCall ?? "none"
        try take(.effectEnded(key: key, outcome: outcome, gives: gives))
    }

    /// Opens the link that was sent as the n-th, from 0.
    mutating func open(_ link: Int) throws {
        try take(.linkOpened(hash: state.links[link].hash))
    }

    /// Opens the link that was sent last.
    mutating func openLast() throws { try open(state.links.count - 1) }

    mutating func wait(_ milliseconds: Int64) { now += milliseconds }

    mutating func waitAndSee(_ milliseconds: Int64) throws {
        wait(milliseconds)
        try take(.timePassed)
    }

    // MARK: - What a session provides

    private static func fresh(_ machine: FlowMachine, after tokens: inout UInt8) -> Fresh {
        let hashes: [[UInt8]] = (0..<machine.tokensPerEvent).map { _ in
            tokens &+= 1
            return [tokens]
        }
        return Fresh(tokenHashes: hashes, codeHashes: hashes)
    }

    private func history(for event: FlowEvent) -> [Int: SendHistory] {
        var histories: [Int: SendHistory] = [:]
        for count in machine.sendCounts(for: event, in: state, now: now) {
            let since = count.limit.within.map { now - $0 } ?? .min
            let moments = { (scope: String) in
                log.filter { $0.scope == scope && $0.at > since }.map(\.at)
            }
            let scopes = scopes(of: count)
            histories[count.step] = SendHistory(
                inWindow: scopes.map(moments).max { $0.count < $1.count } ?? [],
                last: moments(scopes.joined(separator: " ")).last
            )
        }
        return histories
    }

    private mutating func note(_ advance: Advance) {
        for case .send(let order) in advance.outputs {
            let counts = machine.sendCounts(for: nil, in: advance.state)
            guard let count = counts.first(where: { $0.step == order.step }) else { continue }
            let scopes = scopes(of: count)
            for scope in Set(scopes + [scopes.joined(separator: " ")]) {
                log.append((scope, order.at))
            }
        }
    }

    private func scopes(of count: SendCount) -> [String] {
        count.limit.scopes.compactMap { scope in
            switch scope {
            case .session: "\(count.step).session"
            case .field(let slot): count.values[slot].map { "\(count.step).\(slot).\($0)" }
            }
        }
    }
}

extension Int64 {
    static let second: Int64 = 1_000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000
}

extension FieldProblem {
    /// A problem of a field with the name of a rule that it breaks.
    static func rule(_ field: FieldName, _ name: String) -> FieldProblem {
        FieldProblem(field: field, reason: .rule(name))
    }

    static func missing(_ field: FieldName, item: ItemPath? = nil) -> FieldProblem {
        FieldProblem(field: field, item: item, reason: .missing)
    }

    static func unfit(_ field: FieldName, item: ItemPath? = nil) -> FieldProblem {
        FieldProblem(field: field, item: item, reason: .unfit)
    }

    static func format(_ field: FieldName) -> FieldProblem {
        FieldProblem(field: field, reason: .type(reason: "format", arguments: [:]))
    }
}
