extension MessageParser {
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func blanks() {
        while let byte = peek, Self.isBlank(byte) { index += 1 }
    }

    /// That a blank is next which ICU steps over and nobody sees; `nil` where none is.
    var invisibleHere: MessageProblem? {
        let scalar = String(decoding: bytes[index...].prefix(3), as: UTF8.self).unicodeScalars.first
        guard let scalar, PatternSyntax.isInvisible(scalar) else { return nil }
        return MessageProblem(
            "L024",
            at: index..<(index + UTF8.width(scalar)),
            "an invisible character stands here",
            help: "remove it",
            replacement: ""
        )
    }

    mutating func word() -> String {
        let start = index
        while let byte = peek, Self.isWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// Whether a byte is of a letter, or may be.
    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
    }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}

extension Int {
    /// This end of a range, but not behind the end of the text.
    func clamped(to end: Int) -> Int { Swift.min(self, end) }
}
