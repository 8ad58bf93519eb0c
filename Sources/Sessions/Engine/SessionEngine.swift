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
    let documentVersions: [String: Int]
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
    ///   - documentVersions: The newest version of each document that can be accepted, by its name.
    ///   - clock: Milliseconds since 1970.
    ///   - log: Where technical events are noted, without personal data.
    public init(
        flows: [FlowName: FlowMachine],
        texts: [FlowName: [UInt8]],
        machineOfTexts: @escaping @Sendable ([UInt8]) -> FlowMachine?,
        store: any SessionStore,
        keys: SessionKeys,
        host: any EffectHost,
        letters: LetterWriter,
        transport: any LetterTransport,
        documentVersions: [String: Int] = [:],
        clock: @escaping @Sendable () -> Int64,
        log: Logger
    ) {
        self.flows = flows
        self.texts = texts
        self.machineOfTexts = machineOfTexts
        self.store = store
        self.keys = keys
        self.host = host
        self.letters = letters
        self.transport = transport
        self.documentVersions = documentVersions
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
    /// - Returns: The session, saved, with everything its first step wants done.
    /// - Throws: `SessionFailure.noFlow`, `.machine` where the input is not what the flow takes, or `.store`.
    public func begin(
        _ name: FlowName,
        input: [FieldName: FieldValue],
        locale: String,
        zone: String
    ) throws(SessionFailure) -> LiveSession {
        guard let machine = flows[name] else { throw .noFlow(name) }
        let id = SessionID(SessionEngine.hex(SystemRandom().bytes(8)))
        let cipher = OwnerCipher(newFor: id.text, keys: keys)
        let now = clock()
        let proofs = Proofs(for: machine, session: id, keys: keys)
        let beginning = Beginning(input: input, locale: locale, zone: zone)
        let definition = machine.definition
        let record = SessionRecord(
            id: id,
            flow: name,
            version: definition.version,
            hash: definition.hash,
            sequence: 0,
            wrappedKey: cipher.wrappedKey,
            state: [],
            chain: keys.chain.origin(session: id.text),
            status: .open,
            createdAt: now,
            updatedAt: now,
            nextDeadline: nil
        )
        var fresh = proofs.fresh
        var advance = try machine.begin(beginning, now: now, fresh: fresh)
        var session = LiveSession(
            record: record,
            cipher: cipher,
            machine: machine,
            state: advance.state
        )
        if advance.outputs.contains(where: \.isSend) {
            // The first step sends: what was sent before to whoever it names is known only now.
            let counts = machine.sendCounts(for: nil, in: advance.state)
            fresh.history = try history(of: counts, session: session, now: now)
            advance = try machine.begin(beginning, now: now, fresh: fresh)
        }
        if let texts = texts[name] {
            try store { () throws(StoreFailure) in
                try store.keep(texts: texts, hash: definition.hash)
            }
        }
        let entry = JournalEntry(now: now, event: nil, fresh: fresh, beginning: beginning)
        try save(advance.state, advance.outputs, of: &session, step: Step(entry, proofs: proofs))
        try carryOut(advance, in: &session)
        return session
    }

    /// Reads a session, and finishes what a crash may have left undone.
    ///
    /// A session that can't go on is read as well: its status says so. The device is the one that looks at it, of
    /// those that held it; `nil` is who has the database and its keys.
    public func load(
        _ id: SessionID,
        as device: Int? = nil
    ) throws(SessionFailure) -> LiveSession {
        var session = try settled(id)
        session.device = device
        return session
    }

    private func settled(_ id: SessionID) throws(SessionFailure) -> LiveSession {
        var session = try read(id)
        deliverLetters()
        guard session.status == .open else { return session }
        do throws(SessionFailure) {
            try settle(&session)
            try migrate(&session)
        } catch .store(.conflict) {
            // Another terminal was faster at the same work.
            return try read(id)
        } catch .machine {
            // It is marked as stopped now.
        } catch {
            throw error
        }
        return session
    }

    /// The step at which a session was left.
    ///
    /// Nothing is done by looking.
    public func step(of id: SessionID) throws(SessionFailure) -> StepName {
        try read(id).step.name
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
    ///   - files: Files that were encrypted for this event.
    /// - Returns: What the machine answered to the event itself.
    /// - Throws: `SessionFailure.store(.conflict)` when the session was moved elsewhere, so that the event was not
    ///   taken; load it again then.
    @discardableResult
    public func take(
        _ event: FlowEvent,
        in session: inout LiveSession,
        secrets: [SecretRow] = [],
        files: [FileRow] = []
    ) throws(SessionFailure) -> Advance {
        guard session.status != .stopped else { throw .stopped }
        guard session.status != .signedOut else { throw .signedOut }
        let now = clock()
        let proofs = Proofs(for: session.machine, session: session.id, keys: keys)
        var fresh = proofs.fresh
        fresh.history = try history(for: event, of: session, now: now)
        let entry = JournalEntry(now: now, event: event, fresh: fresh)
        let advance: Advance
        do {
            advance = try session.machine.advance(
                session.state,
                event,
                by: session.device,
                now: now,
                fresh: fresh
            )
        } catch {
            try stop(&session, because: error, at: entry)
            throw .machine(error)
        }
        guard advance.state != session.state else { return advance }
        try save(
            advance.state,
            advance.outputs,
            of: &session,
            step: Step(entry, proofs: proofs, secrets: secrets, files: files)
        )
        try carryOut(advance, in: &session)
        return advance
    }

    /// Tells a session something that only the host can know, such as that the account was suspended.
    ///
    /// - Parameters:
    ///   - signal: One of the signals that the effects file names.
    ///   - id: The session.
    /// - Returns: Why the session did not take it: `notHere` where its step does not handle it, `ended` where
    ///   the flow has ended; `nil` where it did, saved and carried out.
    /// - Throws: `SessionFailure`, such as `.stopped` for a session that can't go on.
    public func signal(
        _ signal: EventName,
        to id: SessionID
    ) throws(SessionFailure) -> Refusal? {
        var triesLeft = 3
        while true {
            var session = try read(id)
            do throws(SessionFailure) {
                return try take(.signalled(signal), in: &session).refusal
            } catch .store(.conflict) where triesLeft > 0 {
                // The person did something at the same moment: it is told where the walk stands now.
                triesLeft -= 1
            } catch {
                throw error
            }
        }
    }

    /// The session that a link was sent from.
    public func session(ofLink hash: [UInt8]) throws(SessionFailure) -> SessionID? {
        try store { () throws(StoreFailure) in try store.session(ofLink: hash) }
    }

    /// Reads a session as it stands; nothing is done by looking.
    public func read(_ id: SessionID) throws(SessionFailure) -> LiveSession {
        guard let record = try store({ () throws(StoreFailure) in try store.session(id) }) else {
            throw .noSession
        }
        // What was erased is there in name only.
        guard !record.wrappedKey.isEmpty else { throw .noSession }
        let cipher = try OwnerCipher(owner: id.text, wrappedKey: record.wrappedKey, keys: keys)
        let bytes = try cipher.open(
            record.state,
            table: "sessions",
            column: "state",
            version: record.sequence
        )
        return LiveSession(
            record: record,
            cipher: cipher,
            machine: try machine(of: record.flow, hash: record.hash),
            state: try StateCoder.value(FlowState.self, from: bytes)
        )
    }

    /// The machine of a flow as some texts have it.
    func machine(of flow: FlowName, hash: String) throws(SessionFailure) -> FlowMachine {
        if let machine = flows[flow], machine.definition.hash == hash { return machine }
        let kept = try store { () throws(StoreFailure) in try store.texts(ofHash: hash) }
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
