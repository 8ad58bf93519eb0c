/// What a reviewer has decided about a session.
public struct ReviewRow: Sendable, Hashable {
    /// The session.
    public var session: SessionID
    /// The encrypted decision.
    public var body: [UInt8]

    /// Makes a row.
    public init(session: SessionID, body: [UInt8]) {
        self.session = session
        self.body = body
    }
}
