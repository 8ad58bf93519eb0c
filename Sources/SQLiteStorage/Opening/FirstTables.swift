/// The tables of the first version.
enum FirstTables {
    static let text = meta + sessions + journal + accounts + belongings + outbox

    private static let meta = """
        CREATE TABLE meta (
            name TEXT NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let sessions = """
        CREATE TABLE sessions (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            flow TEXT NOT NULL,
            version INTEGER NOT NULL,
            hash TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            wrapped_key BLOB NOT NULL,
            state BLOB NOT NULL,
            chain BLOB NOT NULL,
            status TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            next_deadline INTEGER,
            owner BLOB,
            reaches_account INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessions_by_owner ON sessions (owner) WHERE owner IS NOT NULL;
        """

    // REPLACE deletes the old row without asking a DELETE trigger, unless a connection wants it so;
    // what is asked before an INSERT is always asked, and no row comes into the place of another.
    private static let journal = """
        CREATE TABLE journal (
            session TEXT NOT NULL REFERENCES sessions (id),
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            body BLOB NOT NULL,
            mac BLOB NOT NULL,
            PRIMARY KEY (session, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'a row of the journal is never changed'); END;
        CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'a row of the journal is never deleted'); END;
        CREATE TRIGGER journal_grows_at_its_end BEFORE INSERT ON journal
        WHEN NEW.sequence <> (SELECT MAX(sequence) + 1 FROM journal WHERE session = NEW.session)
        BEGIN SELECT RAISE(ABORT, 'a row of the journal follows the last one'); END;
        """

    private static let belongings = """
        CREATE TABLE links (
            hash BLOB NOT NULL PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sends (
            scope BLOB NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sends_by_scope ON sends (scope, at);
        CREATE TABLE secrets (
            reference TEXT NOT NULL PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id),
            sealed BLOB NOT NULL,
            account TEXT REFERENCES accounts (id),
            field TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX secrets_by_account ON secrets (account, field) WHERE account IS NOT NULL;
        CREATE TABLE files (
            name TEXT NOT NULL PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE reviews (
            number INTEGER PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id),
            body BLOB NOT NULL,
            taken_by TEXT
        ) STRICT;
        CREATE INDEX reviews_by_session ON reviews (session);
        CREATE TABLE texts (
            hash TEXT NOT NULL PRIMARY KEY,
            body BLOB NOT NULL
        ) STRICT;
        """

    private static let outbox = """
        CREATE TABLE outbox (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            session TEXT NOT NULL REFERENCES sessions (id),
            body BLOB NOT NULL,
            status TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            delivered_at INTEGER,
            failure TEXT
        ) STRICT;
        CREATE INDEX outbox_by_session ON outbox (session);
        CREATE INDEX outbox_waiting ON outbox (due_at) WHERE status = 'waiting';
        """

    private static let accounts = """
        CREATE TABLE accounts (
            id TEXT NOT NULL PRIMARY KEY,
            email_index BLOB NOT NULL UNIQUE,
            creation_key TEXT NOT NULL UNIQUE,
            wrapped_key BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE account_changes (
            key TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES accounts (id),
            at INTEGER NOT NULL,
            outcome TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX account_changes_by_account ON account_changes (account);
        CREATE TABLE account_fields (
            account TEXT NOT NULL REFERENCES accounts (id),
            name TEXT NOT NULL,
            body BLOB NOT NULL,
            is_set_once INTEGER NOT NULL,
            PRIMARY KEY (account, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER account_field_is_not_changed BEFORE UPDATE ON account_fields
        WHEN OLD.is_set_once OR EXISTS (
            SELECT 1 FROM account_fields
            WHERE account = NEW.account AND name = NEW.name AND is_set_once)
        BEGIN SELECT RAISE(ABORT, 'a field that is set once is never changed'); END;
        CREATE TRIGGER account_field_is_not_deleted BEFORE DELETE ON account_fields
        WHEN OLD.is_set_once AND EXISTS (
            SELECT 1 FROM accounts WHERE id = OLD.account AND length(wrapped_key) > 0)
        BEGIN SELECT RAISE(ABORT, 'a field that is set once is never deleted'); END;
        CREATE TRIGGER account_field_is_not_replaced BEFORE INSERT ON account_fields
        WHEN EXISTS (
            SELECT 1 FROM account_fields
            WHERE account = NEW.account AND name = NEW.name AND is_set_once)
        BEGIN SELECT RAISE(ABORT, 'a field that is set once is never replaced'); END;
        """
}
