/// The text of a part of the letter, encoded so that lines have at most 76 characters of ASCII.
struct BodyText {
    /// The value of `Content-Transfer-Encoding`.
    let encoding: String
    /// The encoded text, without a line break at its end.
    let bytes: [UInt8]

    private static let lineLength = 76
    private static let lineBreak = Array("\r\n".utf8)

    /// Encodes text in whichever way is shorter; mostly Latin letters are so readable as they are.
    init(_ text: String) {
        let lines = Self.lines(text)
        let quoted = Self.quotedPrintable(lines)
        let base64 = Self.base64(lines)
        let isQuotedShorter = quoted.count <= base64.count
        encoding = isQuotedShorter ? "quoted-printable" : "base64"
        bytes = isQuotedShorter ? quoted : base64
    }

    private static func lines(_ text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r":
                break
            case "\r", "\n":
                lines.append([])
            default:
                lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        return lines
    }

    private static func base64(_ lines: [[Unicode.Scalar]]) -> [UInt8] {
        var text: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { text += lineBreak }
            for scalar in line { text += UTF8.encode(scalar).map(Array.init) ?? [] }
        }
        var result: [UInt8] = []
        for (index, digit) in Base64.digits(text).enumerated() {
            if index > 0, index % lineLength == 0 { result += lineBreak }
            result.append(digit)
        }
        return result
    }

    private static func quotedPrintable(_ lines: [[Unicode.Scalar]]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { result += lineBreak }
            var column = 0
            for (position, scalar) in line.enumerated() {
                let unit = unit(scalar, isLast: position == line.count - 1)
                // One place stays free for the `=` of a soft break.
                if column + unit.count > lineLength - 1 {
                    result.append(UInt8(ascii: "="))
                    result += lineBreak
                    column = 0
                }
                result += unit
                column += unit.count
            }
        }
        return result
    }

    private static func unit(_ scalar: Unicode.Scalar, isLast: Bool) -> [UInt8] {
        switch scalar {
        case "=":
            break
        case "!"..."~":
            return [UInt8(ascii: scalar)]
        // At the end of a line a mail server may take it away.
        case " " where !isLast, "\t" where !isLast:
            return [UInt8(ascii: scalar)]
        default:
            break
        }
        let digits = Array("0123456789ABCDEF".utf8)
        return (UTF8.encode(scalar).map(Array.init) ?? []).flatMap {
            [UInt8(ascii: "="), digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]]
        }
    }
}
