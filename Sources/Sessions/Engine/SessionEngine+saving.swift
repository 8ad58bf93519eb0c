import Flows
import Logging
import Secrets

extension SessionEngine {
    /// One event's material, as the journal keeps it.
    struct Step {
        let event: FlowEvent?
        let now: Int64
        let fresh: Fresh
        let tokens: [Token]
        let isFirst: Bool
        var secrets: [SecretRow] = []
    }

    /// Saves what came of an event, with everything that belongs to it, in one transaction.
    func save(
        _ advance: Advance, of session: inout LiveSession, step: Step
    ) throws(SessionFailure) {
        let before = session.record
        let state = advance.state
        let plain = try StateCoder.bytes(state)
        var record = before
        record.sequence = state.sequence
        record.state = session.cipher.seal(
            plain, table: "sessions", column: "state", version: state.sequence)
        record.updatedAt = step.now
        record.status = state.outcome == nil ? .open : .ended
        record.nextDeadline = session.machine.nextDeadline(of: state)
        let entry = JournalEntry(
            now: step.now, event: step.event, fresh: step.fresh,
            stateHash: keys.chain.next(after: [], ciphertext: plain))
        let body = session.cipher.seal(
            try StateCoder.bytes(entry), table: "journal", column: "body", version: state.sequence)
        record.chain = keys.chain.next(after: before.chain, ciphertext: body)
        var commit = SessionCommit(
            session: record, expectedSequence: step.isFirst ? nil : before.sequence,
            journal: JournalRow(
                session: record.id, sequence: state.sequence, at: step.now, body: body,
                mac: record.chain))
        commit.links = state.links.map(\.hash).filter { hash in
            !session.state.links.contains { $0.hash == hash } || step.isFirst
        }
        commit.secrets = step.secrets
        commit.droppedSecrets = step.secrets.isEmpty
            ? [] : session.state.references.subtracting(state.references).sorted { $0.text < $1.text }
        commit.erasesLetters = !state.links.contains { $0.status == .open }
        for case .send(let order) in advance.outputs {
            commit.sends += sendRows(of: order, state: state, session: session)
            commit.letters.append(
                try letter(for: order, state: state, session: session, tokens: step.tokens))
        }
        try store { () throws(StoreFailure) in try store.save(commit) }
        if session.state.step != state.step || step.isFirst {
            let definition = session.machine.definition
            log.debug("\(record.id): at \(definition.steps[state.step].name)")
        }
        session.record = record
        session.state = state
    }

    /// Marks a session that can't go on, so that it is not tried again and again.
    func stop(
        _ session: inout LiveSession, because failure: MachineFailure
    ) throws(SessionFailure) {
        log.error("\(session.id): stopped: \(failure)")
    }

    private func letter(
        for order: SendOrder, state: FlowState, session: LiveSession, tokens: [Token]
    ) throws(SessionFailure) -> OutboxRow {
        let id = "\(session.id).\(order.key)"
        let token = order.token.map { tokens[$0] }
        let letter = letters.letter(
            id: id, order: order, state: state, machine: session.machine, token: token)
        let body = session.cipher.seal(
            try StateCoder.bytes(letter), table: "outbox", column: "body", version: state.sequence)
        // The version travels with the body, so that it opens without the journal.
        return OutboxRow(
            id: id, session: session.id,
            body: StateCoder.frame(version: state.sequence, body), createdAt: order.at)
    }
}

extension FlowState {
    /// Every secret the state refers to.
    var references: Set<SecretReference> {
        var found: Set<SecretReference> = []
        for value in fields {
            if case .sealed(let reference)? = value { found.insert(reference) }
            if case .list(let items)? = value {
                for case .sealed(let reference)? in items.flatMap(\.self) { found.insert(reference) }
            }
        }
        return found
    }
}

extension StateCoder {
    /// Puts a version before encrypted bytes.
    static func frame(version: Int, _ bytes: [UInt8]) -> [UInt8] {
        let number = UInt64(version)
        return (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - $0))) } + bytes
    }

    /// Takes a version and the encrypted bytes behind it apart, or `nil` where there are too few.
    static func unframe(_ bytes: [UInt8]) -> (version: Int, bytes: [UInt8])? {
        guard bytes.count > 8 else { return nil }
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: number).map { ($0, Array(bytes.dropFirst(8))) }
    }
}
