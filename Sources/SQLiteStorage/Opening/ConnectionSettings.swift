import GRDB
import Glibc

/// How a connection is set up.
package struct ConnectionSettings: Sendable {
    /// How long a write waits for another process.
    package var busySeconds: Double
    /// How many pages the file may have; `nil` for as many as the disk takes.
    package var maximumPages: Int?

    /// Makes settings; what is not said is as the program uses it.
    package init(busySeconds: Double = 10, maximumPages: Int? = nil) {
        self.busySeconds = busySeconds
        self.maximumPages = maximumPages
    }

    var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "paifang"
        configuration.foreignKeysEnabled = true
        // SQLite's own waits grow to 100 ms; a writer that comes back every few milliseconds would
        // be past each time.
        let tries = Int((busySeconds * 1_000).rounded(.up))
        configuration.busyMode = .callback { tried in
            usleep(1_000)
            return tried < tries
        }
        // Should a ROLLBACK fail, GRDB is not to trap; the next BEGIN then fails with an error.
        configuration.allowsUnsafeTransactions = true
        let statements = pragmas
        // The journal mode is not among them, and GRDB's `journalMode` stays as it is: that would set
        // synchronous=NORMAL, and would write into a file before we know that it is ours.
        configuration.prepareDatabase { database in
            for statement in statements { try database.execute(sql: statement) }
        }
        return configuration
    }

    private var pragmas: [String] {
        var pragmas = [
            "PRAGMA synchronous = FULL",
            "PRAGMA secure_delete = ON",
            // So that REPLACE fires the triggers that refuse a DELETE.
            "PRAGMA recursive_triggers = ON",
            // Nothing of a table lands in a temporary file.
            "PRAGMA temp_store = MEMORY",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA cell_size_check = ON",
            // A log that a long transaction has made long is cut again.
            "PRAGMA journal_size_limit = 16777216",
        ]
        if let maximumPages { pragmas.append("PRAGMA max_page_count = \(maximumPages)") }
        return pragmas
    }
}

/// The PRAGMAs that tests and the doctor look at.
package enum PragmaName: String, Sendable, CaseIterable {
    case synchronous, secureDelete = "secure_delete", foreignKeys = "foreign_keys"
    case journalMode = "journal_mode", applicationID = "application_id"
    case userVersion = "user_version", pageCount = "page_count"
}
