import CSodium

/// The start of libsodium, once a process.
enum Sodium {
    /// Makes sure that libsodium is ready; cheap after the first call, and safe from any thread.
    static func start() {
        started
    }

    private static let started: Void = {
        // Fails only where the system has no source of randomness. libsodium itself aborts then
        // at the first random byte; going on would make guessable keys.
        precondition(sodium_init() >= 0, "libsodium must start: no source of randomness")
    }()
}
