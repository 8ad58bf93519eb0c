import Documents

/// Messages in lists, where each has one line.
enum MessageText {
    /// A text on one line, line ends and hidden characters visible.
    static func oneLine(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { VisibleText.escaping(String($0)) }
            .joined(separator: "⏎")
    }
}
