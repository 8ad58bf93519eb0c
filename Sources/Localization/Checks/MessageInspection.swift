/// What a rule looks at: one message of one language, beside the message it was translated from.
struct MessageInspection {
    let key: MessageKey
    let language: LanguageTag
    /// The message as the file has it.
    let pattern: String
    let tree: MessageTree
    /// The English message; `nil` for English itself.
    let original: MessageTree?
    /// What translators are told about the message.
    let description: MessageDescription?
}
