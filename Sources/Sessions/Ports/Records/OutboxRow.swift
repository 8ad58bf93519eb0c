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
    /// The encrypted letter; empty once it was delivered, unless it is kept to be shown.
    public var body: [UInt8]
    /// What became of it.
    public var status: Status
    /// How often a delivery was begun; in a row that was just leased, before this time.
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
