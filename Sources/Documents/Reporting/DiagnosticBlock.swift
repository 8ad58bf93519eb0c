/// One finding with its excerpts, as lines of text.
struct DiagnosticBlock {
    private let diagnostic: Diagnostic
    private let sources: [String: SourceText]
    private let style: ReportStyle
    private let width: Int
    /// The finding with which this one goes away.
    private let cause: Diagnostic?
    /// How many findings go away with this one and are not shown.
    private let followers: Int
    /// Room for the longest line number.
    private let gutter: Int

    /// The lines, without line ends.
    private(set) var lines: [String] = []

    init(
        _ diagnostic: Diagnostic,
        sources: [String: SourceText],
        style: ReportStyle,
        width: Int,
        cause: Diagnostic? = nil,
        followers: Int = 0,
        cells: (String) -> Int
    ) {
        self.cause = cause
        self.followers = followers
        self.diagnostic = diagnostic
        self.sources = sources
        self.style = style
        self.width = width
        let places = [diagnostic.range] + diagnostic.related.map(\.range)
        gutter = places.map { String($0.start.line).count }.max() ?? 1
        build(cells)
    }

    /// `file:line:column`.
    static func place(_ range: SourceRange) -> String {
        "\(VisibleText.escaping(range.file)):\(range.start.line):\(range.start.column)"
    }

    private mutating func build(_ cells: (String) -> Int) {
        let role = ReportStyle.Role(diagnostic.severity)
        let level = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
        let message = ": " + VisibleText.escaping(diagnostic.message)
        lines.append(style.paint(level, role) + style.paint(message, .emphasis))
        if let cause {
            lines.append(
                style.paint(blanks(gutter) + "--> ", .frame) + Self.place(diagnostic.range)
            )
            let line = cause.range.start.line
            let isNear = cause.range.file == diagnostic.range.file
            let place = isNear ? "in line \(line)" : "at \(Self.place(cause.range))"
            return append("note", "this goes away once \(cause.code) \(place) is fixed")
        }
        var facts: [(name: String, text: String)] = []
        if !show(diagnostic.range, "-->", "^", role, diagnostic.label, cells),
            !diagnostic.label.isEmpty
        {
            facts.append(("note", diagnostic.label))
        }
        for related in diagnostic.related
        where !show(related.range, ":::", "-", .related, related.label, cells) {
            lines[lines.count - 1] += " " + VisibleText.escaping(related.label)
        }
        facts += diagnostic.notes.map(Self.titled)
        if followers > 0 {
            facts.append(("note", "\(followers) more findings go away once this is fixed"))
        }
        if let help = diagnostic.help {
            // Whether the mend holds is seen when it is tried.
            let advice = diagnostic.fix == nil ? "" : "   (`paifang check --fix` does it)"
            facts.append(("try", help + advice))
        }
        facts.append(("more", "paifang explain \(diagnostic.code)"))
        for fact in facts { append(fact.name, fact.text) }
    }

    /// Shows a place and its line; false where there is no line to show.
    private mutating func show(
        _ range: SourceRange,
        _ arrow: String,
        _ mark: Character,
        _ role: ReportStyle.Role,
        _ label: String,
        _ cells: (String) -> Int
    ) -> Bool {
        let bar = style.paint(blanks(gutter + 1) + "|", .frame)
        if lines.count > 1, lines.last != bar { lines.append(bar) }
        lines.append(style.paint(blanks(gutter) + arrow + " ", .frame) + Self.place(range))
        // A finding about a file as a whole has no line.
        let isWholeFile = range.end.byte == 0
        guard !isWholeFile, let source = sources[range.file], range.start.line <= source.lineCount
        else { return false }
        let first = range.start.column - 1
        let isOneLine = range.end.line == range.start.line
        let excerpt = Excerpt(
            line: source.line(range.start.line),
            columns: first..<max(first, isOneLine ? range.end.column - 1 : .max),
            limit: width - gutter - 3,
            cells: cells
        )
        let number = String(range.start.line)
        let numbered = number + blanks(gutter - number.count + 1) + "|"
        let carets = String(repeating: mark, count: excerpt.width)
        let underline = style.paint(
            label.isEmpty ? carets : "\(carets) \(VisibleText.escaping(label))",
            role
        )
        lines.append(bar)
        lines.append(
            style.paint(numbered, .frame) + (excerpt.text.isEmpty ? "" : " \(excerpt.text)")
        )
        lines.append(bar + " " + blanks(excerpt.indentation) + underline)
        lines.append(bar)
        return true
    }

    /// A note that begins with one of these words and a colon has a title of its own.
    private static func titled(_ note: String) -> (name: String, text: String) {
        for title in ["shows as", "English", "used in"] where note.hasPrefix(title + ": ") {
            return (title, String(note.dropFirst(title.count + 2)))
        }
        return ("note", note)
    }

    /// Adds `= name: text`; the lines of the text stand below one another.
    private mutating func append(_ name: String, _ text: String) {
        let head = blanks(gutter + 1) + "= "
        let title = name + ":" + blanks(max(1, 9 - name.count))
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let beginning =
                index == 0 ? style.paint(head + title, .frame) : blanks(head.count + title.count)
            lines.append(beginning + VisibleText.escaping(String(line)))
        }
    }

    private func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
