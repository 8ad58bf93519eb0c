/// Why the vault could not hash or compare.
public enum VaultError: Error, Hashable, Sendable {
    /// Too many hashes are waiting already: the person should try again soon.
    case queueFull
    /// The task was cancelled before its turn.
    case cancelled
    /// The memory or the thread for the hash is not to be had.
    case outOfMemory
    /// What was stored does not open.
    case sealed(CipherFailure)
}
