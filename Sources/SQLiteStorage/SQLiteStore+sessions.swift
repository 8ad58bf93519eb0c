public import Flows
import GRDB
public import Sessions

extension SQLiteStore: SessionStore {
    /// Whether the database was made as a sandbox.
    public var isSandbox: Bool {
        get throws(StoreFailure) {
            try read { database in
                let rows = try database.rows("SELECT value FROM meta WHERE name = 'sandbox'")
                return try rows.first?.number("value") == 1
            }
        }
    }

    /// The session of a name; `nil` where there is none.
    public func session(_ id: SessionID) throws(StoreFailure) -> SessionRecord? {
        try read { database in
            try database.rows("SELECT * FROM sessions WHERE id = ?", .text(id.text)).first
                .map(SessionRecord.init(columns:))
        }
    }

    /// All sessions, the last used first.
    public func sessions() throws(StoreFailure) -> [SessionRecord] {
        try read { database in
            try database.rows("SELECT * FROM sessions ORDER BY updated_at DESC, number DESC")
                .map(SessionRecord.init(columns:))
        }
    }

    /// The open sessions that time moves at a moment or before, the longest due first.
    public func sessions(dueAt moment: Int64) throws(StoreFailure) -> [SessionID] {
        try read { database in
            try database.rows(
                """
                SELECT id FROM sessions WHERE next_deadline <= ? AND status = 'open'
                ORDER BY next_deadline, number
                """,
                .number(moment)
            ).map { SessionID(try $0.text("id")) }
        }
    }

    /// The session that sent the link with this hash; `nil` where none did.
    public func session(ofLink hash: [UInt8]) throws(StoreFailure) -> SessionID? {
        try read { database in
            try database.rows("SELECT session FROM links WHERE hash = ?", .bytes(hash)).first
                .map { SessionID(try $0.text("session")) }
        }
    }

    /// Saves one step of a walk with all that belongs to it, or nothing of it.
    public func save(_ commit: SessionCommit) throws(StoreFailure) {
        try write { database in
            if let expected = commit.expectedSequence {
                try database.update(commit.session, from: expected)
            } else {
                try database.insert(commit.session)
            }
            try database.append(commit)
        }
    }

    /// The journal of a session, oldest row first.
    public func journal(of id: SessionID) throws(StoreFailure) -> [JournalRow] {
        try read { database in
            try database.rows(
                "SELECT * FROM journal WHERE session = ? ORDER BY sequence",
                .text(id.text)
            ).map { columns in
                JournalRow(
                    session: id,
                    sequence: try columns.count("sequence"),
                    at: try columns.number("at"),
                    body: try columns.bytes("body"),
                    mac: try columns.bytes("mac")
                )
            }
        }
    }

    /// The moments at which something was sent in a scope, after a moment, oldest first.
    public func sends(
        inScope scope: [UInt8],
        after moment: Int64
    ) throws(StoreFailure) -> [Int64] {
        try read { database in
            try database.rows(
                "SELECT at FROM sends WHERE scope = ? AND at > ? ORDER BY at",
                .bytes(scope),
                .number(moment)
            ).map { try $0.number("at") }
        }
    }

    /// The sealed secret of a reference; `nil` where there is none.
    public func secret(_ reference: SecretReference) throws(StoreFailure) -> SecretRow? {
        try read { database in
            try database.rows(
                "SELECT session, sealed FROM secrets WHERE reference = ?",
                .text(reference.text)
            ).first.map { columns in
                SecretRow(
                    reference: reference,
                    session: SessionID(try columns.text("session")),
                    sealed: try columns.bytes("sealed")
                )
            }
        }
    }

    /// The file of a name; `nil` where there is none.
    public func file(_ name: String) throws(StoreFailure) -> FileRow? {
        try read { database in
            try database.rows("SELECT session, body FROM files WHERE name = ?", .text(name)).first
                .map { columns in
                    FileRow(
                        name: name,
                        session: SessionID(try columns.text("session")),
                        body: try columns.bytes("body")
                    )
                }
        }
    }

    /// The texts of a hash; `nil` where they are not kept.
    public func texts(ofHash hash: String) throws(StoreFailure) -> [UInt8]? {
        try read { database in
            try database.rows("SELECT body FROM texts WHERE hash = ?", .text(hash)).first
                .map { try $0.bytes("body") }
        }
    }

    /// Keeps texts under their hash; does nothing where they are kept already.
    public func keep(texts: [UInt8], hash: String) throws(StoreFailure) {
        try write { database in
            try database.run(
                "INSERT INTO texts (hash, body) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
                .text(hash),
                .bytes(texts)
            )
        }
    }
}
