/// Writes XML, element by element, indented; what stands inside of texts is left as it is.
struct MarkupWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// An attribute; without a value it is not written.
    typealias Attribute = (name: String, value: String?)

    /// Begins an element on a line of its own.
    mutating func begin(_ name: String, _ attributes: [Attribute] = []) {
        indent()
        text += Self.tag(name, attributes) + ">\n"
        open.append(name)
    }

    /// Ends the element that was begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        text += "</\(name)>\n"
    }

    /// Writes an element with nothing but text, or with markup that is ready.
    mutating func leaf(_ name: String, _ attributes: [Attribute] = [], markup: String = "") {
        indent()
        text += Self.tag(name, attributes)
        text += markup.isEmpty ? "/>\n" : ">\(markup)</\(name)>\n"
    }

    private mutating func indent() {
        text += String(repeating: "  ", count: open.count)
    }

    /// A tag without its end.
    static func tag(_ name: String, _ attributes: [Attribute]) -> String {
        attributes.reduce("<" + name) { text, attribute in
            guard let value = attribute.value else { return text }
            return text + " \(attribute.name)=\"\(escaped(value, isAttribute: true))\""
        }
    }

    /// A text as it stands in markup; characters that XML can't hold are replaced.
    static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "&#xD;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#xA;"
            case "\t" where isAttribute: result += "&#x9;"
            default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    /// Whether XML 1.0 can hold a character.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
