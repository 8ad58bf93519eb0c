import Documents

/// Reads a pattern: limits, the forms that are allowed, and places of errors.
///
/// ICU would accept stray braces, unclosed apostrophes, doubled branches and unknown styles, and doesn't tell
/// where errors are. What passes here ICU accepts and shows alike: tests hold mutated patterns against it.
struct MessageParser {
    let bytes: [UInt8]
    var index = 0
    /// Those that were read, in the order they are written.
    private(set) var arguments: [MessageTree.Argument] = []

    init(_ pattern: String) { bytes = Array(pattern.utf8) }

    /// What a message stands in.
    enum Place {
        case top, plural, select
    }

    /// The characters that mean something in patterns.
    enum Sign {
        static let open = UInt8(ascii: "{")
        static let close = UInt8(ascii: "}")
        static let quote = UInt8(ascii: "'")
        static let hash = UInt8(ascii: "#")
        static let comma = UInt8(ascii: ",")
        static let equals = UInt8(ascii: "=")
    }

    mutating func message(
        _ place: Place,
        depth: Int
    ) throws(MessageProblem) -> [MessageTree.Node] {
        var nodes: [MessageTree.Node] = []
        // An argument between words is what most messages are.
        nodes.reserveCapacity(3)
        var text = PendingText(at: index)
        while let byte = peek {
            switch byte {
            case Sign.quote:
                try quoted(place, &text)
            case Sign.open:
                text.end(at: index, in: bytes, &nodes)
                nodes.append(.argument(try argument(depth: depth)))
                text = PendingText(at: index)
            case Sign.hash where place == .plural:
                text.end(at: index, in: bytes, &nodes)
                nodes.append(.number(index..<(index + 1)))
                index += 1
                text = PendingText(at: index)
            case Sign.close:
                if place != .top {
                    text.end(at: index, in: bytes, &nodes)
                    return nodes
                }
                throw MessageProblem(
                    "L004",
                    at: index..<(index + 1),
                    "this brace closes nothing",
                    help: "remove it, or write '}' where a brace is to be shown"
                )
            default:
                index += 1
            }
        }
        text.end(at: index, in: bytes, &nodes)
        return nodes
    }

    // MARK: - Arguments

    private mutating func argument(depth: Int) throws(MessageProblem) -> MessageTree.Argument {
        let start = index
        let place = arguments.count
        index += 1
        let (name, nameRange) = try argumentName(start)
        var format = MessageTree.Argument.Format.plain
        var styleRange = 0..<0
        if try comma(start) {
            (format, styleRange) = try self.format(of: name, start, depth: depth)
        }
        let argument = MessageTree.Argument(
            name: name,
            nameRange: nameRange,
            format: format,
            styleRange: styleRange,
            range: start..<index
        )
        // Those inside of it were read before it was.
        arguments.insert(argument, at: place)
        return argument
    }

    private mutating func format(
        of name: String,
        _ start: Int,
        depth: Int
    ) throws(MessageProblem) -> (MessageTree.Argument.Format, Range<Int>) {
        blanks()
        let typeStart = index
        let type = word()
        let typeRange = typeStart..<index
        blanks()
        if type.isEmpty, peek == nil { throw unclosed(start) }
        switch type {
        case "number", "date", "time":
            let range = try comma(start) ? style(type, start) : index..<index
            let style = String(decoding: bytes[range], as: UTF8.self)
            switch type {
            case "number": return (.number(style: style), range)
            case "date": return (.date(style: style), range)
            default: return (.time(style: style), range)
            }
        case "plural", "selectordinal", "select":
            guard try comma(start) else {
                throw MessageProblem(
                    "L001",
                    at: typeRange,
                    "`\(type)` has no branches",
                    help: "write {\(name), \(type), other {…}}"
                )
            }
            guard depth < MessageProgram.depthLimit else {
                throw MessageProblem(
                    "L003",
                    at: start..<index,
                    "messages stand inside messages more than \(MessageProgram.depthLimit) deep",
                    help: "split the message"
                )
            }
            let branches = try branches(type, start, depth: depth)
            switch type {
            case "plural": return (.plural(branches), 0..<0)
            case "selectordinal": return (.ordinal(branches), 0..<0)
            default: return (.select(branches), 0..<0)
            }
        default:
            throw unknownType(type, typeRange)
        }
    }

    private func unknownType(_ type: String, _ range: Range<Int>) -> MessageProblem {
        let known = ["number", "date", "time", "plural", "selectordinal", "select"]
        let meant = Spelling.nearest(to: type, among: known).map { "did you mean `\($0)`?" }
        let certain = Spelling.guess(type, among: known)
        return MessageProblem(
            type.isEmpty ? "L001" : "L006",
            at: range
                .lowerBound..<max(range.upperBound, range.lowerBound + 1).clamped(to: bytes.count),
            type.isEmpty
                ? "a type of argument belongs behind the comma"
                : "`\(type)` is no type of argument",
            help: type == "choice"
                ? "choice is out of use: write plural, with =0 {…} one {…} other {…}"
                : meant ?? "known are \(known.joined(separator: ", "))",
            replacement: certain.flatMap { $0.isCertain ? $0.word : nil }
        )
    }

    private mutating func argumentName(
        _ start: Int
    ) throws(MessageProblem) -> (String, Range<Int>) {
        blanks()
        let nameStart = index
        while let byte = peek, Self.isWord(byte) || byte >= 0x80 { index += 1 }
        let name = bytes[nameStart..<index]
        if let first = name.first, !name.contains(where: { $0 >= 0x80 }),
            !(0x30...0x39).contains(first)
        {
            let range = nameStart..<index
            blanks()
            return (String(decoding: name, as: UTF8.self), range)
        }
        if peek == nil, name.isEmpty { throw unclosed(start) }
        let text = String(decoding: name, as: UTF8.self)
        let latin = LatinLookalikes.latin(text)
        throw MessageProblem(
            name.isEmpty ? "L001" : "L024",
            at: nameStart..<max(index, nameStart + 1).clamped(to: bytes.count),
            latin.map { "`\(text)` looks like `\($0)`, and has letters of another script" }
                ?? "an argument's name belongs here: a word of Latin letters, digits and `_`",
            help: latin.map { "write {\($0)}" } ?? "write '{' where a brace is to be shown",
            replacement: latin
        )
    }

    /// Steps over a comma; false, and over the brace, where the argument ends.
    private mutating func comma(_ start: Int) throws(MessageProblem) -> Bool {
        guard let byte = peek else { throw unclosed(start) }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if byte == UInt8(ascii: "."), !Self.isWord(next) {
            // A full stop behind a name: the brace was forgotten.
            throw unclosed(start)
        }
        guard byte != UInt8(ascii: ".") else {
            throw MessageProblem(
                "L001",
                at: index..<(index + 1),
                "the name of an argument has no dot",
                help: "what a flow asks that is run is known to the messages of that flow only"
            )
        }
        if byte >= 0x80, let problem = invisibleHere { throw problem }
        guard byte == Sign.comma || byte == Sign.close else {
            throw MessageProblem(
                "L001",
                at: index..<(index + 1),
                "a comma or `}` belongs here"
            )
        }
        index += 1
        return byte == Sign.comma
    }

    func unclosed(_ start: Int) -> MessageProblem {
        MessageProblem(
            "L001",
            at: start..<(start + 1),
            "this brace is not closed",
            help: "add `}`, or write '{' where a brace is to be shown"
        )
    }
}
