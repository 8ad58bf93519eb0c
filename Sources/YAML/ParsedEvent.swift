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
        case documentStart(hasDirectives: Bool)
        case documentEnd
        case alias(String)
        case scalar(DocumentNode.Scalar, Properties)
        case sequenceStart(Properties), mappingStart(Properties)
        /// The end of a collection; one in brackets has an end of its own, one in a block has not.
        case collectionEnd(isBracket: Bool)
    }

    let kind: Kind
    /// Where it begins, properties included.
    let start: SourcePosition
    /// The position behind it.
    let end: SourcePosition
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
