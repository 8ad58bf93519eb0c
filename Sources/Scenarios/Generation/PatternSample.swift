/// Finds a text that a simple pattern matches: letters, classes, groups, counts and alternatives.
///
/// It only proposes: whether the text matches, RE2 says. A pattern with anything else gives nothing.
struct PatternSample {
    private var rest: Substring.UnicodeScalarView
    private let repeating: Int
    private var isSimple = true

    /// A text for a pattern; `nil` where a text is no pattern, or too rich a one.
    ///
    /// What may be repeated without end is repeated as often as said.
    static func text(for pattern: String, repeating: Int) -> String? {
        guard pattern.contains(where: "^$[(\\+*?{".contains) else { return nil }
        var sample = PatternSample(pattern, repeating: max(1, repeating))
        let text = sample.alternatives()
        return sample.isSimple && sample.rest.isEmpty && text.utf8.count <= 200 ? text : nil
    }

    private init(_ pattern: String, repeating: Int) {
        rest = pattern[...].unicodeScalars
        self.repeating = repeating
    }

    /// The first alternative; the others are read over.
    private mutating func alternatives() -> String {
        let first = sequence()
        while take("|") { _ = sequence() }
        return first
    }

    private mutating func sequence() -> String {
        var text = ""
        while isSimple, let next = rest.first, next != "|", next != ")" {
            guard let atom = atom() else { continue }
            let times = count()
            let longest = atom.map(\.utf8.count).max() ?? 0
            // Bounded before it is built: counts of counts multiply.
            guard times <= 200, text.utf8.count + times * longest <= 200 else {
                isSimple = false
                break
            }
            // Letters of a class differ, so that rules against repetition hold more often.
            for turn in 0..<times { text += atom[turn % atom.count] }
        }
        return text
    }

    /// What may stand at a place, in the order to take it; `nil` where nothing stands there.
    private mutating func atom() -> [String]? {
        guard let next = rest.popFirst() else { return nil }
        switch next {
        case "^", "$": return nil
        case ".": return ["x"]
        case "(":
            if take("?") {
                isSimple = take(":")
                guard isSimple else { return nil }
            }
            let inner = alternatives()
            isSimple = isSimple && take(")")
            return [inner]
        case "[": return scalars(of: characterClass()).map { String($0) }.orNone
        case "\\": return escaped().map { String($0) }.orNone
        case "*", "+", "?", "{":
            isSimple = false
            return nil
        default: return [String(next)]
        }
    }

    private mutating func escaped() -> [Unicode.Scalar] {
        switch rest.popFirst() {
        case "d": return Array("2580147369".unicodeScalars)
        case "w": return Array("Kr7mT4bQ9v".unicodeScalars)
        case "s": return [" "]
        case let scalar? where !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar):
            return [scalar]
        default:
            isSimple = false
            return []
        }
    }

    private mutating func characterClass() -> [ClosedRange<Unicode.Scalar>] {
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        if take("^") { isSimple = false }
        while isSimple, let next = rest.popFirst(), next != "]" {
            if next == "\\" {
                ranges += escaped().map { $0...$0 }
                continue
            }
            var ahead = rest
            if ahead.popFirst() == "-", let end = ahead.popFirst(), end != "]", next <= end {
                ranges.append(next...end)
                rest = ahead
            } else {
                ranges.append(next...next)
            }
        }
        return ranges
    }

    /// A few scalars of each range, turn about.
    private func scalars(of ranges: [ClosedRange<Unicode.Scalar>]) -> [Unicode.Scalar] {
        ranges.flatMap { range in
            let first = range.lowerBound.value
            let span = range.upperBound.value - first
            return [2, 5, 8, 0, 1, 4].filter { $0 <= span }.compactMap {
                Unicode.Scalar(first + $0)
            }
        }
    }

    /// How often the atom before stands there: as seldom as may be, but once where it may.
    private mutating func count() -> Int {
        if take("?") { return 1 }
        if take("*") || take("+") {
            _ = take("?")
            return repeating
        }
        guard take("{") else { return 1 }
        let least = number()
        if take(",") { _ = number() }
        isSimple = isSimple && take("}")
        return least ?? 0
    }

    private mutating func number() -> Int? {
        var number: Int?
        while let next = rest.first, ("0"..."9").contains(next), number ?? 0 <= 1_000 {
            number = (number ?? 0) * 10 + Int(next.value - 48)
            rest.removeFirst()
        }
        return number
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }
}

extension [String] {
    fileprivate var orNone: [String]? { isEmpty ? nil : self }
}
