import Localization

/// Marks that messages begin and end with, so that each is found again wherever it was drawn.
///
/// They are variation selectors: they take no cell, break no line, and no locale file has them there.
struct MessageMarks {
    /// How many selectors there are for one of the two that name a message.
    private static let base = 239
    private static let first: UInt32 = 0xE0101
    private static let end: Unicode.Scalar = "\u{FE00}"

    private let keys: [MessageKey]
    private let numbers: [MessageKey: Int]

    init(_ keys: [MessageKey]) {
        self.keys = keys
        numbers = Dictionary(zip(keys, keys.indices)) { first, _ in first }
    }

    /// What stands around a message; nothing for one that is not known.
    func frame(_ key: MessageKey) -> (prefix: String, suffix: String) {
        guard let number = numbers[key], number < Self.base * Self.base,
            let high = Unicode.Scalar(Self.first + UInt32(number / Self.base)),
            let low = Unicode.Scalar(Self.first + UInt32(number % Self.base))
        else { return ("", "") }
        var prefix = String.UnicodeScalarView()
        prefix.append(high)
        prefix.append(low)
        return (String(prefix), String(Self.end))
    }

    /// The lines without marks, and what stood between them.
    func read(_ lines: [String]) -> [MarkedLine] {
        var open: [MessageKey] = []
        return lines.map { line in
            var marked = MarkedLine()
            var high: Int?
            for scalar in line.unicodeScalars {
                if scalar == Self.end {
                    _ = open.popLast()
                } else if let digit = Self.digit(scalar) {
                    if let first = high {
                        let number = first * Self.base + digit
                        if keys.indices.contains(number) { open.append(keys[number]) }
                        high = nil
                    } else {
                        high = digit
                    }
                } else {
                    marked.add(scalar, in: open)
                }
            }
            // What was cut off has lost its end.
            if marked.text.last == "…" { open = [] }
            return marked
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.value >= first, scalar.value < first + UInt32(base) else { return nil }
        return Int(scalar.value - first)
    }
}

/// A line of a picture, and which messages stand where on it.
struct MarkedLine {
    /// A stretch of the line that belongs to one message, with what stands in that.
    private struct Part {
        var text: String.UnicodeScalarView
        let keys: [MessageKey]
    }

    private var parts: [Part] = []

    /// The line as it is drawn.
    var text: String { parts.reduce(into: "") { $0 += String($1.text) } }

    /// The messages that can be seen on it.
    var keys: Set<MessageKey> {
        Set(parts.filter { $0.text.contains { !$0.properties.isWhitespace } }.flatMap(\.keys))
    }

    fileprivate mutating func add(_ scalar: Unicode.Scalar, in keys: [MessageKey]) {
        if let last = parts.indices.last, parts[last].keys == keys {
            parts[last].text.append(scalar)
        } else {
            parts.append(Part(text: String.UnicodeScalarView([scalar]), keys: keys))
        }
    }

    /// The line in pieces, each with whether it belongs to one of these messages.
    func pieces(of wanted: Set<MessageKey>) -> [(text: String, isWanted: Bool)] {
        var pieces: [(text: String, isWanted: Bool)] = []
        for part in parts {
            let isWanted = part.keys.contains(where: wanted.contains)
            // The indent of a line belongs to nobody.
            let blanks = pieces.isEmpty ? part.text.prefix { $0 == " " } : ""[...].unicodeScalars
            if !blanks.isEmpty { pieces.append((String(blanks), false)) }
            let rest = part.text.dropFirst(blanks.count)
            if !rest.isEmpty { pieces.append((String(rest), isWanted)) }
        }
        return pieces
    }
}
