import Localization

/// How a piece of text stands out; the meaning is never in this alone.
enum Emphasis: Hashable, Sendable {
    case plain, strong, faint, accent, success, danger, warning, selected

    /// The parameters of Select Graphic Rendition (ECMA-48, 8.3.117).
    fileprivate var rendition: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .faint: "2"
        case .accent: "36"
        case .success: "32"
        case .danger: "31"
        case .warning: "33"
        case .selected: "7"
        }
    }
}

/// One line of a frame: pieces of text that can't steer a terminal.
struct FrameLine: Hashable, Sendable {
    private var pieces: [Piece] = []

    private struct Piece: Hashable {
        let text: String
        let emphasis: Emphasis
    }

    /// An empty line.
    init() {}

    /// A line of one piece.
    init(_ text: String, _ emphasis: Emphasis = .plain) {
        add(text, emphasis)
    }

    /// Adds a piece of text.
    mutating func add(_ text: String, _ emphasis: Emphasis = .plain) {
        guard !text.isEmpty else { return }
        pieces.append(Piece(text: TerminalText.of(text), emphasis: emphasis))
    }

    /// Adds blanks up to a column.
    mutating func pad(to column: Int) {
        add(String(repeating: " ", count: max(0, column - width)))
    }

    /// How many cells it takes.
    var width: Int { pieces.reduce(0) { $0 + DisplayWidth.cells($1.text) } }

    /// The text alone.
    var text: String { pieces.map(\.text).joined() }

    /// The line cut off where it is wider than this.
    func fitted(to width: Int) -> FrameLine {
        guard self.width > width else { return self }
        var line = FrameLine()
        var left = width
        for piece in pieces {
            let cells = DisplayWidth.cells(piece.text)
            if cells >= left {
                // A piece that would just fit is followed by more, so it is marked as cut, too.
                let cut = DisplayWidth.truncate(piece.text + " ", to: left)
                line.pieces.append(Piece(text: cut, emphasis: piece.emphasis))
                break
            }
            line.pieces.append(piece)
            left -= cells
        }
        return line
    }

    /// The bytes for a terminal.
    func escaped(inColor: Bool) -> String {
        guard inColor else { return text }
        return pieces.map { piece in
            let rendition = piece.emphasis.rendition
            return rendition.isEmpty ? piece.text : "\u{1B}[\(rendition)m\(piece.text)\u{1B}[0m"
        }.joined()
    }
}

/// What is to be seen, and where the cursor stands.
struct Frame: Hashable, Sendable {
    /// A place in a frame, from 0.
    struct Position: Hashable, Sendable {
        var row: Int
        var column: Int
    }

    var lines: [FrameLine]
    var cursor: Position
}

/// How many cells a terminal has.
struct TerminalSize: Hashable, Sendable {
    var columns: Int
    var rows: Int
}
