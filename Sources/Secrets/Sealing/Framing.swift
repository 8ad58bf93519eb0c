/// Parts put one after another so that no two lists of parts give the same bytes.
///
/// Each part follows its length in eight bytes, the highest first. The first part is a label that
/// keeps one use of a key apart from another.
struct Framing {
    private(set) var bytes: [UInt8] = []

    init(_ label: String) {
        append(label)
    }

    mutating func append(_ text: String) {
        append(Array(text.utf8))
    }

    mutating func append(_ number: Int) {
        append(Self.bigEndian(UInt64(bitPattern: Int64(number))))
    }

    mutating func append(_ part: [UInt8]) {
        bytes += Self.bigEndian(UInt64(part.count))
        bytes += part
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
