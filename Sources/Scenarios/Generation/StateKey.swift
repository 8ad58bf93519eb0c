import Flows

/// What of a state decides where the walk can go from there: two states with the same key are searched once.
///
/// Left out are what no condition ahead reads, words and moments; of answers only whether they are set.
struct StateKey: Hashable {
    private let step: Int
    private let answered: [Bool]
    private let fixed: [Bool]
    private let truths: [ConditionsAhead.Truth]
    private let trail: [Int]
    private let finished: [Int]
    private let returnsTo: Int?
    private let openLinks: [EventName]
    private let isCalling: Bool
    private let isUnsent: Bool
    private let hasExpired: Bool
    /// How far the time of an unused session is up, in eighths.
    private let idle: Int64
    private let attempts: [Int]
    private let succeeded: [SuccessRecord]
    private let promises: [PromiseRecord]
    private let used: [Int]

    init(_ walk: VirtualWalk, conditions: ConditionsAhead, map: FlowMap) {
        let state = walk.state
        let ahead = map.ahead[state.step]
        step = state.step
        answered = conditions.relevantSlots[step].map { state.fields[$0] != nil }
        fixed = conditions.relevantSlots[step].map(state.fixed.contains)
        truths = conditions.truths(
            of: state,
            from: step,
            rules: walk.machine.rules,
            now: walk.now
        )
        trail = state.trail
        finished = state.finished.sorted()
        returnsTo = state.returnsTo
        openLinks = state.links.filter { $0.status == .open }.map(\.event)
        isCalling = state.pendingCall != nil
        isUnsent = state.unsent != nil
        hasExpired = state.hasExpired
        let expiry = walk.machine.definition.expiry?.after ?? .max
        idle = (walk.now - state.lastEventAt) / max(1, expiry / 8)
        attempts =
            state.attempts.filter { ahead.contains($0.step) }
            .flatMap { [$0.step, $0.count] } + (walk.triesLeft.map { [$0] } ?? [])
        succeeded = state.succeeded
        promises = state.promises
        used = walk.machine.sendCounts(for: nil, in: state).filter { ahead.contains($0.step) }
            .map(walk.used)
    }
}
