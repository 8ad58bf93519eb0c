/// Prepares passwords and security answers for comparison (RFC 8265 section 4.2, OpaqueString).
public enum OpaqueString {
    /// The text in the one form that is compared: spaces outside ASCII become U+0020, normal form C, case
    /// kept; `nil` where it is empty or holds a character that the FreeformClass (RFC 8264) disallows.
    public static func enforce(_ text: String) -> String? {
        var mapped = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard isAllowed(scalar, after: before) else { return nil }
            let isSpace = scalar.properties.generalCategory == .spaceSeparator
            mapped.append(isSpace ? " " : scalar)
            before = scalar
        }
        let result = TextFolding.nfc(String(mapped))
        return result.isEmpty ? nil : result
    }

    private static func isAllowed(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .unassigned, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator:
            return false
        default:
            break
        }
        // A joiner is allowed behind a virama, where it changes what is read (RFC 5892 A.1, A.2).
        if scalar == "\u{200C}" || scalar == "\u{200D}" {
            return before?.properties.canonicalCombiningClass == .virama
        }
        let isOldHangul =
            (0x1100...0x11FF).contains(scalar.value) || (0xA960...0xA97F).contains(scalar.value)
            || (0xD7B0...0xD7FF).contains(scalar.value)
        // Conjoining jamo of modern syllables compose; the decomposed form is the same answer.
        let isModernJamo =
            (0x1100...0x1112).contains(scalar.value) || (0x1161...0x1175).contains(scalar.value)
            || (0x11A8...0x11C2).contains(scalar.value)
        if isOldHangul { return isModernJamo }
        return !scalar.properties.isDefaultIgnorableCodePoint
            && !scalar.properties.isNoncharacterCodePoint
    }
}
