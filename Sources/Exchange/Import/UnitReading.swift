import Documents
import Localization

/// Reads what came back for one unit, by what was sent.
struct UnitReading {
    let unit: ExchangeUnit
    let language: LanguageTag

    /// The parts of a text, with the placeholders as they were sent.
    ///
    /// - Throws: A refusal where a placeholder is not one that was sent.
    func parts(of text: XLIFFDocument.Text) throws(UnitRefusal) -> [UnitPart] {
        let codes = unit.codes
        let blocks = codes.values.filter { $0.kind == .block }.sorted { $0.id < $1.id }
        var parts: [UnitPart] = []
        for part in text.parts {
            switch part {
            case .text(let words): parts += Self.parts(of: words, blocks)
            case .code(let id, let shown): parts.append(.code(try code(id, shown, codes)))
            case .unknown(let name):
                throw UnitRefusal(
                    "L173",
                    "`\(unit.id)` has the markup <\(name)>, which was not sent",
                    help: "write words and the placeholders of the source only"
                )
            }
        }
        return parts
    }

    private func code(
        _ id: String,
        _ shown: String?,
        _ codes: [String: UnitCode]
    ) throws(UnitRefusal) -> UnitCode {
        let sent = codes[id]
        guard let shown else {
            if let sent { return sent }
            throw invented(id)
        }
        if let sent, Self.isSame(sent.shown, shown) { return sent }
        // Tools number placeholders anew where they are copied.
        let same = codes.values.filter { Self.isSame($0.shown, shown) }.min { $0.id < $1.id }
        if let same { return same }
        guard let sent else { throw invented(shown) }
        throw UnitRefusal(
            "L173",
            "`\(unit.id)` has changed the placeholder \(sent.shown) into \(shown)",
            help: "put the placeholder of the source there"
        )
    }

    private func invented(_ name: String) -> UnitRefusal {
        let known = unit.source.compactMap { part -> String? in
            guard case .code(let code) = part else { return nil }
            return code.shown
        }
        let list = known.isEmpty ? "there is none" : "there is: \(known.joined(separator: ", "))"
        return UnitRefusal(
            "L173",
            "`\(unit.id)` has the placeholder \(name), which was not sent",
            help: list
        )
    }

    /// Words; a plural or select that a tool without placeholders shows as text is one again.
    private static func parts(of words: String, _ blocks: [UnitCode]) -> [UnitPart] {
        for block in blocks {
            guard let range = words.firstRange(of: block.shown) else { continue }
            return parts(of: String(words[..<range.lowerBound]), blocks)
                + [.code(block)] + parts(of: String(words[range.upperBound...]), blocks)
        }
        return words.isEmpty ? [] : [.text(words)]
    }

    /// Whether two texts differ in blanks alone.
    private static func isSame(_ first: String, _ second: String) -> Bool {
        blankless(first).elementsEqual(blankless(second))
    }

    private static func blankless(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 > 0x20 }
    }

    /// Sees to it that a text stands by itself where it will be put: it opens and closes nothing around it.
    ///
    /// - Throws: A refusal with what is wrong with the text.
    func checkSyntax(of parts: [UnitPart]) throws(UnitRefusal) {
        let text = parts.map { part -> String in
            switch part {
            case .text(let text): text
            case .code(let code) where code.kind == .block: "{\(code.name)}"
            case .code(let code): code.raw
            }
        }.joined()
        let (head, tail): (String, String) =
            switch unit.branch?.kind {
            case nil: ("", "")
            case .select: ("{x, select, other {", "}}")
            case .plural: ("{x, plural, other {", "}}")
            case .ordinal: ("{x, selectordinal, other {", "}}")
            }
        do throws(MessageProblem) {
            let tree = try MessageTree.parse(head + text + tail)
            guard !head.isEmpty else { return }
            let end = head.utf8.count + text.utf8.count
            if case .argument(let argument)? = tree.nodes.first, tree.nodes.count == 1,
                argument.branches.count == 1, argument.branches.first?.range.upperBound == end
            {
                return
            }
            throw MessageProblem("L001", at: 0..<0, "a brace closes nothing")
        } catch {
            throw UnitRefusal(
                "L174",
                "`\(unit.id)` is not in the message syntax: \(error.message)",
                help: error.help
            )
        }
    }
}
