import Flows
import GRDB
import Sessions

extension SessionRecord {
    init(columns: Columns) throws(StoreFailure) {
        guard let status = Status(rawValue: try columns.text("status")) else {
            throw columns.damaged("status")
        }
        self.init(
            id: SessionID(try columns.text("id")),
            flow: FlowName(try columns.text("flow")),
            version: try columns.count("version"),
            hash: try columns.text("hash"),
            sequence: try columns.count("sequence"),
            wrappedKey: try columns.bytes("wrapped_key"),
            state: try columns.bytes("state"),
            chain: try columns.bytes("chain"),
            status: status,
            createdAt: try columns.number("created_at"),
            updatedAt: try columns.number("updated_at"),
            nextDeadline: try columns.optionalNumber("next_deadline")
        )
        owner = try columns.optionalBytes("owner")
        reachesAccount = try columns.number("reaches_account") == 1
    }
}

extension Database {
    /// Adds a session; a name that is taken is a conflict.
    func insert(_ session: SessionRecord) throws {
        try run(
            """
            INSERT INTO sessions (id, flow, version, hash, sequence, wrapped_key, state, chain,
                status, created_at, updated_at, next_deadline, owner, reaches_account)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(session.id.text),
            .text(session.flow.text),
            .count(session.version),
            .text(session.hash),
            .count(session.sequence),
            .bytes(session.wrappedKey),
            .bytes(session.state),
            .bytes(session.chain),
            .text(session.status.rawValue),
            .number(session.createdAt),
            .number(session.updatedAt),
            .optional(session.nextDeadline),
            .optional(session.owner),
            .number(session.reachesAccount ? 1 : 0),
            refusal: .conflict
        )
    }

    /// Moves a session, if it stands where it is expected.
    func update(_ session: SessionRecord, from expected: Int) throws {
        try run(
            """
            UPDATE sessions SET flow = ?, version = ?, hash = ?, sequence = ?, wrapped_key = ?,
                state = ?, chain = ?, status = ?, created_at = ?, updated_at = ?, next_deadline = ?,
                owner = ?, reaches_account = ?
            WHERE id = ? AND sequence = ? AND status <> 'signed_out'
            """,
            .text(session.flow.text),
            .count(session.version),
            .text(session.hash),
            .count(session.sequence),
            .bytes(session.wrappedKey),
            .bytes(session.state),
            .bytes(session.chain),
            .text(session.status.rawValue),
            .number(session.createdAt),
            .number(session.updatedAt),
            .optional(session.nextDeadline),
            .optional(session.owner),
            .number(session.reachesAccount ? 1 : 0),
            .text(session.id.text),
            .count(expected)
        )
        guard changesCount == 1 else { throw StoreFailure.conflict }
    }

    /// Adds what belongs to a step: its row in the journal, and all that it has brought about.
    func append(_ commit: SessionCommit) throws {
        let row = commit.journal
        // Otherwise the journal would tell another story than the session.
        guard row.session == commit.session.id, row.sequence == commit.session.sequence else {
            throw StoreFailure.conflict
        }
        try run(
            "INSERT INTO journal (session, sequence, at, body, mac) VALUES (?, ?, ?, ?, ?)",
            .text(row.session.text),
            .count(row.sequence),
            .number(row.at),
            .bytes(row.body),
            .bytes(row.mac),
            refusal: .conflict
        )
        for hash in commit.links {
            try run(
                "INSERT INTO links (hash, session) VALUES (?, ?)",
                .bytes(hash),
                .text(commit.session.id.text),
                refusal: .duplicate
            )
        }
        for send in commit.sends {
            try run(
                "INSERT INTO sends (scope, at) VALUES (?, ?)",
                .bytes(send.scope),
                .number(send.at)
            )
        }
        for letter in commit.letters { try insert(letter) }
        for secret in commit.secrets {
            try run(
                "INSERT INTO secrets (reference, session, sealed) VALUES (?, ?, ?)",
                .text(secret.reference.text),
                .text(secret.session.text),
                .bytes(secret.sealed),
                refusal: .duplicate
            )
        }
        for reference in commit.droppedSecrets {
            // What an account has taken over is the account's.
            try run(
                "DELETE FROM secrets WHERE reference = ? AND account IS NULL",
                .text(reference.text)
            )
        }
        for file in commit.files {
            try run(
                "INSERT INTO files (name, session, body) VALUES (?, ?, ?)",
                .text(file.name),
                .text(file.session.text),
                .bytes(file.body),
                refusal: .duplicate
            )
        }
        for name in commit.droppedFiles {
            try run("DELETE FROM files WHERE name = ?", .text(name))
        }
        if commit.erasesLetters {
            try run(
                """
                UPDATE outbox SET body = x''
                WHERE session = ? AND status = 'delivered' AND length(body) > 0
                """,
                .text(commit.session.id.text)
            )
        }
    }
}
