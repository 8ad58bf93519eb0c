import Flows
import Logging
import Secrets

extension SessionEngine {
    /// What is saved with a state.
    struct Step {
        let entry: JournalEntry
        let proofs: Proofs
        let secrets: [SecretRow]
        let files: [FileRow]

        init(
            _ entry: JournalEntry,
            proofs: Proofs = Proofs(),
            secrets: [SecretRow] = [],
            files: [FileRow] = []
        ) {
            self.entry = entry
            self.proofs = proofs
            self.secrets = secrets
            self.files = files
        }
    }

    /// Saves what came of an event, with everything that belongs to it, in one transaction.
    func save(
        _ state: FlowState,
        _ outputs: [FlowOutput],
        of session: inout LiveSession,
        step: Step
    ) throws(SessionFailure) {
        let isFirst = step.entry.beginning != nil
        let before = session.record
        let plain = try StateCoder.bytes(state)
        var record = before
        record.sequence = state.sequence
        record.state = session.cipher.seal(
            plain,
            table: "sessions",
            column: "state",
            version: state.sequence
        )
        record.updatedAt = step.entry.now
        if step.entry.failure == nil {
            record.status = state.outcome == nil ? .open : .ended
            record.nextDeadline = session.machine.nextDeadline(of: state)
        } else {
            record.status = .stopped
            record.nextDeadline = nil
        }
        record.owner = owner(of: state, by: session.machine.definition)
        record.reachesAccount = session.machine.definition.reachesAccount
        var entry = step.entry
        entry.stateHash = keys.hash(ofState: plain)
        let body = session.cipher.seal(
            try StateCoder.bytes(entry),
            table: "journal",
            column: "body",
            version: state.sequence
        )
        record.chain = keys.chain.next(after: before.chain, ciphertext: body)
        var commit = SessionCommit(
            session: record,
            expectedSequence: isFirst ? nil : before.sequence,
            journal: JournalRow(
                session: record.id,
                sequence: state.sequence,
                at: step.entry.now,
                body: body,
                mac: record.chain
            )
        )
        let known = isFirst ? [] : Set(session.state.links.map(\.hash))
        commit.links = state.links.map(\.hash).filter { !known.contains($0) }
        // A secret that the machine did not take is not kept, and one that it has let go is dropped.
        let kept = state.references
        commit.secrets = step.secrets.filter { kept.contains($0.reference) }
        commit.droppedSecrets = session.state.references.subtracting(kept)
            .sorted { $0.text < $1.text }
        let files = state.keptFiles
        commit.files = step.files.filter { files.contains($0.name) }
        commit.droppedFiles = session.state.keptFiles.subtracting(files).sorted()
        commit.erasesLetters = !state.links.contains { $0.status == .open }
        for case .send(let order) in outputs {
            commit.sends += sendRows(of: order, state: state, session: session)
            commit.letters.append(
                try letter(for: order, state: state, session: session, proofs: step.proofs)
            )
        }
        try store { () throws(StoreFailure) in try store.save(commit) }
        if session.state.step != state.step || isFirst {
            let definition = session.machine.definition
            log.debug("\(record.id): at \(definition.steps[state.step].name)")
        }
        session.record = record
        session.state = state
    }

    /// What tells whose account a session is about: the account that was opened, or else what it is found by.
    private func owner(of state: FlowState, by definition: FlowDefinition) -> [UInt8]? {
        for slot in definition.ownerSlots {
            guard case .text(let name)? = state.fields[slot] else { continue }
            if case .email = definition.fields[slot].type { return keys.index(ofAddress: name) }
            return keys.index(ofPhone: name)
        }
        return nil
    }

    /// Marks a session that can't go on, so that it is not tried again and again.
    func stop(
        _ session: inout LiveSession,
        because failure: MachineFailure,
        at entry: JournalEntry
    ) throws(SessionFailure) {
        log.error("\(session.id): stopped: \(failure)")
        var state = session.state
        state.sequence += 1
        var entry = entry
        entry.failure = "\(failure)"
        try save(state, [], of: &session, step: Step(entry))
    }

    private func letter(
        for order: SendOrder,
        state: FlowState,
        session: LiveSession,
        proofs: Proofs
    ) throws(SessionFailure) -> OutboxRow {
        let id = "\(session.id).\(order.key)"
        let letter = letters.letter(
            id: id,
            order: order,
            state: state,
            machine: session.machine,
            proofs: proofs
        )
        let body = session.cipher.seal(
            try StateCoder.bytes(letter),
            table: "outbox",
            column: "body",
            version: state.sequence
        )
        // The version travels with the body, so that it opens without the journal.
        return OutboxRow(
            id: id,
            session: session.id,
            body: StateCoder.frame(version: state.sequence, body),
            createdAt: order.at
        )
    }
}

extension FlowState {
    /// Every secret the state refers to.
    var references: Set<SecretReference> {
        var found: Set<SecretReference> = []
        for value in fields { found.formUnion(value?.references ?? []) }
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
