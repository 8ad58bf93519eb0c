import Documents

/// What libyaml has read: one step on the way from a text to a tree.
struct ParsedEvent {
    /// What may stand before a node.
    struct Properties {
        /// The name behind `&`, where there is one.
        let anchor: String?
        /// The tag, where there is one other than `!` alone.
        let tag: String?
    }

    /// The kinds of events.
    enum Kind {
        case streamStart, streamEnd
        case documentStart, documentEnd
        case alias, scalar
        case sequenceStart, mappingStart, collectionEnd
    }

    // Beside the kind and not in it: copying an event counts the references of its texts, and needs no look at
    // the kind.
    let kind: Kind
    /// Where it begins, properties included.
    let start: SourcePosition
    /// The position behind it.
    let end: SourcePosition
    /// The text of a scalar, or the name of an alias.
    let text: String
    /// How a scalar is written.
    let style: DocumentNode.ScalarStyle
    /// What stands before a node; `nil` where nothing does.
    let properties: Properties?
    /// Whether a document begins with directives.
    let hasDirectives: Bool
    /// Whether the end of a collection is written, as in brackets; one in a block has no end of its own.
    let isWrittenEnd: Bool
}

/// Why libyaml gave up.
struct SyntaxFailure: Error {
    /// What libyaml says.
    let problem: String
    /// Where it stopped.
    let position: SourcePosition
    /// What libyaml was doing, and where that began.
    let context: (text: String, position: SourcePosition)?
}
