import Flows
import Logging

extension SessionEngine {
    /// Moves a session of an earlier version to the flow of today, where that says so.
    ///
    /// The move is a row of the journal like any other. A session that is not moved goes on under its texts.
    func migrate(_ session: inout LiveSession) throws(SessionFailure) {
        guard session.status == .open, let machine = flows[session.record.flow],
            machine.definition.hash != session.record.hash
        else { return }
        let now = clock()
        let state: FlowState?
        do throws(MachineFailure) {
            state = try machine.migrated(session.state, from: session.definition, now: now)
        } catch {
            log.warning(
                "\(session.id): not moved to version \(machine.definition.version): \(error)"
            )
            return
        }
        guard let state else { return }
        if let texts = texts[session.record.flow] {
            try store { () throws(StoreFailure) in
                try store.keep(texts: texts, hash: machine.definition.hash)
            }
        }
        var entry = JournalEntry(now: now, event: nil, fresh: Fresh())
        entry.movedFrom = session.record.hash
        var record = session.record
        record.version = machine.definition.version
        record.hash = machine.definition.hash
        var moved = LiveSession(
            record: record,
            cipher: session.cipher,
            machine: machine,
            state: session.state
        )
        try save(state, [], of: &moved, step: Step(entry))
        log.debug("\(session.id): moved to version \(record.version)")
        session = moved
    }
}

extension LiveSession {
    /// The flow it is pinned to.
    var definition: FlowDefinition { machine.definition }
}
