/// How many places a pattern has at which a match can stand, all repetitions written out.
///
/// RE2 takes linear time, but looks at every place for every byte in the worst case:
/// `[ab]{500}x` takes 500 times as long as `[ab]+x`. A class is one place, however large it is.
///
/// Reads only patterns that RE2 has accepted.
struct PatternWeight {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    /// What the open groups weigh so far, the whole pattern first.
    private var groups = [0]
    /// What the last item weighs, which a repetition repeats.
    private var last = 0

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// The weight of a pattern, at least 1.
    static func weight(of pattern: String) -> Int {
        var reader = PatternWeight(pattern)
        while reader.place < reader.scalars.count { reader.readItem() }
        return max(1, reader.groups.reduce(0, Cost.plus))
    }

    private mutating func readItem() {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "(": groups.append(0)
        case ")":
            let group = groups.count > 1 ? groups.removeLast() : 0
            add(group)
        case "[":
            skipClass()
            add(1)
        case "\\":
            readEscape()
        case "{":
            guard let times = repetition() else { return add(1) }
            // The item was added once already.
            let all = Cost.times(last, times)
            groups[groups.count - 1] = Cost.plus(groups[groups.count - 1], all - last)
            last = all
        case "*", "+", "?", "|": break
        default: add(1)
        }
    }

    private mutating func add(_ weight: Int) {
        last = weight
        groups[groups.count - 1] = Cost.plus(groups[groups.count - 1], weight)
    }

    /// Passes over a class; a bracket right at its beginning belongs to it.
    private mutating func skipClass() {
        if place < scalars.count, scalars[place] == "^" { place += 1 }
        if place < scalars.count, scalars[place] == "]" { place += 1 }
        while place < scalars.count, scalars[place] != "]" {
            if scalars[place] == "\\" {
                place += 1
            } else if scalars[place...].starts(with: "[:".unicodeScalars) {
                skip(behind: "]")
                continue
            }
            place += 1
        }
        place += 1
    }

    /// Reads what stands behind a backslash: a letter, perhaps with what belongs to it, as in
    /// `\p{Greek}` and `\x41`, or a text up to `\E` in which nothing else is special.
    private mutating func readEscape() {
        guard place < scalars.count else { return }
        let letter = scalars[place]
        place += 1
        let isBraced = place < scalars.count && scalars[place] == "{"
        switch letter {
        case "p", "P", "x":
            if isBraced { skip(behind: "}") } else { place += letter == "x" ? 2 : 1 }
            add(1)
        case "Q":
            while place < scalars.count, !scalars[place...].starts(with: #"\E"#.unicodeScalars) {
                place += 1
                add(1)
            }
            place += 2
        default: add(1)
        }
    }

    private mutating func skip(behind end: Unicode.Scalar) {
        while place < scalars.count, scalars[place] != end { place += 1 }
        place += 1
    }

    /// The larger number of `{2}`, `{2,}` or `{2,5}`, whose brace was just read; `nil` for a brace that stands for itself.
    private mutating func repetition() -> Int? {
        guard let end = scalars[place...].firstIndex(of: "}") else { return nil }
        let numbers = scalars[place..<end].split(separator: ",", omittingEmptySubsequences: false)
        let counts = numbers.map { Int(String(String.UnicodeScalarView($0))) }
        guard let first = counts.first ?? nil, counts.count <= 2 else { return nil }
        place = end + 1
        return max(1, first, counts.count == 2 ? counts[1] ?? 0 : 0)
    }
}
