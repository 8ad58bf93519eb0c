import Documents

@testable import Localization

/// Defects in spaces, punctuation, lines and signs.
extension PlantedKinds {
    static let marks: [PlantedKind] = [
        PlantedKind("two spaces", PlantedKind.spaced) { site in
            site.gaps.last.map { [site.replace($0..<($0 + 1), "⟦L121⟧  ")] }
        },
        PlantedKind("a tab", PlantedKind.spaced) { site in
            site.gaps.first.map { [site.replace($0..<($0 + 1), "⟦L121⟧\t")] }
        },
        PlantedKind("a space at the beginning", PlantedKind.translated) { site in
            guard site.entry.place.style == .doubleQuoted, !site.texts.isEmpty else { return nil }
            return [site.insert(0, "⟦L120⟧ ")]
        },
        PlantedKind("a space at the end", PlantedKind.translated) { site in
            guard site.entry.place.style == .doubleQuoted, let last = site.last else { return nil }
            return [site.insert(last.range.upperBound, "⟦L120⟧ ")]
        },
        PlantedKind("a space at the end of a line", PlantedKind.all) { site in
            guard site.entry.place.style == .literal, let found = site.place(of: "\n") else {
                return nil
            }
            return [site.insert(found.lowerBound, "⟦L121⟧ ")]
        },
        PlantedKind("a space before a full stop", PlantedKind.spaced) { site in
            guard let last = site.last, last.sign == ".", site.endsInWord else { return nil }
            return [site.insert(last.range.lowerBound, "⟦L122⟧ ")]
        },
        PlantedKind("a space before a comma", PlantedKind.spaced) { site in
            guard let comma = site.place(of: ", ") else { return nil }
            return [site.insert(comma.lowerBound, "⟦L122⟧ ")]
        },
        PlantedKind("a space behind full-width punctuation", ["zh"]) { site in
            guard let comma = site.place(of: "，") else { return nil }
            return [site.insert(comma.upperBound, "⟦L122⟧ ")]
        },
        PlantedKind("a space is missing between sentences", PlantedKind.spaced) { site in
            guard let stop = site.sentenceEnd,
                // `code.PDF` may be a file; only beside the English message it is known not to be.
                site.language != "en" || !site.isCapital(at: stop.upperBound + 1)
            else { return nil }
            return [
                site.insert(stop.lowerBound, "⟦L123⟧"),
                site.replace((stop.upperBound - 1)..<stop.upperBound, ""),
            ]
        },
        PlantedKind("a space is missing behind a comma", PlantedKind.spaced) { site in
            guard let gap = site.commaBetweenWords else { return nil }
            return [site.insert(gap - 1, "⟦L123⟧"), site.replace(gap..<(gap + 1), "")]
        },
        PlantedKind("a space is missing before an argument", ["ru", "id", "cs"]) { site in
            guard
                let argument = site.plainArguments.first(where: {
                    argument in
                    site.words.contains {
                        $0.range.upperBound + 1 == argument.range.lowerBound
                    }
                })
            else { return nil }
            let start = argument.range.lowerBound
            return [site.replace((start - 1)..<start, ""), site.insert(start, "⟦L123⟧")]
        },
        PlantedKind("straight quotation marks", PlantedKind.all) { site in
            guard let word = site.middleWord else { return nil }
            return [
                site.insert(word.range.lowerBound, "⟦L126⟧\""),
                site.insert(word.range.upperBound, "\""),
            ]
        },
        PlantedKind("quotation marks of another language", PlantedKind.all) { site in
            guard let word = site.middleWord else { return nil }
            let pairs = ["ru": ("“", "”"), "cs": ("“", "”"), "zh": ("«", "»"), "id": ("„", "“")]
            let (open, close) = pairs[site.language] ?? ("«", "»")
            return [
                site.insert(word.range.lowerBound, "⟦L126⟧" + open),
                site.insert(word.range.upperBound, close),
            ]
        },
        PlantedKind("a closing quotation mark is lost", PlantedKind.all) { site in
            let pairs = ["ru": ("«", "»"), "cs": ("„", "“")]
            let (open, close) = pairs[site.language] ?? ("“", "”")
            guard let found = site.place(of: open), site.pattern.ranges(of: open).count == 1,
                let end = site.place(of: close), end.lowerBound > found.upperBound
            else { return nil }
            return [site.insert(found.lowerBound, "⟦L117⟧"), site.replace(end, "")]
        },
        PlantedKind("a closing bracket is lost", PlantedKind.all) { site in
            for (open, close) in [("(", ")"), ("（", "）")] {
                guard let found = site.place(of: open), site.pattern.ranges(of: open).count == 1,
                    let end = site.place(of: close), end.lowerBound > found.upperBound
                else { continue }
                return [site.insert(found.lowerBound, "⟦L117⟧"), site.replace(end, "")]
            }
            return nil
        },
        PlantedKind("a half-width comma", ["zh"]) { site in
            site.place(of: "，").map { [site.replace($0, "⟦L125⟧,")] }
        },
        PlantedKind("a half-width full stop", ["zh"]) { site in
            guard let last = site.last, last.sign == "。" else { return nil }
            return [site.replace(last.range, "⟦L125⟧.")]
        },
        PlantedKind("a half-width question mark", ["zh"]) { site in
            guard let last = site.last, last.sign == "？" else { return nil }
            return [site.replace(last.range, "⟦L125⟧?")]
        },
        PlantedKind("a half-width colon", ["zh"]) { site in
            guard let found = site.place(of: "："),
                site.byte(at: found.lowerBound - 1).map({ $0 >= 0x80 }) ?? false,
                // What begins with a colon may be a command: `:back`.
                site.byte(at: found.upperBound).map({ $0 >= 0x80 }) ?? true
            else { return nil }
            return [site.replace(found, "⟦L125⟧:")]
        },
        PlantedKind("full-width punctuation", PlantedKind.spaced) { site in
            guard let gap = site.commaBetweenWords else { return nil }
            return [site.replace((gap - 1)..<(gap + 1), "⟦L125⟧，")]
        },
        PlantedKind("full-width digits", PlantedKind.translated) { site in
            guard let found = site.place(of: "24") ?? site.place(of: "18") else { return nil }
            return [site.replace(found, site.text(found) == "24" ? "⟦L125⟧２４" : "⟦L125⟧１８")]
        },
        PlantedKind("the full stop is lost", PlantedKind.translated) { site in
            guard let last = site.last, ".。".contains(last.sign), site.endsInWord else {
                return nil
            }
            let letter = site.lastLetter(before: last.range.lowerBound)
            return [site.insert(letter, "⟦L124⟧"), site.replace(last.range, "")]
        },
        PlantedKind("a full stop too many", PlantedKind.translated) { site in
            guard let last = site.last, last.sign.isLetter, site.endsOpen,
                (site.original.pattern.last?.isLetter ?? false), site.words.count > 2 || site.isWide
            else { return nil }
            return [site.insert(last.range.upperBound, site.isWide ? "⟦L124⟧。" : "⟦L124⟧.")]
        },
        PlantedKind("a question mark in place of a full stop", PlantedKind.translated) { site in
            guard let last = site.last, ".。".contains(last.sign), site.endsInWord else {
                return nil
            }
            return [site.replace(last.range, site.isWide ? "⟦L124⟧？" : "⟦L124⟧?")]
        },
        PlantedKind("punctuation stands twice", PlantedKind.all) { site in
            let sign = site.isWide ? "，" : ","
            guard let comma = site.place(of: site.isWide ? "，" : ", ") else { return nil }
            return [site.insert(comma.lowerBound, "⟦L129⟧\(sign)")]
        },
        PlantedKind("three points in place of …", PlantedKind.all) { site in
            guard let word = site.middleWord else { return nil }
            return [site.insert(word.range.upperBound, site.isWide ? "⟦L127⟧..." : "⟦L127⟧...")]
        },
        PlantedKind("a hyphen in place of a dash", PlantedKind.spaced) { site in
            guard let gap = site.gaps.first else { return nil }
            return [site.replace(gap..<(gap + 1), " ⟦L128⟧- ")]
        },
        PlantedKind("a dash of another language", ["ru"]) { site in
            site.place(of: " — ").map { [site.replace($0, " ⟦L128⟧– ")] }
        },
        PlantedKind("a line break is lost", PlantedKind.translated) { site in
            guard site.entry.place.style == .literal, let found = site.place(of: "\n\n"),
                site.selects.isEmpty
            else { return nil }
            return [site.mark("L119"), site.replace(found, site.isWide ? "" : " ")]
        },
        PlantedKind("a line break too many", ["ru", "id", "cs"]) { site in
            guard site.entry.place.style == .doubleQuoted, let stop = site.sentenceEnd,
                !site.original.pattern.contains("\n")
            else { return nil }
            return [
                site.mark("L119"),
                site.replace((stop.upperBound - 1)..<stop.upperBound, "\n"),
            ]
        },
        PlantedKind("an escape is shown", PlantedKind.spaced) { site in
            guard site.entry.place.style == .doubleQuoted, let gap = site.plainGaps.first else {
                return nil
            }
            return [site.replace(gap..<(gap + 1), "⟦L110⟧\\n")]
        },
        PlantedKind("a small letter at the beginning", ["ru", "id", "cs"]) { site in
            guard let word = site.words.first, word.range.lowerBound == 0,
                word.text.first?.isUppercase == true, word.text.count > 2,
                word.text.dropFirst().allSatisfy(\.isLowercase),
                site.original.pattern.first?.isUppercase == true, word.text != "Anda",
                !site.original.pattern.hasPrefix(word.text),
                // The English “I” and “IBAN” say nothing.
                !site.original.pattern.hasPrefix("I ") && !site.original.pattern.hasPrefix("I’"),
                site.original.pattern.dropFirst().first?.isUppercase != true
            else { return nil }
            return [site.replace(word.range, "⟦L131⟧" + word.text.lowercased())]
        },
        PlantedKind("a space without a width", PlantedKind.all) { site in
            guard let place = site.insideOfWord else { return nil }
            return [site.insert(place, "⟦L113⟧\u{200B}")]
        },
        PlantedKind("a soft hyphen", PlantedKind.spaced) { site in
            guard let place = site.insideOfWord else { return nil }
            return [site.insert(place, "⟦L113⟧\u{AD}")]
        },
        PlantedKind("a sign for right-to-left writing", PlantedKind.all) { site in
            guard let place = site.insideOfWord else { return nil }
            return [site.insert(place, "⟦L062⟧\u{200F}")]
        },
        PlantedKind("a letter in parts", ["ru", "cs"]) { site in
            for word in site.words {
                for (index, letter) in word.text.enumerated() where index > 0 {
                    let parts = [
                        "й": "и\u{306}", "ё": "е\u{308}", "á": "a\u{301}", "ě": "e\u{30C}",
                    ]
                    guard let written = parts[String(letter)] else { continue }
                    let start = word.range.lowerBound + word.text.prefix(index).utf8.count
                    return [
                        site.replace(
                            start..<(start + String(letter).utf8.count),
                            "⟦L061⟧" + written
                        )
                    ]
                }
            }
            return nil
        },
        PlantedKind("letters in a wrong encoding", ["ru", "cs", "id"]) { site in
            guard let gap = site.gaps.first else { return nil }
            let word = ["ru": "ÐŸÐ¸ÑÑŒÐ¼Ð¾", "cs": "Å™ádek", "id": "â€œyaâ€"][site.language] ?? ""
            return [site.insert(gap, " ⟦L105⟧" + word)]
        },
        PlantedKind("a letter that was lost", PlantedKind.all) { site in
            guard let place = site.insideOfWord else { return nil }
            return [site.insert(place, "⟦L105⟧\u{FFFD}")]
        },
    ]
}
