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
    /// What flows give the message; empty where none asks for it.
    var demands: [DemandedMessage] = []

    /// What flows give for an argument; `nil` where no flow asks for the message, or none gives it.
    ///
    /// A number that may have decimals in one flow may have them.
    func kind(of argument: String) -> MessageArgumentKind? {
        let kinds = demands.compactMap { $0.arguments[argument] }
        return kinds.first { $0 == .number } ?? kinds.first
    }

    /// The words that flows give for an argument; empty where they don't tell.
    func options(of argument: String) -> [String] {
        let lists = demands.map { $0.choices[argument] ?? [] }
        // One flow that doesn't tell may give anything.
        guard !lists.contains(where: \.isEmpty) else { return [] }
        return lists.reduce(into: []) { all, list in
            all += list.filter { !all.contains($0) }
        }
    }
}
