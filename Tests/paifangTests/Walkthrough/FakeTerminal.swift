@testable import paifang

/// A terminal that types what a test tells it, and shows what it would show.
///
/// A class, since a walk holds a terminal by reference.
final class FakeTerminal: TerminalPort {
    private(set) var screen: VirtualTerminal
    private var inputs: [TerminalInput]
    /// The text after each input that was taken.
    private(set) var views: [String] = []
    /// The widest line that was ever seen.
    private(set) var suspensions = 0
    var beforeInput: ((Int, FakeTerminal) -> Void)?

    init(columns: Int = 80, rows: Int = 24, _ inputs: [TerminalInput]) {
        screen = VirtualTerminal(columns: columns, rows: rows)
        self.inputs = inputs
    }

    /// A terminal at which these bytes are typed, one read for each text.
    convenience init(columns: Int = 80, rows: Int = 24, typing texts: String...) {
        self.init(
            columns: columns,
            rows: rows,
            texts.map { text in
                var decoder = KeyDecoder()
                return .keys(decoder.feed(text.utf8) + decoder.timeHasPassed())
            }
        )
    }

    var size: TerminalSize { TerminalSize(columns: screen.columns, rows: screen.rows) }

    func write(_ text: String) { screen.write(text) }

    func next(within milliseconds: Int) -> TerminalInput {
        views.append(screen.text)
        beforeInput?(views.count, self)
        return inputs.isEmpty ? .hungUp : inputs.removeFirst()
    }

    func suspend() { suspensions += 1 }

    func resize(columns: Int, rows: Int) { screen.resize(columns: columns, rows: rows) }
}
