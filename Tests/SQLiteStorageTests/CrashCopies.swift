import Foundation

/// Copies a database and its log while somebody writes, as a crash at that moment would leave them.
struct CrashCopies {
    struct Copy: Sendable {
        let path: String
        /// How many steps had been acknowledged before the copy was begun.
        let acknowledged: Int
    }

    private let path: String
    private let folder: TemporaryFolder

    init(of path: String) throws {
        self.path = path
        folder = try TemporaryFolder()
    }

    struct WriterStopped: Error {}

    /// Takes copies; the writer says how many steps were acknowledged, or `nil` when it has stopped.
    func take(_ count: Int, acknowledged: () -> Int?) throws -> [Copy] {
        var copies: [Copy] = []
        var last = 0
        while copies.count < count {
            guard let before = acknowledged() else { throw WriterStopped() }
            // Somewhere new in the life of the database, not twice the same state.
            guard before > last, let (database, log) = try moment() else { continue }
            last = before + Int.random(in: 0..<40)
            let copy = folder.file("copy-\(copies.count).db")
            try database.write(to: URL(fileURLWithPath: copy))
            try log.write(to: URL(fileURLWithPath: copy + "-wal"))
            copies.append(Copy(path: copy, acknowledged: before))
        }
        return copies
    }

    /// The bytes of both files at one moment; `nil` when the log was taken over into the database meanwhile.
    private func moment() throws -> (database: Data, log: Data)? {
        let database = try Data(contentsOf: URL(fileURLWithPath: path))
        let start = try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).prefix(32)
        let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        // The log is only added to, until it is begun anew with another header.
        guard try Data(contentsOf: URL(fileURLWithPath: path)) == database,
            log.prefix(32) == start,
            try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).prefix(32) == start
        else { return nil }
        return (database, log)
    }
}
