import SQLiteStorage
import Sessions
import Testing

@Suite("SQLiteStore: what the database itself refuses")
struct ConstraintTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let raw: RawDatabase

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("paifang.db"), sandboxIfNew: true)
        try store.begin()
        try store.save(Samples.step(2))
        try store.save(Samples.beginning(SessionID("other")))
        try store.create(Samples.account(1, key: "call"), fields: Samples.fields)
        raw = try RawDatabase(path: folder.file("paifang.db"))
    }

    // Security rule 8: append-only.
    @Test(arguments: [
        "UPDATE journal SET body = x'00'",
        "UPDATE journal SET sequence = sequence + 5 WHERE sequence = 2",
        "UPDATE OR REPLACE journal SET session = 'other' WHERE sequence = 1",
        "UPDATE OR IGNORE journal SET at = 0",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE sequence = 2",
        "INSERT INTO journal VALUES ('aa01', 2, 0, x'00', x'00')",
        "INSERT OR REPLACE INTO journal VALUES ('aa01', 2, 0, x'00', x'00')",
        "INSERT OR REPLACE INTO journal VALUES ('aa01', 1, 0, x'00', x'00')",
        "INSERT OR IGNORE INTO journal VALUES ('aa01', 2, 0, x'00', x'00')",
        "INSERT INTO journal VALUES ('aa01', 2, 0, x'00', x'00') ON CONFLICT DO UPDATE SET at = 0",
        "INSERT INTO journal VALUES ('aa01', 0, 0, x'00', x'00')",
        "INSERT INTO journal VALUES ('aa01', 4, 0, x'00', x'00')",
        "INSERT INTO journal SELECT session, sequence + 1, at, body, mac FROM journal WHERE sequence = 1",
    ])
    func `the journal only grows, at its end`(sql: String) throws {
        let before = try store.journal(of: Samples.id)
        for prefix in ["", "PRAGMA recursive_triggers = OFF;", "PRAGMA recursive_triggers = ON;"] {
            #expect(throws: (any Error).self) { try raw.execute(prefix + sql) }
        }
        #expect(try store.journal(of: Samples.id) == before)
        #expect(try raw.number("SELECT count(*) FROM journal") == 3)
    }

    @Test func `the journal takes its next row`() throws {
        try raw.execute("INSERT INTO journal VALUES ('aa01', 3, 0, x'00', x'00')")
        #expect(try store.journal(of: Samples.id).map(\.sequence) == [1, 2, 3])
    }

    // Security rule 8: set-once is a store constraint as well as a flow rule.
    @Test(arguments: [
        "UPDATE account_fields SET body = x'09' WHERE name = 'citizenship'",
        "UPDATE account_fields SET is_set_once = 0 WHERE name = 'citizenship'",
        "UPDATE account_fields SET name = 'nationality' WHERE name = 'citizenship'",
        "UPDATE account_fields SET account = 'account-2' WHERE name = 'citizenship'",
        "UPDATE OR REPLACE account_fields SET name = 'citizenship' WHERE name = 'city'",
        "DELETE FROM account_fields WHERE name = 'citizenship'",
        "DELETE FROM account_fields",
        "INSERT INTO account_fields VALUES ('account-1', 'citizenship', x'09', 0)",
        "INSERT OR REPLACE INTO account_fields VALUES ('account-1', 'citizenship', x'09', 1)",
        "INSERT INTO account_fields VALUES ('account-1', 'citizenship', x'09', 1)"
            + " ON CONFLICT DO UPDATE SET body = x'09'",
    ])
    func `a field that is set once stays`(sql: String) throws {
        for prefix in ["", "PRAGMA recursive_triggers = OFF;", "PRAGMA recursive_triggers = ON;"] {
            #expect(throws: (any Error).self) { try raw.execute(prefix + sql) }
        }
        #expect(Set(try store.fields(of: "account-1")) == Set(Samples.fields))
    }

    @Test(arguments: [
        "UPDATE account_fields SET body = x'09' WHERE name = 'city'",
        "DELETE FROM account_fields WHERE name = 'city'",
        "INSERT OR REPLACE INTO account_fields VALUES ('account-1', 'city', x'09', 0)",
        "INSERT INTO account_fields VALUES ('account-1', 'street', x'09', 1)",
    ])
    func `another field may change`(sql: String) throws {
        try raw.execute(sql)
        #expect(Set(try store.fields(of: "account-1")) != Set(Samples.fields))
    }

    @Test func `a table holds no other type than it says`() throws {
        #expect(throws: (any Error).self) {
            try raw.execute("UPDATE sessions SET sequence = 'three'")
        }
        #expect(throws: (any Error).self) { try raw.execute("UPDATE sessions SET state = 'text'") }
    }

    @Test func `what refers to a session that is not there is refused`() throws {
        var commit = Samples.step(3)
        commit.letters = [Samples.letter("letter", of: SessionID("nobody"))]
        let failure = Result { try store.save(commit) }.failure
        #expect(failure != nil)
        #expect(try store.session(Samples.id)?.sequence == 2)
    }

    @Test func `a text with a NUL is not kept`() throws {
        var commit = Samples.step(3)
        commit.session.hash = "ca\u{0}fe"
        #expect(throws: StoreFailure.unusable("a text with a NUL is not kept")) {
            try store.save(commit)
        }
        #expect(try store.session(Samples.id)?.sequence == 2)
    }
}
