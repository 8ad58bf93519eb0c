import CSodium

// Unchecked: the memory is written in the initializer only, before anybody else can see it, and
// freed in deinit, after everybody has let go; in between it is only read. No lock is needed.

/// Bytes that are wiped from memory when nobody holds them any longer.
///
/// A class, because wiping needs to know the last holder.
public final class SecretBytes: @unchecked Sendable, Concealed {
    private let start: UnsafeMutablePointer<UInt8>

    /// How many bytes there are.
    public let count: Int

    /// Makes bytes of the given count, all zero until `fill` has written them.
    init<Failure: Error>(
        count: Int,
        fill: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        Sodium.start()
        self.count = count
        start = .allocate(capacity: count)
        start.initialize(repeating: 0, count: count)
        try fill(start)
    }

    /// Copies bytes; the caller's own copy stays as it is.
    public convenience init(copying bytes: [UInt8]) {
        self.init(count: bytes.count) { start in
            bytes.withUnsafeBufferPointer { bytes in
                guard let source = bytes.baseAddress else { return }
                start.update(from: source, count: bytes.count)
            }
        }
    }

    /// Takes bytes over and wipes the caller's array, which is empty afterwards.
    ///
    /// Only the array given is wiped: copies of it that share its storage keep the bytes.
    public convenience init(wiping bytes: inout [UInt8]) {
        self.init(copying: bytes)
        bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
        bytes = []
    }

    /// Copies the UTF-8 bytes of a text, as they are: nothing is normalised.
    public convenience init(utf8 text: String) {
        let bytes = text.utf8
        self.init(count: bytes.count) { start in
            _ = UnsafeMutableBufferPointer(start: start, count: bytes.count)
                .update(fromContentsOf: bytes)
        }
    }

    /// Gives the bytes to `body`; the pointer is good for that call only.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: start, count: count))
    }

    /// Gives where the bytes begin to `body`, for calls into C.
    func withStart<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        body(UnsafePointer(start))
    }

    /// Whether both hold the same bytes; the time tells nothing but whether the counts differ.
    public func equals(_ other: SecretBytes) -> Bool {
        count == other.count
            && sodium_memcmp(start, other.start, count) == 0
    }

    deinit {
        sodium_memzero(start, count)
        start.deallocate()
    }
}
