/// A file that a person gave, encrypted.
public struct FileRow: Sendable, Hashable {
    /// Its random name.
    public var name: String
    /// The session it was given in.
    public var session: SessionID
    /// The encrypted bytes.
    public var body: [UInt8]

    /// Makes a row.
    public init(name: String, session: SessionID, body: [UInt8]) {
        self.name = name
        self.session = session
        self.body = body
    }
}
