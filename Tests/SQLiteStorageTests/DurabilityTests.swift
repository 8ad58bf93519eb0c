import Foundation
import SQLiteStorage
import Sessions
import Synchronization
import Testing

@Suite("SQLiteStore: disks and processes")
struct DurabilityTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("paifang.db") }

    init() throws { folder = try TemporaryFolder() }

    private func commit(_ sequence: Int) -> SessionCommit {
        var commit = sequence == 1 ? Samples.beginning() : Samples.step(sequence)
        commit.session.state = Samples.state(sequence)
        commit.links = [Array("link-\(sequence)".utf8)]
        commit.letters = [Samples.letter("letter-\(sequence)", at: Int64(sequence))]
        return commit
    }

    /// Expects that the store holds the steps up to the sequence, each whole, and nothing else.
    private func expectWhole(_ store: SQLiteStore, _ sequence: Int) throws {
        #expect(try store.session(Samples.id)?.state == Samples.state(sequence))
        #expect(try store.journal(of: Samples.id).map(\.sequence) == Array(1...sequence))
        #expect(try store.letters(of: Samples.id).count == sequence)
        #expect(try store.session(ofLink: Array("link-\(sequence)".utf8)) == Samples.id)
        #expect(try store.session(ofLink: Array("link-\(sequence + 1)".utf8)) == nil)
        #expect(try store.integrity() == [])
    }

    // Figure T1, without a process to kill: the files as they are at a moment in the middle of writing.
    @Test
    func `whatever moment a crash comes at, all that was acknowledged is there, and no half step`()
        throws
    {
        let store = try SQLiteStore(path: path, sandboxIfNew: true)
        try store.save(commit(1))
        let acknowledged = Atomic(1)
        let isDone = Atomic(false)
        let copies = try CrashCopies(of: path)
        let results = onThreads(2) { [self] index in
            Result<[CrashCopies.Copy], any Error> {
                if index == 0 {
                    defer { isDone.store(true, ordering: .sequentiallyConsistent) }
                    return try copies.take(25) {
                        let count = acknowledged.load(ordering: .sequentiallyConsistent)
                        return count > 0 ? count : nil
                    }
                }
                defer { acknowledged.store(0, ordering: .sequentiallyConsistent) }
                var sequence = 1
                while !isDone.load(ordering: .sequentiallyConsistent) {
                    sequence += 1
                    try store.save(commit(sequence))
                    acknowledged.store(sequence, ordering: .sequentiallyConsistent)
                }
                return []
            }
        }
        let taken = try results.flatMap { try $0.get() }
        #expect(taken.count == 25)
        for copy in taken {
            let reopened = try SQLiteStore(path: copy.path, sandboxIfNew: false)
            let sequence = try #require(try reopened.session(Samples.id)?.sequence)
            #expect(sequence >= copy.acknowledged)
            try expectWhole(reopened, sequence)
        }
    }

    // Figure T3.
    @Test func `a full disk refuses a step whole, and the store goes on when there is room again`()
        throws
    {
        let small = ConnectionSettings(maximumPages: 60)
        var sequence = 0
        do {
            let store = try SQLiteStore(path: path, sandboxIfNew: true, settings: small)
            var failure: StoreFailure?
            while failure == nil, sequence < 10_000 {
                failure = Result { try store.save(commit(sequence + 1)) }.failure
                if failure == nil { sequence += 1 }
            }
            #expect(failure == .disk("SQLite 13 (database or disk is full)"))
            #expect(sequence > 1)
            try expectWhole(store, sequence)
        }
        let store = try SQLiteStore(path: path, sandboxIfNew: true)
        try expectWhole(store, sequence)
        try store.save(commit(sequence + 1))
        try expectWhole(store, sequence + 1)
    }

    @Test func `what fits is saved beside what the disk is too full for`() throws {
        let small = ConnectionSettings(maximumPages: 200)
        let store = try SQLiteStore(path: path, sandboxIfNew: true, settings: small)
        let outcomes = onThreads(32) { index in
            var commit = Samples.beginning(SessionID("session-\(index)"))
            if index.isMultiple(of: 8) {
                commit.session.state = Array(repeating: 1, count: 2_000_000)
            }
            return Result { try store.save(commit) }.failure
        }
        #expect(outcomes.count { $0 == nil } == 28)
        #expect(outcomes.count { $0?.isDisk == true } == 4)
        #expect(try store.sessions().count == 28)
        #expect(try store.integrity() == [])
    }

    @Test func `two who have opened the same file leave a serial order`() throws {
        let stores = try (0..<2).map { _ in try SQLiteStore(path: path, sandboxIfNew: true) }
        try stores[0].begin()
        let saved = onThreads(32) { StoreConformance.addSteps(10, to: stores[$0 % 2]) }
            .flatMap(\.self)
        #expect(saved.sorted() == Array(2...321))
        for store in stores {
            #expect(try store.session(Samples.id)?.sequence == 321)
            #expect(try store.journal(of: Samples.id).map(\.sequence) == Array(1...321))
        }
    }

    @Test func `a letter goes to one of two who have opened the same file`() throws {
        let stores = try (0..<2).map { _ in try SQLiteStore(path: path, sandboxIfNew: true) }
        try stores[0].begin(letters: (0..<200).map { Samples.letter("letter-\($0)") })
        let leased = onThreads(16) { index in
            (0..<20).flatMap { _ in
                (try? stores[index % 2].leaseLetters(now: 1_000, until: 2_000, limit: 2)) ?? []
            }
        }.flatMap(\.self)
        #expect(leased.count == 200)
        #expect(Set(leased.map(\.id)).count == 200)
    }

    @Test func `who does not get the file in time is told, and nothing is saved`() throws {
        let impatient = ConnectionSettings(busySeconds: 0.05)
        let store = try SQLiteStore(path: path, sandboxIfNew: true, settings: impatient)
        try store.begin()
        let raw = try RawDatabase(path: path)
        try raw.execute("BEGIN IMMEDIATE")
        #expect(Result { try store.save(Samples.step(2)) }.failure?.isDisk == true)
        #expect(try store.session(Samples.id)?.sequence == 1)
        try raw.execute("ROLLBACK")
        try store.save(Samples.step(2))
    }
}
