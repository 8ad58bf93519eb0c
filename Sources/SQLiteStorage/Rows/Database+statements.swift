import GRDB
import Sessions

extension Database {
    /// Runs a statement that changes something; `refusal` is thrown when a constraint refuses it.
    func run(
        _ sql: String,
        _ values: SQLValue...,
        refusal: StoreFailure? = nil
    ) throws {
        guard !values.contains(where: \.holdsNUL) else {
            throw StoreFailure.unusable("a text with a NUL is not kept")
        }
        do {
            let arguments = StatementArguments(values.map(\.argument))
            try cachedStatement(sql: sql).execute(arguments: arguments)
        } catch DatabaseError.SQLITE_CONSTRAINT {
            throw refusal ?? .unusable("a constraint of the tables refuses a row")
        }
    }

    /// Reads all rows of a query.
    func rows(_ sql: String, _ values: SQLValue...) throws -> [Columns] {
        // What is never kept is never found.
        guard !values.contains(where: \.holdsNUL) else { return [] }
        let arguments = StatementArguments(values.map(\.argument))
        return try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments).map(Columns.init)
    }
}
