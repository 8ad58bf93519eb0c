import Documents
import TestTexts

@testable import Localization

/// A message of a locale file, as a place for a defect.
struct PlantedSite {
    /// A stretch of the file with what is put in its place; `⟦L012⟧` marks where a finding is expected.
    struct Edit {
        let range: Range<Int>
        let new: String
    }

    /// A word of a message with its place in the pattern.
    struct Word {
        let text: String
        let range: Range<Int>
    }

    let language: String
    let key: MessageKey
    let entry: Catalog.Entry
    /// The English message.
    let original: Catalog.Entry
    let description: MessageDescription?
    let glossary: Glossary
    let source: SourceText

    var pattern: String { entry.pattern }
    var isWide: Bool { language == "zh" }
    /// The file's bytes that hold the message, quotes included.
    var extent: Range<Int> {
        entry.place.range.start.byte..<entry.place.range.end.byte
    }

    // MARK: - Edits

    /// Puts a text in the place of a stretch of the pattern.
    func replace(_ range: Range<Int>, _ new: String) -> Edit {
        let start = entry.place.position(of: range.lowerBound, in: source).byte
        let end = entry.place.position(of: range.upperBound, in: source).byte
        return Edit(range: start..<max(start, end), new: escaped(new))
    }

    /// Puts a text between two bytes of the pattern.
    func insert(_ offset: Int, _ new: String) -> Edit { replace(offset..<offset, new) }

    /// Expects a finding that is about the message as a whole.
    func mark(_ code: String) -> Edit { insert(0, "⟦\(code)⟧") }

    /// Expects a finding at the quotation mark of YAML before the message.
    func markBefore(_ code: String) -> Edit {
        Edit(range: extent.lowerBound..<extent.lowerBound, new: "⟦\(code)⟧")
    }

    private func escaped(_ text: String) -> String {
        switch entry.place.style {
        case .doubleQuoted:
            text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        case .singleQuoted: text.replacing("'", with: "''")
        case .plain, .literal, .folded: text
        }
    }

    // MARK: - What is there

    /// The words at the top of the message, outside of braces, without quoting.
    var texts: [(value: String, start: Int)] {
        entry.tree.nodes.compactMap { node in
            guard case .text(let text) = node, text.places.isEmpty else { return nil }
            return (text.value, text.range.lowerBound)
        }
    }

    /// Whether there is nothing but words.
    var isPlain: Bool { entry.parsed == nil && original.parsed == nil }

    /// Words of letters alone, with blanks or the end of a sentence around them.
    var words: [Word] {
        texts.flatMap { text -> [Word] in
            let characters = Array(text.value)
            var words: [Word] = []
            var byte = text.start
            var index = 0
            while index < characters.count {
                let start = index
                while index < characters.count, characters[index].isLetter { index += 1 }
                let word = String(characters[start..<index])
                let before = start > 0 ? characters[start - 1] : " "
                let behind = index < characters.count ? characters[index] : " "
                // The end of an address is no end of a sentence.
                let isAddress =
                    behind == "." && index + 1 < characters.count && characters[index + 1].isLetter
                if index > start, !isAddress, " \n".contains(before), " ,.;:!?\n".contains(behind) {
                    words.append(Word(text: word, range: byte..<(byte + word.utf8.count)))
                }
                byte += word.utf8.count
                if index < characters.count {
                    byte += String(characters[index]).utf8.count
                    index += 1
                }
            }
            return words
        }
    }

    /// Single blanks between two words, which are none of a term.
    var gaps: [Int] {
        let terms = terms
        return zip(words, words.dropFirst()).compactMap { first, second in
            let gap = first.range.upperBound
            return gap + 1 == second.range.lowerBound && byte(at: gap) == 0x20
                && !terms.contains { $0.contains(gap) } ? gap : nil
        }
    }

