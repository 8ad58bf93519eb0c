/// Finds what somebody meant to write.
public enum Spelling {
    /// What was probably meant.
    public struct Guess: Sendable, Hashable {
        /// The nearest candidate.
        public let word: String
        /// Whether no other candidate comes near: all are at least two edits further away.
        public let isCertain: Bool
    }

    /// The candidate nearest to a misspelt word; `nil` where none is near enough.
    ///
    /// Near enough is an edit distance of at most a third of the word's length, and at least one,
    /// which leaves something of the word; a swap of neighbours counts as one edit. The first of
    /// equally near candidates wins. Words of more than 64 scalars are nobody's slip.
    /// O(candidates × length²).
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String?
    {
        guess(word, among: candidates)?.word
    }

    /// The candidate nearest to a misspelt word, as ``nearest(to:among:)`` finds it, and whether it stands alone.
    public static func guess(_ word: String, among candidates: some Sequence<String>) -> Guess? {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count <= 64 else { return nil }
        let limit = min(max(1, scalars.count / 3), scalars.count - 1)
        var best: (distance: Int, candidate: String)?
        var second = Int.max
        for candidate in candidates where candidate != word && candidate != best?.candidate {
            let other = Array(candidate.unicodeScalars)
            // What lies two edits beyond the limit can't make a guess uncertain.
            guard abs(other.count - scalars.count) <= limit + 1 else { continue }
            let distance = distance(scalars, other)
            if distance <= limit, distance < best?.distance ?? .max {
                second = best?.distance ?? second
                best = (distance, candidate)
            } else {
                second = min(second, distance)
            }
        }
        return best.map { Guess(word: $0.candidate, isCertain: second - 1 > $0.distance) }
    }

    /// The Damerau–Levenshtein distance (optimal string alignment).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        if left.isEmpty { return right.count }
        if right.isEmpty { return left.count }
        var older: [Int] = []
        var old = Array(0...right.count)
        for i in 1...left.count {
            var row = [i]
            for j in 1...right.count {
                let substitution = old[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                var value = min(old[j] + 1, row[j - 1] + 1, substitution)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    value = min(value, older[j - 2] + 1)
                }
                row.append(value)
            }
            older = old
            old = row
        }
        return old[right.count]
    }
}
