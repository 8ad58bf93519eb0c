public import Flows

/// A session that was read: its record, its key, its machine and where it stands.
public struct LiveSession: Sendable {
    var record: SessionRecord
    let cipher: OwnerCipher
    /// The machine of the flow it is pinned to.
    public let machine: FlowMachine
    /// Where it stands.
    public internal(set) var state: FlowState
    /// Which of the devices that held the walk one after another looks at it, from 0.
    ///
    /// `nil` for who has the database and its keys, such as a terminal: they always hold the walk.
    public internal(set) var device: Int?

    /// Its name.
    public var id: SessionID { record.id }
    /// Whether whoever looks at it holds it; it goes on on another device otherwise.
    public var isHeld: Bool { device.map { $0 == state.holder } ?? true }
    /// Whether it goes on.
    public var status: SessionRecord.Status { record.status }
}

/// A session in a list: what may be shown of it without its key.
public struct SessionSummary: Sendable, Hashable {
    /// Its name.
    public let id: SessionID
    /// The flow.
    public let flow: FlowName
    /// What became of it.
    public let status: SessionRecord.Status
    /// When it last changed, in milliseconds since 1970.
    public let updatedAt: Int64
}
