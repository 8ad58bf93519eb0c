public import Flows

/// Keeps walks, accounts and letters: everything that must survive.
///
/// A store sees no plain personal data and no secret: what is handed to it is encrypted already, and hashes and
/// HMACs are what it finds things by. Every function is one transaction; what has returned is on the disk.
public protocol SessionStore: Sendable {
    /// Whether the store was made for trying things out: only then may a letter's link follow itself, the clock be
    /// moved and the captcha have a fixed answer.
    var isSandbox: Bool { get throws(StoreFailure) }

    /// The session of a name; `nil` where there is none.
    func session(_ id: SessionID) throws(StoreFailure) -> SessionRecord?
    /// All sessions, the last used first.
    func sessions() throws(StoreFailure) -> [SessionRecord]
    /// The session that sent the link with this hash; `nil` where none did.
    func session(ofLink hash: [UInt8]) throws(StoreFailure) -> SessionID?
    /// Saves one step of a walk with all that belongs to it, or nothing of it.
    ///
    /// - Throws: `StoreFailure.conflict` when the session is not at `commit.expectedSequence` any more.
    func save(_ commit: SessionCommit) throws(StoreFailure)
    /// The journal of a session, oldest row first.
    func journal(of id: SessionID) throws(StoreFailure) -> [JournalRow]
    /// The moments at which something was sent in a scope, after a moment, oldest first; milliseconds since 1970.
    func sends(inScope scope: [UInt8], after moment: Int64) throws(StoreFailure) -> [Int64]

    /// The sealed secret of a reference; `nil` where there is none.
    func secret(_ reference: SecretReference) throws(StoreFailure) -> SecretRow?

    /// The texts a session was begun with, by their hash; `nil` where they are not kept.
    func texts(ofHash hash: String) throws(StoreFailure) -> [UInt8]?
    /// Keeps texts under their hash; does nothing where they are kept already.
    func keep(texts: [UInt8], hash: String) throws(StoreFailure)

    /// Leases the letters that are due, oldest first: nobody else gets them before `until`.
    func leaseLetters(
        now: Int64, until: Int64, limit: Int
    ) throws(StoreFailure) -> [OutboxRow]
    /// Notes that a letter was delivered, and erases its body unless it is kept to be shown.
    func markDelivered(_ id: String, at moment: Int64, keepsBody: Bool) throws(StoreFailure)
    /// Notes that a delivery failed; the letter is tried again at a moment, or parked where there is none.
    func markFailed(_ id: String, reason: String, retryAt: Int64?) throws(StoreFailure)
    /// The letters of a session, oldest first, with or without their bodies as far as they are there.
    func letters(of id: SessionID) throws(StoreFailure) -> [OutboxRow]

    /// The account that the index of an address belongs to; `nil` where there is none.
    func account(emailIndex: [UInt8]) throws(StoreFailure) -> AccountRecord?
    /// The account that was made by the call of this key; `nil` where there is none.
    func account(creationKey: String) throws(StoreFailure) -> AccountRecord?
    /// Makes an account with its fields; the same creation key makes it once.
    ///
    /// - Throws: `StoreFailure.duplicate` when the index of the address is taken by another account.
    func create(_ account: AccountRecord, fields: [AccountField]) throws(StoreFailure)
    /// The fields of an account.
    func fields(of account: String) throws(StoreFailure) -> [AccountField]
}

/// Why a store could not do its work.
public enum StoreFailure: Error, Sendable, Hashable {
    /// Somebody else has moved the session.
    case conflict
    /// Such a thing is there already.
    case duplicate
    /// A field that is set once would be changed.
    case setOnce(FieldName)
    /// The disk is full or can't be written.
    case disk(String)
    /// The file is no database of ours, or is damaged; says what was found.
    case unusable(String)
}

/// The name of a session. It is only a name: whoever knows it can do nothing without the store and its keys.
public struct SessionID: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Lower-case hexadecimal digits.
    public let text: String

    /// Makes a name from its text.
    public init(_ text: String) { self.text = text }

    public var description: String { text }
}

/// A session as a store keeps it.
public struct SessionRecord: Sendable, Hashable {
    /// What stands for a session's fate.
    public enum Status: String, Sendable, Hashable {
        /// It goes on.
        case open
        /// Its flow has ended.
        case ended
        /// A condition could not be evaluated.
        case stopped
    }

    /// Its name.
    public var id: SessionID
    /// The flow.
    public var flow: FlowName
    /// The flow's version.
    public var version: Int
    /// The hash of the flow's texts.
    public var hash: String
    /// How many events have changed it.
    public var sequence: Int
    /// Its data key, wrapped by the key file's.
    public var wrappedKey: [UInt8]
    /// The encrypted state.
    public var state: [UInt8]
    /// The end of the journal's chain.
    public var chain: [UInt8]
    /// What became of it.
    public var status: Status
    /// When it began, in milliseconds since 1970.
    public var createdAt: Int64
    /// When it last changed, in milliseconds since 1970.
    public var updatedAt: Int64
    /// When time moves it next, in milliseconds since 1970.
    public var nextDeadline: Int64?

