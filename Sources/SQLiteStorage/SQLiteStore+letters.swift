import GRDB
public import Sessions

extension SQLiteStore {
    /// Leases the letters that are due, oldest first.
    public func leaseLetters(
        now: Int64,
        until: Int64,
        limit: Int
    ) throws(StoreFailure) -> [OutboxRow] {
        // A negative LIMIT would mean all of them.
        guard limit > 0 else { return [] }
        return try write { database in
            let rows = try database.rows(
                """
                SELECT * FROM outbox WHERE status = 'waiting' AND due_at <= ?
                ORDER BY created_at, number LIMIT ?
                """,
                .number(now),
                .count(limit)
            ).map(OutboxRow.init(columns:))
            for row in rows {
                // Counted before the letter is tried: one that brings the program down is parked one day, too.
                try database.run(
                    "UPDATE outbox SET due_at = ?, attempts = attempts + 1 WHERE id = ?",
                    .number(until),
                    .text(row.id)
                )
            }
            return rows
        }
    }

    /// Notes that a letter was delivered; what is left of an erased body is overwritten.
    public func markDelivered(
        _ id: String,
        at moment: Int64,
        keepsBody: Bool
    ) throws(StoreFailure) {
        try write { database in
            try database.run(
                """
                UPDATE outbox SET status = 'delivered', delivered_at = ?, failure = NULL,
                    body = CASE WHEN ? THEN body ELSE x'' END
                WHERE id = ? AND status <> 'delivered'
                """,
                .number(moment),
                .count(keepsBody ? 1 : 0),
                .text(id)
            )
        }
    }

    /// Notes that a delivery failed, unless the letter was delivered or parked before.
    public func markFailed(
        _ id: String,
        reason: String,
        retryAt: Int64?
    ) throws(StoreFailure) {
        try write { database in
            // Somebody whose lease ran out may be late: what was delivered stays delivered.
            try database.run(
                """
                UPDATE outbox SET status = ?, failure = ?, due_at = COALESCE(?, due_at)
                WHERE id = ? AND status = 'waiting'
                """,
                .text(retryAt == nil ? "parked" : "waiting"),
                .text(reason),
                .optional(retryAt),
                .text(id)
            )
        }
    }

    /// The letters of a session, oldest first.
    public func letters(of id: SessionID) throws(StoreFailure) -> [OutboxRow] {
        try read { database in
            try database.rows(
                "SELECT * FROM outbox WHERE session = ? ORDER BY created_at, number",
                .text(id.text)
            ).map(OutboxRow.init(columns:))
        }
    }
}
