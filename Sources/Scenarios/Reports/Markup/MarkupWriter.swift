/// Writes elements, each begun is ended; names are this program's own, everything else is escaped.
struct MarkupWriter {
    /// An attribute: its name and its value.
    typealias Attribute = (name: String, value: String)

    private(set) var text: String

    /// Begins behind a text that is written as it is.
    init(_ beginning: String) { text = beginning }

    /// An element with others in it.
    mutating func element(
        _ name: String,
        _ attributes: [Attribute] = [],
        _ content: (inout MarkupWriter) -> Void
    ) {
        text += "<\(name)\(written(attributes))>\n"
        content(&self)
        text += "</\(name)>\n"
    }

    /// An element that holds a text on one line.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text content: String) {
        element(name, attributes, lines: [content])
    }

    /// An element that holds lines.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], lines: [String]) {
        text += "<\(name)\(written(attributes))>\(MarkupText.lines(lines))</\(name)>\n"
    }

    /// An element without anything in it.
    mutating func empty(_ name: String, _ attributes: [Attribute]) {
        text += "<\(name)\(written(attributes)) />\n"
    }

    private func written(_ attributes: [Attribute]) -> String {
        attributes.map { " \($0.name)=\"\(MarkupText.escaping($0.value))\"" }.joined()
    }
}
