import Documents

/// An element of an XML file with what stands in it.
struct MarkupElement {
    /// What stands in an element, in its order.
    enum Child {
        case element(MarkupElement)
        case text(String)
    }

    /// The name without its prefix.
    let name: String
    /// The namespace; empty where there is none.
    let namespace: String
    /// The values of the attributes, by their names as they are written.
    let attributes: [String: String]
    /// The line where it begins, one-based.
    let line: Int
    var children: [Child] = []

    /// The elements in it, in their order.
    var elements: [MarkupElement] {
        children.compactMap {
            guard case .element(let element) = $0 else { return nil }
            return element
        }
    }

    /// The first element of a name in it.
    func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

    /// All text in it, at any depth.
    var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
    }
}

/// Why an XML file was not read, with the line.
struct MarkupFailure: Error {
    let line: Int
    let reason: String
    let help: String?
}
