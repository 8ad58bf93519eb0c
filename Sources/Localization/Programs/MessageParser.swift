import Documents

/// Reads a pattern before ICU does: limits, the forms that are allowed, and places of errors.
///
/// ICU accepts stray braces, unclosed apostrophes, doubled branches and unknown styles, and doesn't tell
/// where errors are; whatever passes here is still ICU's to accept or refuse.
struct MessageParser {
    let bytes: [UInt8]
    var index = 0

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
                    "L001",
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
        index += 1
        let (name, nameRange) = try argumentName(start)
        var format = MessageTree.Argument.Format.plain
        var styleRange = 0..<0
        if try comma(start) {
            (format, styleRange) = try self.format(of: name, start, depth: depth)
        }
        return MessageTree.Argument(
            name: name,
            nameRange: nameRange,
            format: format,
            styleRange: styleRange,
            range: start..<index
        )
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
        return MessageProblem(
            "L001",
            at: range,
            "`\(type)` is no type of argument",
            help: meant ?? "known are \(known.joined(separator: ", "))"
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
        throw MessageProblem(
            "L001",
            at: nameStart..<max(index, nameStart + 1).clamped(to: bytes.count),
            "an argument's name belongs here: a word of Latin letters, digits and `_`",
            help: "write '{' where a brace is to be shown"
        )
    }

    /// Steps over a comma; false, and over the brace, where the argument ends.
    private mutating func comma(_ start: Int) throws(MessageProblem) -> Bool {
        guard let byte = peek else { throw unclosed(start) }
        guard byte != UInt8(ascii: ".") else {
            throw MessageProblem(
                "L001",
                at: index..<(index + 1),
                "the name of an argument has no dot",
                help: "what a flow asks that is run is known to the messages of that flow only"
            )
        }
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

    private mutating func style(
        _ type: String,
        _ start: Int
    ) throws(MessageProblem) -> Range<Int> {
        blanks()
        let styleStart = index
        while let byte = peek, byte != Sign.close, byte != Sign.open, byte != Sign.quote {
            index += 1
        }
        guard peek != nil else { throw unclosed(start) }
        var end = index
        while end > styleStart, Self.isBlank(bytes[end - 1]) { end -= 1 }
        let style = String(decoding: bytes[styleStart..<end], as: UTF8.self)
        let range = styleStart..<max(end, styleStart + 1)
        guard peek == Sign.close, Self.isKnown(style, of: type) else {
            let named = type == "number" ? "integer, percent" : "short, medium, long, full"
            throw MessageProblem(
                "L001",
                at: range,
                "`\(style)` is no style of `\(type)`",
                help: "known are \(named), and skeletons after `::`"
            )
        }
        index += 1
        return styleStart..<end
    }

    /// Letters that have a meaning in date skeletons; ICU prints garbage for others.
    private static let skeletonLetters = Set("GyYuQqMLwdEecabBhHKkjJCmsSzZOvVXx".utf8)

    private static func isKnown(_ style: String, of type: String) -> Bool {
        if style.hasPrefix("::") {
            let skeleton = style.utf8.dropFirst(2)
            return !skeleton.isEmpty
                && (type == "number" || skeleton.allSatisfy(skeletonLetters.contains))
        }
        return type == "number"
            ? ["integer", "percent"].contains(style)
            : ["short", "medium", "long", "full"].contains(style)
    }
}

// MARK: - Characters

extension MessageParser {
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func blanks() {
        while let byte = peek, Self.isBlank(byte) { index += 1 }
    }

    mutating func word() -> String {
        let start = index
        while let byte = peek, Self.isWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}

extension Int {
    /// This end of a range, but not behind the end of the text.
    func clamped(to end: Int) -> Int { Swift.min(self, end) }
}
