public import Flows

/// A walk on a virtual clock: gives the machine what a session would, and counts what goes out.
///
/// It is a value: a copy goes on by itself.
public struct VirtualWalk: Sendable {
    /// Whose sends are counted together.
    private enum Scope: Hashable {
        case session(step: Int)
        case field(step: Int, slot: Int, value: String)
        /// All that a limit names at once.
        case all(step: Int, [Scope])
    }

    /// The machine.
    public let machine: FlowMachine
    /// What the machine answered to the last event.
    public private(set) var last: Advance
    /// Milliseconds since 1970.
    public private(set) var now: Int64
    private var sent: [Scope: [Int64]] = [:]
    private var tokens = 0

    /// Begins a walk.
    ///
    /// - Parameters:
    ///   - machine: The flow's machine.
    ///   - beginning: What it begins with.
    /// - Throws: `MachineFailure` when an input is missing or of another type, or a condition can't be
    ///   evaluated.
    public init(_ machine: FlowMachine, _ beginning: PathBeginning) throws(MachineFailure) {
        self.machine = machine
        now = beginning.clock
        last = try machine.begin(
            input: beginning.input.values,
            locale: beginning.locale,
            zone: beginning.zone,
            now: now,
            fresh: Self.fresh(for: machine, after: 0)
        )
        count(last)
    }

    /// Where the walk stands; may be put elsewhere, as a restored session is.
    public var state: FlowState {
        get { last.state }
        set { last.state = newValue }
    }

    /// The present step.
    public var step: StepDefinition { machine.definition.steps[state.step] }

    /// Lets time pass, and gives the machine an event.
    ///
    /// - Parameters:
    ///   - event: What has happened.
    ///   - wait: How long after the last event, in milliseconds.
    /// - Returns: What the machine answers.
    /// - Throws: `MachineFailure` when the walk must stop; it stands where it stood then.
    @discardableResult
    public mutating func take(
        _ event: FlowEvent,
        after wait: Int64 = 0
    ) throws(MachineFailure) -> Advance {
        let (moment, overflows) = now.addingReportingOverflow(wait)
        let then = overflows ? .max : moment
        last = try machine.advance(state, event, now: then, fresh: fresh(for: event, at: then))
        now = then
        count(last)
        return last
    }

    /// How many have gone out under the limit of a step in the window that ends now, at most as many as it
    /// lets out.
    func used(of count: SendCount) -> Int {
        min(history(of: count, at: now).inWindow.count, count.limit.times)
    }

    /// What a session would provide for an event.
    func fresh(for event: FlowEvent, at moment: Int64) -> Fresh {
        var fresh = Self.fresh(for: machine, after: tokens)
        for count in machine.sendCounts(for: event, in: state, now: moment) {
            fresh.history[count.step] = history(of: count, at: moment)
        }
        return fresh
    }

    /// Hashes that follow from how many links went out before, so that the same walk has the same links.
    private static func fresh(for machine: FlowMachine, after tokens: Int) -> Fresh {
        let hashes = (0..<machine.tokensPerEvent).map { index in
            withUnsafeBytes(of: UInt64(tokens + index).bigEndian) { Array($0) }
        }
        return Fresh(tokenHashes: hashes)
    }

    private func history(of count: SendCount, at moment: Int64) -> SendHistory {
        guard !sent.isEmpty else { return SendHistory() }
        let since = count.limit.within.map { moment - $0 } ?? .min
        let scopes = scopes(of: count)
        let moments = { (scope: Scope) in (sent[scope] ?? []).filter { $0 > since } }
        return SendHistory(
            inWindow: scopes.map(moments).max { $0.count < $1.count } ?? [],
            last: moments(.all(step: count.step, scopes)).last
        )
    }

    private mutating func count(_ advance: Advance) {
        for case .send(let order) in advance.outputs {
            if order.token != nil { tokens += 1 }
            let counts = machine.sendCounts(for: nil, in: advance.state)
            guard machine.definition.send(of: order).limit != nil,
                let count = counts.first(where: { $0.step == order.step })
            else { continue }
            let scopes = scopes(of: count)
            for scope in scopes + [.all(step: order.step, scopes)] {
                sent[scope, default: []].append(order.at)
            }
        }
    }

    private func scopes(of count: SendCount) -> [Scope] {
        count.limit.scopes.compactMap { scope in
            switch scope {
            case .session: .session(step: count.step)
            case .field(let slot):
                count.values[slot].map { .field(step: count.step, slot: slot, value: $0) }
            }
        }
    }
}
