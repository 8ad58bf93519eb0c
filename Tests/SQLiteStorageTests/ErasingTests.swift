import SQLiteStorage
import Flows
import Sessions
import Testing

@Suite("SQLiteStore: erasing")
struct ErasingTests {
    private let folder: TemporaryFolder
    private let canary = Array("CANARY-9f3a-CANARY".utf8)

    init() throws { folder = try TemporaryFolder() }

    private func holdsCanary() throws -> Bool {
        try folder.bytes(of: "paifang.db").contains(canary)
    }

    /// Opens the store for a piece of work and closes it, so that all is in the one file.
    private func use(_ work: (SQLiteStore) throws -> Void) throws {
        try work(SQLiteStore(path: folder.file("paifang.db"), sandboxIfNew: true))
    }

    @Test(arguments: [1, 5_000])
    func `nothing of a delivered letter is left in the file`(padding: Int) throws {
        try use { store in
            var letter = Samples.letter("letter")
            letter.body = canary + Array(repeating: 1, count: padding) + canary
            try store.begin(letters: [letter])
        }
        #expect(try holdsCanary())
        try use { try $0.markDelivered("letter", at: 5, keepsBody: false) }
        #expect(try !holdsCanary())
    }

    @Test func `nothing of a dropped secret is left in the file`() throws {
        let reference = SecretReference("secret")
        try use { store in
            var commit = Samples.beginning()
            commit.secrets = [SecretRow(reference: reference, session: Samples.id, sealed: canary)]
            try store.save(commit)
        }
        #expect(try holdsCanary())
        try use { store in
            var commit = Samples.step(2)
            commit.droppedSecrets = [reference]
            try store.save(commit)
        }
        #expect(try !holdsCanary())
    }

    @Test func `no failure holds a value`() throws {
        let word = "CANARY-9f3a-CANARY"
        let store = try SQLiteStore(path: folder.file("paifang.db"), sandboxIfNew: true)
        var commit = Samples.beginning(SessionID(word))
        commit.session.state = canary
        commit.links = [canary]
        commit.letters = [Samples.letter(word, of: SessionID(word))]
        commit.secrets = [
            SecretRow(
                reference: SecretReference(word),
                session: SessionID(word),
                sealed: canary
            )
        ]
        try store.save(commit)
        var orphan = Samples.beginning(SessionID("another"))
        orphan.letters = [Samples.letter("new-" + word, of: SessionID("nobody-" + word))]
        var failures = [
            Result { try store.save(commit) }.failure, Result { try store.save(orphan) }.failure,
        ]
        try RawDatabase(path: folder.file("paifang.db")).execute(
            "DROP TABLE texts; DROP TABLE outbox"
        )
        failures += [
            Result { try store.keep(texts: canary, hash: word) }.failure,
            Result { try store.letters(of: SessionID(word)) }.failure,
            Result { try store.markFailed(word, reason: word, retryAt: 3) }.failure,
        ]
        for failure in failures {
            let failure = try #require(failure)
            #expect(!"\(failure) \(String(reflecting: failure))".contains("CANARY"))
        }
    }
}
