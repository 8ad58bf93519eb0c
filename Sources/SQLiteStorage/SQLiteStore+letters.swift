import GRDB
public import Sessions

extension SQLiteStore {
    public func leaseLetters(
        now: Int64, until: Int64, limit: Int
    ) throws(StoreFailure) -> [OutboxRow] {
        // A negative LIMIT would mean all of them.
        guard limit > 0 else { return [] }
        return try write { database in
            let rows = try database.rows(
                """
                SELECT * FROM outbox WHERE status = 'waiting' AND due_at <= ?
                ORDER BY created_at, number LIMIT ?
                """,
                .number(now), .count(limit)
            ).map(OutboxRow.init(columns:))
            for row in rows {
                // Counted before the letter is tried: one that brings the program down is parked one day, too.
                try database.run(
                    "UPDATE outbox SET due_at = ?, attempts = attempts + 1 WHERE id = ?",
                    .number(until), .text(row.id))
            }
            return rows
        }
    }

    public func markDelivered(_ id: String, at moment: Int64) throws(StoreFailure) {
        try write { database in
            try database.run(
                """
                UPDATE outbox SET status = 'delivered', body = x'', delivered_at = ?, failure = NULL
                WHERE id = ? AND status <> 'delivered'
                """,
                .number(moment), .text(id))
        }
    }

    public func markFailed(
        _ id: String, reason: String, retryAt: Int64?
    ) throws(StoreFailure) {
        try write { database in
            // Somebody whose lease ran out may be late: what was delivered stays delivered.
            try database.run(
                """
                UPDATE outbox SET status = ?, failure = ?, due_at = COALESCE(?, due_at)
                WHERE id = ? AND status = 'waiting'
                """,
                .text(retryAt == nil ? "parked" : "waiting"), .text(reason), .optional(retryAt),
                .text(id))
        }
    }

    public func letters(of id: SessionID) throws(StoreFailure) -> [OutboxRow] {
        try read { database in
            try database.rows(
                "SELECT * FROM outbox WHERE session = ? ORDER BY created_at, number",
                .text(id.text)
            ).map(OutboxRow.init(columns:))
        }
    }
}
