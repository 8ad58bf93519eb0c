/// Why an expression gave no value.
///
/// Never holds a value that the expression read, for it may be personal.
public struct EvaluationFailure: Error, Sendable, Hashable {
    /// The cause.
    public enum Reason: Sendable, Hashable {
        /// A name was read that is not set.
        case unset(name: String)
        /// A name, or something inside its value, is of another type than was declared.
        case mistyped(name: String?)
        /// A whole number or an amount left its 64 bits.
        case overflow
        /// A whole number was divided by zero.
        case divisionByZero
        /// A map has no such key, or a record no value of this name.
        case noSuchKey
        /// A list has no item at this place.
        case noSuchItem
        /// A map was written with the same key twice.
        case repeatedKey
        /// A text is not a moment as RFC 3339 writes it.
        case notATimestamp
        /// A text is not a length of time such as `1h30m`.
        case notADuration
        /// A text is not a number.
        case notANumber
        /// A moment, length of time or number left the range of its type.
        case outOfRange
        /// There is no such time zone.
        case unknownTimeZone
        /// Amounts of two currencies were compared, added or subtracted.
        case currencyMismatch(String, String)
        /// A regular expression could not be matched for lack of memory.
        case patternFailed
        /// The evaluation took more steps than an expression may.
        case costExceeded
    }

    /// The cause.
    public let reason: Reason
    /// Where it is: byte offsets into the UTF-8 of the expression's source.
    public let range: Range<Int>

    /// Makes a failure.
    public init(_ reason: Reason, at range: Range<Int>) {
        self.reason = reason
        self.range = range
    }

    /// The stable code, such as `E16`, as `paifang explain` knows it.
    public var code: String {
        switch reason {
        case .unset: "E12"
        case .mistyped: "E14"
        case .costExceeded: "E15"
        case .overflow, .divisionByZero, .noSuchKey, .noSuchItem, .repeatedKey, .notATimestamp,
            .notADuration, .notANumber, .outOfRange, .unknownTimeZone, .currencyMismatch,
            .patternFailed:
            "E16"
        }
    }
}

extension EvaluationFailure.Reason {
    /// What an author can do about it, where that is known.
    public var advice: String? {
        switch self {
        case .unset(let name): "ask before it is read: `has(\(name)) && …`"
        case .divisionByZero: "ask before: `divisor != 0 && …`"
        case .noSuchKey: "ask before: `has(record.field) && …`, or `key in map && …`"
        case .noSuchItem: "ask before: `size(list) > 0 && …`; the first item is 0"
        case .notATimestamp: "a moment is written `2024-02-29T09:00:00Z`"
        case .notADuration: "a length of time is written `24h` or `1h30m`"
        case .unknownTimeZone: "write an IANA name such as `Europe/Prague`"
        case .mistyped, .overflow, .repeatedKey, .notANumber, .outOfRange, .currencyMismatch,
            .patternFailed, .costExceeded:
            nil
        }
    }
}

extension EvaluationFailure.Reason: CustomStringConvertible {
    /// One phrase in English, for logs and authors.
    public var description: String {
        switch self {
        case .unset(let name): "'\(name)' is not set"
        case .mistyped(let name):
            "\(name.map { "'\($0)'" } ?? "a value") is of another type than declared"
        case .overflow: "a number left its 64 bits"
        case .divisionByZero: "division by zero"
        case .noSuchKey: "no such key"
        case .noSuchItem: "no such item in the list"
        case .repeatedKey: "a map has the same key twice"
        case .notATimestamp: "a text is not a timestamp"
        case .notADuration: "a text is not a duration"
        case .notANumber: "a text is not a number"
        case .outOfRange: "a value left the range of its type"
        case .unknownTimeZone: "there is no such time zone"
        case .currencyMismatch(let left, let right): "amounts in \(left) and \(right) don't mix"
        case .patternFailed: "a pattern needed too much memory"
        case .costExceeded: "more than \(ExpressionLimits.cost) steps"
        }
    }
}
