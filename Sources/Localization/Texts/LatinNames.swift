import CICUBridge

/// Suggests how a name is written in Latin letters; the person may always write otherwise.
public enum LatinNames {
    /// Which part of a person's name a text is; Chinese family and given names are written apart.
    public enum Part: Sendable, Hashable {
        case given, family, full
        /// Unknown: three Han characters, or a compound family name with more behind it, are a full name.
        case any
    }

    /// The longest name that is looked at, in Unicode scalars.
    private static let limit = 200

    /// A Latin spelling; `nil` where the name is in plain ASCII already, or none can be given.
    ///
    /// Cyrillic follows ICAO Doc 9303 part 3 section 6, Chinese the pinyin of family names without
    /// tones (ü as yu, syllables joined), other letters lose their diacritics.
    public static func suggestion(
        for name: String,
        language: LanguageTag? = nil,
        part: Part = .any
    ) -> String? {
        let scalars = TextFolding.nfc(name).unicodeScalars
        guard !name.utf8.allSatisfy({ $0 < 0x80 }), scalars.count <= limit else { return nil }
        let result: String
        if scalars.contains(where: isHan) {
            result = HanNames.latin(String(scalars), part)
        } else if scalars.contains(where: { CyrillicNames.letters[lower($0)] != nil }) {
            result = ascii(CyrillicNames.latin(String(scalars), language))
        } else {
            result = ascii(String(scalars))
        }
        let isASCII = result.utf8.allSatisfy { $0 < 0x80 }
        return isASCII && result.utf8.contains { $0 > 0x40 } ? result : nil
    }

    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic
    }

    /// A text in ASCII: diacritics dropped, letters of other scripts as ICU spells them.
    static func ascii(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let isLatin = text.unicodeScalars.allSatisfy {
            $0.value < 0x370 || (0x1E00...0x1EFF).contains($0.value)
        }
        let script = isLatin ? pf_script_latin_to_ascii : pf_script_any_to_ascii
        return BridgedText.string(room: 4 * text.utf8.count + 64) {
            pf_text_transliterate(script, text, text.bridgedLength, $0, $1)
        } ?? text
    }
}
