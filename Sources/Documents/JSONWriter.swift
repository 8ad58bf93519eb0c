/// Writes JSON, always the same for the same value.
///
/// Besides what JSON demands, characters that act on a terminal or turn the direction of a text
/// are escaped: what is printed is what is there.
public enum JSONWriter {
    /// The JSON text of a value.
    ///
    /// O(length of the text).
    public static func compact(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// The JSON text of a value, with each member and element on a line of its own; without a line end.
    public static func indented(_ value: JSONValue) -> String {
        var text = ""
        appendIndented(value, under: "", to: &text)
        return text
    }

    private static func appendIndented(
        _ value: JSONValue,
        under margin: String,
        to text: inout String
    ) {
        let inner = margin + "  "
        switch value {
        case .array(let values) where !values.isEmpty:
            list(values, in: ("[\n", "\n\(margin)]"), by: ",\n", to: &text) {
                $1 += inner
                appendIndented($0, under: inner, to: &$1)
            }
        case .object(let members) where !members.isEmpty:
            list(members, in: ("{\n", "\n\(margin)}"), by: ",\n", to: &text) { member, text in
                text += inner
                append(member.name, to: &text)
                text += ": "
                appendIndented(member.value, under: inner, to: &text)
            }
        case .null, .bool, .integer, .number, .string, .array, .object: append(value, to: &text)
        }
    }

    private static func append(_ value: JSONValue, to text: inout String) {
        switch value {
        case .null:
            text += "null"
        case .bool(let bool):
            text += bool ? "true" : "false"
        case .integer(let integer):
            text += String(integer)
        case .number(let number):
            text += number.isFinite ? number.description : "null"
        case .string(let string):
            append(string, to: &text)
        case .array(let values):
            list(values, in: ("[", "]"), to: &text) { append($0, to: &$1) }
        case .object(let members):
            list(members, in: ("{", "}"), to: &text) { member, text in
                append(member.name, to: &text)
                text += ":"
                append(member.value, to: &text)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element],
        in brackets: (String, String),
        by comma: String = ",",
        to text: inout String,
        write: (Element, inout String) -> Void
    ) {
        text += brackets.0
        for (index, element) in elements.enumerated() {
            if index > 0 { text += comma }
            write(element, &text)
        }
        text += brackets.1
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if VisibleText.isHidden(scalar) {
                    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                        let digits = String(unit, radix: 16)
                        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
