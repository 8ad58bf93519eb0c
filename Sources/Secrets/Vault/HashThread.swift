import Glibc

/// A thread for one slow hash.
///
/// Not Dispatch: on Linux its queues and Swift's tasks share one pool of as many threads as there
/// are cores, so that two hashes would hold up every other task. Starting a thread takes some
/// microseconds, a hash a tenth of a second.
enum HashThread {
    // A class, since a C function gets one pointer.
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Does the work on a thread of its own; false where the system gives none.
    static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        var thread: pthread_t = 0
        let pointer = Unmanaged.passRetained(Work(work))
        let code = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument {
                    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            },
            pointer.toOpaque()
        )
        guard code == 0 else {
            pointer.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
