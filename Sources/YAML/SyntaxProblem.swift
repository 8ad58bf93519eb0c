import Documents

/// Says in an author's words why a file is not YAML.
struct SyntaxProblem {
    /// The words for one thing that libyaml says.
    private struct Words {
        let message: String
        var label = ""
        var help: String?
        /// What the place where the construct began has to do with it.
        var beginning: String?
        /// Whether the mistake is at that place rather than where libyaml stopped.
        var isAtBeginning = false
    }

    private let failure: SyntaxFailure
    private let source: SourceText

    init(_ failure: SyntaxFailure, in source: SourceText) {
        self.failure = failure
        self.source = source
    }

    /// The finding.
    var diagnostic: Diagnostic {
        let earlier =
            placeOfOpenQuote.map { (place: $0, words: Self.openQuote) }
            ?? placeWithoutColon.map { (place: $0, words: Self.withoutColon) }
        let words = earlier?.words ?? words
        let beginning = earlier?.place ?? failure.context?.position
        var related: [Diagnostic.Related] = []
        var place = failure.position
        if let beginning, words.isAtBeginning {
            place = beginning
        } else if let beginning, let label = words.beginning, beginning.line < place.line {
            related = [.init(range: range(at: beginning), label: label)]
        }
        let said = [failure.context?.text, failure.problem].compactMap(\.self)
        var notes = ["libyaml: " + said.joined(separator: ", ")]
        var help = words.help
        if let quoting = quoting(near: place, beginning) {
            if let help { notes.insert(help, at: 0) }
            help = quoting
        }
        return Diagnostic(
            "E32",
            at: range(at: place),
            "not valid YAML: \(words.message)",
            label: words.label,
            notes: notes,
            help: help,
            related: related
        )
    }

    private static let openQuote = Words(
        message: "a text in quotes goes on into the next key",
        label: "the quote is opened here",
        help: "close it on its line, with the same quote",
        isAtBeginning: true
    )

    /// Where a text in quotes begins that was ended by the first quote of another line: its own is lost.
    private var placeOfOpenQuote: SourcePosition? {
        guard failure.problem == "did not find expected key" else { return nil }
        let stop = min(failure.position.byte, source.bytes.count)
        let start = source.bytes[..<stop].lastIndex(of: 0x0A) ?? 0
        guard Self.quotes(in: source.bytes[start..<stop]).count % 2 == 1 else { return nil }
        var end = start
        for _ in 0..<Self.mostLines where end > 0 {
            let begin = source.bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let quotes = Self.quotes(in: source.bytes[begin..<end])
            if quotes.count % 2 == 1 { return quotes.first.map { source.position(at: $0) } }
            end = max(0, begin - 1)
        }
        return nil
    }

    private static let withoutColon = Words(
        message: "a key without a `:`",
        help: "write `key: value`; put a text of several lines behind `key: |`, indented",
        isAtBeginning: true
    )

    /// Where a line begins that lacks its colon, so that the next key seems to be part of its text.
    private var placeWithoutColon: SourcePosition? {
        guard failure.problem == "mapping values are not allowed in this context",
            failure.position.line > 1
        else { return nil }
        let line = source.line(failure.position.line).utf8
        let previous = Array(source.line(failure.position.line - 1).utf8)
        let indent = previous.prefix { $0 == 0x20 }.count
        guard indent == line.prefix(while: { $0 == 0x20 }).count, indent < previous.count,
            ![0x23, 0x2D].contains(previous[indent]), !previous.contains(0x3A)
        else { return nil }
        let start = source.bytes[..<min(failure.position.byte, source.bytes.count)]
            .lastIndex(of: 0x0A)
        return start.map { source.position(at: $0 - previous.count + indent) }
    }

    /// How far an open quote is looked for.
    private static let mostLines = 200

    /// The places of double quotes that no backslash escapes.
    private static func quotes(in bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.indices.filter { index in
            bytes[index] == 0x22 && (index == bytes.startIndex || bytes[index - 1] != 0x5C)
        }
    }

