public import Flows

/// Keeps walks, accounts and letters: everything that must survive.
///
/// A store sees no plain personal data and no secret: what is handed to it is encrypted already, and hashes and
/// HMACs are what it finds things by. Every function is one transaction; what has returned is on the disk.
public protocol SessionStore: Sendable {
    /// Whether the store was made for trying things out: only then may a letter's link follow itself, the clock be
    /// moved and the captcha have a fixed answer.
    var isSandbox: Bool { get throws(StoreFailure) }

    /// The session of a name, or `nil` where there is none.
    func session(_ id: SessionID) throws(StoreFailure) -> SessionRecord?
    /// All sessions, the last used first.
    func sessions() throws(StoreFailure) -> [SessionRecord]
    /// The open sessions that time moves at a moment or before, the longest due first; milliseconds since 1970.
    func sessions(dueAt moment: Int64) throws(StoreFailure) -> [SessionID]
    /// The session that sent the link with this hash, or `nil` where none did.
    func session(ofLink hash: [UInt8]) throws(StoreFailure) -> SessionID?
    /// Saves one step of a walk with all that belongs to it, or nothing of it.
    ///
    /// - Throws: `StoreFailure.conflict` when the session is not at `commit.expectedSequence` any more.
    func save(_ commit: SessionCommit) throws(StoreFailure)
    /// The journal of a session, oldest row first.
    func journal(of id: SessionID) throws(StoreFailure) -> [JournalRow]
    /// The moments at which something was sent in a scope, after a moment, oldest first; milliseconds since 1970.
    func sends(inScope scope: [UInt8], after moment: Int64) throws(StoreFailure) -> [Int64]
    /// Counts a try in all its scopes, or in none where one of its bounds is reached; whether it was counted.
    func count(_ attempt: TryRows) throws(StoreFailure) -> Bool
    /// Takes a try back that was counted: it was right.
    func takeBack(_ attempt: TryRows) throws(StoreFailure)

    /// The sealed secret of a reference, or `nil` where there is none.
    func secret(_ reference: SecretReference) throws(StoreFailure) -> SecretRow?

    /// The file of a name, or `nil` where there is none.
    func file(_ name: String) throws(StoreFailure) -> FileRow?

    /// Keeps what a reviewer has decided, behind what was decided before.
    func keep(_ review: ReviewRow) throws(StoreFailure)
    /// The decision that the call of a key takes: the same call always takes the same, and no other call takes it;
    /// `nil` where nothing is left.
    func takeReview(of id: SessionID, forCall key: String) throws(StoreFailure) -> ReviewRow?

    /// The texts a session was begun with, by their hash, or `nil` where they are not kept.
    func texts(ofHash hash: String) throws(StoreFailure) -> [UInt8]?
    /// Keeps texts under their hash; does nothing where they are kept already.
    func keep(texts: [UInt8], hash: String) throws(StoreFailure)

    /// Leases the letters that are due, oldest first: nobody else gets them before `until`.
    func leaseLetters(
        now: Int64,
        until: Int64,
        limit: Int
    ) throws(StoreFailure) -> [OutboxRow]
    /// Notes that a letter was delivered, and erases its body unless it is kept to be shown.
    func markDelivered(_ id: String, at moment: Int64, keepsBody: Bool) throws(StoreFailure)
    /// Notes that a delivery failed; the letter is tried again at a moment, or parked where there is none.
    func markFailed(_ id: String, reason: String, retryAt: Int64?) throws(StoreFailure)
    /// The letters of a session, oldest first, with or without their bodies as far as they are there.
    func letters(of id: SessionID) throws(StoreFailure) -> [OutboxRow]

    /// The account of a name, or `nil` where there is none.
    func account(_ id: String) throws(StoreFailure) -> AccountRecord?
    /// The account that the index of an address belongs to, or `nil` where there is none.
    func account(emailIndex: [UInt8]) throws(StoreFailure) -> AccountRecord?
    /// The account that the index of a phone belongs to, or `nil` where there is none.
    func account(phoneIndex: [UInt8]) throws(StoreFailure) -> AccountRecord?
    /// The account that was made by the call of this key, or `nil` where there is none.
    func account(creationKey: String) throws(StoreFailure) -> AccountRecord?
    /// Makes an account with its fields; the same creation key makes it once.
    ///
    /// Another one may give its address or its phone away: it is kept, and found by its name only.
    ///
    /// - Throws: `StoreFailure.duplicate` when one of its indexes is taken by another account.
    func create(
        _ account: AccountRecord,
        fields: [AccountField],
        inPlaceOf other: String?
    ) throws(StoreFailure)
    /// Changes an account; does nothing where a change with this key was made before.
    ///
    /// A new phone that another account is found by finds that one: this one is then found by its address only.
    ///
    /// - Returns: How the call ended that made the change with this key: the outcome of this one, or of that before.
    /// - Throws: `StoreFailure.setOnce` where a field would be changed that is set once,
    ///   `StoreFailure.duplicate` where another account has the new address, and
    ///   `StoreFailure.conflict` when the account is not at `change.version` any more.
    @discardableResult
    func change(_ change: AccountChange) throws(StoreFailure) -> OutcomeName
    /// Deletes an account with its fields and secrets, and the keys of its sessions but one: nobody reads any of it
    /// again. Does nothing where there is no such account.
    func deleteAccount(_ id: String, exception: SessionID) throws(StoreFailure)
    /// Deletes the key of a session and what can be read without it; what is left is no longer readable.
    func erase(_ id: SessionID) throws(StoreFailure)
    /// The fields of an account.
    func fields(of account: String) throws(StoreFailure) -> [AccountField]
}
