import SQLiteStorage
import Secrets
import Sessions

/// What a service keeps: its database, opened, and the keys to what is secret in it.
struct ServiceData: Sendable {
    let master: MasterKeys
    let store: SQLiteStore
    let isSandbox: Bool

    /// Opens the files of a service, and makes database and key file where there are none.
    static func opened(_ files: DataFiles) -> Result<ServiceData, ServiceFailure> {
        Result { () throws(ServiceFailure) in try open(files) }
    }

    private static func open(_ files: DataFiles) throws(ServiceFailure) -> ServiceData {
        // An old database is looked at first: what is no database of ours lacks no key.
        let old = files.exists ? try open(files, key: nil) : nil
        let master: MasterKeys
        do throws(KeyFileError) {
            // A new database gets a new key; beside an old one a missing key must be said.
            master =
                old == nil
                ? try KeyFile.loadOrCreate(at: files.keyFile) : try KeyFile.load(at: files.keyFile)
        } catch {
            throw .keys(error)
        }
        let store: SQLiteStore
        if let old { store = old } else { store = try open(files, key: master) }
        let mark = try read(files) { () throws(StoreFailure) in try store.keyMark }
        guard mark == nil || mark == keyMark(of: master) else {
            throw .otherKey(database: files.database, keyFile: files.keyFile)
        }
        let isSandbox = try read(files) { () throws(StoreFailure) in try store.isSandbox }
        return ServiceData(master: master, store: store, isSandbox: isSandbox)
    }

    private static func open(
        _ files: DataFiles,
        key: MasterKeys?
    ) throws(ServiceFailure) -> SQLiteStore {
        try read(files) { () throws(StoreFailure) in
            try SQLiteStore(
                path: files.database,
                sandboxIfNew: true,
                keyMarkIfNew: key.map(keyMark)
            )
        }
    }

    /// Tells a key file from others, without telling anything about the key.
    private static func keyMark(of master: MasterKeys) -> Int64 {
        Int64(bitPattern: master.identifier.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    private static func read<Value>(
        _ files: DataFiles,
        _ body: () throws(StoreFailure) -> Value
    ) throws(ServiceFailure) -> Value {
        do {
            return try body()
        } catch {
            throw .store(files.database, error)
        }
    }
}
