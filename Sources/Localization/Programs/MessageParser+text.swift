extension MessageParser {
    /// Reads an apostrophe, and the text it quotes where it does.
    mutating func quoted(_ place: Place, _ text: inout PendingText) throws(MessageProblem) {
        let start = index
        index += 1
        guard let next = peek else { return }
        if next == Sign.quote {
            text.skipped.append(index)
            index += 1
            return
        }
        guard
            next == Sign.open || next == Sign.close || (next == Sign.hash && place == .plural)
        else { return }
        text.skipped.append(start)
        while let byte = peek {
            index += 1
            guard byte == Sign.quote else { continue }
            text.skipped.append(index - 1)
            if peek != Sign.quote { return }
            index += 1
        }
        throw MessageProblem(
            "L001",
            at: start..<(start + 1),
            "this apostrophe quotes everything up to the end of the message",
            help: "close it with another apostrophe, or write ’ where an apostrophe is meant"
        )
    }
}

/// Text that is being read: where it began, and the apostrophes in it that are not to be shown.
struct PendingText {
    let start: Int
    var skipped: [Int] = []

    init(at start: Int) { self.start = start }

    /// Adds what was read, where there is anything.
    func end(at end: Int, in bytes: [UInt8], _ nodes: inout [MessageTree.Node]) {
        guard start < end else { return }
        var rest = skipped[...]
        let places =
            skipped.isEmpty
            ? []
            : (start..<end).filter { place in
                guard rest.first == place else { return true }
                rest.removeFirst()
                return false
            }
        let shown = places.isEmpty ? Array(bytes[start..<end]) : places.map { bytes[$0] }
        nodes.append(
            .text(
                MessageTree.Text(
                    value: String(decoding: shown, as: UTF8.self),
                    range: start..<end,
                    places: places
                )
            )
        )
    }
}