    /// Where terms of the glossary stand, and names that stay.
    var terms: [Range<Int>] {
        let phrases =
            glossary.keep + (description?.keep ?? [])
            + glossary.terms.flatMap { term -> [String] in
                guard let wording = term.wordings[language] else { return [] }
                return wording.use + wording.stems.map(\.text)
            }
        let pattern = pattern.lowercased()
        guard pattern.utf8.count == self.pattern.utf8.count else { return [] }
        return phrases.flatMap { phrase in
            pattern.ranges(of: phrase.lowercased()).map { found in
                pattern.utf8.distance(
                    from: pattern.startIndex,
                    to: found.lowerBound
                )..<pattern.utf8
                    .distance(from: pattern.startIndex, to: found.upperBound)
            }
        }
    }

    /// Whether a stretch is a part of a term that goes beyond it.
    func isInTerm(_ range: Range<Int>) -> Bool {
        terms.contains {
            $0.overlaps(range)
                && ($0.lowerBound < range.lowerBound || $0.upperBound > range.upperBound)
        }
    }

    /// Blanks before a word in small letters, so that no name begins there.
    var plainGaps: [Int] {
        let starts = words.filter { $0.text.allSatisfy(\.isLowercase) }.map(\.range.lowerBound)
        return gaps.filter { starts.contains($0 + 1) }
    }

    /// Whether edits leave the message as narrow as it must be.
    func hasRoom(for edits: [Edit]) -> Bool {
        guard description?.width != nil else { return true }
        return entry.parsed == nil
            && edits.allSatisfy { edit in
                MarkedText(edit.new).text.utf8.count <= edit.range.count
            }
    }

    /// Whether the message is read; answers to questions are matched only.
    var isRead: Bool {
        !pattern.contains("|") && !original.pattern.contains("|")
            && !key.rawValue.hasPrefix("captcha.answer.")
    }

    /// Where a text stands first, outside of braces.
    func place(of part: String) -> Range<Int>? {
        for text in texts {
            guard let found = text.value.firstRange(of: part) else { continue }
            let start =
                text.start
                + text.value.utf8.distance(from: text.value.startIndex, to: found.lowerBound)
            return start..<start + part.utf8.count
        }
        return nil
    }

    /// The last sign of the message, where it is no brace.
    var last: (sign: Character, range: Range<Int>)? {
        guard case .text(let text)? = entry.tree.nodes.last, text.places.isEmpty else { return nil }
        let shown = text.value.last == "\n" ? String(text.value.dropLast()) : text.value
        guard let sign = shown.last else { return nil }
        let end = text.range.lowerBound + shown.utf8.count
        return (sign, (end - String(sign).utf8.count)..<end)
    }

    /// Arguments that stand at the top and once only, and are shown as they are.
    var plainArguments: [MessageTree.Argument] {
        let all = entry.tree.arguments
        return topArguments.filter { argument in
            argument.format == .plain && all.count { $0.name == argument.name } == 1
        }
    }

    /// The plurals at the top.
    var plurals: [MessageTree.Argument] {
        topArguments.filter { if case .plural = $0.format { true } else { false } }
    }

    /// The selects at the top.
    var selects: [MessageTree.Argument] {
        topArguments.filter { if case .select = $0.format { true } else { false } }
    }

    /// The arguments at the top.
    var topArguments: [MessageTree.Argument] {
        entry.tree.nodes.compactMap {
            if case .argument(let argument) = $0 { argument } else { nil }
        }
    }

    func byte(at offset: Int) -> UInt8? {
        let bytes = pattern.utf8
        guard offset >= 0,
            let index = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex),
            index < bytes.endIndex
        else { return nil }
        return bytes[index]
    }

    /// A stretch of the pattern.
    func text(_ range: Range<Int>) -> String {
        String(decoding: Array(pattern.utf8)[range], as: UTF8.self)
    }
}

extension MessageTree.Argument {
    /// The branch with a selector.
    func branch(_ selector: String) -> MessageTree.Branch? {
        branches.first { $0.selector == selector }
    }
}
