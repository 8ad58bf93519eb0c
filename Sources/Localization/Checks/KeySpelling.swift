import Documents

/// Mends misspelt keys of messages.
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
}
