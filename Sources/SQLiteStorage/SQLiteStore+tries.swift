import GRDB
public import Sessions

extension SQLiteStore {
    /// Counts a try in all its scopes, or in none where one of its bounds is reached; whether it was counted.
    public func count(_ attempt: TryRows) throws(StoreFailure) -> Bool {
        try write { database in
            for bound in attempt.bounds {
                let count = try database.rows(
                    "SELECT COUNT(*) AS count FROM sends WHERE scope = ? AND at > ?",
                    .bytes(bound.scope),
                    .number(bound.since)
                ).first?.count("count")
                guard (count ?? 0) < bound.most else { return false }
            }
            for row in attempt.rows {
                try database.run(
                    "INSERT INTO sends (scope, at) VALUES (?, ?)",
                    .bytes(row.scope),
                    .number(row.at)
                )
            }
            return true
        }
    }

    /// Takes a try back that was counted: it was right.
    public func takeBack(_ attempt: TryRows) throws(StoreFailure) {
        try write { database in
            for row in attempt.rows {
                try database.run(
                    """
                    DELETE FROM sends WHERE rowid IN
                        (SELECT rowid FROM sends WHERE scope = ? AND at = ? LIMIT 1)
                    """,
                    .bytes(row.scope),
                    .number(row.at)
                )
            }
        }
    }
}
