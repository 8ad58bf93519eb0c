import Foundation
import FoundationXML

/// A document as a strict reader of XML sees it.
final class MarkupTree: NSObject, XMLParserDelegate {
    /// One element, in the order in which they begin.
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The indices of the elements around it, outermost first.
        let ancestors: [Int]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Reads a document; `nil` where it is not well-formed.
    init?(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse(), open.isEmpty else { return nil }
    }

    /// The elements of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes, ancestors: open))
        open.append(elements.count - 1)
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        for index in open { elements[index].text += string }
    }
}
