import Documents

/// The functions of the language, by the names under which they are called.
enum Function: String, CaseIterable, Sendable {
    case size, startsWith, endsWith, contains, matches
    case timestamp, duration, int, double, string
    case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
    case getHours, getMinutes, getSeconds, getMilliseconds
    case years, months, days
    case luhn, monthEnd

    /// How a function is written.
    enum Form {
        /// `function(value)` only.
        case global
        /// `value.function(…)` only.
        case method
        /// Both ways.
        case either
    }

    var form: Form {
        switch self {
        case .size, .matches: .either
        case .startsWith, .endsWith, .contains, .getFullYear, .getMonth, .getDate, .getDayOfMonth,
            .getDayOfWeek, .getDayOfYear, .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            .method
        case .timestamp, .duration, .int, .double, .string, .years, .months, .days, .luhn,
            .monthEnd:
            .global
        }
    }

    /// How many values it takes, the one before the full stop included.
    var counts: ClosedRange<Int> {
        switch self {
        case .size, .timestamp, .duration, .int, .double, .string, .years, .months, .days, .luhn,
            .monthEnd:
            1...1
        case .startsWith, .endsWith, .contains, .matches: 2...2
        case .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear,
            .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            1...2
        }
    }

    /// How it is written, for messages.
    var example: String {
        switch self {
        case .size: "size(value)"
        case .startsWith, .endsWith, .contains: "text.\(rawValue)(part)"
        case .matches: "text.matches('pattern')"
        case .timestamp, .duration, .int, .double, .string: "\(rawValue)(value)"
        case .years, .months, .days: "\(rawValue)(date)"
        case .luhn, .monthEnd: "\(rawValue)(text)"
        case .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear,
            .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            "time.\(rawValue)()"
        }
    }

    /// What a misspelt function probably is.
    static func suggestion(for name: String) -> String? {
        Spelling.nearest(
            to: name,
            among: allCases.map(\.rawValue) + ["has", "all", "exists", "exists_one"]
        )
    }

    /// Which functions there are, for messages.
    static let overview =
        "there are has, size, startsWith, endsWith, contains, matches, all, exists, exists_one, "
        + "timestamp, duration, int, double, string, years, months, days, luhn, monthEnd, and the parts of a time, "
        + "such as getFullYear"
}
