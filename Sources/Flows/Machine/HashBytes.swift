/// The bytes of a hash that stand in what is stored as hexadecimal digits: a third of the room that a list of numbers
/// takes, and read many times as fast.
@propertyWrapper
public struct HashBytes: Hashable, Sendable, Codable {
    /// The bytes.
    public var wrappedValue: [UInt8]

    /// Wraps bytes.
    public init(wrappedValue: [UInt8]) { self.wrappedValue = wrappedValue }

    /// Reads the digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let bytes = Hexadecimal.bytes(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "hexadecimal digits belong here"
            )
        }
        wrappedValue = bytes
    }

    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hexadecimal.text(wrappedValue))
    }
}

/// Several hashes, each as ``HashBytes`` has one.
@propertyWrapper
public struct HashList: Hashable, Sendable, Codable {
    /// The hashes.
    public var wrappedValue: [[UInt8]]

    /// Wraps hashes.
    public init(wrappedValue: [[UInt8]]) { self.wrappedValue = wrappedValue }

    /// Reads the digits of each.
    public init(from decoder: any Decoder) throws {
        wrappedValue = try [HashBytes](from: decoder).map(\.wrappedValue)
    }

    /// Writes the digits of each.
    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.map { HashBytes(wrappedValue: $0) }.encode(to: encoder)
    }
}

/// Bytes as digits.
private enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { room in
            for (index, byte) in bytes.enumerated() {
                room[index * 2] = digits[Int(byte >> 4)]
                room[index * 2 + 1] = digits[Int(byte & 0xF)]
            }
            return bytes.count * 2
        }
    }

    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
