/// What a code means, for `paifang explain`: with an example that has the finding, and its mend.
public struct DiagnosticExplanation: Sendable, Hashable {
    /// The code, such as `E02`.
    public let code: String
    /// The finding in a few words, beginning in lower case, without a full stop.
    public let title: String
    /// Why it is a finding and how to mend it; paragraphs are parted by an empty line.
    public let text: String
    /// A file in which the code is found.
    public let wrong: String
    /// The same file, mended.
    public let right: String

    /// Makes an explanation.
    public init(code: String, title: String, text: String, wrong: String, right: String) {
        self.code = code
        self.title = title
        self.text = text
        self.wrong = wrong
        self.right = right
    }

    /// The explanation as `paifang explain` prints it; ends with a line end.
    public func rendered(style: ReportStyle = .plain) -> String {
        let isWarning = Diagnostic.Severity(of: code) == .warning
        let heading = style.paint(code, isWarning ? .warning : .error)
        let parts = [
            heading + style.paint(": \(title)", .emphasis), "", text, "",
            style.paint("Wrong:", .emphasis), Self.indented(wrong), "",
            style.paint("Right:", .emphasis), Self.indented(right), "",
        ]
        return parts.joined(separator: "\n")
    }

    private static func indented(_ example: String) -> String {
        var lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "" : "    " + VisibleText.escaping(String($0)) }
            .joined(separator: "\n")
    }
}
