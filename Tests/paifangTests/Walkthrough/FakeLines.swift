@testable import paifang

/// Lines that a test gives, and everything that was written.
///
/// A class, since a walk holds its lines by reference.
final class FakeLines: LineSource {
    let isEchoing: Bool
    private(set) var written = ""
    private(set) var hidden: [String] = []
    private var inputs: [LineInput]

    init(_ lines: [String], isEchoing: Bool = false) {
        inputs = lines.map { .line($0) }
        self.isEchoing = isEchoing
    }

    init(inputs: [LineInput]) {
        self.inputs = inputs
        isEchoing = true
    }

    func write(_ text: String) {
        // What doesn't break reads like any blank.
        written += text.map { $0 == "\u{A0}" ? " " : String($0) }.joined()
    }

    func next(within milliseconds: Int, isHidden: Bool) -> LineInput {
        let input = inputs.isEmpty ? .ended : inputs.removeFirst()
        if isHidden, case .line(let line) = input { hidden.append(line) }
        return input
    }

    func pause(milliseconds: Int) -> LineInput { inputs.isEmpty ? .ended : .idle }
}
