public import Flows
public import Logging
import Secrets

/// Moves sessions: load, advance, save, carry out.
///
/// Overview: an event is given to the machine, what came of it is saved in one transaction, and only then letters are
/// delivered and the host is asked. What the host answers is the next event.
/// Responsibilities: keys and encryption of what is stored, fresh tokens, counting sends, the journal.
/// What is not here: reading raw answers and showing screens (`Walk`), storing (`SessionStore`).
public struct SessionEngine: Sendable {
    let flows: [FlowName: FlowMachine]
    let texts: [FlowName: [UInt8]]
    let machineOfTexts: @Sendable ([UInt8]) -> FlowMachine?
    let store: any SessionStore
    let keys: SessionKeys
    let host: any EffectHost
    let letters: LetterWriter
    let transport: any LetterTransport
    let clock: @Sendable () -> Int64
    let log: Logger

    /// Makes an engine.
    ///
    /// - Parameters:
    ///   - flows: The machines of the flows as they are now.
    ///   - texts: The texts of each flow, kept for sessions that begin with them.
    ///   - machineOfTexts: Makes a machine of kept texts, for a session that began with an earlier version.
    ///   - store: Where everything is kept.
    ///   - keys: The keys.
    ///   - host: What provides effects.
    ///   - letters: What writes letters.
    ///   - transport: What delivers letters.
    ///   - clock: Milliseconds since 1970.
    ///   - log: Where technical events are noted, without personal data.
    public init(
        flows: [FlowName: FlowMachine], texts: [FlowName: [UInt8]],
        machineOfTexts: @escaping @Sendable ([UInt8]) -> FlowMachine?, store: any SessionStore,
        keys: SessionKeys, host: any EffectHost, letters: LetterWriter,
        transport: any LetterTransport, clock: @escaping @Sendable () -> Int64, log: Logger
    ) {
        self.flows = flows
        self.texts = texts
        self.machineOfTexts = machineOfTexts
        self.store = store
        self.keys = keys
        self.host = host
        self.letters = letters
        self.transport = transport
        self.clock = clock
        self.log = log
    }

    /// Begins a walk through a flow.
    ///
    /// - Parameters:
    ///   - name: The flow.
    ///   - input: What whoever starts it gives.
    ///   - locale: The language, a BCP 47 tag.
    ///   - zone: The time zone, an IANA name.
    public func begin(
        _ name: FlowName, input: [FieldName: FieldValue], locale: String, zone: String
    ) throws(SessionFailure) -> LiveSession {
        guard let machine = flows[name] else { throw .noFlow(name) }
        let id = SessionID(SessionEngine.hex(SystemRandom().bytes(8)))
        let cipher = OwnerCipher(newFor: id.text, keys: keys)
        let now = clock()
        let tokens = (0..<machine.tokensPerEvent).map { _ in Token() }
        let fresh = Fresh(tokenHashes: tokens.map(\.hash.bytes))
        let advance: Advance
        do {
            advance = try machine.begin(
                input: input, locale: locale, zone: zone, now: now, fresh: fresh)
        } catch {
            throw .machine(error)
        }
        let definition = machine.definition
        if let texts = texts[name] {
            try store { () throws(StoreFailure) in
                try store.keep(texts: texts, hash: definition.hash)
            }
        }
        let record = SessionRecord(
            id: id, flow: name, version: definition.version, hash: definition.hash, sequence: 0,
            wrappedKey: cipher.wrappedKey, state: [], chain: keys.chain.origin(session: id.text),
            status: .open, createdAt: now, updatedAt: now, nextDeadline: nil)
        var session = LiveSession(
            record: record, cipher: cipher, machine: machine, state: advance.state)
        try save(
            advance, of: &session,
            step: Step(event: nil, now: now, fresh: fresh, tokens: tokens, isFirst: true))
        try carryOut(advance, in: &session)
        return session
    }

    /// Reads a session, and finishes what a crash may have left undone.
    public func load(_ id: SessionID) throws(SessionFailure) -> LiveSession {
        var session = try read(id)
        if session.status == .open { try settle(&session) }
        return session
    }

    /// The step at which a session was left. Nothing is done by looking.
    public func step(of id: SessionID) throws(SessionFailure) -> StepName {
        try read(id).step.name
    }

    private func read(_ id: SessionID) throws(SessionFailure) -> LiveSession {
        guard let record = try store({ () throws(StoreFailure) in try store.session(id) }) else {
            throw .noSession
        }
        let cipher = try OwnerCipher(owner: id.text, wrappedKey: record.wrappedKey, keys: keys)
        let bytes = try cipher.open(
            record.state, table: "sessions", column: "state", version: record.sequence)
        let state = try StateCoder.value(FlowState.self, from: bytes)
        return LiveSession(
            record: record, cipher: cipher, machine: try machine(of: record), state: state)
    }

