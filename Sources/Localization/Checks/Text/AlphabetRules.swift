/// Finds letters of other alphabets, above all those that look like the right ones.
enum AlphabetRules {
    /// Latin letters and the Cyrillic ones that look the same.
    private static let twins: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
        ("a", "а"), ("c", "с"), ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("y", "у"),
        ("i", "і"),
        ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"), ("K", "К"), ("M", "М"),
        ("O", "О"),
        ("P", "Р"), ("T", "Т"), ("X", "Х"), ("Y", "У"), ("I", "І"), ("s", "ѕ"), ("j", "ј"),
        ("S", "Ѕ"),
        ("J", "Ј"), ("k", "к"), ("m", "м"), ("t", "т"), ("b", "ь"), ("n", "п"), ("u", "и"),
        ("ë", "ё"), ("Ë", "Ё"),
    ]
    private static let toCyrillic = Dictionary(
        twins.filter { !"ijsSJIntub".unicodeScalars.contains($0.latin) }
            .map { ($0.latin.value, $0.cyrillic) }
    ) { first, _ in first }
    private static let toLatin = Dictionary(
        twins.filter { !"kmtbnu".unicodeScalars.contains($0.latin) }
            .map { ($0.cyrillic.value, $0.latin) }
    ) { first, _ in first }

    static func check(_ reading: inout TextReading) {
        guard let typography = reading.typography else { return }
        for passage in reading.text.passages where !passage.kinds.isDisjoint(with: .letters) {
            let alphabets = passage.kinds.intersection(.any(.latin, .cyrillic, .letter))
            if alphabets.contains(.init(.cyrillic)) || typography.letters == .cyrillic,
                alphabets != .init(.cyrillic)
            {
                for word in passage.words { check(word, passage, typography, &reading) }
            }
            foreign(passage, typography, &reading)
        }
    }

    // MARK: - Words

    private static func check(
        _ word: Passage.Word,
        _ passage: Passage,
        _ typography: LanguageTypography,
        _ reading: inout TextReading
    ) {
        // An escape that is shown is told by itself.
        if passage.glyph(word.range.lowerBound - 1)?.is("\\") == true { return }
        if word.kinds == .any(.latin, .cyrillic) {
            mixed(word, passage, typography, &reading)
        } else if typography.letters == .cyrillic, word.kinds == .init(.latin) {
            guard let replacement = replaced(word, passage, toCyrillic),
                isTwin(word, passage, reading)
            else { return }
            reading.report(
                "L104",
                at: passage.place(word.range),
                "`\(passage.text(word.range))` is written in Latin letters that look Cyrillic",
                help: "write \(replacement) in Cyrillic letters",
                replacement: replacement
            )
        }
    }

    private static func mixed(
        _ word: Passage.Word,
        _ passage: Passage,
        _ typography: LanguageTypography,
        _ reading: inout TextReading
    ) {
        let latin = passage.glyphs[word.range].count { $0.kind == .latin }
        let cyrillic = passage.glyphs[word.range].count { $0.kind == .cyrillic }
        let isCyrillicWord = cyrillic == latin ? typography.letters == .cyrillic : cyrillic > latin
        let replacement = replaced(word, passage, isCyrillicWord ? toCyrillic : toLatin)
        let wrong: Glyph.Kind = isCyrillicWord ? .latin : .cyrillic
        let letters = passage.glyphs[word.range].filter { $0.kind == wrong }
        let list = letters.compactMap { Unicode.Scalar($0.value) }.map { "`\($0)`" }
        reading.report(
            "L104",
            at: passage.place(word.range),
            "`\(passage.text(word.range))` mixes alphabets: \(list.joined(separator: ", ")) \(list.count == 1 ? "is" : "are") \(wrong == .latin ? "Latin" : "Cyrillic")",
            help: replacement == nil
                ? "write the word in one alphabet"
                : "write it in \(isCyrillicWord ? "Cyrillic" : "Latin") letters",
            replacement: replacement
        )
    }

    /// A Latin word in Russian that could be Cyrillic: it isn't in the English message, and not a name.
    private static func isTwin(
        _ word: Passage.Word,
        _ passage: Passage,
        _ reading: TextReading
    ) -> Bool {
        guard let original = reading.original, passage.kinds.contains(.init(.cyrillic)),
            !passage.glyphs[word.range.lowerBound].isLiteral
        else { return false }
        let isIsolated = [word.range.lowerBound - 1, word.range.upperBound].allSatisfy { index in
            guard let glyph = passage.glyph(index) else { return true }
            return glyph.isSpace || glyph.kind == .point
        }
        if word.range.count == 1, !isIsolated || !word.isLowercase { return false }
        // A name of several words is Latin as a whole.
        let words = passage.words
        if let place = words.firstIndex(where: { $0.range == word.range }) {
            let neighbours = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
            if neighbours.contains(where: { $0.kinds == .init(.latin) }) { return false }
        }
        if passage.glyphs[word.range].contains(where: { $0.kind == .digit }) { return false }
        if reading.words?.borrowed.contains(word) == true { return false }
        if word.range.count > 1, reading.isKept(word, in: passage), !word.isAllCapitals {
            return false
        }
        return !original.passages.contains { $0.words.contains { $0.hash == word.hash } }
    }

    private static func replaced(
        _ word: Passage.Word,
        _ passage: Passage,
        _ table: [UInt32: Unicode.Scalar]
    ) -> String? {
        let wrong: Glyph.Kind = table[0x61] != nil ? .latin : .cyrillic
        var result = String.UnicodeScalarView()
        for glyph in passage.glyphs[word.range] {
            if glyph.kind == wrong {
                guard let twin = table[glyph.value] else { return nil }
                result.append(twin)
            } else if let scalar = Unicode.Scalar(glyph.value) {
                result.append(scalar)
            }
        }
        return String(result)
    }

    // MARK: - Letters

    private static func foreign(
        _ passage: Passage,
        _ typography: LanguageTypography,
        _ reading: inout TextReading
    ) {
        let own = GlyphKinds(typography.letters)
        let looked = GlyphKinds.letters.subtracting(.init(.latin)).union(own)
        guard !passage.kinds.isDisjoint(with: looked),
            !reading.problems.contains(where: { $0.code == "L105" })
        else { return }
        if passage.kinds.intersection(.letters) == own, typography.foreignLetters.isEmpty,
            !typography.isWide
        {
            return
        }
        guard hasSuspects(passage, typography) else { return }
        for (index, glyph) in passage.glyphs.enumerated()
        where glyph.value > 0x7F && glyph.isLetter && !glyph.isLiteral {
            guard let name = alphabet(of: glyph, typography, reading.language),
                reading.original?.has(glyph.value) != true
            else { continue }
            let isInMixedWord = reading.problems.contains {
                ($0.code == "L104" || $0.code == "L102")
                    && $0.range.contains(glyph.place.lowerBound)
            }
            // Names of people and places keep their letters.
            if typography.letters == .latin, glyph.kind == .latin, isInName(passage, index) {
                continue
            }
            if isInMixedWord { continue }
            reading.report(
                "L103",
                at: glyph.place,
                "`\(passage.text(index..<(index + 1)))` is \(name)",
                help: "\(typography.name) doesn’t have it: write the word in \(typography.name)"
            )
            return
        }
    }

    /// Whether there may be letters that the language doesn't have; none is without the letters of ASCII.
    private static func hasSuspects(_ passage: Passage, _ typography: LanguageTypography) -> Bool {
        guard passage.signs.hasOthers else { return false }
        if passage.kinds.intersection(.letters) != .init(typography.letters) { return true }
        let foreign = typography.isWide ? LanguageTypography.traditional : typography.foreignLetters
        let table = Glyph.table
        let glyphs = passage.glyphs.buffer
        if glyphs.contains(where: { $0.value > 0x7F && foreign.contains(table.fold($0.value)) }) {
            return true
        }
        return typography.letters == .cyrillic
            && glyphs.contains { $0.value > 0x7F && foreign.contains($0.value) }
    }

    private static func isInName(_ passage: Passage, _ index: Int) -> Bool {
        passage.words.first { $0.range.contains(index) }?.startsUppercase == true
    }

    /// What a letter is that the language doesn't have.
    private static func alphabet(
        of glyph: Glyph,
        _ typography: LanguageTypography,
        _ language: LanguageTag
    ) -> String? {
        switch glyph.kind {
        case .cyrillic:
            guard typography.letters == .cyrillic else { return "a Cyrillic letter" }
            guard typography.foreignLetters.contains(glyph.value) else { return nil }
            return [0x456, 0x457, 0x454, 0x491, 0x406, 0x407, 0x404, 0x490].contains(glyph.value)
                ? "a Ukrainian letter" : "a letter of another language"
        case .han:
            guard typography.letters == .han else { return "a Chinese character" }
            let isSimplified = language.rawValue == "zh" || language.rawValue.hasSuffix("-CN")
            return isSimplified && LanguageTypography.traditional.contains(glyph.value)
                ? "a traditional character" : nil
        case .letter:
            return glyph.value > 0x3040 ? "Japanese or Korean" : "a letter of another alphabet"
        default:
            return typography.foreignLetters.contains(glyph.folded) && typography.letters == .latin
                ? "a letter of another language" : nil
        }
    }
}
