import GRDB
import Sessions

extension OutboxRow {
    init(columns: Columns) throws(StoreFailure) {
        self.init(
            id: try columns.text("id"),
            session: SessionID(try columns.text("session")),
            body: try columns.bytes("body"),
            createdAt: try columns.number("created_at")
        )
        guard let status = Status(rawValue: try columns.text("status")) else {
            throw columns.damaged("status")
        }
        self.status = status
        attempts = try columns.count("attempts")
        dueAt = try columns.number("due_at")
        failure = try columns.optionalText("failure")
    }
}

extension Database {
    /// Adds a letter.
    func insert(_ letter: OutboxRow) throws {
        try run(
            """
            INSERT INTO outbox (id, session, body, status, attempts, created_at, due_at, failure)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(letter.id),
            .text(letter.session.text),
            .bytes(letter.body),
            .text(letter.status.rawValue),
            .count(letter.attempts),
            .number(letter.createdAt),
            .number(letter.dueAt),
            .optional(letter.failure),
            refusal: .duplicate
        )
    }
}
