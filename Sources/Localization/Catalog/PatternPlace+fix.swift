import Documents

extension PatternPlace {
    /// The mend that puts other words in the place of a stretch of the text, written as the scalar is.
    ///
    /// `nil` where the source is not known, where the stretch goes over several lines, and where the words
    /// can't stand in the scalar.
    func fix(_ stretch: Range<Int>, to replacement: String, in source: SourceText?) -> Fix? {
        guard let source else { return nil }
        let start = position(of: stretch.lowerBound, in: source)
        let end = position(of: stretch.upperBound, in: source)
        guard start.line == end.line, start.byte >= 0, start.byte <= end.byte,
            end.byte <= source.bytes.count,
            let written = escaped(replacement, in: stretch),
            // An empty line of a block may lack its indentation.
            style != .literal || !source.line(start.line).allSatisfy({ $0 == " " })
        else { return nil }
        let original = String(decoding: source.bytes[start.byte..<end.byte], as: UTF8.self)
        let range = SourceRange(range.name, start: start, end: end)
        return Fix(at: range, from: original, to: written)
    }

    /// Words as the scalar's style writes them.
    private func escaped(_ words: String, in stretch: Range<Int>) -> String? {
        switch style {
        case .singleQuoted:
            return words.contains("\n") ? nil : words.replacing("'", with: "''")
        case .doubleQuoted:
            return words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n")
        case .literal:
            return words.contains("\n") ? nil : words
        case .folded:
            return nil
        case .plain:
            return Self.isPlain(replaced(stretch, by: words)) ? words : nil
        }
    }

    private func replaced(_ stretch: Range<Int>, by words: String) -> String {
        let bytes = Array(text.utf8)
        let start = min(max(0, stretch.lowerBound), bytes.count)
        let end = min(max(start, stretch.upperBound), bytes.count)
        return String(decoding: bytes[..<start], as: UTF8.self) + words
            + String(decoding: bytes[end...], as: UTF8.self)
    }

    /// Whether YAML reads an unquoted text as what it is.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            !ImplicitType.isImplicit(text)
        else { return false }
        let indicators = "-?:,[]{}#&*!|>'\"%@` \t"
        return !indicators.unicodeScalars.contains(first) && !" \t:".unicodeScalars.contains(last)
            && !text.contains(": ") && !text.contains(" #") && !text.contains("\n")
    }
}
