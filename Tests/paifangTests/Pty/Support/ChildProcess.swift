import Foundation
import Glibc
import Synchronization

/// A process of ours, and how it ended.
///
/// A class, since a process is one thing: it is waited for once.
final class ChildProcess {
    /// How a process ended.
    enum Ending: Equatable {
        case exited(Int32)
        case killed(Int32)
    }

    let id: pid_t
    /// Becomes readable when the process is gone: it alone holds the other end.
    let lifeline: Int32
    private var known: Ending?

    /// Held while descriptors are made that no other process may inherit, and while processes are.
    static let descriptors = Mutex(())

    /// Starts a program whose standard streams are a terminal, which becomes its controlling one.
    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        terminal: String
    ) throws {
        (id, lifeline) = try Self.descriptors.withLock { _ in
            try Self.start(program, arguments, environment: environment, terminal: terminal)
        }
    }

    private static func start(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        terminal: String
    ) throws -> (id: pid_t, lifeline: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw PtyFailure("no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A session leader without a terminal gets the first one that it opens (tty(4)).
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 9)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let setsid: Int32 = 0x80
        posix_spawnattr_setflags(
            &attributes,
            Int16(setsid | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF))
        )
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var made: pid_t = 0
        let failure = posix_spawn(&made, program, &actions, &attributes, &words, &settings)
        guard failure == 0 else {
            close(ends[0])
            throw PtyFailure("\(program) can't be started: \(String(cString: strerror(failure)))")
        }
        return (made, ends[0])
    }

    deinit {
        if known == nil {
            kill(id, SIGKILL)
            _ = ending()
        }
        close(lifeline)
    }

    /// Sends a signal, unless the process is gone.
    func signal(_ number: Int32) {
        if known == nil { kill(id, number) }
    }

    /// How the process ended; waits for it.
    func ending() -> Ending {
        if let known { return known }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let number = status & 0x7F
        let found: Ending = number == 0 ? .exited(status >> 8 & 0xFF) : .killed(number)
        known = found
        return found
    }
}
