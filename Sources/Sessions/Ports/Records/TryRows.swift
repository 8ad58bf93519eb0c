/// One try of something that may be guessed: counted before it is judged, if there is room for it.
public struct TryRows: Sendable, Hashable {
    /// How many may stand in a scope.
    public struct Bound: Sendable, Hashable {
        /// The HMAC of the scope.
        public var scope: [UInt8]
        /// The rows after this moment count, in milliseconds since 1970.
        public var since: Int64
        /// How many there may be, this one included.
        public var most: Int

        /// Makes a bound.
        public init(scope: [UInt8], since: Int64, most: Int) {
            self.scope = scope
            self.since = since
            self.most = most
        }
    }

    /// What must hold, so that it counts at all.
    public var bounds: [Bound]
    /// The rows that count it.
    public var rows: [SendRow]

    /// Makes a try.
    public init(bounds: [Bound], rows: [SendRow]) {
        self.bounds = bounds
        self.rows = rows
    }
}