    /// Makes a record.
    public init(
        id: SessionID, flow: FlowName, version: Int, hash: String, sequence: Int,
        wrappedKey: [UInt8], state: [UInt8], chain: [UInt8], status: Status, createdAt: Int64,
        updatedAt: Int64, nextDeadline: Int64?
    ) {
        self.id = id
        self.flow = flow
        self.version = version
        self.hash = hash
        self.sequence = sequence
        self.wrappedKey = wrappedKey
        self.state = state
        self.chain = chain
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.nextDeadline = nextDeadline
    }
}

/// All that one event changes: saved in one transaction.
public struct SessionCommit: Sendable, Hashable {
    /// The session as it is now.
    public var session: SessionRecord
    /// The sequence number before; `nil` for a session that begins.
    public var expectedSequence: Int?
    /// What has happened.
    public var journal: JournalRow
    /// Hashes of links that were sent.
    public var links: [[UInt8]]
    /// What was sent under limits.
    public var sends: [SendRow]
    /// Letters to be delivered.
    public var letters: [OutboxRow]
    /// Secrets that were sealed.
    public var secrets: [SecretRow]
    /// Secrets that nobody refers to any more.
    public var droppedSecrets: [SecretReference]
    /// Whether the bodies of the session's delivered letters are erased: their links are dead.
    public var erasesLetters: Bool

    /// Makes a commit of a state and its journal row.
    public init(session: SessionRecord, expectedSequence: Int?, journal: JournalRow) {
        self.session = session
        self.expectedSequence = expectedSequence
        self.journal = journal
        links = []
        sends = []
        letters = []
        secrets = []
        droppedSecrets = []
        erasesLetters = false
    }
}

/// One event of a session, encrypted, with its place in the chain.
public struct JournalRow: Sendable, Hashable {
    /// The session.
    public var session: SessionID
    /// The sequence number the event led to.
    public var sequence: Int
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// Now, event, fresh and the hash of the new state, encrypted with the session's key.
    public var body: [UInt8]
    /// The HMAC over the one before and the body.
    public var mac: [UInt8]

    /// Makes a row.
    public init(session: SessionID, sequence: Int, at: Int64, body: [UInt8], mac: [UInt8]) {
        self.session = session
        self.sequence = sequence
        self.at = at
        self.body = body
        self.mac = mac
    }
}

/// One send, counted in a scope.
public struct SendRow: Sendable, Hashable {
    /// The HMAC of the scope.
    public var scope: [UInt8]
    /// When, in milliseconds since 1970.
    public var at: Int64

    /// Makes a row.
    public init(scope: [UInt8], at: Int64) {
        self.scope = scope
        self.at = at
    }
}

/// A sealed secret.
public struct SecretRow: Sendable, Hashable {
    /// Its name.
    public var reference: SecretReference
    /// The session it was given in.
    public var session: SessionID
    /// The sealed bytes.
    public var sealed: [UInt8]

    /// Makes a row.
    public init(reference: SecretReference, session: SessionID, sealed: [UInt8]) {
        self.reference = reference
        self.session = session
        self.sealed = sealed
    }
}

/// A letter that is to be delivered, or was.
public struct OutboxRow: Sendable, Hashable {
    /// What became of a letter.
    public enum Status: String, Sendable, Hashable {
        case waiting, delivered, parked
    }

    /// Its name, and the local part of its Message-ID: the same order always has the same.
    public var id: String
    /// The session.
    public var session: SessionID
    /// The encrypted letter; empty once it was delivered.
    public var body: [UInt8]
    /// What became of it.
    public var status: Status
    /// How often it was tried.
    public var attempts: Int
    /// When it was ordered, in milliseconds since 1970.
    public var createdAt: Int64
    /// When it is tried next, in milliseconds since 1970.
    public var dueAt: Int64
    /// Why the last delivery failed; never contains the letter or the address.
    public var failure: String?

    /// Makes a letter that waits.
    public init(id: String, session: SessionID, body: [UInt8], createdAt: Int64) {
        self.id = id
        self.session = session
        self.body = body
        self.createdAt = createdAt
        status = .waiting
        attempts = 0
        dueAt = createdAt
    }
}

/// An account as a store keeps it.
public struct AccountRecord: Sendable, Hashable {
    /// Its name.
    public var id: String
    /// The HMAC of its address.
    public var emailIndex: [UInt8]
    /// The key of the call that made it.
    public var creationKey: String
    /// Its data key, wrapped by the key file's.
    public var wrappedKey: [UInt8]
    /// When it was made, in milliseconds since 1970.
    public var createdAt: Int64

    /// Makes a record.
    public init(
        id: String, emailIndex: [UInt8], creationKey: String, wrappedKey: [UInt8], createdAt: Int64
    ) {
        self.id = id
        self.emailIndex = emailIndex
        self.creationKey = creationKey
        self.wrappedKey = wrappedKey
        self.createdAt = createdAt
    }
}

/// One field of an account, encrypted with the account's key.
public struct AccountField: Sendable, Hashable {
    /// The field.
    public var name: FieldName
    /// The encrypted value.
    public var body: [UInt8]
    /// Whether the store refuses every later change.
    public var isSetOnce: Bool

    /// Makes a field.
    public init(name: FieldName, body: [UInt8], isSetOnce: Bool) {
        self.name = name
        self.body = body
        self.isSetOnce = isSetOnce
    }
}
