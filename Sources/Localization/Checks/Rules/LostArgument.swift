/// An argument of the English message that a message lacks, with what was written in its place.
struct LostArgument {
    let name: String
    /// Where something like `[name]` or `%s` stands; `nil` where nothing does.
    let standIn: Range<Int>?

    /// Brackets in which names stand in other programs, and those that an input method for Chinese writes.
    private static let brackets = [
        ("｛", "｝"), ("[", "]"), ("<", ">"), ("(", ")"), ("【", "】"), ("（", "）"), ("%", "%"),
        ("$", ""),
    ]

    /// The arguments of the English message that a message lacks, in the order of the English one.
    static func all(
        _ wanted: [MessageTree.Argument],
        beside own: [MessageTree.Argument],
        in pattern: String
    ) -> [LostArgument] {
        var names: [String] = []
        for argument in wanted
        where !own.contains(where: { $0.name == argument.name }) && !names.contains(argument.name) {
            names.append(argument.name)
        }
        return names.map { name in
            let found = brackets.lazy.compactMap { open, close in
                place(of: open + name + close, in: pattern)
            }.first
            let isOnly = names.count == 1
            return LostArgument(
                name: name,
                standIn: found ?? (isOnly ? placeholder(in: pattern) : nil)
            )
        }
    }

    private static func place(of part: String, in pattern: String) -> Range<Int>? {
        guard let found = pattern.firstRange(of: part) else { return nil }
        let start = pattern.utf8.distance(from: pattern.startIndex, to: found.lowerBound)
        return start..<start + part.utf8.count
    }

    /// Where `%s`, `%d`, `%@` or `%1$s` stands.
    private static func placeholder(in pattern: String) -> Range<Int>? {
        let bytes = Array(pattern.utf8)
        for start in bytes.indices where bytes[start] == UInt8(ascii: "%") {
            var end = start + 1
            while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
            if end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: "$") { end += 1 }
            if end < bytes.count, "sdiuf@".utf8.contains(bytes[end]) { return start..<(end + 1) }
        }
        return nil
    }
}
