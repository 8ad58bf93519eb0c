/// A text that says where findings are expected in it: `⟦E02⟧` stands before what has that code.
public struct MarkedText {
    /// A mark with the place at which it stood.
    public struct Mark: Sendable {
        /// What stands between the brackets.
        public let text: String
        /// The place in bytes, in the text without marks.
        public let byte: Int
    }

    /// The text without its marks.
    public let text: String
    /// The marks, in the order of the text.
    public let marks: [Mark]

    /// Takes the marks out of a text.
    public init(_ marked: String) {
        var text = ""
        var marks: [Mark] = []
        let parts = marked.unicodeScalars.split(separator: "⟦", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            guard index > 0, let end = part.firstIndex(of: "⟧") else {
                text.unicodeScalars += part
                continue
            }
            marks.append(Mark(text: String(part[..<end]), byte: text.utf8.count))
            text.unicodeScalars += part[part.index(after: end)...]
        }
        self.text = text
        self.marks = marks
    }
}

extension String {
    /// The word with a slip of the pen in it.
    public var misspelt: String {
        guard count > 3 else { return self + suffix(1) }
        let (second, third) = (dropFirst().prefix(1), dropFirst(2).prefix(1))
        // Two letters change places; of two that are alike, one is lost.
        return String(prefix(1) + third + (second == third ? "" : second) + dropFirst(3))
    }
}
