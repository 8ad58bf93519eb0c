/// What happened at a terminal.
enum TerminalInput: Hashable, Sendable {
    /// Keys were pressed.
    case keys([Key])
    /// The terminal has another size.
    case resized
    /// Somebody asked the program to stop for a while.
    case suspended
    /// The program goes on after it was suspended; other things may stand on the terminal now.
    case resumed
    /// Nothing happened for as long as was asked.
    case idle
    /// Somebody asked the program to end.
    case interrupted
    /// The terminal is gone.
    case hungUp
}

/// A terminal in which keys come one by one.
protocol TerminalPort: AnyObject {
    /// How many cells there are.
    var size: TerminalSize { get }
    /// Writes bytes as they are.
    func write(_ text: String)
    /// Waits for something to happen.
    func next(within milliseconds: Int) -> TerminalInput
    /// Gives the terminal back and stops; returns when the program goes on.
    func suspend()
}
