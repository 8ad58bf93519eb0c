import Localization

/// Colours of what is printed for translators; the meaning is never in them alone.
struct Paint {
    let isOn: Bool

    func strong(_ text: String) -> String { painted(text, "1") }
    func faint(_ text: String) -> String { painted(text, "2") }
    func danger(_ text: String) -> String { painted(text, "31") }
    func marked(_ text: String) -> String { painted(text, "7") }

    private func painted(_ text: String, _ rendition: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(rendition)m\(text)\u{1B}[0m" : text
    }

    /// A text in lines behind an indent; a title stands before the first, and the others below where it ends.
    static func wrapped(
        _ text: String,
        columns: Int,
        indent: Int,
        title: String = ""
    ) -> [String] {
        var paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        while paragraphs.count > 1, paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        let hanging = DisplayWidth.cells(title)
        let room = max(20, columns - indent - hanging)
        let lines = paragraphs.flatMap {
            DisplayWidth.wrap(TerminalText.of(String($0)), width: room)
        }
        return lines.enumerated().map { index, line in
            let before = index == 0 ? title : String(repeating: " ", count: hanging)
            return line.isEmpty ? "" : String(repeating: " ", count: indent) + before + line
        }
    }
}
