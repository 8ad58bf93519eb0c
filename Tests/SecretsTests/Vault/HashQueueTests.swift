import Dispatch
import Secrets
import Synchronization
import Testing

// A queue that loses somebody would keep the run for ever; tests that compute take minutes of the same threads.
@Suite("HashQueue", .timeLimit(.minutes(30)))
struct HashQueueTests {
    /// A hash that tells when it begins and ends when it is told to.
    private final class HeldHash: SlowHash {
        struct Count {
            var running = 0
            var most = 0
            var parameters: [HashParameters] = []
        }

        let count = Mutex(Count())
        let begun: AsyncStream<Void>
        private let begin: AsyncStream<Void>.Continuation
        private let permits = DispatchSemaphore(value: 0)

        init() {
            (begun, begin) = AsyncStream.makeStream()
        }

        func release(_ permits: Int) {
            for _ in 0..<permits { self.permits.signal() }
        }

        func hash(
            _ secret: SecretBytes,
            salt: [UInt8],
            parameters: HashParameters
        ) -> SecretBytes? {
            count.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
                $0.parameters.append(parameters)
            }
            begin.yield()
            permits.wait()
            count.withLock { $0.running -= 1 }
            return Argon2id().hash(secret, salt: salt, parameters: parameters)
        }
    }

    private struct NoMemory: SlowHash {
        func hash(
            _ secret: SecretBytes,
            salt: [UInt8],
            parameters: HashParameters
        ) -> SecretBytes? { nil }
    }

    private let held = HeldHash()
    private let secret = SecretBytes(utf8: "402817")

    private func vault(_ queue: HashQueue) -> SecretVault {
        SecretVault(keys: .counting, parameters: .fastForTests, queue: queue, slowHash: held)
    }

    private func seal(_ vault: SecretVault) -> Task<SealedSecret, any Error> {
        let secret = secret
        return Task { try await vault.seal(secret, context: .phone) }
    }

    private func waitForTwo() async {
        var begun = held.begun.makeAsyncIterator()
        await begun.next()
        await begun.next()
    }

    private func waitUntil(_ count: Int, wait queue: HashQueue) async {
        while await queue.waitingCount != count { await Task.yield() }
    }

    @Test func `two hashes run at once and the others wait`() async throws {
        let queue = HashQueue()
        let tasks = (0..<6).map { _ in seal(vault(queue)) }
        await waitForTwo()
        await waitUntil(4, wait: queue)
        #expect(held.count.withLock(\.running) == 2)
        held.release(6)
        for task in tasks { _ = try await task.value }
        #expect(held.count.withLock(\.most) == 2)
        #expect(held.count.withLock(\.parameters.count) == 6)
    }

    @Test func `when the queue is full the next is refused, and later one is taken again`()
        async throws
    {
        let queue = HashQueue(atOnce: 2, waiting: 1)
        let tasks = (0..<2).map { _ in seal(vault(queue)) }
        await waitForTwo()
        let third = seal(vault(queue))
        await waitUntil(1, wait: queue)
        await #expect(throws: VaultError.queueFull) {
            try await vault(queue).seal(secret, context: .phone)
        }
        held.release(4)
        for task in tasks + [third] { _ = try await task.value }
        _ = try await vault(queue).seal(secret, context: .phone)
        #expect(held.count.withLock(\.most) == 2)
    }

    @Test func `who gave up while waiting costs no hash and keeps no place`() async throws {
        let queue = HashQueue(atOnce: 2, waiting: 1)
        let tasks = (0..<2).map { _ in seal(vault(queue)) }
        await waitForTwo()
        let third = seal(vault(queue))
        await waitUntil(1, wait: queue)
        third.cancel()
        held.release(3)
        await #expect(throws: VaultError.cancelled) { try await third.value }
        for task in tasks { _ = try await task.value }
        _ = try await vault(queue).seal(secret, context: .phone)
        #expect(held.count.withLock(\.parameters.count) == 3)
    }

    @Test func `an unknown account costs the work of a known one and matches nothing`()
        async throws
    {
        held.release(3)
        let vault = vault(HashQueue())
        let sealed = try await vault.seal(secret, context: .phone)
        #expect(try await vault.matches(secret, sealed, context: .phone).isSame)
        #expect(!(try await vault.matches(secret, nil, context: .phone).isSame))
        let parameters = held.count.withLock(\.parameters)
        #expect(parameters == Array(repeating: .fastForTests, count: 3))
    }

    @Test func `a hash without memory is an error, and the queue goes on`() async {
        let vault = SecretVault(
            keys: .counting,
            parameters: .fastForTests,
            queue: HashQueue(atOnce: 1, waiting: 0),
            slowHash: NoMemory()
        )
        for _ in 0..<2 {
            await #expect(throws: VaultError.outOfMemory) {
                try await vault.seal(secret, context: .phone)
            }
        }
    }
}
