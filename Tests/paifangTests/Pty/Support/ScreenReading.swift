@testable import paifang

/// What a person reads on a screen, without regard to where lines are broken.
struct ScreenReading {
    let lines: [String]

    init(_ screen: VirtualTerminal) {
        lines = screen.lines
    }

    /// A text as it is compared: breaks and blanks may stand anywhere.
    static func squeezed(_ text: some StringProtocol) -> String {
        String(text.filter { !$0.isWhitespace && $0 != "│" })
    }

    /// Whether a text is to be seen.
    func says(_ text: String) -> Bool {
        Self.squeezed(lines.joined()).contains(Self.squeezed(text))
    }

    /// What the next key is for: the lines from the pointer on, up to a gap.
    ///
    /// Where a label leaves no room beside it, the line below it is still empty before one types.
    var focus: [String] {
        let rest = lines.drop { !$0.hasPrefix(" ▸") }
        let isBelow = rest.dropFirst().first?.isEmpty == true
        let body = rest.dropFirst(isBelow ? 2 : 1).prefix { !$0.isEmpty && !$0.hasPrefix("───") }
        return Array(rest.prefix(1)) + Array(body)
    }

    /// Whether the pointer stands at something.
    func isAt(_ words: String) -> Bool {
        let text = Self.squeezed(focus.joined()).drop { "▸✓✗".contains($0) }
        return text.hasPrefix(Self.squeezed(words))
    }

    /// Whether the pointer stands at something that says something, too.
    func isAt(_ words: String, saying more: String) -> Bool {
        isAt(words) && Self.squeezed(focus.joined()).contains(Self.squeezed(more))
    }

    /// The lines that are ticked, each with what stands beside or below it.
    var ticked: [String] {
        lines.indices.compactMap { index in
            guard lines[index].prefix(6).contains("✓") else { return nil }
            let below = lines[(index + 1)...].prefix { $0.hasPrefix("        ") }
            return Self.squeezed(([lines[index]] + below).joined())
                .filter { !"▸✓".contains($0) }
        }
    }

    /// Whether an answer is ticked, and shown so.
    func hasTicked(_ label: String, _ answer: String) -> Bool {
        ticked.contains(Self.squeezed(label) + Self.squeezed(answer))
    }

    /// The number of the step, and how many there are: `4/9`, or in words.
    var header: String { lines.first { $0.contains("Paifang") } ?? "" }
}
