/// The place where something sealed belongs; moved elsewhere, it does not open.
public struct SealContext: Hashable, Sendable {
    /// The table.
    public let table: String
    /// The column.
    public let column: String
    /// The session, or the account where the row belongs to one.
    public let session: String
    /// The row's version in the session; 0 where rows have none.
    public let version: Int

    /// Names a place.
    public init(table: String, column: String, session: String, version: Int) {
        self.table = table
        self.column = column
        self.session = session
        self.version = version
    }

    func frame(_ label: String) -> Framing {
        var frame = Framing(label)
        frame.append(table)
        frame.append(column)
        frame.append(session)
        frame.append(version)
        return frame
    }
}