    private var words: Words {
        switch failure.problem {
        case "mapping values are not allowed in this context":
            Words(
                message: "a `:` makes a key where none can stand",
                help: "quote a text that holds `: `; begin keys of one mapping in one column"
            )
        case "could not find expected ':'":
            Self.withoutColon
        case "found character that cannot start any token":
            character
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            tab
        case "found unexpected end of stream", "found unexpected document indicator":
            Words(
                message: "a quoted text is never closed",
                label: "the quote is opened here",
                help: "close it with the same quote",
                isAtBeginning: true
            )
        case "did not find expected ',' or ']'":
            Words(
                message: "a list in brackets lacks a `,` or its `]`",
                label: "expected here",
                beginning: "the list begins here"
            )
        case "did not find expected ',' or '}'":
            Words(
                message: "a mapping in braces lacks a `,` or its `}`",
                label: "expected here",
                beginning: "the mapping begins here"
            )
        case "did not find expected key":
            Words(
                message: "this is no `key: value` of the mapping it stands in",
                help:
                    "begin the keys of one mapping in one column; quote texts that hold `\"` or `{`",
                beginning: "the mapping begins here"
            )
        case "did not find expected '-' indicator":
            Words(
                message: "this is no item of the list it stands in",
                help: "begin the items of one list with `- ` in one column",
                beginning: "the list begins here"
            )
        case "block sequence entries are not allowed in this context":
            Words(
                message: "a list can't begin here",
                help: "begin the list on a line of its own; quote a text that begins with `- `"
            )
        case "did not find expected alphabetic or numeric character":
            Words(
                message: "an unquoted text can't begin with `*` or `&`",
                help: "quote the text",
                isAtBeginning: true
            )
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            Words(
                message: "no such escape in a text in double quotes",
                help: "write `\\\\` for a backslash, or use single quotes"
            )
        case "did not find expected comment or line break":
            Words(
                message: "text behind `|` or `>` on the same line",
                help: "begin the text on the next line, indented; quote a text with such a start"
            )
        case "did not find expected <document start>":
            Words(
                message: "something stands behind the end of the document",
                help: "begin all keys of the file in the first column"
            )
        default:
            Words(message: "this can't be read")
        }
    }

    private var tab: Words {
        Words(message: "a tab stands where a line is indented", help: "indent with spaces")
    }

    private var character: Words {
        let character = scalar(at: failure.position.byte)
        guard character != "\t" else { return tab }
        return Words(
            message: "an unquoted text can't begin with `\(character)`",
            help: "quote the text"
        )
    }

    /// What to write if a message was meant: unquoted, one that begins with `{` is a mapping.
    private func quoting(near places: SourcePosition?...) -> String? {
        for case let place? in places {
            let line = source.line(place.line)
            guard line.utf8.count <= 2_000, line.contains("{") else { continue }
            let value = value(of: line)
            guard value.first != "\"", value.first != "'" else { continue }
            if line.contains("{if: ") || line.contains("{ if: ") {
                return "quote the condition: {if: '…', goto: …}"
            }
            let isShort = value.count <= 60 && !value.contains { "\"\\\t".contains($0) }
            return "quote the message, if it is one: " + (isShort ? "\"\(value)\"" : "\"…\"")
        }
        return nil
    }

    /// What stands behind the key or the dash of a line.
    private func value(of line: String) -> Substring {
        let characters = Array(line)
        var start = 0
        if let dash = characters.firstIndex(where: { $0 != " " }), characters[dash] == "-" {
            start = dash + 1
        }
        for index in characters.indices.dropLast()
        where characters[index] == ":" && characters[index + 1] == " " {
            start = index + 1
            break
        }
        let value = line.dropFirst(start).drop { $0 == " " }
        guard let last = value.lastIndex(where: { $0 != " " }) else { return "" }
        return value[...last]
    }

    private func scalar(at byte: Int) -> String {
        let bytes = source.bytes.dropFirst(byte).prefix(4)
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
    }

    /// The range of one character; empty at the end of a line.
    private func range(at start: SourcePosition) -> SourceRange {
        let scalar = scalar(at: start.byte)
        guard !scalar.isEmpty, scalar != "\n", scalar != "\r" else {
            return SourceRange(source.name, start: start, end: start)
        }
        let end = SourcePosition(
            byte: start.byte + scalar.utf8.count,
            line: start.line,
            column: start.column + 1
        )
        return SourceRange(source.name, start: start, end: end)
    }
}
