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

    /// Whether a message is described under its own key, and not by a pattern only.
    func names(_ key: MessageKey) -> Bool { exact[key] != nil }

    /// The keys and patterns that fit no message, with their places.
    func patternsWithout(_ catalogs: [Catalog]) -> [(pattern: String, place: SourceRange?)] {
        var open = patterns
        for catalog in catalogs where !open.isEmpty {
            // What can't be read is described all the same.
            for keys in [catalog.keys, Array(catalog.refused)] {
                for key in keys where !open.isEmpty {
                    let parts = key.rawValue.split(separator: ".")
                    open.removeAll { Self.fits($0.parts, parts) }
                }
            }
        }
        let unknown = exact.filter { exact in
            !catalogs.contains {
                $0.entries[exact.key] != nil || $0.refused.contains(exact.key)
            }
        }
        let idle =
            open.map { ($0.parts.joined(separator: "."), $0.description.place) }
            + unknown.map { ($0.key.rawValue, $0.value.place) }
        return idle.sorted { $0.0 < $1.0 }
    }

    private static func fits(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
        guard pattern.last == "*" ? parts.count >= pattern.count : parts.count == pattern.count
        else { return false }
        return zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// Reads `messages.yaml`: keys in keys as in a locale file; at their ends a text, or a mapping with
    /// `description`, `arguments` (an example, or a mapping with `example`, by name), `width` and `keep`.
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
        descriptions.add(entries, under: "", &problems)
        return (descriptions, problems)
    }

    private mutating func add(
        _ entries: [DocumentNode.Entry],
        under prefix: String,
        _ problems: inout [Diagnostic]
    ) {
        for entry in entries {
            let key = prefix + entry.key
            // Keys may be nested; what has nothing but fields is a description that lacks its text.
            if let inner = entry.value.entries, entry.value["description"]?.text == nil,
                !inner.allSatisfy({ Self.fields.contains($0.key) })
            {
                add(inner, under: key + ".", &problems)
                continue
            }
            switch Self.read(entry) {
            case .success(let description): add(MessageKey(key), description)
            case .failure(let problem): problems.append(problem.diagnostic)
            }
        }
    }

    private static let fields = ["description", "arguments", "width", "keep"]

    private struct Refusal: Error {
        let diagnostic: Diagnostic
    }

    private static func read(_ entry: DocumentNode.Entry) -> Result<MessageDescription, Refusal> {
        typealias Reading = Result<MessageDescription, Refusal>
        func refusal(_ range: SourceRange, _ message: String) -> Reading {
            .failure(Refusal(diagnostic: Diagnostic("L002", at: range, message)))
        }
        if let text = entry.value.text {
            guard !text.isEmpty else { return refusal(entry.keyRange, "the description is empty") }
            return .success(MessageDescription(text, at: entry.keyRange))
        }
        for field in entry.value.entries ?? [] where !fields.contains(field.key) {
            return refusal(
                field.keyRange,
                "`\(field.key)` is unknown here; known are \(fields.joined(separator: ", "))"
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
