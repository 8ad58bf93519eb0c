import CLibXML2
import Documents

/// Reads XML by libxml2, within bounds: no network, no document type, no entities of its own, and only so
/// much of everything.
enum MarkupReader {
    /// The most bytes that are read.
    static let byteLimit = 16 << 20
    /// The deepest element.
    static let depthLimit = 32
    /// The most elements.
    static let elementLimit = 500_000

    /// Reads a file's text.
    ///
    /// O(length of the text).
    static func read(_ source: SourceText) throws(MarkupFailure) -> MarkupElement {
        guard source.bytes.count <= byteLimit else {
            throw MarkupFailure(
                line: 1,
                reason: "the file has \(source.bytes.count) bytes; \(byteLimit) are read",
                help: "export less at a time, such as --only missing"
            )
        }
        guard String(validating: source.bytes, as: UTF8.self) != nil else {
            throw MarkupFailure(
                line: 1,
                reason: "the file is not UTF-8",
                help: "save it as UTF-8"
            )
        }
        xmlResetLastError()
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue
        let result = source.bytes.withUnsafeBufferPointer {
            bytes -> Result<MarkupElement, MarkupFailure> in
            let text = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            // The encoding that is given here wins over the one that the file claims.
            guard
                let reader = xmlReaderForMemory(
                    text,
                    Int32(clamping: bytes.count),
                    nil,
                    "UTF-8",
                    Int32(bitPattern: options)
                )
            else {
                return .failure(MarkupFailure(line: 1, reason: "the file is empty", help: nil))
            }
            defer { xmlFreeTextReader(reader) }
            do throws(MarkupFailure) {
                return .success(try tree(reader))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The elements, each added to the one around it when it ends.
    private static func tree(_ reader: xmlTextReaderPtr) throws(MarkupFailure) -> MarkupElement {
        var open: [MarkupElement] = []
        var root: MarkupElement?
        var count = 0
        func close() {
            guard let ended = open.popLast() else { return }
            if open.isEmpty {
                root = ended
            } else {
                open[open.count - 1].children.append(.element(ended))
            }
        }
        while true {
            let state = xmlTextReaderRead(reader)
            guard state == 1 else {
                if state == 0, let root { return root }
                throw failure()
            }
            let type = xmlTextReaderNodeType(reader)
            switch xmlReaderTypes(rawValue: UInt32(bitPattern: type)) {
            case XML_READER_TYPE_ELEMENT:
                count += 1
                let element = element(reader)
                guard open.count < depthLimit, count <= elementLimit else {
                    throw MarkupFailure(
                        line: element.line,
                        reason: open.count < depthLimit
                            ? "the file has more than \(elementLimit) elements"
                            : "elements stand more than \(depthLimit) deep",
                        help: nil
                    )
                }
                open.append(element)
                if xmlTextReaderIsEmptyElement(reader) == 1 { close() }
            case XML_READER_TYPE_END_ELEMENT: close()
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                guard !open.isEmpty else { continue }
                let text = string(xmlTextReaderConstValue(reader))
                open[open.count - 1].children.append(.text(text))
            case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE:
                throw MarkupFailure(
                    line: line(reader),
                    reason: "a document type or an entity stands here, which XLIFF has no use for",
                    help: "remove <!DOCTYPE …>; write characters as they are"
                )
            // Comments and instructions for other programs.
            default: continue
            }
        }
    }

    private static func element(_ reader: xmlTextReaderPtr) -> MarkupElement {
        var attributes: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
            attributes[string(xmlTextReaderConstName(reader))] =
                string(xmlTextReaderConstValue(reader))
        }
        xmlTextReaderMoveToElement(reader)
        return MarkupElement(
            name: string(xmlTextReaderConstLocalName(reader)),
            namespace: string(xmlTextReaderConstNamespaceUri(reader)),
            attributes: attributes,
            line: line(reader)
        )
    }

    private static func line(_ reader: xmlTextReaderPtr) -> Int {
        guard let node = xmlTextReaderCurrentNode(reader) else { return 1 }
        return max(1, Int(xmlGetLineNo(node)))
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map {
            String(
                decoding: UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))),
                as: UTF8.self
            )
        }
            ?? ""
    }

    private static func failure() -> MarkupFailure {
        guard let error = xmlGetLastError() else {
            return MarkupFailure(line: 1, reason: "the file is no XML", help: nil)
        }
        let message = error.pointee.message.map { String(cString: $0) } ?? ""
        let first = message.split(separator: "\n").first.map(String.init) ?? "the file is no XML"
        return MarkupFailure(
            line: max(1, Int(error.pointee.line)),
            reason: "not well-formed XML: \(first)",
            help: nil
        )
    }
}
