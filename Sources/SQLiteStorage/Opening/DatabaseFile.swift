import GRDB
import Glibc
import Sessions

/// The file of a database: made whole or not at all, and opened only when it is ours.
struct DatabaseFile {
    private let path: String
    private let settings: ConnectionSettings

    init(path: String, settings: ConnectionSettings) throws(StoreFailure) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .disk("a path of a database is neither empty nor holds a NUL")
        }
        // `:memory:` and `file:` would mean something else to SQLite.
        self.path = path.hasPrefix("/") ? path : "./" + path
        self.settings = settings
    }

    /// Opens the file, making it first where there is none.
    func open(sandboxIfNew: Bool, keyMarkIfNew: Int64?) throws(StoreFailure) -> DatabaseQueue {
        if !exists { try create(sandbox: sandboxIfNew, keyMark: keyMarkIfNew) }
        try protect()
        do {
            let queue = try DatabaseQueue(path: path, configuration: settings.configuration)
            try checkIdentity(of: queue)
            try migrate(queue)
            return queue
        } catch {
            throw StoreFailure(hiding: error)
        }
    }

    // MARK: - Making

    // Made under another name and linked into place: nobody opens a half-made database, none is
    // left by a crash, and of two that make it at once one wins and both use that one.
    private func create(sandbox: Bool, keyMark: Int64?) throws(StoreFailure) {
        let folder = folder
        try makeFolder(folder)
        let draft = "\(path).\(String(UInt64.random(in: 0 ... .max), radix: 16)).new"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        try makeEmptyFile(draft)
        do {
            try fill(draft, sandbox: sandbox, keyMark: keyMark)
        } catch {
            throw StoreFailure(hiding: error)
        }
        try synchronize(draft)
        guard link(draft, path) == 0 || errno == EEXIST else { throw failure("made") }
        try synchronize(folder)
    }

    private func fill(_ draft: String, sandbox: Bool, keyMark: Int64?) throws {
        let queue = try DatabaseQueue(path: draft, configuration: settings.configuration)
        try queue.writeWithoutTransaction { database in
            // A draft that a crash leaves half-made is never linked: it is brought to the disk once, when it
            // is whole, and not with each of its transactions, of which each would wait four times.
            try database.execute(sql: "PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA journal_mode = MEMORY")
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try Schema.migrate(queue)
        try queue.write { database in
            try database.run(
                "INSERT INTO meta (name, value) VALUES ('sandbox', ?)",
                .number(sandbox ? 1 : 0)
            )
            if let keyMark {
                try database.run(
                    "INSERT INTO meta (name, value) VALUES ('key', ?)",
                    .number(keyMark)
                )
            }
            for action in ["INSERT", "UPDATE", "DELETE"] {
                try database.execute(
                    sql: """
                        CREATE TRIGGER meta_refuses_\(action.lowercased()) BEFORE \(action) ON meta
                        BEGIN SELECT RAISE(ABORT, 'what a database is, is said when it is made'); END
                        """
                )
            }
        }
        // Last, so that everything is in the file itself and not in a log beside the draft.
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    private func makeEmptyFile(_ name: String) throws(StoreFailure) {
        let descriptor = Glibc.open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("made") }
        defer { Glibc.close(descriptor) }
        // Whatever the umask was. SQLite gives the files beside it the same mode.
        guard fchmod(descriptor, 0o600) == 0 else { throw failure("made") }
    }

    private func makeFolder(_ folder: String) throws(StoreFailure) {
        if access(folder, F_OK) == 0 { return }
        if let end = folder.lastIndex(of: "/"), end > folder.startIndex {
            try makeFolder(String(folder[..<end]))
        }
        if mkdir(folder, 0o700) == 0 {
            guard chmod(folder, 0o700) == 0 else { throw failure("made") }
        } else if errno != EEXIST {
            throw failure("made")
        }
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    private func synchronize(_ name: String) throws(StoreFailure) {
        let descriptor = Glibc.open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("made") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("made") }
    }

    // MARK: - Opening

    // The file must not be opened and closed by us beside SQLite: closing any descriptor of it
    // gives up all of the process's locks on it (fcntl(2)). So only names are used.
    private func protect() throws(StoreFailure) {
        for name in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(name, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .unusable("it is not a file")
            }
            if status.st_mode & 0o077 != 0, chmod(name, status.st_mode & 0o700) != 0 {
                throw .unusable("others may read it, and it is not ours to protect")
            }
        }
    }

    private func checkIdentity(of queue: DatabaseQueue) throws {
        try queue.unsafeRead { database in
            let mark = try Int64.fetchOne(database, sql: "PRAGMA application_id")
            guard mark == Schema.applicationID else {
                throw StoreFailure.unusable("it is not a database of Paifang")
            }
            let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version <= Schema.version else {
                throw StoreFailure.unusable(
                    "it was written by a newer Paifang: version \(version), known are \(Schema.version)"
                )
            }
        }
    }

    private func migrate(_ queue: DatabaseQueue) throws {
        func isUpToDate() throws -> Bool {
            try queue.unsafeRead { database in
                try Int64.fetchOne(database, sql: "PRAGMA user_version") == Schema.version
            }
        }
        if try isUpToDate() { return }
        do {
            try Schema.migrate(queue)
        } catch {
            // Another process may have done it in the meantime.
            guard try isUpToDate() else { throw error }
        }
    }

    private var exists: Bool { access(path, F_OK) == 0 }

    private var folder: String {
        guard let end = path.lastIndex(of: "/") else { return "." }
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    private func failure(_ what: String) -> StoreFailure {
        .disk("it can't be \(what): \(String(cString: strerror(errno)))")
    }
}
