public import Flows
public import Localization

/// One value of an account as its owner reads it.
public struct AccountRow: Sendable {
    /// What it is.
    public let label: Words
    /// The value, with most of it hidden where who looks over a shoulder could misuse it.
    public let value: String
    /// The field.
    public let field: FieldName
}

extension ScreenBuilder {
    /// What an account has, in the order in which it is declared, in the language of a state.
    ///
    /// The flow must be one that somebody signs in to. What has no words of its own for all flows is left out.
    public func accountRows(
        of fields: [FieldName: FieldValue],
        in state: FlowState
    ) -> [AccountRow] {
        let words = ScreenWords(builder: self, state: state, now: 0, input: ScreenInput())
        let screens = FieldScreens(builder: self, state: state, words: words)
        return machine.definition.fields.compactMap { slot in
            guard slot.name.text.hasPrefix(FieldName.accountPrefix) else { return nil }
            // Agreements are shown with their versions, in a list of their own.
            if case .consent = slot.type { return nil }
            var field = slot
            field.name = FieldName(String(slot.name.text.dropFirst(FieldName.accountPrefix.count)))
            let path = field.name.text
            let label = catalogs.words(MessageKey("field.\(path).label"), in: words.language)
            guard !label.isMissing, let value = fields[field.name],
                let shown = screens.shown(value, of: field, keyPath: path)
            else { return nil }
            return AccountRow(
                label: label,
                value: field.isPersonal ? Self.masked(shown, of: field.type) : shown,
                field: field.name
            )
        }
    }

    /// A number with its last three characters: enough to know it again, and no more.
    private static func masked(_ shown: String, of type: FieldType) -> String {
        switch type {
        case .phone, .text: break
        default: return shown
        }
        guard shown.count(where: \.isNumber) > 5 else { return shown }
        return "•••\u{A0}\(shown.suffix(3))"
    }
}
