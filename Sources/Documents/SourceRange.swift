/// A place in a text.
public struct SourcePosition: Hashable, Sendable, Comparable, Codable {
    /// The offset in bytes, zero-based.
    public let byte: Int
    /// The line, one-based.
    public let line: Int
    /// The column, one-based, counted in Unicode scalars.
    public let column: Int

    /// Makes a position from an offset and the line and column it stands for.
    public init(byte: Int, line: Int, column: Int) {
        self.byte = byte
        self.line = line
        self.column = column
    }

    /// Orders by line, then by column.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of one file.
public struct SourceRange: Hashable, Sendable, Codable {
    /// The path of the file.
    public let file: String
    /// The first position.
    public let start: SourcePosition
    /// The position behind the last.
    public let end: SourcePosition

    /// Makes a range of one file.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The beginning of a file, for findings that belong to a file as a whole.
    public static func start(of file: String) -> SourceRange {
        let first = SourcePosition(byte: 0, line: 1, column: 1)
        return SourceRange(file: file, start: first, end: first)
    }
}
