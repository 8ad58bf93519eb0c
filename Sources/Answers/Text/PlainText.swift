import Flows

/// Reads words and names: as typed, but for surplus white space.
struct PlainText {
    /// The greatest and the least length, in Unicode scalars.
    let length: LengthBounds

    /// Any words.
    func readText(_ text: String) -> AnswerReading {
        let words = text.collapsed
        return lengthProblem(words) ?? .value(.text(words))
    }

    /// A part of a person's name: letters of any script with what stands between them.
    func readName(_ text: String) -> AnswerReading {
        let name = text.collapsed
        if let problem = lengthProblem(name) { return problem }
        var hasLetter = false
        for scalar in name.unicodeScalars {
            // A digit by its properties, but a letter of Chinese names.
            if scalar == "〇" { continue }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter:
                hasLetter = true
            case .nonspacingMark, .spacingMark, .enclosingMark: continue
            case .decimalNumber, .letterNumber, .otherNumber: return .problem("digits_in_name")
            default:
                guard Self.marks.contains(scalar) else {
                    return .problem("characters", ["character": .text(String(scalar))])
                }
            }
        }
        return hasLetter ? .value(.text(name)) : .problem("no_letters")
    }

    // The dots stand between the parts of foreign names in Chinese (买买提·艾力) and Japanese; the joiners
    // belong to the spelling of Persian and Indian names.
    private static let marks: Set<Unicode.Scalar> = [
        " ", "-", "\u{2010}", "\u{2011}", "'", "’", "‘", "ʼ", ".", "·", "・", "•", "\u{200C}",
        "\u{200D}",
    ]

    private func lengthProblem(_ text: String) -> AnswerReading? {
        let count = text.unicodeScalars.count
        if count > length.maximum {
            return .problem("too_long", ["max": .integer(Int64(length.maximum))])
        }
        if count < length.minimum {
            return .problem("too_short", ["min": .integer(Int64(length.minimum))])
        }
        return nil
    }
}
