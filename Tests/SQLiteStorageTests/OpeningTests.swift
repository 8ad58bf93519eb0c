import Foundation
import SQLiteStorage
import Sessions
import Testing

@Suite("SQLiteStore: opening")
struct OpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(
        _ name: String = "paifang.db",
        sandbox: Bool = false
    ) throws(StoreFailure) -> SQLiteStore {
        try SQLiteStore(path: folder.file(name), sandboxIfNew: sandbox)
    }

    @Test func `a store is a sandbox if it was made as one, whatever is asked for later`() throws {
        #expect(try open("sandbox.db", sandbox: true).isSandbox)
        #expect(try open("sandbox.db", sandbox: false).isSandbox)
        #expect(try !open("real.db", sandbox: false).isSandbox)
        #expect(try !open("real.db", sandbox: true).isSandbox)
    }

    @Test(arguments: [
        "UPDATE meta SET value = 1", "DELETE FROM meta",
        "INSERT OR REPLACE INTO meta VALUES ('sandbox', 1)",
        "INSERT INTO meta VALUES ('sandbox ', 1)",
    ])
    func `what a database is, can't be changed`(sql: String) throws {
        let store = try open()
        let raw = try RawDatabase(path: folder.file("paifang.db"))
        #expect(throws: (any Error).self) { try raw.execute(sql) }
        #expect(try !store.isSandbox)
    }

    @Test func `what was saved is there when the file is opened again`() throws {
        try open().begin(letters: [Samples.letter("letter")])
        let store = try open()
        #expect(try store.session(Samples.id) == Samples.beginning().session)
        #expect(try store.letters(of: Samples.id).count == 1)
        #expect(try store.integrity() == [])
    }

    @Test func `accounts of an earlier version are kept, and may be found by a phone from then on`()
        throws
    {
        let account = Samples.account(1, key: "call-1")
        try open().create(account, fields: Samples.fields)
        let raw = try RawDatabase(path: folder.file("paifang.db"))
        for statement in [
            "DROP INDEX accounts_by_phone", "ALTER TABLE accounts DROP COLUMN phone_index",
            "DELETE FROM grdb_migrations WHERE identifier = 'accounts by phone'",
            "PRAGMA user_version = 2",
        ] {
            try raw.execute(statement)
        }
        let store = try open()
        #expect(try store.account(emailIndex: [1, 1]) == account)
        #expect(try store.value(ofPragma: .userVersion) == "3")
        #expect(try store.account(phoneIndex: [1, 1]) == nil)
    }

    @Test func `commits reach the disk, deleted bytes are overwritten, references are checked`()
        throws
    {
        let store = try open()
        // 2 is FULL.
        #expect(try store.value(ofPragma: .synchronous) == "2")
        #expect(try store.value(ofPragma: .secureDelete) == "1")
        #expect(try store.value(ofPragma: .foreignKeys) == "1")
        #expect(try store.value(ofPragma: .journalMode) == "wal")
        #expect(try store.value(ofPragma: .userVersion) == "3")
        #expect(try store.value(ofPragma: .applicationID) == String(0x5061_6946))
    }

    @Test func `only the owner can read the files, whatever the umask is`() throws {
        let before = umask(0)
        defer { umask(before) }
        let store = try open("one/two/paifang.db")
        try store.begin()
        #expect(try folder.mode(of: "one") == 0o700)
        #expect(try folder.mode(of: "one/two") == 0o700)
        for suffix in ["", "-wal", "-shm"] {
            #expect(try folder.mode(of: "one/two/paifang.db" + suffix) == 0o600)
        }
    }

    @Test func `a file that others could read is closed to them`() throws {
        try open().begin()
        let path = folder.file("paifang.db")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        _ = try open()
        #expect(try folder.mode(of: "paifang.db") == 0o600)
    }

    @Test func `a folder that is there keeps its mode`() throws {
        let path = folder.file("mine")
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o755]
        )
        _ = try open("mine/paifang.db")
        #expect(try folder.mode(of: "mine") == 0o755)
    }

    @Test func `nothing but the database is left when it is closed`() throws {
        try open().begin()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["paifang.db"])
    }

    @Test func `of many who make the same database at once, all use one`() throws {
        let path = folder.file("paifang.db")
        let outcomes = onThreads(16) { index in
            Result {
                let store = try SQLiteStore(path: path, sandboxIfNew: index.isMultiple(of: 2))
                try store.save(Samples.beginning(SessionID("session-\(index)")))
                return try store.isSandbox
            }
        }
        #expect(Set(try outcomes.map { try $0.get() }).count == 1)
        #expect(try open().sessions().count == 16)
    }

    @Test(arguments: [":memory:", "file:x?mode=memory", "имя базы.db", "a'b\"c;.db"])
    func `every name of a file is a name of a file`(name: String) throws {
        try open(name).begin()
        #expect(try open(name).session(Samples.id) != nil)
        #expect(FileManager.default.fileExists(atPath: folder.file(name)))
    }

    @Test(arguments: ["", "a\u{0}b"])
    func `a path that can't be one is refused`(path: String) {
        #expect {
            try SQLiteStore(path: path, sandboxIfNew: true)
        } throws: { ($0 as? StoreFailure)?.isDisk == true }
    }
}
