/// A long document that a person agrees to, such as a user agreement.
public struct LegalDocument: Sendable, Hashable {
    /// A block of the text.
    public enum Block: Sendable, Hashable {
        /// A heading; the level is 2 or more.
        case heading(level: Int, String)
        /// A paragraph on one line.
        case paragraph(String)
        /// An item of a list.
        case item(String)
    }

    /// The title.
    public let title: String
    /// The points of the summary.
    public let summary: [String]
    /// The points among them that tell what this version has changed.
    public let changes: [String]
    /// The text behind the summary.
    public let body: [Block]
    /// The version.
    public let version: Int
    /// The language of the text.
    public let language: LanguageTag
    /// The language whose translation is behind the source text, where this text stands in for it.
    public private(set) var standsInFor: LanguageTag?

    /// This text in the place of a translation that is behind it.
    public func standingIn(for language: LanguageTag) -> LegalDocument {
        var copy = self
        copy.standsInFor = language
        return copy
    }

    /// The same document with other words.
    public func mapped(
        to language: LanguageTag,
        _ transform: (String) -> String
    ) -> LegalDocument {
        LegalDocument(
            title: transform(title),
            summary: summary.map(transform),
            changes: changes.map(transform),
            body: body.map { block in
                switch block {
                case .heading(let level, let text): .heading(level: level, transform(text))
                case .paragraph(let text): .paragraph(transform(text))
                case .item(let text): .item(transform(text))
                }
            },
            version: version,
            language: language
        )
    }

    /// Reads a document in a small part of Markdown: `# ` title, `## ` headings, `- ` items, paragraphs.
    ///
    /// The summary is the items before the first `## `; one that begins with `+ ` is new in this version. `nil`
    /// where the bytes are not UTF-8, or there is no title.
    public static func parse(
        _ markdown: [UInt8],
        version: Int,
        language: LanguageTag
    ) -> LegalDocument? {
        guard let text = String(validating: markdown, as: UTF8.self) else { return nil }
        var reader = BlockReader()
        // Bytes, since a document is long and a look at each character dear.
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            reader.read(Substring(line.last == 0x0D ? line.dropLast() : line))
        }
        reader.endParagraph()
        guard let title = reader.title else { return nil }
        let start =
            reader.blocks.firstIndex { if case .heading = $0 { true } else { false } }
            ?? reader.blocks.count
        let summary = reader.blocks[..<start].compactMap { block -> String? in
            guard case .item(let text) = block else { return nil }
            return text
        }
        // Paragraphs before the first heading introduce the text and are read with it.
        let introduction = reader.blocks[..<start].filter {
            if case .item = $0 { false } else { true }
        }
        return LegalDocument(
            title: title,
            summary: summary,
            changes: reader.changes.map { reader.blocks[$0] }.compactMap { block in
                if case .item(let text) = block { text } else { nil }
            },
            body: introduction + reader.blocks[start...],
            version: version,
            language: language
        )
    }
}

/// Puts lines together to blocks.
private struct BlockReader {
    var title: String?
    var blocks: [LegalDocument.Block] = []
    /// The places of the items before the first heading that begin with `+ `.
    private(set) var changes: [Int] = []
    /// Whether the block before goes on with the next line of text.
    private var isOpen = false

    mutating func read(_ line: Substring) {
        let text = line.drop { $0 == " " }
        let level = text.prefix { $0 == "#" }.count
        if text.allSatisfy(\.isWhitespace) {
            isOpen = false
        } else if level > 0, text.dropFirst(level).first == " " {
            isOpen = false
            let heading = Self.trimmed(text.dropFirst(level))
            if level == 1, title == nil {
                title = heading
            } else {
                blocks.append(.heading(level: level, heading))
            }
        } else if text.hasPrefix("- ") || (text.hasPrefix("+ ") && isSummary) {
            if text.hasPrefix("+") { changes.append(blocks.count) }
            blocks.append(.item(Self.trimmed(text.dropFirst(2))))
            isOpen = true
        } else {
            add(Self.trimmed(text))
        }
    }

    /// Whether no heading has come yet.
    private var isSummary: Bool {
        blocks.allSatisfy { if case .heading = $0 { false } else { true } }
    }

    mutating func endParagraph() {
        isOpen = false
    }

    /// Adds a line to the open block, or begins a paragraph.
    private mutating func add(_ text: String) {
        if isOpen, let last = blocks.popLast() {
            switch last {
            case .item(let before): blocks.append(.item(Self.joined(before, text)))
            case .paragraph(let before): blocks.append(.paragraph(Self.joined(before, text)))
            case .heading: blocks.append(contentsOf: [last, .paragraph(text)])
            }
        } else {
            blocks.append(.paragraph(text))
        }
        isOpen = true
    }

    /// Two lines as one: with a blank between them, but not between Chinese characters.
    private static func joined(_ before: String, _ text: String) -> String {
        let isWide = [before.last, text.first].allSatisfy {
            $0.map { DisplayWidth.cells(of: $0) == 2 } ?? false
        }
        return before + (isWide ? "" : " ") + text
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
