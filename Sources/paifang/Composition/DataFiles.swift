import Foundation

/// Where a database and what belongs to it stand.
struct DataFiles {
    /// The database.
    let database: String

    /// The database that was named, else the default one of this user.
    init(named path: String?, environment: [String: String]) {
        if let path {
            database = path
        } else {
            // A relative path there is to be ignored (XDG Base Directory Specification).
            let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            database =
                (data ?? (home ?? NSHomeDirectory()) + "/.local/share") + "/paifang/paifang.db"
        }
    }

    /// The key file, beside the database.
    var keyFile: String { stem + ".key" }

    /// The folder that letters are put in.
    var mailFolder: String { stem + ".mail" }

    /// Whether there is a database already.
    var exists: Bool { FileManager.default.fileExists(atPath: database) }

    private var stem: String {
        database.hasSuffix(".db") ? String(database.dropLast(3)) : database
    }
}
