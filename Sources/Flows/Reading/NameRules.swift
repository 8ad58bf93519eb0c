import Documents

/// What names may look like, and which are taken.
enum NameRules {
    /// Last parts of message keys, and words of the format: no step, field or event may be called so.
    static let reserved: Set<String> = [
        "title", "intro", "help", "advice", "mail", "sms", "error", "field", "refused", "label",
        "hint", "warning", "option", "options", "offer", "closing", "submit", "back",
        "stay", "else", "value", "now", "today", "locale", "account", "session",
    ]

    /// First parts of message keys that belong to no flow.
    static let reservedForFlows: Set<String> = [
        "mail", "sms", "error", "field", "refused", "options", "answer", "hint", "captcha",
    ]

    /// Whether a text is made of lower-case letters, digits and a separator, and begins with a letter.
    static func isWellFormed(_ text: String, separator: UInt8) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.last != separator,
            text.utf8.count <= 60
        else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == separator }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}

extension Findings {
    /// Whether a word can name a step, field, event or the like; reports it otherwise.
    mutating func isName(_ word: Word, _ what: String, mayBeReserved: Bool = false) -> Bool {
        guard NameRules.isWellFormed(word.text, separator: UInt8(ascii: "_")) else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be the name of \(what)",
                help: "write lower-case letters, digits and `_`, a letter first"
            )
            return false
        }
        guard mayBeReserved || !NameRules.reserved.contains(word.text) else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be the name of \(what): it is reserved",
                help: "choose another name"
            )
            return false
        }
        return true
    }

    /// Whether a word can name a flow; reports it otherwise.
    mutating func isFlowName(_ word: Word) -> Bool {
        guard NameRules.isWellFormed(word.text, separator: UInt8(ascii: "-")),
            !NameRules.reservedForFlows.contains(word.text)
        else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be the name of a flow",
                help: "write lower-case letters, digits and `-`, a letter first"
            )
            return false
        }
        return true
    }
}
