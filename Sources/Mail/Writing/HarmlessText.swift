/// Text of people and translators, without what acts on a terminal or turns the direction of what follows.
///
/// Looks at scalars: as Characters, a carriage return and a line feed are one.
enum HarmlessText {
    /// The text with line breaks and tabs kept; each kind of line break becomes a line feed.
    static func lines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r":
                break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}":
                result.append("\n")
            case "\n", "\t":
                result.append(scalar)
            default:
                result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// The text on one line.
    static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                lines(text).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
            )
        )
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Embeddings and overrides, isolates, deprecated shaping, interlinear annotation.
        case 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: true
        // Scalars that are no characters.
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
