/// What may not come into a letter's head.
///
/// All of it looks at UTF-8 bytes or Unicode scalars: as Characters, a carriage return and a line
/// feed are one, which is equal to neither.
enum HeaderCheck {
    /// Refuses the C0 and C1 controls, DEL, and the line and paragraph separators.
    static func noControls(
        _ text: String,
        part: LetterError.Part
    ) throws(LetterError) {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            let isASCIIControl = byte < 0x20 || byte == 0x7F
            let isC1 = previous.1 == 0xC2 && byte < 0xA0
            let isSeparator = previous == (0xE2, 0x80) && (byte == 0xA8 || byte == 0xA9)
            if isASCIIControl || isC1 || isSeparator { throw .controlCharacter(part) }
            previous = (previous.1, byte)
        }
    }

    /// Refuses all but `local@domain`, RFC 5321 4.1.2 with RFC 6531 3.3, without quoted strings
    /// and domain literals.
    static func address(
        _ text: String,
        part: LetterError.Part
    ) throws(LetterError) {
        guard !text.isEmpty else { throw .empty(part) }
        try noControls(text, part: part)
        let halves = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        // RFC 5321 4.5.3.1: 64 octets for the local part, 256 for the path with its brackets.
        guard halves.count == 2, text.utf8.count <= 254,
            String(halves[0]).utf8.count <= 64,
            areLabels(halves[0], allowed: isAtomScalar),
            areLabels(halves[1], allowed: isDomainScalar),
            halves[1].first != "-", halves[1].last != "-"
        else { throw .malformed(part) }
    }

    /// Refuses a Message-ID that is not an ASCII address without its angle brackets.
    static func messageID(_ text: String) throws(LetterError) {
        try address(text, part: .messageID)
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .malformed(.messageID) }
    }

    /// Refuses what does not look like a language tag of BCP 47, for example `zh-Hans`.
    static func language(_ text: String) throws(LetterError) {
        guard !text.isEmpty else { throw .empty(.language) }
        try noControls(text, part: .language)
        let tags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 35,
            tags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }),
            let first = tags.first, first.count >= 2, first.allSatisfy({ $0 >= 0x41 })
        else { throw .malformed(.language) }
    }

    private static func areLabels(
        _ text: Substring.UnicodeScalarView,
        allowed: (Unicode.Scalar) -> Bool
    ) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(allowed) }
    }

    private static func isAtomScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? isAlphanumeric(UInt8(ascii: scalar))
                || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
            : isVisible(scalar)
    }

    private static func isDomainScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? isAlphanumeric(UInt8(ascii: scalar)) || scalar == "-" : isVisible(scalar)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        // Invisible format characters make two addresses look the same.
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
    }
}
