public import Flows

/// A walk on a virtual clock: gives the machine what a session would, and counts what goes out.
///
/// It is a value: a copy goes on by itself.
public struct VirtualWalk: Sendable {
    /// The machine.
    public let machine: FlowMachine
    /// What the machine answered to the last event.
    public private(set) var last: Advance
    /// Milliseconds since 1970.
    public private(set) var now: Int64
    private var sent = SendLog()
    private var tried = SendLog()
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
        noteTry(of: event)
        last = try machine.advance(state, event, now: then, fresh: fresh(for: event, at: then))
        now = then
        count(last)
        return last
    }

    /// How many have gone out under the limit of a step in the window that ends now, at most as many as it
    /// lets out.
    func used(of count: SendCount) -> Int {
        min(sent.history(of: count, now: now).inWindow.count, count.limit.times)
    }

    /// How many tries are left at the present step; `nil` where the walk alone counts them.
    var triesLeft: Int? {
        machine.tryCount(in: state).map { count in
            count.limit.left(after: tried.history(of: count, now: now), now: now)
        }
    }

    /// Counts a wrong answer as a session does, before it is judged.
    private mutating func noteTry(of event: FlowEvent) {
        switch event {
        case .answerFailed, .triesUsedUp:
            guard let count = machine.tryCount(in: state) else { return }
            tried.note(count, at: now)
        case .answered, .submitted, .pressed, .wentBack, .changeAsked, .linkOpened,
            .linkOpenedElsewhere, .effectEnded, .signalled, .languageChosen, .timePassed:
            return
        }
    }

    /// What a session would provide for an event.
    func fresh(for event: FlowEvent, at moment: Int64) -> Fresh {
        var fresh = Self.fresh(for: machine, after: tokens)
        let counts = machine.sendCounts(for: event, in: state, now: moment)
        fresh.history = sent.history(of: counts, now: moment)
        return fresh
    }

    /// Hashes that follow from how many links went out before, so that the same walk has the same links.
    private static func fresh(for machine: FlowMachine, after tokens: Int) -> Fresh {
        let hashes = (0..<machine.tokensPerEvent).map { index in
            withUnsafeBytes(of: UInt64(tokens + index).bigEndian) { Array($0) }
        }
        return Fresh(tokenHashes: hashes, codeHashes: hashes)
    }

    private mutating func count(_ advance: Advance) {
        for case .send(let order) in advance.outputs {
            if order.token != nil { tokens += 1 }
            guard machine.definition.send(of: order).limit != nil else { continue }
            sent.note(order, counts: machine.sendCounts(for: nil, in: advance.state))
        }
    }
}
