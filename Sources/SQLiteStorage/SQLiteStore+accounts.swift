import Flows
import GRDB
public import Sessions

extension SQLiteStore {
    /// The account of a name; `nil` where there is none.
    public func account(_ id: String) throws(StoreFailure) -> AccountRecord? {
        try read { database in
            try database.rows("SELECT * FROM accounts WHERE id = ?", .text(id))
                .first.map(AccountRecord.init(columns:))
        }
    }

    /// The account that the index of an address belongs to; `nil` where there is none.
    public func account(emailIndex: [UInt8]) throws(StoreFailure) -> AccountRecord? {
        try read { database in
            try database.rows("SELECT * FROM accounts WHERE email_index = ?", .bytes(emailIndex))
                .first.map(AccountRecord.init(columns:))
        }
    }

    /// The account that the index of a phone belongs to; `nil` where there is none.
    public func account(phoneIndex: [UInt8]) throws(StoreFailure) -> AccountRecord? {
        try read { database in
            try database.rows("SELECT * FROM accounts WHERE phone_index = ?", .bytes(phoneIndex))
                .first.map(AccountRecord.init(columns:))
        }
    }

    /// The account that was made by the call of this key; `nil` where there is none.
    public func account(creationKey: String) throws(StoreFailure) -> AccountRecord? {
        try read { database in
            try database.rows("SELECT * FROM accounts WHERE creation_key = ?", .text(creationKey))
                .first.map(AccountRecord.init(columns:))
        }
    }

    /// Makes an account with its fields, once for a creation key.
    public func create(
        _ account: AccountRecord,
        fields: [AccountField],
        inPlaceOf other: String? = nil
    ) throws(StoreFailure) {
        try write { database in
            // The same call has made it before; what it brings now was encrypted anew, but is the same.
            let made = try database.rows(
                "SELECT id FROM accounts WHERE creation_key = ?",
                .text(account.creationKey)
            )
            guard made.isEmpty else { return }
            if let other {
                // No address has this index.
                try database.run(
                    "UPDATE accounts SET email_index = randomblob(32) WHERE id = ? AND email_index = ?",
                    .text(other),
                    .bytes(account.emailIndex)
                )
                try database.run(
                    "UPDATE accounts SET phone_index = NULL WHERE id = ? AND phone_index IS ?",
                    .text(other),
                    .optional(account.phoneIndex)
                )
            }
            try database.run(
                """
                INSERT INTO accounts
                    (id, email_index, phone_index, creation_key, wrapped_key, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, 0)
                """,
                .text(account.id),
                .bytes(account.emailIndex),
                .optional(account.phoneIndex),
                .text(account.creationKey),
                .bytes(account.wrappedKey),
                .number(account.createdAt),
                refusal: .duplicate
            )
            for field in fields {
                try database.run(
                    "INSERT INTO account_fields (account, name, body, is_set_once) VALUES (?, ?, ?, ?)",
                    .text(account.id),
                    .text(field.name.text),
                    .bytes(field.body),
                    .number(field.isSetOnce ? 1 : 0),
                    refusal: field.isSetOnce ? .setOnce(field.name) : .duplicate
                )
                try database.hand(field.secrets, to: account.id, in: field.name)
            }
        }
    }

    /// The fields of an account, by name.
    public func fields(of account: String) throws(StoreFailure) -> [AccountField] {
        try read { database in
            try database.rows(
                "SELECT * FROM account_fields WHERE account = ? ORDER BY name",
                .text(account)
            ).map { columns in
                AccountField(
                    name: FieldName(try columns.text("name")),
                    body: try columns.bytes("body"),
                    isSetOnce: try columns.number("is_set_once") == 1
                )
            }
        }
    }
}

extension AccountRecord {
    fileprivate init(columns: Columns) throws(StoreFailure) {
        self.init(
            id: try columns.text("id"),
            emailIndex: try columns.bytes("email_index"),
            creationKey: try columns.text("creation_key"),
            wrappedKey: try columns.bytes("wrapped_key"),
            createdAt: try columns.number("created_at")
        )
        phoneIndex = try columns.optionalBytes("phone_index")
        version = try columns.count("version")
    }
}
