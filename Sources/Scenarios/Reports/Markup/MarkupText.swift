import Documents

/// Foreign text in XML and HTML: what it says is seen, and it can't be anything but text.
enum MarkupText {
    /// The text of an element or of a quoted attribute, on one line.
    ///
    /// What XML 1.0 does not allow, and what hides or turns the direction, is written as `\u{1B}`.
    static func escaping(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.escaping(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            // Also behind `]]`, where XML demands it.
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default:
                if scalar.value & 0xFFFE == 0xFFFE {
                    escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                } else {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }

    /// Lines as the text of an element.
    static func lines(_ lines: [String]) -> String {
        lines.map(escaping).joined(separator: "\n")
    }
}
