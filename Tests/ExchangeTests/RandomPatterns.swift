/// Makes messages at random, of all forms that are allowed, with everything that XML and YAML could hurt.
struct RandomPatterns {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(state: seed)
    }

    private static let texts = [
        "Hello", " ", "  two blanks ", "на кошелёк ", "钱包，", "peněženka", "don't", "it''s", "'{'",
        "'}'", "'{quoted}'", "#", "'#'", "|", "…", "👩‍👩‍👧", "\n", "\r\n", "\t", "\u{A0}", "\u{85}",
        "\u{2028}", "100 %", "<b>", "</source>", "&amp;", "&", "]]>", "<![CDATA[", "\\", "\"",
        "e\u{301}", "é", "\u{1}", "\u{FFFE}", "\u{0}", "{n}", "{n, plural, …}'", "%s", "$1",
    ]
    private static let simple = [
        "{who}", "{ who }", "{n}", "{n, number}", "{n,number,integer}", "{x, number, percent}",
        "{x, number, :: .00 }", "{t, date, long}", "{t, date, ::yMMMMd}", "{t, time, ::jmm}",
    ]

    /// A message that can be read.
    mutating func pattern(where isRight: (String) -> Bool) -> String {
        while true {
            let pattern = message(depth: 0)
            if isRight(pattern) { return pattern }
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func message(depth: Int) -> String {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in piece(depth: depth) }.joined()
    }

    private mutating func piece(depth: Int) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: return pick(Self.texts)
        case 4...5: return pick(Self.simple)
        case 6...7 where depth < 3: return select(depth: depth)
        case 8...9 where depth < 3: return plural(depth: depth)
        default: return pick(Self.texts)
        }
    }

    private mutating func select(depth: Int) -> String {
        var branches = ["other{\(message(depth: depth + 1))}"]
        for word in ["female", "männlich", "a-b"].shuffled(using: &random).prefix(2) {
            branches.append("\(word) {\(message(depth: depth + 1))}")
        }
        return "{c, select, \(branches.shuffled(using: &random).joined(separator: " "))}"
    }

    private mutating func plural(depth: Int) -> String {
        let type = pick(["plural", "plural", "selectordinal"])
        let offset = pick(["", "", "offset:1 ", " offset: 2\n"])
        var branches = ["other {\(pick(["# ", ""]) + message(depth: depth + 1))}"]
        for selector in ["=0", "=1", "=21", "zero", "one", "two", "few", "many"]
        where Int.random(in: 0..<3, using: &random) == 0 {
            branches.append("\(selector) {\(message(depth: depth + 1) + pick(["", " #"]))}")
        }
        let list = branches.shuffled(using: &random).joined(separator: pick([" ", "\n", ""]))
        return "{\(pick(["n", "n", "x"])),\(type) , \(offset)\(list) }"
    }
}

/// Gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
