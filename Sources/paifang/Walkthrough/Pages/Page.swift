import Localization

/// What stands between header and footer, however long: lines, what must be visible, the cursor.
struct Page {
    let columns: Int
    private(set) var lines: [FrameLine] = []
    /// The lines that must be seen.
    var focus = 0..<0
    /// The lines that must be seen before those of the focus.
    var alert: Range<Int>?
    /// Where the cursor stands, in these lines.
    var cursor = Frame.Position(row: 0, column: 0)

    /// Makes an empty page.
    init(columns: Int) {
        self.columns = columns
    }

    /// Adds an empty line, unless one stands there already.
    mutating func space() {
        if let last = lines.last, last.width > 0 { lines.append(FrameLine()) }
    }

    /// Adds one line, cut off at the edge.
    mutating func line(_ line: FrameLine) {
        lines.append(line.fitted(to: columns))
    }

    /// Adds a text in as many lines as it needs.
    mutating func text(_ text: String, indent: Int = 1, _ emphasis: Emphasis = .plain) {
        for part in wrapped(text, indent: indent) {
            var line = FrameLine()
            line.pad(to: indent)
            line.add(part, emphasis)
            self.line(line)
        }
    }

    /// Adds a text whose first line stands behind a mark.
    mutating func item(
        _ mark: String,
        _ text: String,
        indent: Int,
        _ emphasis: Emphasis = .plain
    ) {
        let inner = indent + DisplayWidth.cells(mark) + 1
        for (index, part) in wrapped(text, indent: inner).enumerated() {
            var line = FrameLine()
            line.pad(to: indent)
            if index == 0 { line.add(mark, emphasis) }
            line.pad(to: inner)
            line.add(part, emphasis)
            self.line(line)
        }
    }

    /// Adds what can be chosen: what stands before it, its words, and a note behind them or, where there is no room,
    /// below them.
    mutating func choice(
        _ lead: FrameLine,
        _ text: String,
        _ emphasis: Emphasis,
        note: String?
    ) {
        let indent = lead.width
        var line = lead
        for (index, part) in wrapped(text, indent: indent).enumerated() {
            if index > 0 {
                self.line(line)
                line = FrameLine()
                line.pad(to: indent)
            }
            line.add(part, emphasis)
        }
        guard let note else { return self.line(line) }
        if line.width + 2 + DisplayWidth.cells(TerminalText.of(note)) < columns {
            line.add("  \(note)", .faint)
            return self.line(line)
        }
        self.line(line)
        self.text(note, indent: indent, .faint)
    }

    /// A text in lines that fit behind an indent; control characters in it are visible already, since
    /// they take more cells then.
    func wrapped(_ text: String, indent: Int) -> [String] {
        var parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        // A text that was written as a block ends with a line end.
        while parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        return parts.flatMap {
            DisplayWidth.wrap(TerminalText.of(String($0)), width: max(8, columns - indent - 1))
        }
    }
}
