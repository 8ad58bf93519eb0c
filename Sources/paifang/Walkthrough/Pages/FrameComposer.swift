import Localization

/// Puts header, page and footer together to a frame that fits the terminal.
struct FrameComposer {
    /// A frame this high is enough; what is above it stays in the terminal's history.
    private static let usualRows = 24

    let header: [FrameLine]
    let footer: [FrameLine]
    let size: TerminalSize
    /// Whether nothing follows: then it is as short as it can be, and stays on the terminal so.
    var isLast = false

    /// A frame, and which lines of the page it shows.
    struct Composed {
        let frame: Frame
        let shown: Range<Int>
    }

    /// The frame; the focus is visible unless a first line is asked for.
    func frame(of page: Page, scroll: Int?) -> Composed {
        let room = max(1, size.rows - header.count - footer.count - 2)
        let first = offset(of: page, scroll: scroll, room: room)
        let last = min(page.lines.count, first + room)
        var lines = header
        lines.append(rule(page.lines.isEmpty || first == 0 ? nil : "↑ \(first)"))
        let top = lines.count
        lines.append(contentsOf: page.lines[first..<last])
        let usual = min(size.rows, Self.usualRows) - footer.count - 1
        while !isLast, lines.count < usual { lines.append(FrameLine()) }
        let hidden = page.lines.count - last
        if !isLast || !footer.isEmpty { lines.append(rule(hidden == 0 ? nil : "↓ \(hidden)")) }
        lines.append(contentsOf: footer)
        let row = min(max(page.cursor.row, first), max(first, last - 1)) - first
        let cursor = Frame.Position(
            row: top + row,
            column: min(max(0, page.cursor.column), max(0, size.columns - 1))
        )
        return Composed(
            frame: Frame(lines: lines.map { $0.fitted(to: size.columns) }, cursor: cursor),
            shown: first..<last
        )
    }

    private func offset(of page: Page, scroll: Int?, room: Int) -> Int {
        let greatest = max(0, page.lines.count - room)
        if let scroll { return min(max(0, scroll), greatest) }
        var focus = page.focus
        if let alert = page.alert {
            let start = min(alert.lowerBound, focus.lowerBound)
            let both = start..<max(alert.upperBound, focus.upperBound)
            focus = both.count <= room ? both : alert
        }
        if focus.upperBound <= room { return 0 }
        // The end of the focus at the lower edge, but never its beginning above the upper one.
        return min(focus.lowerBound, focus.upperBound - room, greatest)
    }

    /// A line across, with a note at its end.
    private func rule(_ note: String?) -> FrameLine {
        guard let note, size.columns > 16 else {
            return FrameLine(String(repeating: "─", count: size.columns), .faint)
        }
        let length = size.columns - DisplayWidth.cells(note) - 4
        return FrameLine("\(String(repeating: "─", count: length)) \(note) ─", .faint)
    }
}
