import GRDB
import Sessions

/// Puts writes that arrive at the same time into one transaction, so that they share its one wait for the disk.
///
/// Who comes while nobody writes, leads: it writes all that has been handed in, its own included.
/// Whoever comes meanwhile waits; the first of those leads next, so nobody writes for others for ever.
final class GroupWriter: Sendable {
    // A class, since its users wait for each other at the same list.
    private let queue: DatabaseQueue
    private let state = Locked(State())

    private struct State {
        var isWriting = false
        var pending: [PendingWrite] = []
    }

    init(queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Does all that the body does, or nothing of it, and returns when it is on the disk.
    ///
    /// The body may be run again when what its first run did was taken back.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) throws -> Value {
        let result = Locked<Value?>(nil)
        let write = PendingWrite { database in
            let value = try body(database)
            result.withLock { $0 = value }
        }
        let isFirst = state.withLock { state in
            state.pending.append(write)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if isFirst || write.waitForTurn() {
            writeAll(
                state.withLock { state in
                    defer { state.pending = [] }
                    return state.pending
                }
            )
            handOver()
        }
        try write.throwFailure()
        guard let value = result.withLock({ $0 }) else {
            throw StoreFailure.unusable("a write has ended without a result")
        }
        return value
    }

    private func handOver() {
        state.withLock { state in
            state.pending.first?.lead()
            state.isWriting = !state.pending.isEmpty
        }
    }

    private func writeAll(_ writes: [PendingWrite]) {
        guard writes.count > 1 else {
            for write in writes { writeAlone(write) }
            return
        }
        var hasBegun = false
        var failures: [(any Error)?] = []
        do {
            try queue.inTransaction(.immediate) { database in
                hasBegun = true
                for write in writes {
                    failures.append(try refusal(of: write, in: database))
                }
                return .commit
            }
        } catch  where hasBegun {
            // One was too much for the disk, or all together were: each shall have its own answer.
            for write in writes { writeAlone(write) }
            return
        } catch {
            failures = writes.map { _ in error }
        }
        for (write, failure) in zip(writes, failures) { write.end(failure) }
    }

    /// Runs a write among others; what the tables refuse is taken back and concerns nobody else.
    private func refusal(
        of write: PendingWrite,
        in database: Database
    ) throws -> StoreFailure? {
        do {
            try database.inSavepoint {
                try write.run(in: database)
                return .commit
            }
            return nil
        } catch let refusal as StoreFailure {
            return refusal
        }
    }

    private func writeAlone(_ write: PendingWrite) {
        do {
            try queue.inTransaction(.immediate) { database in
                try write.run(in: database)
                return .commit
            }
            write.end(nil)
        } catch {
            write.end(error)
        }
    }
}
