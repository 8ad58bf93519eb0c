/// A stretch of a passage that is no text to translate: addresses, keys, code, tags.
struct Literal: Sendable {
    enum Kind: Sendable {
        case url, email, code, tag, entity, format, keys, name
    }

    let kind: Kind
    let range: Range<Int>

    /// Whether there is any sign of one among characters.
    static func mayStand(among kinds: GlyphKinds) -> Bool {
        !kinds.isDisjoint(with: .any(.sign, .point, .percent, .hyphen))
    }

    /// Finds what is literal among the characters of a passage.
    ///
    /// O(length).
    static func all(in glyphs: Row<Glyph>, _ kinds: GlyphKinds, _ found: (Literal) -> Void) {
        if kinds.contains(.init(.sign)) { pairs(in: glyphs, found) }
        var start = 0
        var isSuspicious = false
        for index in 0...glyphs.count {
            if index < glyphs.count, isPart(glyphs[index]) {
                switch glyphs[index].kind {
                case .sign, .percent: isSuspicious = true
                case .point, .hyphen:
                    if index + 1 < glyphs.count, isPart(glyphs[index + 1]) { isSuspicious = true }
                default: break
                }
                continue
            }
            if isSuspicious, start < index { run(start..<index, in: glyphs, found) }
            start = index + 1
            isSuspicious = false
        }
    }

    private static func isPart(_ glyph: Glyph) -> Bool {
        switch glyph.kind {
        case .latin, .digit, .point, .hyphen, .sign, .percent: true
        case .open, .close: glyph.value > 0x3F && glyph.value < 0x80
        default: false
        }
    }

    // MARK: - What has an opening and a closing sign

    private static func pairs(in glyphs: Row<Glyph>, _ found: (Literal) -> Void) {
        var index = 0
        while index < glyphs.count {
            let glyph = glyphs[index]
            if glyph.is("`"), let end = glyphs[(index + 1)...].firstIndex(where: { $0.is("`") }) {
                found(Literal(kind: .code, range: index..<(end + 1)))
                index = end
            } else if glyph.is("<"), let end = tagEnd(glyphs, index) {
                found(Literal(kind: .tag, range: index..<(end + 1)))
                index = end
            } else if glyph.is("&"), let end = entityEnd(glyphs, index) {
                found(Literal(kind: .entity, range: index..<(end + 1)))
                index = end
            }
            index += 1
        }
    }

    private static func tagEnd(_ glyphs: Row<Glyph>, _ start: Int) -> Int? {
        guard start + 1 < glyphs.count else { return nil }
        let next = glyphs[start + 1]
        guard next.kind == .latin || next.kind == .digit || next.is("/") else { return nil }
        return glyphs[(start + 1)...].prefix(300).firstIndex { $0.is(">") }
    }

    private static func entityEnd(_ glyphs: Row<Glyph>, _ start: Int) -> Int? {
        let behind = glyphs[(start + 1)...].prefix(10)
        guard let end = behind.firstIndex(where: { $0.is(";") }), end >= start + 3 else {
            return nil
        }
        let name = glyphs[(start + 1)..<end]
        return name.allSatisfy {
            ($0.kind == .latin && $0.value < 0x80) || $0.kind == .digit || $0.is("#")
        }
            ? end : nil
    }

    // MARK: - Runs without a blank

    private static func run(
        _ run: Range<Int>,
        in glyphs: Row<Glyph>,
        _ found: (Literal) -> Void
    ) {
        func trim(_ range: Range<Int>) -> Range<Int> {
            var range = range
            while let last = range.last, [.point, .close].contains(glyphs[last].kind) {
                // `name()` and `[a]` are wholes.
                if glyphs[last].kind == .close, glyphs[range].contains(where: { $0.kind == .open }),
                    glyphs[range.lowerBound].kind != .open
                {
                    break
                }
                range = range.lowerBound..<last
            }
            while let first = range.first,
                glyphs[first].kind == .open
                    || (glyphs[first].kind == .point && !glyphs[first].is(":"))
            {
                range = (first + 1)..<range.upperBound
            }
            return range
        }
        let range = trim(run)
        guard range.count > 1, !glyphs[range].contains(where: \.isLiteral) else { return }
        if let kind = kind(glyphs[range]) { found(Literal(kind: kind, range: range)) }
    }

    private static func kind(_ part: Slice<Row<Glyph>>) -> Kind? {
        var text = ""
        for glyph in part { Unicode.Scalar(glyph.value).map { text.unicodeScalars.append($0) } }
        if text.contains("://") || text.lowercased().hasPrefix("www.") { return .url }
        if let at = text.firstIndex(of: "@"), at != text.startIndex {
            let domain = text[text.index(after: at)...]
            return domain.contains(".") && !domain.hasPrefix(".") ? .email : nil
        }
        if isFormat(text) { return .format }
        if isKeys(text) { return .keys }
        if isName(text) { return .name }
        if text.contains("."), isDomain(text) { return .url }
        return nil
    }

    /// `%s`, `%1$d`, `%{count}`, `%@`.
    private static func isFormat(_ text: String) -> Bool {
        guard text.utf8.first == 0x25, let last = text.utf8.last else { return false }
        if text.hasPrefix("%{") || text.hasPrefix("%(") { return true }
        let middle = text.utf8.dropFirst().dropLast()
        return "sdifuxX@".utf8.contains(last)
            && middle.allSatisfy {
                (0x30...0x39).contains($0) || $0 == 0x24 || $0 == 0x2E || $0 == 0x6C
            }
    }

    /// `Ctrl+C`, `GMT+8`.
    private static func isKeys(_ text: String) -> Bool {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, !first.isEmpty else { return false }
        return first.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
            && (parts.last?.isEmpty == false || parts.count > 2)
    }

    /// `snake_case`, `:command`, `--option`, `/path`, `#tag`, `@user`, `$variable`.
    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func isWord(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        guard bytes.count > 1 else { return false }
        if bytes.contains(0x5F), bytes.contains(where: isWord) { return true }
        if text.hasPrefix("--") { return isWord(bytes[bytes.count > 2 ? 2 : 1]) }
        return ":/#@$~".utf8.contains(bytes[0]) && isWord(bytes[1])
    }

    private static let ends = Set(
        """
        com org net io ru cz sk cn id my dev app edu gov info eu de uk us me ai tw hk yaml yml json md txt js ts \
        py sh exe zip pdf png jpg jpeg gif svg webp csv xml html htm css cfg conf ini xls xlsx doc docx
        """.split(separator: " ")
    )

    /// `example.com`, `messages.yaml`.
    private static func isDomain(_ text: String) -> Bool {
        let host = text.prefix { $0 != "/" && $0 != ":" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, ends.contains(last) else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2A || (0x30...0x7A).contains($0) }
        }
    }
}
