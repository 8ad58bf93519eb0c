import Localization

/// A terminal that is only a grid of cells: what bytes of a program would have made visible.
///
/// It knows what the renderer may use: cursor moves, erasing, line ends, wrapping at the edge with
/// its last column's delay, scrolling, wide characters. Colours are ignored; what is unknown is
/// noted, so that a test can hold that there was nothing unknown.
struct VirtualTerminal {
    private(set) var columns: Int
    private(set) var rows: Int
    private(set) var cursor = (row: 0, column: 0)
    /// Lines that were scrolled out at the top.
    private(set) var history: [String] = []
    private(set) var isCursorVisible = true
    private(set) var isPasteMarked = false
    /// Sequences that this terminal does not know.
    private(set) var unknown: [String] = []
    /// Whether a character was ever written behind the last column, and so wrapped.
    private(set) var hasWrapped = false
    private var cells: [[String]]
    private var isWrapOwed = false
    private var pending: [UInt8] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The lines as they are seen, without blanks at their ends.
    var lines: [String] {
        cells.map { row in
            var text = row.joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// Everything that is seen.
    var text: String { lines.joined(separator: "\n") }

    /// Changes the size, as a terminal that does not break lines anew: what no longer fits is cut off.
    mutating func resize(columns: Int, rows: Int) {
        var kept = cells.map { row in
            Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
        }
        while kept.count > rows {
            if cursor.row < kept.count - 1 {
                kept.removeLast()
            } else {
                kept.removeFirst()
                cursor.row -= 1
            }
        }
        while kept.count < rows { kept.append(Array(repeating: " ", count: columns)) }
        cells = kept
        self.columns = columns
        self.rows = rows
        cursor.column = min(cursor.column, columns - 1)
        isWrapOwed = false
    }

    mutating func write(_ text: String) {
        // By scalars: a mark behind a control sequence is no part of it.
        let scalars = text.unicodeScalars
        var run = String.UnicodeScalarView()
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            guard scalar.value < 0x20 else {
                run.append(scalar)
                continue
            }
            show(run)
            run = String.UnicodeScalarView()
            if scalar == "\u{1B}" {
                index = sequence(in: scalars, from: index)
            } else {
                control(scalar)
            }
        }
        show(run)
    }

    private mutating func show(_ run: String.UnicodeScalarView) {
        for character in String(run) { put(character) }
    }

    private mutating func control(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r":
            cursor.column = 0
            isWrapOwed = false
        case "\n":
            lineFeed()
        default:
            unknown.append("control \(scalar.value)")
        }
    }

    private mutating func lineFeed() {
        isWrapOwed = false
        if cursor.row < rows - 1 {
            cursor.row += 1
            return
        }
        var top = cells.removeFirst().joined()
        while top.last == " " { top.removeLast() }
        history.append(top)
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func put(_ character: Character) {
        let width = DisplayWidth.cells(of: character)
        guard width > 0 else {
            cells[cursor.row][max(0, cursor.column - 1)] += String(character)
            return
        }
        if isWrapOwed || cursor.column + width > columns {
            hasWrapped = true
            cursor.column = 0
            lineFeed()
        }
        // What doesn't break looks like any blank.
        cells[cursor.row][cursor.column] = character == "\u{A0}" ? " " : String(character)
        // The second half of a wide character is no cell of its own.
        if width == 2, cursor.column + 1 < columns { cells[cursor.row][cursor.column + 1] = "" }
        cursor.column += width
        if cursor.column >= columns {
            cursor.column = columns - 1
            isWrapOwed = true
        }
    }

    private mutating func sequence(
        in scalars: String.UnicodeScalarView,
        from start: String.Index
    ) -> String.Index {
        guard start < scalars.endIndex, scalars[start] == "[" else {
            unknown.append("ESC")
            return start
        }
        var index = scalars.index(after: start)
        var parameters = ""
        while index < scalars.endIndex, !(0x40...0x7E).contains(scalars[index].value) {
            parameters.unicodeScalars.append(scalars[index])
            index = scalars.index(after: index)
        }
        guard index < scalars.endIndex else { return index }
        execute(parameters, Character(scalars[index]))
        return scalars.index(after: index)
    }

    private mutating func execute(_ parameters: String, _ final: Character) {
        let number = Int(parameters) ?? 0
        switch (final, parameters) {
        case ("A", _): cursor.row = max(0, cursor.row - max(1, number))
        case ("B", _): cursor.row = min(rows - 1, cursor.row + max(1, number))
        case ("C", _): cursor.column = min(columns - 1, cursor.column + max(1, number))
        case ("K", "2"): cells[cursor.row] = Array(repeating: " ", count: columns)
        case ("J", ""):
            for column in cursor.column..<columns { cells[cursor.row][column] = " " }
            for row in cells.indices where row > cursor.row {
                cells[row] = Array(repeating: " ", count: columns)
            }
        case ("h", "?25"): isCursorVisible = true
        case ("l", "?25"): isCursorVisible = false
        case ("h", "?2004"): isPasteMarked = true
        case ("l", "?2004"): isPasteMarked = false
        case ("m", _): break
        default: unknown.append("CSI \(parameters)\(final)")
        }
        if final != "m" { isWrapOwed = false }
    }
}
