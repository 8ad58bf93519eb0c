import GRDB
import Sessions

extension StoreFailure {
    /// What an error means to those who use a store.
    ///
    /// Only SQLite's own words for a result code go on: an error of GRDB may hold a statement with its values.
    init(hiding error: any Error) {
        if let failure = error as? StoreFailure {
            self = failure
            return
        }
        guard let error = error as? DatabaseError else {
            self = .unusable("an error that is not SQLite's")
            return
        }
        let text = "SQLite \(error.extendedResultCode)"
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM,
            .SQLITE_NOMEM, .SQLITE_PROTOCOL, .SQLITE_NOLFS:
            self = .disk(text)
        case .SQLITE_BUSY:
            self = .disk("\(text): another program has not let go of it")
        default:
            self = .unusable(text)
        }
    }
}
