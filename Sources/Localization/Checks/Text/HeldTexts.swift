/// Texts that are there as long as this object is.
final class HeldTexts: @unchecked Sendable {
    /// The texts in order.
    let all: [MessageText]
    /// Never looked at: the memory of the texts.
    private let draft: TextDraft

    init(_ entries: ArraySlice<Catalog.Entry>, knowing words: LanguageWords?) {
        var draft = TextDraft(knowing: words)
        for entry in entries { draft.add(entry.pattern, entry.parsed) }
        draft.finish()
        all = entries.indices.map { draft.text($0 - entries.startIndex) }
        self.draft = draft
    }

    /// One text.
    init(_ tree: MessageTree) {
        var draft = TextDraft(knowing: nil)
        draft.add("", tree)
        draft.finish()
        all = [draft.text(0)]
        self.draft = draft
    }
}
