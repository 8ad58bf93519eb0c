import Dispatch
import GRDB

/// A write that was handed in, and the thread that waits for it.
///
/// Can move to: leading, when the one who led before it has finished; ended, when it was written
/// or refused, by itself or by another.
final class PendingWrite: Sendable {
    // A class, since the one who writes and the one who waits are two threads.
    private let body: @Sendable (Database) throws -> Void
    private let state = Locked(State.waiting)
    private let wake = DispatchSemaphore(value: 0)

    private enum State {
        case waiting
        case leading
        case ended((any Error)?)
    }

    init(_ body: @escaping @Sendable (Database) throws -> Void) {
        self.body = body
    }

    func run(in database: Database) throws {
        try body(database)
    }

    /// Waits until another has written it, or left the writing to it; then the result is true.
    func waitForTurn() -> Bool {
        wake.wait()
        return state.withLock { if case .leading = $0 { true } else { false } }
    }

    func lead() {
        state.withLock { $0 = .leading }
        wake.signal()
    }

    func end(_ failure: (any Error)?) {
        state.withLock { $0 = .ended(failure) }
        wake.signal()
    }

    func throwFailure() throws {
        let failure: (any Error)? = state.withLock {
            switch $0 {
            case .ended(let failure): failure
            case .waiting, .leading: nil
            }
        }
        if let failure { throw failure }
    }
}
