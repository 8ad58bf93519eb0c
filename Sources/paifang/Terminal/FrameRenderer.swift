/// Paints frames in place, below what stood on the terminal before, and writes only lines that changed.
struct FrameRenderer {
    private let isInColor: Bool
    private var painted: [String] = []
    private var widths: [Int] = []
    private var cursor = Frame.Position(row: 0, column: 0)

    /// Makes a renderer that has painted nothing.
    init(isInColor: Bool) {
        self.isInColor = isInColor
    }

    /// What makes the terminal show a frame; not higher than the terminal.
    mutating func paint(_ frame: Frame) -> String {
        var output = "\u{1B}[?25l"
        var row = cursor.row
        let lines = frame.lines.map { $0.escaped(inColor: isInColor) }
        for (index, line) in lines.enumerated() {
            if index < painted.count, painted[index] == line { continue }
            if index < max(1, painted.count) {
                output += Self.vertical(from: row, to: index)
            } else {
                output += Self.vertical(from: row, to: index - 1) + "\r\n"
            }
            // Erased first: erasing behind a line that fills the terminal would take its last cell.
            output += "\r\u{1B}[2K" + line
            row = index
        }
        if painted.count > lines.count {
            output += Self.vertical(from: row, to: lines.count) + "\r\u{1B}[J"
            row = lines.count
        }
        output += Self.vertical(from: row, to: frame.cursor.row) + "\r"
        if frame.cursor.column > 0 { output += "\u{1B}[\(frame.cursor.column)C" }
        painted = lines
        widths = frame.lines.map(\.width)
        cursor = frame.cursor
        return output + "\u{1B}[?25h"
    }

    /// Takes the frame away after the terminal got another size; the next one is painted from its top.
    ///
    /// Most terminals break the lines anew when they get narrower, so the top may be farther up.
    mutating func resize(to size: TerminalSize) -> String {
        let columns = max(1, size.columns)
        let above = widths.prefix(cursor.row).reduce(0) {
            $0 + max(1, ($1 + columns - 1) / columns)
        }
        let up = min(max(0, size.rows - 1), above + cursor.column / columns)
        forget()
        return Self.vertical(from: up, to: 0) + "\r\u{1B}[J"
    }

    /// Something else was written to the terminal: the next frame is painted where the cursor is.
    mutating func forget() {
        painted = []
        widths = []
        cursor = Frame.Position(row: 0, column: 0)
    }

    /// Leaves the frame where it is and goes below it.
    mutating func leave() -> String {
        guard !painted.isEmpty else { return "" }
        let output = Self.vertical(from: cursor.row, to: painted.count - 1) + "\r\n"
        forget()
        return output
    }

    private static func vertical(from row: Int, to target: Int) -> String {
        if target < row { return "\u{1B}[\(row - target)A" }
        return target > row ? "\u{1B}[\(target - row)B" : ""
    }
}
