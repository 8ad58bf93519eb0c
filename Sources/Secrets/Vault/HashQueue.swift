/// Lets a few slow hashes run at once, a few more wait, and refuses the rest.
///
/// One for the whole process: each hash takes 64 MiB and a core. An actor, since it counts what
/// many tasks start.
public actor HashQueue {
    private let atOnce: Int
    private let capacity: Int
    private var running = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []

    /// Makes a queue; fewer than one at once counts as one, fewer than none waiting as none.
    public init(atOnce: Int = 2, waiting: Int = 32) {
        self.atOnce = max(atOnce, 1)
        capacity = max(waiting, 0)
    }

    /// How many wait for their turn.
    package var waitingCount: Int { waiters.count }

    /// Does the work when its turn has come, first come, first served.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) async throws(VaultError) -> Result {
        try await enter()
        defer { leave() }
        guard !Task.isCancelled else { throw .cancelled }
        let result: Result? = await withCheckedContinuation { continuation in
            if !HashThread.start({ continuation.resume(returning: work()) }) {
                continuation.resume(returning: nil)
            }
        }
        guard let result else { throw .outOfMemory }
        return result
    }

    private func enter() async throws(VaultError) {
        if running < atOnce {
            running += 1
            return
        }
        guard waiters.count < capacity else { throw .queueFull }
        await withCheckedContinuation { waiters.append($0) }
    }

    // A place goes from the one who leaves straight to the first who waits, so that nobody new
    // can slip in between.
    private func leave() {
        if waiters.isEmpty {
            running -= 1
        } else {
            waiters.removeFirst().resume()
        }
    }
}
