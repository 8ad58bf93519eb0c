import Flows
import Secrets

extension SessionEngine {
    /// Takes all steps of a session again from its journal; the first thing that is wrong, `nil` where nothing is.
    public func journalFinding(of id: SessionID) throws(SessionFailure) -> JournalFinding? {
        let session = try read(id)
        let rows = try store { () throws(StoreFailure) in try store.journal(of: id) }
        var chain = keys.chain.origin(session: id.text)
        var state: FlowState?
        var machines = try machinesOfMoves(in: rows, of: session)[...]
        var machine = machines.removeFirst()
        for row in rows {
            guard keys.chain.verifies(row.mac, after: chain, ciphertext: row.body) else {
                return .broken(sequence: row.sequence)
            }
            chain = row.mac
            let entry: JournalEntry
            do {
                entry = try self.entry(of: row, in: session)
            } catch {
                return .unreadable(sequence: row.sequence)
            }
            if entry.movedFrom != nil, let next = machines.popFirst() {
                state = next.state(movedFrom: machine.definition, by: entry, from: state)
                machine = next
            } else {
                state = machine.state(after: entry, from: state)
            }
            guard let state, keys.hash(ofState: try StateCoder.bytes(state)) == entry.stateHash
            else { return .different(sequence: row.sequence) }
        }
        return chain == session.record.chain && state == session.state ? nil : .elsewhere
    }

    /// The machines of a session's versions, oldest first; the last is the one it is pinned to.
    private func machinesOfMoves(
        in rows: [JournalRow],
        of session: LiveSession
    ) throws(SessionFailure) -> [FlowMachine] {
        var machines: [FlowMachine] = []
        for row in rows {
            // What can't be read is found in its turn.
            guard let hash = (try? entry(of: row, in: session))?.movedFrom else { continue }
            machines.append(try machine(of: session.record.flow, hash: hash))
        }
        return machines + [session.machine]
    }

    /// Decrypts a row of a session's journal.
    func entry(
        of row: JournalRow,
        in session: LiveSession
    ) throws(SessionFailure) -> JournalEntry {
        let bytes = try session.cipher.open(
            row.body,
            table: "journal",
            column: "body",
            version: row.sequence
        )
        return try StateCoder.value(JournalEntry.self, from: bytes)
    }
}

/// What is wrong with a session's journal.
public enum JournalFinding: Sendable, Hashable {
    /// The row does not follow the one before it: one of them was altered, moved or taken out.
    case broken(sequence: Int)
    /// The row can't be read with the session's key.
    case unreadable(sequence: Int)
    /// Its step, taken again, leads to another state.
    case different(sequence: Int)
    /// The session does not stand where its journal ends.
    case elsewhere
}

extension FlowMachine {
    /// The state after a move from an earlier version.
    fileprivate func state(
        movedFrom old: FlowDefinition,
        by entry: JournalEntry,
        from state: FlowState?
    ) -> FlowState? {
        // Whatever keeps the move from being made again, it does not lead to the state that was saved.
        state.flatMap { try? migrated($0, from: old, now: entry.now) }
    }

    /// The state that comes of an entry; `nil` where the entry does not fit to the state before.
    fileprivate func state(after entry: JournalEntry, from state: FlowState?) -> FlowState? {
        // Whatever keeps the step from being taken again, it does not lead to the state that was saved.
        guard var state else {
            return entry.beginning.flatMap {
                (try? begin($0, now: entry.now, fresh: entry.fresh))?.state
            }
        }
        if entry.failure != nil {
            state.sequence += 1
            return state
        }
        return entry.event.flatMap {
            (try? advance(state, $0, now: entry.now, fresh: entry.fresh))?.state
        }
    }
}
