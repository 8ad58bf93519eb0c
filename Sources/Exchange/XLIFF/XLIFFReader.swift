public import Documents

/// Reads XLIFF 1.2, 2.0 and 2.1.
public enum XLIFFReader {
    /// The most bytes that are read.
    public static let byteLimit = MarkupReader.byteLimit

    /// Reads a file; where it is none, a finding says why.
    ///
    /// O(length of the file).
    public static func read(_ file: SourceText) -> Result<XLIFFDocument, Refused> {
        do throws(MarkupFailure) {
            let root = try MarkupReader.read(file)
            let version = try version(of: root)
            return .success(document(root, version, file))
        } catch {
            return .failure(
                Refused(
                    finding: Diagnostic(
                        "L170",
                        at: XLIFFDocument.range(ofLine: error.line, in: file),
                        error.reason,
                        help: error.help
                    )
                )
            )
        }
    }

    /// A file that could not be read.
    public struct Refused: Error {
        /// What is wrong with it.
        public let finding: Diagnostic
    }

    private static func version(of root: MarkupElement) throws(MarkupFailure) -> XLIFFVersion {
        guard root.name == "xliff" else {
            throw MarkupFailure(
                line: root.line,
                reason: "this is no XLIFF: its outermost element is <\(root.name)>",
                help: nil
            )
        }
        switch root.attributes["version"] {
        case "1.2", "1.1": return .one
        case "2.0", "2.1": return .two
        case let other:
            throw MarkupFailure(
                line: root.line,
                reason: "XLIFF \(other ?? "without a version") is not read",
                help: "1.2, 2.0 and 2.1 are"
            )
        }
    }

    private static func document(
        _ root: MarkupElement,
        _ version: XLIFFVersion,
        _ file: SourceText
    ) -> XLIFFDocument {
        let files = root.elements.filter { $0.name == "file" }
        let name = version == .one ? "trans-unit" : "unit"
        let units = files.flatMap { all(name, in: $0) }.map { element in
            version == .one ? unitOfOne(element) : unitOfTwo(element)
        }
        let language =
            version == .one
            ? files.first?.attributes["target-language"] : root.attributes["trgLang"]
        return XLIFFDocument(file: file, version: version, language: language ?? "", units: units)
    }

    /// The elements of a name, at any depth; not those inside of one.
    private static func all(_ name: String, in element: MarkupElement) -> [MarkupElement] {
        element.elements.flatMap { $0.name == name ? [$0] : all(name, in: $0) }
    }

    // MARK: - 1.2

    private static func unitOfOne(_ element: MarkupElement) -> XLIFFDocument.Unit {
        let target = element.first("target")
        let isApproved = element.attributes["approved"] == "yes"
        let state: XLIFFDocument.State? =
            switch target?.attributes["state"] {
            case "signed-off", "final": .reviewed
            case "translated": .translated
            case nil: isApproved ? .translated : nil
            default: .unfinished
            }
        let source = element.first("source")
        return XLIFFDocument.Unit(
            id: element.attributes["id"] ?? "",
            name: element.attributes["resname"],
            line: element.line,
            source: .init(
                parts: source.map { parts($0) { _ in nil } } ?? [],
                line: source?.line ?? element.line
            ),
            target: target.map { .init(parts: parts($0) { _ in nil }, line: $0.line) },
            state: state
        )
    }

    // MARK: - 2.1

    private static func unitOfTwo(_ element: MarkupElement) -> XLIFFDocument.Unit {
        let list = element.first("originalData")?.elements.map {
            ($0.attributes["id"] ?? "", $0.text)
        }
        let data = Dictionary(list ?? []) { first, _ in first }
        let segments = element.elements.filter { $0.name == "segment" || $0.name == "ignorable" }
        var source: [XLIFFDocument.Part] = []
        var target: [XLIFFDocument.Part] = []
        var targetLine: Int?
        var states: [XLIFFDocument.State] = []
        for segment in segments {
            let own = segment.first("source").map { parts($0) { data[$0] } } ?? []
            source += own
            if let translated = segment.first("target") {
                target += parts(translated) { data[$0] }
                targetLine = targetLine ?? translated.line
            } else if segment.name == "ignorable" {
                // What is between sentences is the same in both languages unless told otherwise.
                target += own
            }
            if segment.name == "segment" { states.append(state(segment)) }
        }
        return XLIFFDocument.Unit(
            id: element.attributes["id"] ?? "",
            name: element.attributes["name"],
            line: element.line,
            source: .init(parts: source, line: segments.first?.line ?? element.line),
            target: targetLine.map { .init(parts: target, line: $0) },
            state: states.min()
        )
    }

    private static func state(_ segment: MarkupElement) -> XLIFFDocument.State {
        switch segment.attributes["state"] {
        case "translated": .translated
        case "reviewed", "final": .reviewed
        default: .unfinished
        }
    }

    // MARK: - Texts

    /// The parts of a text; marks of other programs around words are looked through.
    private static func parts(
        _ element: MarkupElement,
        data: (String) -> String?
    ) -> [XLIFFDocument.Part] {
        element.children.flatMap { child -> [XLIFFDocument.Part] in
            switch child {
            case .text(let text): return [.text(text)]
            case .element(let inner):
                switch inner.name {
                case "mrk": return parts(inner, data: data)
                case "sm", "em": return []
                case "ph", "x", "it", "bpt", "ept", "bx", "ex", "sc", "ec":
                    let shown =
                        inner.attributes["dataRef"].flatMap(data)
                        ?? (inner.text.isEmpty ? nil : inner.text)
                    return [.code(id: inner.attributes["id"] ?? "", shown: shown)]
                default: return [.unknown(inner.name)]
                }
            }
        }
    }
}
