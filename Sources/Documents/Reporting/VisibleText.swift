/// Shows foreign text as text: nothing in it acts on a terminal, hides, or turns the direction.
public enum VisibleText {
    /// The text on one line, with each hidden character written as `\u{1B}`.
    public static func escaping(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a character can't be seen, or makes others look different from what they are.
    ///
    /// Joiners (U+200C, U+200D) and variation selectors belong to scripts and emoji and stay.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Soft hyphen, Arabic letter mark, zero-width space, direction marks.
        case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F: true
        // Line and paragraph separator, embeddings and overrides, word joiner to isolates.
        case 0x2028...0x202E, 0x2060...0x206F: true
        // Byte order mark, interlinear annotation, tags.
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
