import Documents

/// Mends misspelt keys and arguments of messages, where they can be found in the file.
enum KeySpelling {
    /// The mend of the one key on the way to a message that is not spelt as in another message's key.
    static func fix(_ path: [Catalog.Entry.Word], _ meant: String) -> Fix? {
        for (index, word) in path.enumerated() {
            let before = path[..<index].map { $0.text + "." }.joined()
            let behind = path[(index + 1)...].map { "." + $0.text }.joined()
            guard meant.utf8.count > before.utf8.count + behind.utf8.count,
                meant.hasPrefix(before), meant.hasSuffix(behind)
            else { continue }
            let middle = String(meant.dropFirst(before.count).dropLast(behind.count))
            return .respelling(word.text, at: word.range, as: middle)
        }
        return nil
    }

    /// The mend of an argument that stands once in a message on one line without escapes.
    static func fix(_ name: String, in entry: Catalog.Entry, _ meant: String) -> Fix? {
        let pattern = Array(entry.pattern.utf8)
        let opening = Array("{\(name)".utf8)
        let places = pattern.indices.filter { index in
            guard pattern[index...].starts(with: opening) else { return false }
            let next = index + opening.count
            return next < pattern.count && [0x7D, 0x2C, 0x20].contains(pattern[next])
        }
        guard places.count == 1, let place = places.first else { return nil }
        let stretch = (place + 1)..<(place + opening.count)
        let range = entry.place.range(of: stretch, in: nil)
        return .respelling(name, at: range, as: meant)
    }
}
