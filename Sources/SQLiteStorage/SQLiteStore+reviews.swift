public import Sessions

extension SQLiteStore {
    /// Keeps what a reviewer has decided, behind what was decided before.
    public func keep(_ review: ReviewRow) throws(StoreFailure) {
        try write { database in
            try database.run(
                "INSERT INTO reviews (session, body) VALUES (?, ?)",
                .text(review.session.text),
                .bytes(review.body)
            )
        }
    }

    /// The decision that the call of a key takes; `nil` where nothing is left.
    ///
    /// Of several that nobody has taken the last counts: the others were overtaken by it.
    public func takeReview(
        of id: SessionID,
        forCall key: String
    ) throws(StoreFailure) -> ReviewRow? {
        try write { database in
            let taken = try database.rows(
                "SELECT body FROM reviews WHERE session = ? AND taken_by = ? ORDER BY number DESC",
                .text(id.text),
                .text(key)
            )
            if let row = taken.first {
                return ReviewRow(session: id, body: try row.bytes("body"))
            }
            let left = try database.rows(
                """
                SELECT body FROM reviews WHERE session = ? AND taken_by IS NULL
                ORDER BY number DESC
                """,
                .text(id.text)
            )
            guard let row = left.first else { return nil }
            try database.run(
                "UPDATE reviews SET taken_by = ? WHERE session = ? AND taken_by IS NULL",
                .text(key),
                .text(id.text)
            )
            return ReviewRow(session: id, body: try row.bytes("body"))
        }
    }
}
