import Flows

/// Reads a whole number within bounds.
enum IntegerAnswer {
    static func read(
        _ text: String,
        minimum: Int64,
        maximum: Int64,
        separators: DecimalText.Separators
    ) -> AnswerReading {
        guard let number = DecimalText(text, separators: separators) else {
            return .problem("unreadable")
        }
        guard number.decimals.allSatisfy({ $0 == 0 }) else { return .problem("not_whole") }
        // What does not fit lies beyond every bound.
        let value = number.scaled(places: 0)
        if value ?? (number.isNegative ? .min : .max) < minimum {
            return .problem("min", ["min": .integer(minimum)])
        }
        if value ?? .max > maximum { return .problem("max", ["max": .integer(maximum)]) }
        guard let value else { return .problem("unreadable") }
        return .value(.integer(value))
    }
}