    /// All sessions, the last used first.
    public func sessions() throws(SessionFailure) -> [SessionSummary] {
        try store { () throws(StoreFailure) in try store.sessions() }.map {
            SessionSummary(id: $0.id, flow: $0.flow, status: $0.status, updatedAt: $0.updatedAt)
        }
    }

    /// Takes an event: the machine moves, everything is saved, then it is carried out.
    ///
    /// - Parameters:
    ///   - event: What has happened.
    ///   - session: The session; stands where it stands afterwards.
    ///   - secrets: Secrets that were sealed for this event.
    /// - Returns: What the machine answered to the event itself.
    /// - Throws: `SessionFailure.store(.conflict)` when the session was moved elsewhere; load it again then.
    @discardableResult
    public func take(
        _ event: FlowEvent, in session: inout LiveSession, secrets: [SecretRow] = []
    ) throws(SessionFailure) -> Advance {
        let now = clock()
        let tokens = (0..<session.machine.tokensPerEvent).map { _ in Token() }
        let fresh = Fresh(
            tokenHashes: tokens.map(\.hash.bytes),
            history: try history(for: event, of: session, now: now))
        let advance: Advance
        do {
            advance = try session.machine.advance(session.state, event, now: now, fresh: fresh)
        } catch {
            try stop(&session, because: error)
            throw .machine(error)
        }
        guard advance.state != session.state else { return advance }
        let step = Step(
            event: event, now: now, fresh: fresh, tokens: tokens, isFirst: false, secrets: secrets)
        try save(advance, of: &session, step: step)
        try carryOut(advance, in: &session)
        return advance
    }

    /// The session that a link was sent from.
    public func session(ofLink hash: [UInt8]) throws(SessionFailure) -> SessionID? {
        try store { () throws(StoreFailure) in try store.session(ofLink: hash) }
    }

    /// Finishes a call that a crash cut off, and lets time do what is due.
    private func settle(_ session: inout LiveSession) throws(SessionFailure) {
        if let key = session.state.pendingCall, case .call(let effect) = session.step.kind {
            try perform(CallOrder(key: key, effect: effect), in: &session)
        }
        if let moment = session.machine.nextDeadline(of: session.state), moment <= clock() {
            try take(.timePassed, in: &session)
        }
        deliverLetters()
    }

    /// Delivers letters, then asks the host; what it answers is the next event.
    private func carryOut(
        _ advance: Advance, in session: inout LiveSession
    ) throws(SessionFailure) {
        if advance.outputs.contains(where: \.isSend) { deliverLetters() }
        for case .call(let order) in advance.outputs { try perform(order, in: &session) }
    }

    private func perform(
        _ order: CallOrder, in session: inout LiveSession
    ) throws(SessionFailure) {
        let result = host.perform(call(order, in: session))
        log.debug("\(session.id): \(order.effect) ended as \(result.outcome)")
        try take(
            .effectEnded(key: order.key, outcome: result.outcome, gives: result.gives),
            in: &session)
    }

    private func call(_ order: CallOrder, in session: LiveSession) -> EffectCall {
        let definition = session.machine.definition
        let effect = definition.effect(order.effect)
        var values: [FieldName: FieldValue] = [:]
        var setOnce: Set<FieldName> = []
        for slot in (effect?.needs ?? []) + (effect?.mayUse ?? []) {
            let field = definition.fields[slot]
            values[field.name] = session.state.fields[slot] ?? field.defaultValue
            if field.isSetOnce { setOnce.insert(field.name) }
        }
        return EffectCall(
            key: "\(session.id).\(order.key)", session: session.id, effect: order.effect,
            values: values, setOnce: setOnce, locale: session.state.locale, now: clock())
    }

    private func machine(of record: SessionRecord) throws(SessionFailure) -> FlowMachine {
        if let machine = flows[record.flow], machine.definition.hash == record.hash {
            return machine
        }
        let kept = try store { () throws(StoreFailure) in try store.texts(ofHash: record.hash) }
        guard let kept, let machine = machineOfTexts(kept) else { throw .noTexts }
        return machine
    }

    /// Runs a piece of work of the store.
    func store<Result>(
        _ work: () throws(StoreFailure) -> Result
    ) throws(SessionFailure) -> Result {
        do {
            return try work()
        } catch {
            throw .store(error)
        }
    }

    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}

extension LiveSession {
    /// The step it stands at.
    var step: StepDefinition { machine.definition.steps[state.step] }
}

extension FlowOutput {
    fileprivate var isSend: Bool {
        if case .send = self { true } else { false }
    }
}
