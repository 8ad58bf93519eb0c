/// What a rule looks at: one message of one language, beside the message it was translated from.
///
/// A class so that each rule that looks at it copies nothing; it never changes.
final class MessageInspection {
    /// The message as the file has it.
    let entry: Catalog.Entry
    /// Every argument of the message, those inside branches included.
    let arguments: [MessageTree.Argument]
    /// The message's words; good until the draft that they stand in is used again.
    let text: MessageText
    /// The English message; `nil` for English itself.
    let original: OriginalMessage?
    /// The arguments of the English message that this one lacks.
    let lost: [LostArgument]
    /// What translators are told about the message.
    let description: MessageDescription?
    /// What flows give the message; empty where none asks for it.
    let demands: [DemandedMessage]
    /// Held by whoever looks at messages of the language.
    unowned(unsafe) let facts: LanguageFacts

    init(
        _ entry: Catalog.Entry,
        text: MessageText,
        original: OriginalMessage?,
        description: MessageDescription?,
        demands: [DemandedMessage] = [],
        facts: LanguageFacts
    ) {
        self.entry = entry
        let arguments = entry.parsed?.arguments ?? []
        self.arguments = arguments
        self.text = text
        self.original = original
        lost =
            original.map { LostArgument.all($0.arguments, beside: arguments, in: entry.pattern) }
            ?? []
        self.description = description
        self.demands = demands
        self.facts = facts
    }

    var language: LanguageTag { facts.language }

    var key: MessageKey { entry.key }
    var pattern: String { entry.pattern }
    /// The message's parts.
    var tree: MessageTree { entry.tree }

    /// Whether the message, or the English one, is more than words.
    var hasParts: Bool { entry.hasParts || original?.hasParts == true }

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
