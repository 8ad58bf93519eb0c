/// A place in a text; those behind 2 GiB are not told apart.
public struct SourcePosition: Hashable, Sendable, Comparable {
    // A tree has two places for each key and value: half as many bytes are half as much memory to write.
    private let storedByte: Int32
    private let storedLine: Int32
    private let storedColumn: Int32

    /// Makes a position from an offset and the line and column it stands for.
    public init(byte: Int, line: Int, column: Int) {
        storedByte = Int32(clamping: byte)
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
    }

    /// The offset in bytes, zero-based.
    public var byte: Int { Int(storedByte) }
    /// The line, one-based.
    public var line: Int { Int(storedLine) }
    /// The column, one-based, counted in Unicode scalars.
    public var column: Int { Int(storedColumn) }

    /// Orders by line, then by column.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
    }
}

/// A stretch of one file.
public struct SourceRange: Hashable, Sendable {
    /// The name of the file.
    public let name: FileName
    /// The first position.
    public let start: SourcePosition
    /// The position behind the last.
    public let end: SourcePosition

    /// Makes a range of one file.
    public init(_ name: FileName, start: SourcePosition, end: SourcePosition) {
        self.name = name
        self.start = start
        self.end = end
    }

    /// Makes a range of a file that is known by its path.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.init(FileName(file), start: start, end: end)
    }

    /// The path of the file.
    public var file: String { name.path }

    /// The beginning of a file, for findings that belong to a file as a whole.
    public static func start(of file: String) -> SourceRange {
        let first = SourcePosition(byte: 0, line: 1, column: 1)
        return SourceRange(file: file, start: first, end: first)
    }
}
