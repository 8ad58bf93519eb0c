import GRDB

/// The tables, as migrations: each has a name, is never edited, and new ones come after it.
enum Schema {
    /// Marks a file as ours: "PaiF" in ASCII (SQLite file format 1.3.14).
    static let applicationID: Int64 = 0x5061_6946

    private static let migrations: [(name: String, tables: String)] = [
        ("first tables", FirstTables.text),
        (
            "sessions by deadline",
            "CREATE INDEX sessions_by_deadline ON sessions (next_deadline) WHERE status = 'open';"
        ),
        (
            "accounts by phone",
            """
            ALTER TABLE accounts ADD COLUMN phone_index BLOB;
            CREATE UNIQUE INDEX accounts_by_phone ON accounts (phone_index) WHERE phone_index IS NOT NULL;
            """
        ),
    ]

    /// How many migrations there are; the file's `user_version` says how many it has seen.
    static var version: Int64 { Int64(migrations.count) }

    /// Brings a database of ours up to date.
    static func migrate(_ queue: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        for (index, migration) in migrations.enumerated() {
            migrator.registerMigration(migration.name) { database in
                try database.execute(sql: migration.tables)
                // In the same transaction, so that the number is never ahead of the tables.
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        try migrator.migrate(queue)
    }
}
