/// What came instead of, or as, a line.
enum LineInput: Hashable, Sendable {
    /// A line without its end.
    case line(String)
    /// Nothing came for as long as was asked.
    case idle
    /// There will be no more lines.
    case ended
    /// Somebody asked the program to end.
    case interrupted
    /// The terminal is gone.
    case hungUp
}

/// Where lines are read from, and where lines go.
protocol LineSource: AnyObject {
    /// Whether what is typed is seen by itself; otherwise the lines that were read are written.
    var isEchoing: Bool { get }
    /// Writes bytes as they are.
    func write(_ text: String)
    /// Shows what is typed from now on, or not.
    func setHidden(_ isHidden: Bool)
    /// Waits for a line; `isHidden` for what nobody may see.
    func next(within milliseconds: Int, isHidden: Bool) -> LineInput
    /// Waits without reading.
    func pause(milliseconds: Int) -> LineInput
}

extension LineSource {
    // Where nothing is echoed, there is nothing to do.
    func setHidden(_ isHidden: Bool) {}
}
