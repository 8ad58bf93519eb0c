import GRDB

/// A plain connection to a store's file, as any program may open one.
struct RawDatabase {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.allowsUnsafeTransactions = true
        // As the shell of SQLite has it.
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func execute(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    func number(_ sql: String) throws -> Int? {
        try queue.unsafeRead { try Int.fetchOne($0, sql: sql) }
    }

    func close() throws { try queue.close() }
}
