import Glibc
import Synchronization

/// Signals as bytes that can be waited for together with keys.
///
/// The handler only writes the signal's number into a pipe, which a handler may do whichever thread
/// it interrupts. A signalfd would miss signals that another thread takes.
struct SignalInbox {
    /// What a terminal's program is told by signals.
    static let watched = [SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP]

    /// Where the handler writes; global, since a handler can be handed nothing.
    private static let writingEnd = Atomic<Int32>(-1)

    /// Becomes readable when a signal has come.
    let descriptor: Int32
    private let other: Int32
    private let former: [sigaction]

    /// Begins to collect signals; `nil` where no pipe is to be had.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            // A handler must not wait, and other programs have no business with it.
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        descriptor = ends[0]
        other = ends[1]
        Self.writingEnd.store(other, ordering: .sequentiallyConsistent)
        former = Self.watched.map { Self.collect($0) }
    }

    /// The signals that have come, in order.
    func take() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 ? bytes[..<count].map { Int32($0) } : []
    }

    /// Handles signals as before.
    func end() {
        for (signal, action) in zip(Self.watched, former) {
            var action = action
            sigaction(signal, &action, nil)
        }
        Self.writingEnd.store(-1, ordering: .sequentiallyConsistent)
        close(descriptor)
        close(other)
    }

    /// Stops the program and all of its job, as Ctrl+Z does; returns when it goes on.
    func stop() {
        var action = sigaction()
        var collecting = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(SIGTSTP, &action, &collecting)
        kill(0, SIGTSTP)
        sigaction(SIGTSTP, &collecting, nil)
    }

    private static func collect(_ signal: Int32) -> sigaction {
        var action = sigaction()
        var former = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { SignalInbox.note($0) }
        sigaction(signal, &action, &former)
        return former
    }

    /// Calls only what a signal handler may call.
    private static func note(_ signal: Int32) {
        let before = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(writingEnd.load(ordering: .relaxed), &byte, 1)
        errno = before
    }
}
