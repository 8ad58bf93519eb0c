public import Flows
import GRDB
public import Sessions

extension SQLiteStore {
    /// Changes an account, once for a key.
    @discardableResult
    public func change(_ change: AccountChange) throws(StoreFailure) -> OutcomeName {
        try write { database in
            let made = try database.rows(
                "SELECT outcome FROM account_changes WHERE key = ?",
                .text(change.key)
            ).first
            if let made { return OutcomeName(try made.text("outcome")) }
            try database.run(
                "UPDATE accounts SET version = version + 1 WHERE id = ? AND version = ?",
                .text(change.account),
                .count(change.version)
            )
            guard database.changesCount == 1 else { throw StoreFailure.conflict }
            try database.run(
                "INSERT INTO account_changes (key, account, at, outcome) VALUES (?, ?, ?, ?)",
                .text(change.key),
                .text(change.account),
                .number(change.at),
                .text(change.outcome.text)
            )
            for field in change.fields { try database.write(field, to: change.account) }
            for name in change.removed {
                try database.run(
                    "DELETE FROM account_fields WHERE account = ? AND name = ? AND is_set_once = 0",
                    .text(change.account),
                    .text(name.text)
                )
            }
            if change.endsSessions { try database.signOut(change) }
            try database.find(change)
            return change.outcome
        }
    }

    /// Deletes an account, its secrets, and the keys of its sessions but one.
    public func deleteAccount(_ id: String, exception: SessionID) throws(StoreFailure) {
        try write { database in
            guard !(try database.rows("SELECT id FROM accounts WHERE id = ?", .text(id))).isEmpty
            else { return }
            let sessions = try database.rows(
                "SELECT id FROM sessions WHERE id <> ? AND \(Database.isOfAccount)",
                .text(exception.text),
                .text(id)
            ).map { try $0.text("id") }
            for session in sessions { try database.erase(session) }
            // Without its key an account has nothing left to protect.
            try database.run("UPDATE accounts SET wrapped_key = x'' WHERE id = ?", .text(id))
            for table in ["account_fields", "account_changes", "secrets"] {
                try database.run("DELETE FROM \(table) WHERE account = ?", .text(id))
            }
            try database.run("DELETE FROM accounts WHERE id = ?", .text(id))
        }
    }

    /// Deletes the key of a session, its secrets, and the bodies of its letters.
    public func erase(_ id: SessionID) throws(StoreFailure) {
        try write { database in try database.erase(id.text) }
    }
}

extension Database {
    /// Whether a session is about the account of a name.
    fileprivate static let isOfAccount = """
        owner IN (
            WITH names AS (SELECT email_index, phone_index FROM accounts WHERE id = ?)
            SELECT email_index FROM names UNION ALL SELECT phone_index FROM names)
        """

    /// Lets an account be found by what a change says; whoever is about it still is, and is deleted with it.
    fileprivate func find(_ change: AccountChange) throws {
        if let index = change.emailIndex {
            try run(
                "UPDATE sessions SET owner = ? WHERE \(Self.isOfAccount)",
                .bytes(index),
                .text(change.account)
            )
            if let other = change.inPlaceOf {
                try run(
                    "UPDATE accounts SET email_index = randomblob(32) WHERE id = ? AND email_index = ?",
                    .text(other),
                    .bytes(index)
                )
            }
            try run(
                "UPDATE accounts SET email_index = ? WHERE id = ?",
                .bytes(index),
                .text(change.account),
                refusal: .duplicate
            )
        }
        if let index = change.phoneIndex {
            let isFree = try rows("SELECT id FROM accounts WHERE phone_index = ?", .bytes(index))
                .isEmpty
            try run(
                """
                UPDATE sessions SET owner = (SELECT email_index FROM accounts WHERE id = ?)
                WHERE \(Self.isOfAccount)
                """,
                .text(change.account),
                .text(change.account)
            )
            try run(
                "UPDATE accounts SET phone_index = ? WHERE id = ?",
                .optional(isFree ? index : nil),
                .text(change.account)
            )
        }
    }

    /// Ends the open sessions that may lead to an account, but for the one that wants it so.
    fileprivate func signOut(_ change: AccountChange) throws {
        try run(
            """
            UPDATE sessions SET status = 'signed_out', next_deadline = NULL
            WHERE status = 'open' AND id <> ? AND reaches_account = 1 AND \(Self.isOfAccount)
            """,
            .text(change.exception.text),
            .text(change.account)
        )
    }

    /// Writes a field of an account; one that is set once is written once.
    fileprivate func write(_ field: AccountField, to account: String) throws {
        try run(
            """
            INSERT INTO account_fields (account, name, body, is_set_once) VALUES (?, ?, ?, ?)
            ON CONFLICT (account, name) DO UPDATE SET body = excluded.body
            """,
            .text(account),
            .text(field.name.text),
            .bytes(field.body),
            .number(field.isSetOnce ? 1 : 0),
            refusal: .setOnce(field.name)
        )
        // What the value refers to no more is dropped.
        try run(
            "UPDATE secrets SET field = NULL WHERE account = ? AND field = ?",
            .text(account),
            .text(field.name.text)
        )
        try hand(field.secrets, to: account, in: field.name)
        try run("DELETE FROM secrets WHERE account = ? AND field IS NULL", .text(account))
    }

    /// Gives secrets to an account: whatever becomes of the session, they stay.
    func hand(_ secrets: [SecretReference], to account: String, in field: FieldName) throws {
        for secret in secrets {
            try run(
                "UPDATE secrets SET account = ?, field = ? WHERE reference = ?",
                .text(account),
                .text(field.text),
                .text(secret.text)
            )
        }
    }

    /// Takes the key away from a session: its state, its journal and its letters are noise from then on.
    fileprivate func erase(_ session: String) throws {
        try run(
            """
            UPDATE sessions SET wrapped_key = x'', state = x'', next_deadline = NULL, owner = NULL,
                status = CASE status WHEN 'ended' THEN status ELSE 'signed_out' END
            WHERE id = ?
            """,
            .text(session)
        )
        try run(
            """
            UPDATE outbox SET body = x'', status = CASE status WHEN 'waiting' THEN 'parked' ELSE status END
            WHERE session = ?
            """,
            .text(session)
        )
        try run("DELETE FROM secrets WHERE session = ? AND account IS NULL", .text(session))
        for table in ["links", "files", "reviews"] {
            try run("DELETE FROM \(table) WHERE session = ?", .text(session))
        }
    }
}
