import Localization

/// A locale file at random: what it says, written in one of the many ways a translator may write it.
struct RandomLocaleFile {
    /// What a line of the file is.
    enum Line: Equatable {
        case blank, comment
        /// A key above others, by its full name.
        case parent(String)
        /// A message, by its key.
        case message(String)
    }

    /// Keys with texts, or with keys.
    indirect enum Tree {
        case text(String)
        case keys([(String, Tree)])
    }

    private var random: SeededGenerator
    private let lineEnd: String
    private let step: Int
    private let isSparse: Bool
    private let flat: Int
    private(set) var lines: [(Line, String)] = []
    private let isOpenEnded: Bool
    private let hasMark: Bool
    /// The message before, where the blank lines behind it are part of it.
    private var kept: Line?

    /// Writes a tree.
    init(_ tree: Tree, seed: UInt64) {
        random = SeededGenerator(state: seed)
        lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        step = Int.random(in: 1...4, using: &random)
        isSparse = Bool.random(using: &random)
        flat = Int.random(in: 0...2, using: &random)
        isOpenEnded = Int.random(in: 0..<3, using: &random) == 0
        hasMark = Int.random(in: 0..<5, using: &random) == 0
        if Bool.random(using: &random) {
            lines.append((.comment, "# About: this file"))
            lines.append((.blank, ""))
        }
        if case .keys(let keys) = tree { write(keys, under: "", name: "", depth: 0) }
        while lines.last?.0 == .blank { lines.removeLast() }
    }

    /// The file's text.
    var text: String {
        let body = lines.map(\.1).joined(separator: lineEnd)
        return (hasMark ? "\u{FEFF}" : "") + body + (isOpenEnded ? "" : lineEnd)
    }

    private mutating func chance(_ count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private mutating func write(
        _ keys: [(String, Tree)],
        under prefix: String,
        name: String,
        depth: Int
    ) {
        let blanks = String(repeating: " ", count: step * depth)
        for (index, (key, value)) in keys.enumerated() {
            let full = name.isEmpty ? key : "\(name).\(key)"
            switch value {
            case .keys(let inner):
                let isFlat = flat == 0 ? false : flat == 1 ? true : chance(2)
                if isFlat {
                    write(inner, under: "\(prefix)\(key).", name: full, depth: depth)
                } else {
                    above(blanks, isFirst: index == 0)
                    lines.append((.parent(full), "\(blanks)\(written(prefix + key)):\(remark)"))
                    write(inner, under: "", name: full, depth: depth + 1)
                }
            case .text(let text):
                above(blanks, isFirst: index == 0)
                write(text, of: full, blanks + written(prefix + key) + ":", depth: depth)
            }
        }
    }

    private mutating func above(_ blanks: String, isFirst: Bool) {
        if isSparse, !isFirst, chance(2) {
            // Behind a block that keeps its line ends, blank lines are its own.
            let line = kept ?? .blank
            for _ in 0...(chance(4) ? 1 : 0) { lines.append((line, chance(5) ? "  " : "")) }
        }
        kept = nil
        if chance(6) {
            for _ in 0...(chance(3) ? 1 : 0) { lines.append((.comment, "\(blanks)# note: \"x\"")) }
        }
    }

    private var remark: String {
        mutating get { chance(8) ? "  # remark" : "" }
    }

    private mutating func written(_ key: String) -> String {
        chance(8) ? "\"\(key)\"" : chance(10) ? "'\(key)'" : key
    }

    private mutating func write(_ text: String, of key: String, _ start: String, depth: Int) {
        let line = Line.message(key)
        let isBlock = text.contains("\n") ? !chance(5) : chance(8)
        let trimmed =
            text.hasPrefix(" ") || text.hasPrefix("\n") || text.hasSuffix(" ")
            || text.hasSuffix("\n")
        if isBlock, !trimmed, !text.isEmpty, !text.contains("\t"), !text.contains("\n ") {
            let isKept = chance(6)
            let mark = chance(4) ? "|-" : isKept ? "|+" : "|"
            let width = Int.random(in: 1...4, using: &random)
            let digit = chance(6) ? "\(width)" : ""
            let indentation = String(repeating: " ", count: step * depth + width)
            lines.append(
                (line, "\(start) \(mark.first ?? "|")\(digit)\(mark.dropFirst())\(remark)")
            )
            for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append((line, part.isEmpty ? "" : indentation + part))
            }
            kept = mark == "|+" ? line : nil
            if mark == "|+", chance(2) { lines.append((line, "")) }
            return
        }
        let quote = Int.random(in: 0..<3, using: &random)
        let isSafe =
            text.allSatisfy { $0.isLetter } && !["no", "yes", "on"].contains(text.lowercased())
        let value =
            if quote == 0, isSafe, !text.isEmpty {
                text
            } else if quote == 1, !text.contains("\n"), !text.contains("\t") {
                "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
            } else {
                Self.doubleQuoted(text)
            }
        let blanks = chance(6) ? "   " : " "
        lines.append((line, start + blanks + value + remark))
    }

    private static func doubleQuoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": written += "\\\(scalar)"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case "\u{A0}": written += "\\_"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    // MARK: - What files say

    /// Texts with everything that YAML and messages treat in a way of their own.
    static func text(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "Hello", "Ahoj", "привет", "你好", " ", "'", "\"", ": ", " #", "#", "{name}", "\\",
            "\u{A0}",
            "{n, plural, one {# день} other {# дней}}", "- ", "no", "yes", "12:30", "…", "👩‍👩‍👧", "\t",
            "&a", "*b", "!c", "|", ">", "%", "@", "`", "[x]", "{", "}", ",", "?", "\n", "\n\n", ":",
            "e\u{301}", "é", "word",
        ]
        let count = Int.random(in: 1...5, using: &random)
        return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
            .joined()
    }

    /// A tree of keys, two to four deep.
    static func tree(_ random: inout SeededGenerator, depth: Int = 0) -> Tree {
        let names = ["start", "title", "check_mail", "a", "yes", "wallet-signup", "help", "x1"]
            .shuffled(using: &random)
        let count = Int.random(in: (depth == 0 ? 2 : 1)...4, using: &random)
        return .keys(
            names.prefix(count).map { name in
                let isText = depth == 3 || Int.random(in: 0..<5, using: &random) < 2 + depth
                return (name, isText ? .text(text(&random)) : tree(&random, depth: depth + 1))
            }
        )
    }
}

extension RandomLocaleFile.Tree {
    /// The messages, in their order.
    var messages: [(key: String, text: String)] {
        guard case .keys(let keys) = self else { return [] }
        return keys.flatMap { key, value -> [(key: String, text: String)] in
            if case .text(let text) = value { return [(key, text)] }
            return value.messages.map { ("\(key).\($0.key)", $0.text) }
        }
    }

    /// The tree without a message, and without what it leaves empty; `nil` where nothing is left.
    func without(_ key: String) -> Self? {
        guard case .keys(let keys) = self else { return self }
        let left = keys.compactMap { name, value -> (String, Self)? in
            if case .text = value { return name == key ? nil : (name, value) }
            guard key.hasPrefix(name + ".") else { return (name, value) }
            return value.without(String(key.dropFirst(name.utf8.count + 1))).map { (name, $0) }
        }
        return left.isEmpty ? nil : .keys(left)
    }
}
