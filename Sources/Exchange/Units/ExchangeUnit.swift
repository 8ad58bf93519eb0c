import Localization

/// What a translator's tool shows as one thing to translate: a message, or one branch of it.
struct ExchangeUnit {
    /// The name in the file: letters, digits and `_ - . :`.
    let id: String
    /// The names and branches that lead to it inside of the message; empty for all of it.
    let path: [String]
    let source: [UnitPart]
    /// The translation; `nil` where there is none yet.
    let target: [UnitPart]?
    /// What stands there in the message as it is now, or as it would begin.
    let own: [UnitPart]
    let status: ExchangeMessage.Status
    /// What translators are told, beside what holds for the whole message.
    let notes: [String]
    /// Whether it holds everything that is shown: no branch is elsewhere, or written out in it.
    let isFlat: Bool
    /// The branch of a plural or a select that it is.
    let branch: (kind: MessageForm.Block.Kind, selector: String)?

    /// The placeholders by their ids.
    var codes: [String: UnitCode] {
        var codes: [String: UnitCode] = [:]
        for case .code(let code) in source + own { codes[code.id] = code }
        return codes
    }
}
