public import Documents

/// The descriptions of messages (`messages.yaml`).
///
/// A key is a message's key; `*` in it stands for any one part, and for all the rest at the end.
public struct MessageDescriptions: Sendable, ExpressibleByDictionaryLiteral {
    private var exact: [MessageKey: MessageDescription] = [:]
    private var patterns: [(parts: [Substring], description: MessageDescription)] = []

    /// Makes descriptions from keys and what they say.
    public init(_ descriptions: [MessageKey: MessageDescription]) {
        for (key, description) in descriptions.sorted(by: { $0.key < $1.key }) {
            add(key, description)
        }
    }

    /// Makes descriptions from a literal.
    public init(dictionaryLiteral elements: (MessageKey, MessageDescription)...) {
        for (key, description) in elements { add(key, description) }
    }

    private mutating func add(_ key: MessageKey, _ description: MessageDescription) {
        if key.rawValue.contains("*") {
            patterns.append((key.rawValue.split(separator: "."), description))
        } else {
            exact[key] = description
        }
    }

    /// The description of a message: its own, else the first pattern's that fits.
    public subscript(key: MessageKey) -> MessageDescription? {
        if let own = exact[key] { return own }
        let parts = key.rawValue.split(separator: ".")
        return patterns.first { Self.fits($0.parts, parts) }?.description
    }

    private static func fits(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
        guard pattern.last == "*" ? parts.count >= pattern.count : parts.count == pattern.count
        else { return false }
        return zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// Reads `messages.yaml`: per key a description, or a mapping with `description`, `arguments`
    /// (examples by name), `width` and `keep`.
    public static func load(
        _ root: DocumentNode
    ) -> (descriptions: MessageDescriptions, problems: [Diagnostic]) {
        var descriptions = MessageDescriptions([:])
        var problems: [Diagnostic] = []
        guard let entries = root.entries else {
            let problem = Diagnostic(
                "L002",
                at: root.range,
                "this file holds keys of messages with descriptions"
            )
            return (descriptions, [problem])
        }
        for entry in entries {
            switch read(entry) {
            case .success(let description): descriptions.add(MessageKey(entry.key), description)
            case .failure(let problem): problems.append(problem.diagnostic)
            }
        }
        return (descriptions, problems)
    }

    private struct Refusal: Error {
        let diagnostic: Diagnostic
    }

    private static func read(_ entry: DocumentNode.Entry) -> Result<MessageDescription, Refusal> {
        func refusal(_ range: SourceRange, _ message: String) -> Result<MessageDescription, Refusal>
        {
            .failure(Refusal(diagnostic: Diagnostic("L002", at: range, message)))
        }
        if let text = entry.value.text {
            guard !text.isEmpty else { return refusal(entry.keyRange, "the description is empty") }
            return .success(MessageDescription(text, at: entry.keyRange))
        }
        let known = ["description", "arguments", "width", "keep"]
        for field in entry.value.entries ?? [] where !known.contains(field.key) {
            return refusal(
                field.keyRange,
                "`\(field.key)` is unknown here; known are \(known.joined(separator: ", "))"
            )
        }
        guard let text = entry.value["description"]?.text, !text.isEmpty else {
            return refusal(entry.keyRange, "`\(entry.key)` has no `description`")
        }
        let arguments = (entry.value["arguments"]?.entries ?? []).map {
            ($0.key, $0.value.text ?? "")
        }
        let width = entry.value["width"]
        if let width, width.text.flatMap({ Int($0) }) == nil {
            return refusal(width.range, "a width is a number of terminal cells")
        }
        return .success(
            MessageDescription(
                text,
                arguments: Dictionary(arguments) { first, _ in first },
                width: width?.text.flatMap { Int($0) },
                keep: (entry.value["keep"]?.items ?? []).compactMap(\.text),
                at: entry.keyRange
            )
        )
    }
}
