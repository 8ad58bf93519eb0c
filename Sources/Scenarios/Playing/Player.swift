import Flows
import Localization
import Screens
import Sessions

/// One scripted person on the way through a flow.
///
/// Overview: it does what the session engine does around the machine, but with a clock that stands until it is moved,
/// tokens that are counted, calls that end as the scenario says, and a vault that keeps nothing.
struct Player {
    /// Something that went out.
    struct SentLetter {
        let name: String
        /// The hash of its link's token.
        let hash: [UInt8]?
        /// The field of its code, and the hash of that.
        let code: (field: FieldName, hash: [UInt8])?
    }

    let stage: Stage
    let flow: FlowStage
    var given: Given
    let seed: UInt64
    /// What looks at every screen on the way.
    let observer: Observer
    var state: FlowState
    private(set) var now: Int64
    /// What was just typed and refused, as the screen shows it.
    var input = ScreenInput()
    /// What is wrong with the answers of the last event, each once.
    var problems: [FieldProblem] = []
    private(set) var letters: [SentLetter] = []
    /// What was sent last, with the state that its words are about.
    private(set) var lastSent: (order: SendOrder, state: FlowState)?
    private(set) var log = SendLog()
    /// How many calls of each effect have ended.
    var calls: [EffectName: Int] = [:]
    /// How many tokens were made.
    private var tokens: UInt64
    /// What was typed for the secrets that were sealed.
    var secrets: [String] = []
    /// What was said of the secrets that were compared and right, by their slots.
    var proven: [Int: String] = [:]
    /// What was tried and wrong.
    var tries = SendLog()
    /// The device on which something is done, as the machine counts them; `nil` for the one that holds the walk.
    var device: Int?
    /// Whether the last action was refused on a device that does not hold the walk: its screen is another.
    var isOutside = false
    var callsUnderWay = 0
    /// What the host will say, and when.
    var lateEnds: [LateEnd] = []

    /// The end of a call that takes its time.
    struct LateEnd {
        let at: Int64
        let event: FlowEvent
    }

    init(
        _ given: Given,
        flow: FlowStage,
        on stage: Stage,
        language: LanguageTag,
        seed: UInt64,
        observer: Observer
    ) throws(PlayFailure) {
        self.stage = stage
        self.flow = flow
        self.given = given
        self.seed = seed
        self.observer = observer
        now = given.clock
        tokens = UInt64(flow.machine.tokensPerEvent)
        let input = try Self.input(of: given, flow: flow, on: stage)
        var fresh = Self.fresh((0..<tokens).map { Self.hash(of: $0, seed: seed) })
        var advance: Advance
        do throws(MachineFailure) {
            let begin = { (fresh: Fresh) throws(MachineFailure) -> Advance in
                try flow.machine.begin(
                    input: input,
                    locale: language.rawValue,
                    zone: given.zone,
                    now: given.clock,
                    fresh: fresh
                )
            }
            advance = try begin(fresh)
            if !advance.outputs.isEmpty {
                // What counts against a limit of the first step is known only now.
                let counts = flow.machine.sendCounts(for: nil, in: advance.state)
                fresh.history = SendLog().history(of: counts, now: given.clock)
                advance = try begin(fresh)
            }
        } catch {
            throw .stopped(error)
        }
        state = advance.state
        try absorb(advance)
    }

    var definition: FlowDefinition { flow.definition }
    var step: StepDefinition { definition.steps[state.step] }
    var language: LanguageTag { LanguageTag(state.locale) }

    /// Lets time pass; what is due happens, and the host says what it has to say.
    mutating func wait(_ milliseconds: Int64) throws(PlayFailure) {
        let end = now + milliseconds
        while let next = lateEnds.indices.min(by: { lateEnds[$0].at < lateEnds[$1].at }),
            lateEnds[next].at <= end
        {
            let late = lateEnds.remove(at: next)
            now = late.at
            try passTime()
            try take(late.event)
            // The host came too late; nothing was refused to the person.
            input.refusal = nil
        }
        now = end
        try passTime()
    }

    private mutating func passTime() throws(PlayFailure) {
        guard let deadline = flow.machine.nextDeadline(of: state), deadline <= now else { return }
        try take(.timePassed)
    }

