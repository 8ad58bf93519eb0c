/// A text that is being put together, in bytes of UTF-8: a page, a letter, a line.
///
/// Messages are appended to it where they are to stand (``MessageProgram/write(ordered:zone:into:)``), and
/// emptied it keeps its room, so that whoever writes many texts asks for memory once.
///
/// Measured with Benchmarks: appending piece by piece to an array takes about twice as long, since
/// each append asks whether the array is shared.
public struct ByteWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var isOnHeap: Bool
    /// How many bytes there are.
    public private(set) var count = 0

    /// Most texts fit into this many bytes.
    private static let room = 768

    /// An empty text.
    public init() {
        start = .allocate(capacity: Self.room)
        capacity = Self.room
        isOnHeap = true
    }

    private init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
        self.start = start
        self.capacity = capacity
        isOnHeap = false
    }

    deinit {
        if isOnHeap { start.deallocate() }
    }

    /// The bytes.
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// Hands out the bytes, which are only there inside `use`.
    public borrowing func withBytes<Result>(
        _ use: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        use(UnsafeBufferPointer(start: start, count: count))
    }

    /// Empties the text; its room stays.
    public mutating func removeAll() {
        count = 0
    }

    /// Writes a text and hands out its bytes, which are only there inside `use`.
    ///
    /// The text is on the stack while it fits there.
    @inline(__always)
    static func withText<Result>(
        _ write: (inout ByteWriter) -> Void,
        use: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { space in
            guard let start = space.baseAddress else {
                return use(UnsafeBufferPointer(start: nil, count: 0))
            }
            var writer = ByteWriter(start: start, capacity: room)
            write(&writer)
            return writer.withBytes(use)
        }
    }

    /// The bytes that are written.
    static func bytes(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
        withText(write) { Array($0) }
    }

    /// The text that is written.
    static func string(_ write: (inout ByteWriter) -> Void) -> String {
        withText(write) { String(decoding: $0, as: UTF8.self) }
    }

    @inline(never)
    private mutating func grow(toHold needed: Int) {
        let larger = max(needed, capacity * 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        if isOnHeap { start.deallocate() }
        start = moved
        capacity = larger
        isOnHeap = true
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(toHold: count + 1) }
        start[count] = byte
        count &+= 1
    }

    /// Appends what is written into room for so many bytes; `write` returns the place behind it.
    @inline(__always)
    mutating func append(
        atMost room: Int,
        _ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
    ) {
        if capacity &- count < room { grow(toHold: count + room) }
        count = start.distance(to: write(start + count))
    }

    /// Appends bytes.
    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        append(first, count: bytes.count)
    }

    /// Appends so many bytes from a place on.
    @inline(__always)
    mutating func append(_ first: UnsafePointer<UInt8>, count added: Int) {
        if capacity &- count < added { grow(toHold: count &+ added) }
        (start + count).update(from: first, count: added)
        count &+= added
    }

    /// Appends bytes.
    @inline(__always)
    mutating func append(contentsOf bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends a text as UTF-8.
    @inline(__always)
    public mutating func append(_ text: String) {
        // Every native text has its bytes at hand, so that the long way is there for the compiler alone.
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isDone == nil { append(contentsOf: Array(text.utf8)) }
    }
}
