/// How hard a hash is to compute.
public struct HashParameters: Hashable, Sendable {
    /// How many times the memory is passed over.
    public let passes: Int
    /// How much memory is used, in KiB.
    public let memoryKiB: Int

    /// What people's passwords are hashed with: 3 passes over 64 MiB.
    public static let standard = HashParameters(checkedPasses: 3, memoryKiB: 64 * 1024)

    /// The least that argon2id allows: for tests, never for people.
    public static let fastForTests = HashParameters(checkedPasses: 1, memoryKiB: 8)

    /// Sets the cost; nil where it is outside 1 to 1,000 passes and 8 KiB to 4 GiB.
    public init?(passes: Int, memoryKiB: Int) {
        guard (1...1_000).contains(passes), (8...4 * 1024 * 1024).contains(memoryKiB) else {
            return nil
        }
        self.init(checkedPasses: passes, memoryKiB: memoryKiB)
    }

    private init(checkedPasses: Int, memoryKiB: Int) {
        passes = checkedPasses
        self.memoryKiB = memoryKiB
    }
}
