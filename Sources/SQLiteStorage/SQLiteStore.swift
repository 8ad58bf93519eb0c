import Foundation
import GRDB
public import Sessions

/// Sessions, accounts and letters in one SQLite file.
///
/// Overview: one connection, which reads and writes one after the other, so nothing in a process
/// waits on SQLite's lock; other processes may have the same file open. What a function has
/// written is on the disk when it returns (write-ahead log, synchronous=FULL). Saves that arrive
/// while another is being written share the next commit.
///
/// Responsibilities: the tables and their constraints, one transaction a function, and errors that
/// hold no value of a row.
///
/// What is not here: encryption, and what the kept bytes mean.
public final class SQLiteStore: Sendable {
    // A class, since it holds an open file: it is closed when the last who uses it lets go.
    private let queue: DatabaseQueue
    private let writer: GroupWriter

    /// Opens the database at a path, or makes it, with its folders, where there is none.
    ///
    /// The file and what SQLite puts beside it are readable by their owner only.
    ///
    /// - Parameters:
    ///   - path: The file. It must be on a disk of this machine: the log does not work over a network.
    ///   - sandboxIfNew: Whether a database that is made now is a sandbox; one that exists stays what it is.
    ///   - keyMarkIfNew: What tells the key file of a database that is made now from others.
    /// - Throws: `StoreFailure.disk` when the file can't be opened or made, `StoreFailure.unusable` when it is no
    ///   database of ours, is damaged, or was written by a newer program.
    public convenience init(
        path: String,
        sandboxIfNew: Bool,
        keyMarkIfNew: Int64? = nil
    ) throws(StoreFailure) {
        try self.init(
            path: path,
            sandboxIfNew: sandboxIfNew,
            keyMarkIfNew: keyMarkIfNew,
            settings: ConnectionSettings()
        )
    }

    package init(
        path: String,
        sandboxIfNew: Bool,
        keyMarkIfNew: Int64? = nil,
        settings: ConnectionSettings
    ) throws(StoreFailure) {
        queue = try DatabaseFile(path: path, settings: settings)
            .open(sandboxIfNew: sandboxIfNew, keyMarkIfNew: keyMarkIfNew)
        writer = GroupWriter(queue: queue)
    }

    /// What tells the key file that the database was made with from others; `nil` where that was not said.
    public var keyMark: Int64? {
        get throws(StoreFailure) {
            try read { database in
                try database.rows("SELECT value FROM meta WHERE name = 'key'").first?
                    .number("value")
            }
        }
    }

    /// What is wrong with the file's structure and references, a sentence each; empty when it is sound.
    ///
    /// Reads the whole file.
    public func integrity() throws(StoreFailure) -> [String] {
        try read { database in
            let found = try database.rows("PRAGMA integrity_check").map {
                try $0.text("integrity_check")
            }
            let orphans = try database.rows("PRAGMA foreign_key_check").map {
                "a row of \(try $0.text("table")) refers to what is not there"
            }
            return (found == ["ok"] ? [] : found) + orphans
        }
    }

    /// What the connection has for a PRAGMA.
    package func value(ofPragma name: PragmaName) throws(StoreFailure) -> String {
        try read { database in
            try String.fetchOne(database, sql: "PRAGMA \(name.rawValue)") ?? ""
        }
    }

    /// Reads with one statement, which sees one state of the file without a transaction around it.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
        do {
            return try queue.unsafeRead(body)
        } catch {
            throw StoreFailure(hiding: error)
        }
    }

    /// Does all that the body does, or nothing of it; the body may be run again when its first run came to nothing.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) throws(StoreFailure) -> Value {
        do {
            return try writer.write(body)
        } catch {
            throw StoreFailure(hiding: error)
        }
    }
}
