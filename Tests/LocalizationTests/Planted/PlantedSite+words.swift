@testable import Localization

/// What defects in words look for in a message.
extension PlantedSite {
    /// A term of the glossary that the message has as a word.
    var term: (range: Range<Int>, avoid: String?, isNeeded: Bool)? {
        let texts = HeldTexts(original.tree)
        defer { withExtendedLifetime(texts) {} }
        let english = texts.all[0]
        for term in glossary.terms {
            guard let wording = term.wordings[language] else { continue }
            let hits = wording.stems.flatMap { stem in self.hits(stem.text) }
            // Elsewhere, in a branch, too, it would still be there.
            let written = wording.stems.map { stem in
                pattern.lowercased().ranges(of: stem.text.lowercased()).count
            }
            guard let hit = hits.first, Set(hits.map(\.lowerBound)).count == 1,
                (written.max() ?? 0) < 2
            else { continue }
            let others = glossary.terms.filter { $0.name != term.name }.flatMap {
                $0.wordings[language]?.stems ?? []
            }
            // Terms in terms, such as the payment password, would be missing, too.
            guard !others.contains(where: { self.hits($0.text).contains { $0.overlaps(hit) } })
            else { continue }
            if term.name == "wallet", original.pattern.contains("Paifang Wallet") { continue }
            let isInEnglish =
                term.wordings["en"]?.stems.contains { $0.occurs(in: english) } ?? false
            guard isInEnglish || language == "en" else { continue }
            let avoid = wording.avoid.map(\.text).first { phrase in
                !phrase.split(separator: " ").contains { pattern.lowercased().contains($0) }
            }
            return (hit, avoid, !term.isOptional)
        }
        return nil
    }

    /// Whether the glossary has another word for one.
    func isAvoided(_ word: String) -> Bool {
        glossary.terms.contains { term in
            term.wordings[language]?.avoid.contains { word.hasPrefix($0.text) } ?? false
        }
    }

    /// The words that begin with a stem.
    private func hits(_ stem: String) -> [Range<Int>] {
        if isWide {
            return pattern.ranges(of: stem).map { found in
                let start = pattern.utf8.distance(from: pattern.startIndex, to: found.lowerBound)
                return start..<(start + stem.utf8.count)
            }
        }
        return words.filter { $0.text.lowercased().hasPrefix(stem.lowercased()) }.map(\.range)
    }

    /// The words of the English message, outside of braces.
    var englishWords: [String] {
        original.tree.nodes.flatMap { node -> [String] in
            guard case .text(let text) = node else { return [] }
            return text.value.split { !$0.isLetter && $0 != "’" }.map(String.init)
        }
    }

    /// Behind a sign, before a Chinese character.
    func gap(of sign: String) -> Int? {
        guard let gap = place(of: sign)?.upperBound, let next = byte(at: gap), next >= 0x80 else {
            return nil
        }
        return gap
    }

    /// A number in digits that the English message has as well.
    var number: (value: Int, range: Range<Int>)? {
        for text in texts {
            let bytes = Array(text.value.utf8)
            var index = 0
            while index < bytes.count {
                let start = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                let before = start > 0 ? bytes[start - 1] : 0x20
                let behind = index < bytes.count ? bytes[index] : 0x20
                if index > start + 1, index < start + 7, before == 0x20 || before >= 0x80,
                    behind == 0x20 || behind >= 0x80,
                    let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)),
                    original.pattern.contains(String(value))
                {
                    return (value, (text.start + start)..<(text.start + index))
                }
                index += 1
            }
        }
        return nil
    }

    func isShownElsewhere(_ number: (value: Int, range: Range<Int>)) -> Bool {
        isTwice(String(number.value))
    }

    func isTwice(_ part: String) -> Bool { pattern.ranges(of: part).count > 1 }
}
