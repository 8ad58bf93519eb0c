/// Makes a text harmless for a terminal: what would steer it, or hide or turn other text, is shown
/// instead of obeyed.
enum TerminalText {
    /// More marks than this on one letter are no language's; they would paint over other lines.
    private static let markLimit = 6

    /// The text with control characters, escape codes and invisible characters as visible ones.
    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var shown = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            if isMark(scalar) {
                marks += 1
                if marks > markLimit { continue }
            } else {
                marks = 0
            }
            if isHarmless(scalar) {
                shown.append(scalar)
            } else {
                shown.append(contentsOf: picture(of: scalar).unicodeScalars)
            }
        }
        return String(shown)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        // The joiners hold emoji and the letters of some scripts together.
        if scalar == "\u{200C}" || scalar == "\u{200D}" { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        default:
            return !scalar.properties.isDefaultIgnorableCodePoint || isMark(scalar)
        }
    }

    private static func picture(of scalar: Unicode.Scalar) -> String {
        // U+2400 and on are the pictures of the control characters.
        if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
            return String(Character(picture))
        }
        if scalar.value == 0x7F { return "\u{2421}" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        return "⟨U+\(zeros)\(digits)⟩"
    }
}
