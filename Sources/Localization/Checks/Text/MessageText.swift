/// What a message says: its passages, the message itself first, then the branches in it.
///
/// Only tells where they stand: a ``TextDraft`` holds them until the next text, ``HeldTexts`` as long as they are there.
struct MessageText: Sendable {
    let passages: Row<Passage>
    let kinds: GlyphKinds
    let signs: ASCIISigns

    init(_ passages: Row<Passage>) {
        var kinds: GlyphKinds = []
        var signs = ASCIISigns()
        for passage in passages {
            kinds.formUnion(passage.kinds)
            signs.formUnion(passage.signs)
        }
        self.passages = passages
        self.kinds = kinds
        self.signs = signs
    }

    /// Whether there is nothing to see in it.
    var isEmpty: Bool { passages.allSatisfy { $0.glyphs.allSatisfy(\.isSpace) } }

    /// Whether a word of this hash is in it, as it is written in running text.
    func hasLowercase(_ hash: UInt64) -> Bool {
        passages.contains { $0.words.contains { $0.hash == hash && $0.isLowercase } }
    }

    /// Whether a scalar is in it.
    func has(_ value: UInt32) -> Bool {
        passages.contains { $0.glyphs.contains { $0.value == value && !$0.isPlaceholder } }
    }
}
