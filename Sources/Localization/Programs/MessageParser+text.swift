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
        let isBehindLetter = start > 0 && Self.isLetter(bytes[start - 1])
        throw MessageProblem(
            "L005",
            at: start..<(start + 1),
            "this apostrophe quotes everything up to the end of the message",
            help: "close it with another apostrophe, or write ’ where an apostrophe is meant",
            replacement: isBehindLetter ? "’" : nil
        )
    }
}
