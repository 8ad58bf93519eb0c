public import Flows

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
        /// Its account was changed so that nobody stays signed in.
        case signedOut = "signed_out"
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
    /// The HMAC of the address whose account it is about, as far as it is known.
    public var owner: [UInt8]?
    /// Whether whoever goes on with it may get at that account, so that it ends where nobody is to stay signed in.
    public var reachesAccount = false

    /// Makes a record.
    public init(
        id: SessionID,
        flow: FlowName,
        version: Int,
        hash: String,
        sequence: Int,
        wrappedKey: [UInt8],
        state: [UInt8],
        chain: [UInt8],
        status: Status,
        createdAt: Int64,
        updatedAt: Int64,
        nextDeadline: Int64?
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
