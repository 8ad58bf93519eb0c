import Documents

/// Makes a tree of libyaml's events, and reports what is refused in files of this project.
struct TreeBuilder {
    /// What was found.
    private(set) var findings: FindingList

    private let source: SourceText
    private var open: [OpenCollection] = []
    private var root: DocumentNode?
    private var nodeCount = 0
    /// Set behind the first document.
    private var isFinished = false

    init(source: SourceText, findings: FindingList) {
        self.source = source
        self.findings = findings
    }

    /// Reads all events; `nil` where there is no tree.
    mutating func read(_ parser: EventParser) -> DocumentNode? {
        do throws(SyntaxFailure) {
            while !findings.isStopped, !isFinished {
                let event = try parser.next()
                if event.kind == .streamEnd { break }
                take(event)
            }
        } catch {
            findings.report(SyntaxProblem(error, in: source).diagnostic)
            return nil
        }
        return findings.isStopped ? nil : root
    }

    private mutating func take(_ event: ParsedEvent) {
        switch event.kind {
        case .streamStart, .streamEnd, .documentEnd:
            break
        case .documentStart:
            begin(event)
        case .alias:
            takeAlias(event)
        case .scalar:
            guard count(event) else { return }
            checkProperties(of: event)
            place(node(event))
        case .sequenceStart:
            enter(event, isMapping: false)
        case .mappingStart:
            enter(event, isMapping: true)
        case .collectionEnd:
            leave(event.isWrittenEnd ? event.end : nil)
        }
    }

    private mutating func begin(_ event: ParsedEvent) {
        if event.hasDirectives {
            findings.report(
                "E31",
                at: token(at: event.start),
                "a directive (`%`) stands in the file",
                help: "remove the line"
            )
        }
        guard root != nil else { return }
        findings.report(
            "E31",
            at: token(at: event.start),
            "a second document begins in the file",
            help: "keep one document in a file: remove the `---`, or split the file"
        )
        isFinished = true
    }

    private mutating func takeAlias(_ event: ParsedEvent) {
        guard count(event) else { return }
        let name = event.text
        findings.report(
            "E31",
            at: range(event),
            "an alias: `*\(name)`",
            help: "write the value out here; a text that begins with `*` is quoted: \"*\(name)\""
        )
        if let last = open.indices.last, open[last].isMapping, open[last].next == .key {
            open[last].refuseKey()
        } else {
            place(DocumentNode(.scalar(.init(text: "*\(name)", style: .plain)), at: range(event)))
        }
    }

    private mutating func node(_ event: ParsedEvent) -> DocumentNode {
        let scalar = DocumentNode.Scalar(text: event.text, style: event.style)
        var range = range(event)
        if scalar.style == .literal || scalar.style == .folded {
            range = SourceRange(source.name, start: event.start, end: blockEnd(event))
        }
        // An escape in double quotes can make one, and C would end the text there.
        if scalar.style == .doubleQuoted, Self.hasZero(scalar.text) {
            findings.report(
                "E33",
                at: range,
                "the text holds the control character U+0000",
                help: "remove the escape \"\\0\""
            )
        }
        return DocumentNode(.scalar(scalar), at: range)
    }

    /// Whether U+0000 stands in a text; without an early end many bytes are looked at once.
    private static func hasZero(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.reduce(into: UInt8(0)) { found, byte in found |= byte == 0 ? 1 : 0 } != 0
        }
    }

    /// Where a block scalar's text ends: libyaml counts the empty lines behind it as well.
    private func blockEnd(_ event: ParsedEvent) -> SourcePosition {
        var end = min(event.end.byte, source.bytes.count)
        while end > event.start.byte, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) {
            end -= 1
        }
        return source.position(at: end)
    }

    private mutating func enter(_ event: ParsedEvent, isMapping: Bool) {
        guard count(event) else { return }
        checkProperties(of: event)
        guard open.count < YAMLReader.depthLimit else {
            let limit = YAMLReader.depthLimit
            findings.stop(
                at: range(event),
                "nested deeper than \(limit) levels",
                help: "nest less deeply"
            )
            return
        }
        open.append(OpenCollection(isMapping: isMapping, start: event.start, end: event.end))
    }

    /// Closes the innermost collection; one without brackets ends where its last node ends.
    private mutating func leave(_ end: SourcePosition?) {
        guard let done = open.popLast() else { return }
        place(
            DocumentNode(
                done.isMapping ? .mapping(done.entries) : .sequence(done.items),
                at: SourceRange(source.name, start: done.start, end: end ?? done.end)
            )
        )
    }

    private mutating func place(_ node: DocumentNode) {
        guard let last = open.indices.last else {
            root = node
            return
        }
        open[last].end = max(open[last].end, node.range.end)
        guard open[last].isMapping else {
            open[last].items.append(node)
            return
        }
        if open[last].next != .key {
            open[last].take(node)
        } else if let key = key(node, of: last) {
            open[last].take(key: key, at: node.range)
        } else {
            open[last].refuseKey()
        }
    }

    /// The text of a key; `nil` where it is refused.
    private mutating func key(_ node: DocumentNode, of collection: Int) -> String? {
        guard case .scalar(let scalar) = node.content else {
            findings.report(
                "E31",
                at: node.range,
                "a key that is not a text",
                help: "a message that begins with `{` or `[` is quoted; a key is one text"
            )
            return nil
        }
        if scalar.text == "<<", scalar.style == .plain {
            findings.report(
                "E31",
                at: node.range,
                "a merge key: `<<`",
                help: "write the keys out that were to be merged"
            )
            return nil
        }
        if open[collection].has(scalar.text) {
            let first = open[collection].entries.first { $0.key == scalar.text }
            findings.report(
                "E01",
                at: node.range,
                "the key `\(scalar.text)` stands twice",
                label: "the second one",
                help: "remove or rename one of the two",
                related: first.map { [.init(range: $0.keyRange, label: "the first one")] } ?? []
            )
            return nil
        }
        return scalar.text
    }

    /// Counts a node; false where the reading ended.
    private mutating func count(_ event: ParsedEvent) -> Bool {
        nodeCount += 1
        if nodeCount > YAMLReader.nodeLimit {
            let message = "more than \(YAMLReader.nodeLimit) keys and values"
            findings.stop(at: range(event), message, help: "split the file")
        }
        return !findings.isStopped
    }

    private mutating func checkProperties(of event: ParsedEvent) {
        if let anchor = event.properties?.anchor {
            findings.report(
                "E31",
                at: token(at: event.start),
                "an anchor: `&\(anchor)`",
                help: "remove it; a text that begins with `&` is quoted"
            )
        }
        // libyaml forgets a lone `!`; nothing but a tag can begin with one.
        let start = event.start.byte
        let hasMark = start < source.bytes.count && source.bytes[start] == 0x21
        if event.properties?.tag != nil || (hasMark && event.end > event.start) {
            findings.report(
                "E31",
                at: token(at: event.start),
                "a tag (`!`) stands before a value",
                help: "remove it: all values are texts; a text that begins with `!` is quoted"
            )
        }
    }

    private func range(_ event: ParsedEvent) -> SourceRange {
        SourceRange(source.name, start: event.start, end: event.end)
    }

    /// The stretch from a position to the next blank, bracket or comma.
    private func token(at start: SourcePosition) -> SourceRange {
        let bytes = source.bytes[min(start.byte, source.bytes.count)...].prefix {
            ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains($0)
        }
        let scalars = bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        let end = SourcePosition(
            byte: start.byte + bytes.count,
            line: start.line,
            column: start.column + scalars
        )
        return SourceRange(source.name, start: start, end: end)
    }
}
