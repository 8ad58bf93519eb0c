import CICUBridge

/// Brings texts into forms in which they can be compared.
public enum TextFolding {
    /// A text for searching: compatibility forms, case and diacritics don't matter.
    ///
    /// NFKC_Casefold, then without nonspacing marks. O(length).
    public static func fold(_ text: String) -> String {
        BridgedText.string(room: 3 * text.utf8.count + 16) {
            pf_text_fold(text, text.bridgedLength, $0, $1)
        } ?? text
    }

    /// A text in normal form C.
    ///
    /// O(length).
    public static func nfc(_ text: String) -> String {
        BridgedText.string(room: 3 * text.utf8.count + 16) {
            pf_text_nfc(text, text.bridgedLength, $0, $1)
        } ?? text
    }

    /// A text with full-width forms of ASCII, and the ideographic space, as ASCII.
    ///
    /// O(length).
    public static func mapWidth(_ text: String) -> String {
        // Most of what is typed has nothing to map.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000:
                result.append(" ")
            default:
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// A text in normal form D.
    ///
    /// O(length).
    static func nfd(_ text: String) -> String {
        BridgedText.string(room: 4 * text.utf8.count + 16) {
            pf_text_nfd(text, text.bridgedLength, $0, $1)
        } ?? text
    }
}
