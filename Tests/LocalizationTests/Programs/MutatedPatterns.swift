import Localization

/// The project's own messages, with slips of the hand at random.
struct MutatedPatterns {
    private var random: SeededGenerator
    private let corpus: [[Character]]

    init(_ patterns: [String], seed: UInt64) {
        random = SeededGenerator(state: seed)
        corpus = patterns.map(Array.init)
    }

    private static let pieces = [
        "{", "}", "'", "''", "#", ",", "|", ":", "=", "=1", "=1.5", "::", " ", "\n", "other", "one",
        "few", "two", "plural", "select", "selectordinal", "number", "date", "time", "choice",
        "offset:", "offset:1 ", "0", "1", "-", ".", "<", "{n}", "{n, number}", "n", "_", "é", "а",
        "—", "“", "。", "\u{200E}", "other {x}", "one {#}", "'{", "}'", "::.00", "::yMd", "integer",
        "percent", "short", "🧭", "{n, plural, other {", "}}", "x {y}", "E", "e", "+", "\t",
    ]

    /// A pattern with one to four changes.
    mutating func next() -> String {
        var pattern = corpus.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...4, using: &random) { change(&pattern) }
        return String(pattern)
    }

    private mutating func change(_ pattern: inout [Character]) {
        let place = Int.random(in: 0...pattern.count, using: &random)
        let length = min(pattern.count - place, Int.random(in: 1...4, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2:
            pattern.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: place)
        case 3: pattern.removeSubrange(place..<(place + length))
        case 4:
            pattern.replaceSubrange(
                place..<(place + length),
                with: Self.pieces.randomElement(using: &random) ?? ""
            )
        case 5: remove(&pattern, "{}',#")
        case 6: pattern.insert(contentsOf: pattern[place..<(place + length)], at: place)
        default:
            // What stands between braces is where most can go wrong.
            guard
                let brace = pattern.indices.filter({ pattern[$0] == "{" }).randomElement(
                    using: &random
                )
            else { return }
            let next = min(pattern.count, brace + Int.random(in: 1...12, using: &random))
            pattern.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: next)
        }
    }

    private mutating func remove(_ pattern: inout [Character], _ signs: String) {
        let places = pattern.indices.filter { signs.contains(pattern[$0]) }
        if let place = places.randomElement(using: &random) { pattern.remove(at: place) }
    }
}
