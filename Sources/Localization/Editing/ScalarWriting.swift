import Documents

/// Writes texts as YAML scalars on one line.
enum ScalarWriting {
    /// A text in a style; `nil` where the style can't hold it.
    static func line(_ text: String, _ style: DocumentNode.ScalarStyle) -> String? {
        switch style {
        case .plain: isPlain(text) ? text : nil
        case .singleQuoted:
            text.unicodeScalars.contains(where: isEscaped)
                ? nil
                : "'"
                    + text.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: "''") + "'"
        case .doubleQuoted: doubleQuoted(text)
        case .literal, .folded: nil
        }
    }

    /// A text in double quotes, which hold any.
    static func doubleQuoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case "\r": written += "\\r"
            default:
                if isEscaped(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    written += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    written.unicodeScalars.append(scalar)
                }
            }
        }
        return written + "\""
    }

    /// A key, in quotes where it needs them.
    static func key(_ text: String) -> String {
        let isWord = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
        }
        let isBare = isWord && text.utf8.first.map { $0 > 0x2F } ?? false
        return isBare && !ImplicitType.isImplicit(text) ? text : doubleQuoted(text)
    }

    /// Whether a text is read as itself where it stands without quotes.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            !first.properties.isWhitespace, !last.properties.isWhitespace, last != ":",
            !"-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first),
            !text.unicodeScalars.contains(where: isEscaped), !ImplicitType.isImplicit(text)
        else { return false }
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch (before, byte) {
            case (0x3A, 0x20), (0x3A, 0x09), (0x20, 0x23), (0x09, 0x23): return false
            default: before = byte
            }
        }
        return true
    }

    /// Whether a character can't stand in a line of a file as itself.
    static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

extension DocumentNode.Scalar {
    /// The message that the scalar holds: the line end behind a block is the file's.
    var pattern: String {
        guard style == .literal, text.utf8.last == 0x0A else { return text }
        return String(text.unicodeScalars.dropLast())
    }
}
