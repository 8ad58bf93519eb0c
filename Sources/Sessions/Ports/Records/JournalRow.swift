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
