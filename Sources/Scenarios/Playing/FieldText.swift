import Expressions
import Flows

/// Values as scenarios write them.
enum FieldText {
    /// The text of a value; never that of a secret.
    static func of(_ value: FieldValue, field: FieldDefinition) -> String {
        switch value {
        case .text(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .integer(let number): String(number)
        case .money(let money): "\(money)"
        case .date(let day):
            String(ExpressionTimestamp(milliseconds: day).text.prefix { $0 != "T" })
        case .consent: "true"
        case .sealed: "kept"
        case .passed: "pass"
        case .list(let items): "\(items.count) records"
        }
    }
}

/// Lengths of time as scenarios write them.
enum TimeText {
    /// A length such as `1d2h`; `0s` for nothing, and milliseconds where there are some.
    static func of(_ milliseconds: Int64) -> String {
        guard milliseconds > 0 else { return "0s" }
        var rest = milliseconds
        var text = ""
        let units: [(String, Int64)] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000)]
        for (letter, length) in units where rest >= length {
            text += "\(rest / length)\(letter)"
            rest %= length
        }
        if rest >= 1_000 { text += "\(rest / 1_000)s" }
        return rest % 1_000 > 0 ? text + "\(rest % 1_000)ms" : text
    }
}
