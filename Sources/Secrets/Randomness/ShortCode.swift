/// A code that a person types from a letter, an SMS or another screen: six digits.
///
/// A million codes are soon tried: whoever compares one counts the try durably before. The store
/// keeps the `mac` only, whose key is outside the database.
public struct ShortCode: Sendable, Concealed {
    /// How many digits there are.
    public static let digitCount = 6

    private let digits: SecretBytes

    /// Makes a new code; all million are equally likely.
    public init(random: some RandomSource = SystemRandom()) {
        var number = Self.number(random.bytes(4))
        // The last 967,296 of the 2^32 numbers would make some codes likelier than others.
        while number >= 4_294_000_000 {
            number = Self.number(random.bytes(4))
        }
        self.init(number: UInt64(number))
    }

    /// The code that belongs to an owner: it follows from the keys, so that nothing is kept in its place.
    public init(of owner: String, keys: MasterKeys) {
        var frame = Framing("code of")
        frame.append(owner)
        let bytes = MessageAuthentication.sha256(key: keys.subkey(for: .code), parts: [frame.bytes])
        // Of 2^64 numbers, those that make some codes likelier are too few to be noticed.
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(number: number % 1_000_000)
    }

    /// The code with these digits, zeros before them.
    private init(number: UInt64) {
        var rest = number
        var digits = [UInt8](repeating: 0x30, count: Self.digitCount)
        for index in digits.indices.reversed() {
            digits[index] += UInt8(rest % 10)
            rest /= 10
        }
        self.init(digits: SecretBytes(wiping: &digits))
    }

    private init(digits: SecretBytes) {
        self.digits = digits
    }

    /// The code that a text stands for; nil unless it is six ASCII digits and nothing else.
    public static func parse(_ text: String) -> ShortCode? {
        guard text.utf8.count == digitCount, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return ShortCode(digits: SecretBytes(utf8: text))
    }

    /// The digits.
    public func reveal() -> String {
        digits.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// What is stored in the code's place: 32 bytes.
    ///
    /// `owner` names what the code belongs to (purpose and link, or purpose and session), so that
    /// the same digits look different in each row and one row's code opens no other.
    public func mac(keys: MasterKeys, owner: String) -> [UInt8] {
        var frame = Framing("code")
        frame.append(owner)
        let key = keys.subkey(for: .code)
        return digits.withBytes { digits in
            MessageAuthentication.sha256(key: key, parts: [frame.bytes], secret: digits)
        }
    }

    /// Whether this code is the one whose `mac` was stored, in constant time.
    public func matches(_ mac: [UInt8], keys: MasterKeys, owner: String) -> Bool {
        constantTimeEquals(self.mac(keys: keys, owner: owner), mac)
    }

    /// Whether both have the same digits, in constant time.
    public func isSame(as other: ShortCode) -> Bool {
        digits.equals(other.digits)
    }

    private static func number(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
