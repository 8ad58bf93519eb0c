import Documents

extension LocaleEditor {
    /// A new message with its place.
    struct NewMessage {
        let key: MessageKey
        let pattern: String
        let place: InsertionPlace
    }

    /// Adds a message where another file has it: behind the same neighbour, in mappings that are made as needed.
    ///
    /// - Parameters:
    ///   - key: The message's key, which is not there yet.
    ///   - pattern: Its text.
    ///   - example: The file whose order, blank lines and styles are followed: the English one.
    /// - Throws: A refusal where there is such a message, or no place for it.
    public mutating func insert(
        _ key: MessageKey,
        _ pattern: String,
        as example: LocaleEditor
    ) throws(Refusal) {
        var guide = InsertionGuide(self, as: example)
        try insert(Self.new(key, pattern, &guide))
    }

    /// Adds many messages, each as if it were added alone, in the example's order.
    ///
    /// The file is read again once for each depth of new mappings, however many messages there are.
    ///
    /// - Parameters:
    ///   - texts: The messages with their texts.
    ///   - example: The file whose order, blank lines and styles are followed: the English one.
    /// - Returns: Why some are not added, by their keys.
    public mutating func insert(
        _ texts: [(key: MessageKey, pattern: String)],
        as example: LocaleEditor
    ) -> [MessageKey: Refusal] {
        var refused: [MessageKey: Refusal] = [:]
        let order = InsertionGuide(example, as: example).order
        var rest = texts.enumerated().sorted { left, right in
            (order[left.element.key] ?? .max, left.offset)
                < (order[right.element.key] ?? .max, right.offset)
        }.map(\.element)
        while !rest.isEmpty {
            var guide = InsertionGuide(self, as: example)
            var round: [NewMessage] = []
            var later: [(key: MessageKey, pattern: String)] = []
            var last: [Int: InsertionPlace] = [:]
            // What is written once: a mapping is there for its other messages in the next round.
            var words: [Int: Set<String>] = [:]
            for (key, pattern) in rest {
                do throws(Refusal) {
                    let new = try Self.new(key, pattern, &guide)
                    let isFree = last[new.place.byte].map { new.place.follows($0) } ?? true
                    if isFree, words[new.place.byte, default: []].insert(new.place.word).inserted {
                        last[new.place.byte] = new.place
                        round.append(new)
                    } else {
                        later.append((key, pattern))
                    }
                } catch {
                    refused[key] = error
                }
            }
            // Where one of them reads as something else in its style, the halves find their own ways.
            while round.count > 1, !make(round) {
                let half = round.count / 2
                later = round[half...].map { ($0.key, $0.pattern) } + later
                round = Array(round[..<half])
            }
            if round.count == 1 {
                do throws(Refusal) {
                    try insert(round[0])
                } catch {
                    refused[round[0].key] = error
                }
            }
            rest = later
        }
        return refused
    }

    private static func new(
        _ key: MessageKey,
        _ pattern: String,
        _ guide: inout InsertionGuide
    ) throws(Refusal) -> NewMessage {
        guard pattern.utf8.allSatisfy({ $0 != 0 }) else {
            throw Refusal(reason: "U+0000 is no text")
        }
        return NewMessage(key: key, pattern: pattern, place: try InsertionPlace(of: key, &guide))
    }

    /// Adds a message in the first way that reads as it should.
    private mutating func insert(_ new: NewMessage) throws(Refusal) {
        let wanted = texts(with: [new])
        for patch in new.place.patches(writing: new.pattern) where make([patch], wanted) { return }
        throw Refusal(reason: "there is no place for `\(new.key.rawValue)` that reads as it should")
    }

    /// Adds messages, each as the example writes it; none where one reads as something else.
    private mutating func make(_ round: [NewMessage]) -> Bool {
        let patches = round.compactMap { $0.place.patches(writing: $0.pattern).first }
        return make(patches, texts(with: round))
    }

    /// The messages that there are to be: new ones of one place stand in the order they are given.
    private func texts(with new: [NewMessage]) -> [Text] {
        let sorted = new.enumerated().sorted {
            ($0.element.place.byte, $0.offset) < ($1.element.place.byte, $1.offset)
        }
        var texts: [Text] = []
        var next = 0
        for message in messages {
            while next < sorted.count,
                sorted[next].element.place.byte <= message.entry.keyRange.start.byte
            {
                texts.append(Text(sorted[next].element.key, sorted[next].element.pattern))
                next += 1
            }
            texts.append(Text(message))
        }
        return texts + sorted[next...].map { Text($0.element.key, $0.element.pattern) }
    }
}
