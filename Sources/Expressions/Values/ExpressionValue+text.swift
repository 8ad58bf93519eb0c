public import Documents

/// Values as texts write them, for those who mean to read or show one: never by the way.
extension ExpressionValue {
    /// Reads a value of a type that stands in a text: a moment (`2024-02-29T09:00:00Z`, or a day alone),
    /// a length of time (`1h30m`), an amount (`500 USD`), or the text itself.
    ///
    /// `nil` where the text is none, or no text holds a value of this type.
    public init?(_ text: String, as type: ExpressionType) {
        switch type {
        case .string: self = .string(text)
        case .timestamp:
            guard
                let moment = ExpressionTimestamp(text: text)
                    ?? ExpressionTimestamp(text: text + "T00:00:00Z")
            else { return nil }
            self = .timestamp(moment)
        case .duration:
            guard let length = DurationText.duration(text) else { return nil }
            self = .duration(length)
        case .money:
            guard let money = Money(text) else { return nil }
            self = .money(money)
        case .bool, .int, .double, .null, .list, .map, .record, .nothing: return nil
        }
    }

    /// The value as an expression writes it, such as `"CZ"`, `[1, 2]` or `duration("90s")`.
    ///
    /// Amounts and records, which no expression writes, stand as `500 USD` and `{brand: "visa"}`.
    public var literal: String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .int(let value): return String(value)
        case .double(let value):
            let text = NumberText.text(value)
            return text.utf8.allSatisfy { $0.isDigit || $0 == 0x2D } ? text + ".0" : text
        case .string(let text): return Self.quoted(text)
        case .timestamp(let moment): return "timestamp(\"\(moment.text)\")"
        case .duration(let length): return "duration(\"\(DurationText.text(length))\")"
        case .money(let money): return money.description
        case .list(let items): return "[" + items.map(\.literal).joined(separator: ", ") + "]"
        case .map(let entries):
            let pairs = entries.map { "\($0.key.literal): \($0.value.literal)" }
            return "{" + pairs.joined(separator: ", ") + "}"
        case .record(let record):
            let pairs = record.entries.map { "\($0.name): \($0.value.literal)" }
            return "{" + pairs.joined(separator: ", ") + "}"
        }
    }

    /// The value as JSON: moments, lengths of time and amounts are texts, keys of a map as well.
    public var json: JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .integer(Int(value))
        case .double(let value):
            value.isFinite ? .number(value) : .string(NumberText.text(value))
        case .string(let text): .string(text)
        case .timestamp(let moment): .string(moment.text)
        case .duration(let length): .string(DurationText.text(length))
        case .money(let money): .string(money.description)
        case .list(let items): .array(items.map(\.json))
        case .map(let entries):
            .object(entries.map { JSONValue.Member($0.key.bare, $0.value.json) })
        case .record(let record):
            .object(record.entries.map { JSONValue.Member($0.name, $0.value.json) })
        }
    }

    /// A text without quotes, anything else as it is written.
    private var bare: String {
        if case .string(let text) = self { text } else { literal }
    }

    /// A text in quotes; what can't be seen is escaped, so that nothing in it acts on a terminal.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                guard VisibleText.isHidden(scalar) else {
                    quoted.unicodeScalars.append(scalar)
                    continue
                }
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                quoted += width == 8 ? "\\U" : "\\u"
                quoted += String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
