import Documents
import Testing
import YAML

@testable import Localization

/// Random texts, written in every style of scalar; what stands at a place in the file must read as the text does.
@Suite("Places inside messages")
struct PatternPlaceTests {
    private static let pieces = [
        "a", "Š", "я", "语", "🧭", "'", "''", "\"", "{", "}", "#", " ", "é", "\\", ",", "x:y",
        "\u{A0}",
        "|", "-", "e\u{301}", "&", "<b>", "100 %", "\t", "\u{7F}", "\u{2028}", "z", "b", "c", "\n",
        "\n\n",
    ]

    private static let styles: [DocumentNode.ScalarStyle] = [
        .plain, .singleQuoted, .doubleQuoted, .literal,
    ]

    private struct Sample {
        let text: String
        let source: SourceText
        let place: PatternPlace
    }

    /// A file with a random text in a style; `nil` where the style can't hold the text.
    private func sample(
        _ style: DocumentNode.ScalarStyle,
        _ random: inout SeededGenerator
    ) throws -> Sample? {
        var text = ""
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            text += Self.pieces.randomElement(using: &random) ?? ""
        }
        guard let written = Self.written(text, style, &random) else { return nil }
        let prefix = ["", "# é\n", "b: x\n", "b:\n  c: ř\n"].randomElement(using: &random) ?? ""
        let source = SourceText(path: "x.yaml", text: prefix + "a: " + written + "\nzz: end\n")
        let (root, problems) = YAMLReader.read(source)
        guard let node = root?["a"], case .scalar(let scalar) = node.content else {
            Issue.record("\(problems.map(\.message)) \(written)")
            return nil
        }
        #expect(scalar.style == style)
        let expected = style == .literal ? text + "\n" : text
        #expect(scalar.text.utf8.elementsEqual(expected.utf8), "\(written)")
        let place = PatternPlace(range: node.range, style: style, text: scalar.text)
        return Sample(text: text, source: source, place: place)
    }

    /// A text as a style writes it, by other means than the mends; `nil` where it can't.
    private static func written(
        _ text: String,
        _ style: DocumentNode.ScalarStyle,
        _ random: inout SeededGenerator
    ) -> String? {
        let isHidden = text.unicodeScalars.contains { $0 == "\u{7F}" || $0 == "\u{2028}" }
        switch style {
        case .plain:
            let begins = ["a", "Š", "я", "语", "🧭", "é", "z", "x", "b"].contains {
                text.hasPrefix($0)
            }
            let isSafe = !["\n", "\t", " #", ": ", "\\"].contains { text.contains($0) }
            return begins && isSafe && !isHidden && text.last != " " ? text : nil
        case .singleQuoted:
            return isHidden || text.contains("\n") ? nil : "'\(text.replacing("'", with: "''"))'"
        case .doubleQuoted:
            var result = "\""
            for scalar in text.unicodeScalars {
                let isForced =
                    scalar == "\"" || scalar == "\\" || scalar == "\n" || scalar == "\u{7F}"
                    || scalar == "\u{2028}"
                guard isForced || Int.random(in: 0..<6, using: &random) == 0 else {
                    result.unicodeScalars.append(scalar)
                    continue
                }
                result += escape(scalar, &random)
            }
            return result + "\""
        case .literal:
            guard !isHidden, text.first != " ", text.first != "\t", text.first != "\n",
                text.last != "\n", text.last != " ", !text.contains("\n ")
            else { return nil }
            let indent = String(repeating: " ", count: Int.random(in: 1...5, using: &random))
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return "|\n" + lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        case .folded:
            return nil
        }
    }

    private static func escape(_ scalar: Unicode.Scalar, _ random: inout SeededGenerator) -> String
    {
        let short: [Unicode.Scalar: String] = [
            "\n": "\\n", "\"": "\\\"", "\\": "\\\\", "\u{A0}": "\\_", "\u{2028}": "\\L",
            "\t": "\\t",
        ]
        if let short = short[scalar], Bool.random(using: &random) { return short }
        let hex = String(scalar.value, radix: 16)
        func padded(_ count: Int) -> String {
            String(repeating: "0", count: count - hex.count) + hex
        }
        if hex.count <= 2, Bool.random(using: &random) { return "\\x" + padded(2) }
        return hex.count <= 4 ? "\\u" + padded(4) : "\\U" + padded(8)
    }

    @Test(arguments: styles.indices)
    func `what stands at a place in the file reads as that stretch of the text`(index: Int) throws {
        let style = Self.styles[index]
        var random = SeededGenerator(state: 20 + UInt64(index))
        var compared = 0
        while compared < 500 {
            guard let sample = try sample(style, &random) else { continue }
            let (start, end) = Self.stretch(of: sample.text, &random)
            let bytes = Array(sample.text.utf8)[start..<end]
            // A stretch over a line end holds indentation.
            guard start < end, style == .doubleQuoted || !bytes.contains(0x0A) else { continue }
            let range = sample.place.range(of: start..<end, in: sample.source)
            let written = Array(sample.source.bytes[range.start.byte..<range.end.byte])
            #expect(Self.read(written, style) == Array(bytes), "\(sample.text) \(start)..<\(end)")
            #expect(sample.source.position(at: range.start.byte) == range.start)
            #expect(sample.source.position(at: range.end.byte) == range.end)
            compared += 1
        }
    }

    @Test(arguments: styles.indices)
    func `a mend changes the text where it should, and nothing else`(index: Int) throws {
        let style = Self.styles[index]
        var random = SeededGenerator(state: 40 + UInt64(index))
        var made = 0
        var tried = 0
        while tried < 1000 {
            guard let sample = try sample(style, &random) else { continue }
            tried += 1
            let (start, end) = Self.stretch(of: sample.text, &random)
            let words =
                ["", "’", "x", "\"'\\", "# z: y", "{n}", "й\n语"].randomElement(using: &random) ?? ""
            guard let fix = sample.place.fix(start..<end, to: words, in: sample.source) else {
                continue
            }
            let mended = sample.source.mended(by: [fix])
            let bytes = Array(sample.text.utf8)
            let expected = Array(bytes[..<start]) + Array(words.utf8) + Array(bytes[end...])
            var text = Array(YAMLReader.read(mended).root?["a"]?.text?.utf8 ?? "".utf8)
            if style == .literal, text.last == 0x0A { text.removeLast() }
            // What is left of a block may be blank lines, which are not text.
            if style == .literal, expected.first.map({ [0x09, 0x0A, 0x20].contains($0) }) ?? true {
                continue
            }
            if style == .literal, expected.last == 0x0A { continue }
            #expect(
                text == expected,
                "\(String(decoding: sample.source.bytes, as: UTF8.self)) \(fix)"
            )
            #expect(YAMLReader.read(mended).root?["zz"]?.text == "end")
            made += 1
        }
        #expect(made > 300)
    }

    private static func stretch(
        of text: String,
        _ random: inout SeededGenerator
    ) -> (start: Int, end: Int) {
        var ends = [0]
        for scalar in text.unicodeScalars { ends.append((ends.last ?? 0) + UTF8.width(scalar)) }
        let one = ends.randomElement(using: &random) ?? 0
        let other = ends.randomElement(using: &random) ?? 0
        return (min(one, other), max(one, other))
    }

    /// What a part of a scalar says.
    private static func read(_ written: [UInt8], _ style: DocumentNode.ScalarStyle) -> [UInt8] {
        switch style {
        case .plain, .literal, .folded: return written
        case .singleQuoted:
            return Array(String(decoding: written, as: UTF8.self).replacing("''", with: "'").utf8)
        case .doubleQuoted:
            let source = SourceText(
                path: "y",
                bytes: Array("a: \"".utf8) + written + Array("\"".utf8)
            )
            return Array(YAMLReader.read(source).root?["a"]?.text?.utf8 ?? "".utf8)
        }
    }
}