    /// Gives an event to the machine, and does what the machine wants done.
    mutating func take(_ event: FlowEvent) throws(PlayFailure) {
        let counts = flow.machine.sendCounts(for: event, in: state, now: now)
        var fresh = Self.fresh(freshTokens())
        if !counts.isEmpty { fresh.history = log.history(of: counts, now: now) }
        let advance: Advance
        do throws(MachineFailure) {
            advance = try flow.machine.advance(
                state,
                event,
                by: device,
                now: now,
                fresh: fresh
            )
        } catch {
            throw .stopped(error)
        }
        try absorb(advance)
    }

    /// Forgets what was refused and wrong: it was said, and something else is done now.
    mutating func forgetRefusal() {
        input.refusal = nil
        problems = []
        isOutside = false
    }

    /// Stores the state, forgets it, and reads it again.
    mutating func restart() throws(PlayFailure) {
        do throws(SessionFailure) {
            let bytes = try StateCoder.bytes(state)
            let restored = try StateCoder.value(FlowState.self, from: bytes)
            guard restored == state else { throw SessionFailure.damaged }
            state = restored
        } catch {
            throw .notRestored
        }
        // What was just typed is no part of what is stored.
        input = ScreenInput()
        problems = []
        try wait(0)
    }

    private mutating func absorb(_ advance: Advance) throws(PlayFailure) {
        if advance.state.visit != state.visit { input = ScreenInput() }
        problems = advance.problems
        state = advance.state
        input.refusal = advance.refusal
        observer.note(advance, in: flow)
        for case .send(let order) in advance.outputs { deliver(order, advance) }
        for case .call(let order) in advance.outputs { try answer(order) }
    }

    private mutating func deliver(_ order: SendOrder, _ advance: Advance) {
        let send = definition.send(of: order)
        if send.limit != nil {
            log.note(order, counts: flow.machine.sendCounts(for: nil, in: state))
        }
        let first = tokens - UInt64(flow.machine.tokensPerEvent)
        let hash = order.token.map { Self.hash(of: first + UInt64($0), seed: seed) }
        let code = send.code.flatMap { slot in
            hash.map { (definition.fields[slot].name, $0) }
        }
        letters.append(
            SentLetter(name: send.fullName, hash: code == nil ? hash : nil, code: code)
        )
        lastSent = (order, state)
        observer.look(at: order, hash: hash, in: self)
    }

    private static func input(
        of given: Given,
        flow: FlowStage,
        on stage: Stage
    ) throws(PlayFailure) -> [FieldName: FieldValue] {
        var input: [FieldName: FieldValue] = [:]
        for (name, text) in given.input {
            guard let field = flow.definition.field(name) else { continue }
            input[name] = try stage.value(text, of: field)
        }
        return input
    }

    // MARK: - Tokens

    /// No link and code have the same number, so they can have the same hashes.
    private static func fresh(_ hashes: [[UInt8]]) -> Fresh {
        Fresh(tokenHashes: hashes, codeHashes: hashes)
    }

    private mutating func freshTokens() -> [[UInt8]] {
        let count = UInt64(flow.machine.tokensPerEvent)
        defer { tokens += count }
        return (tokens..<tokens + count).map { Self.hash(of: $0, seed: seed) }
    }

    /// The hash that stands for the token of a number: different for each, the same in each run.
    private static func hash(of token: UInt64, seed: UInt64) -> [UInt8] {
        var hash: [UInt8] = []
        hash.reserveCapacity(32)
        for part in 0..<UInt64(4) {
            let word = SplitMix.mixed(seed &+ token &* 4 &+ part)
            withUnsafeBytes(of: word.littleEndian) { hash.append(contentsOf: $0) }
        }
        return hash
    }

    /// The hash of a token that was never made.
    var forgedHash: [UInt8] { Self.hash(of: .max / 8, seed: seed) }
}

/// Why a walk could not go on; never something that a person did.
enum PlayFailure: Error {
    /// The machine stopped it.
    case stopped(MachineFailure)
    /// A text of the scenario can't be the value of this field.
    case unreadable(ScenarioText, FieldDefinition)
    /// No such letter has gone out, or not so often.
    case noSuchLink(String, Int?)
    /// No message with such a code has gone out, or not so often.
    case noSuchCode(FieldName, Int?)
    /// Calls follow calls without end.
    case circle(StepName)
    /// The stored state is not the one that was read.
    case notRestored
}
