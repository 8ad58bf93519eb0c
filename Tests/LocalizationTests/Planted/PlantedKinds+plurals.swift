import TestTexts

@testable import Localization

/// Defects in plurals and selects.
extension PlantedKinds {
    private static let formed = ["en", "ru", "cs"]

    static let plurals: [PlantedKind] = [
        PlantedKind("a plural form is missing", formed) { site in
            let lost = ["en": "one", "ru": "many", "cs": "few"][site.language] ?? ""
            guard let plural = site.plurals.first, let branch = plural.branch(lost),
                !site.isWordOnly(branch)
            else { return nil }
            return [site.insert(plural.range.lowerBound, "⟦L012⟧"), site.replace(branch.whole, "")]
        },
        PlantedKind("the plural has the forms of English", ["ru", "cs"]) { site in
            guard let plural = site.plurals.first, plural.branch("few") != nil,
                let one = plural.branch("one"), let other = plural.branch("other"),
                site.text(one.range) != site.text(other.range)
            else { return nil }
            let dropped = ["few", "many"].compactMap { plural.branch($0)?.whole }
            return [site.insert(plural.range.lowerBound, "⟦L012⟧")]
                + dropped.map { site.replace($0, "") }
        },
        PlantedKind("a plural form that the language lacks", PlantedKind.all) { site in
            guard let plural = site.plurals.first, let other = plural.branch("other") else {
                return nil
            }
            let form = ["zh", "id"].contains(site.language) ? "one" : "two"
            return [
                site.insert(
                    other.selectorRange.lowerBound,
                    "⟦L013⟧\(form) {\(site.text(other.range))} "
                )
            ]
        },
        PlantedKind("`=1` stands for `one`", ["ru"]) { site in
            guard let plural = site.plurals.first, !plural.hasExact,
                let one = plural.branch("one")
            else { return nil }
            return [
                site.insert(plural.range.lowerBound, "⟦L012⟧"),
                site.replace(one.selectorRange, "=1"),
            ]
        },
        PlantedKind("`=2` stands for `few`", ["ru", "cs"]) { site in
            guard let plural = site.plurals.first, let few = plural.branch("few") else {
                return nil
            }
            return [
                site.insert(plural.range.lowerBound, "⟦L012⟧"),
                site.replace(few.selectorRange, "=2"),
            ]
        },
        PlantedKind("a number is written by hand", ["ru", "cs"]) { site in
            let form = site.language == "ru" ? "one" : "few"
            guard site.plurals.first?.hasExact == false,
                let branch = site.plurals.first?.branch(form), let sign = branch.sign
            else {
                return nil
            }
            return [site.replace(sign, form == "one" ? "⟦L015⟧1" : "⟦L015⟧2")]
        },
        PlantedKind("a number is written as a word", ["ru"]) { site in
            guard let branch = site.plurals.first?.branch("few"), let sign = branch.sign else {
                return nil
            }
            return [site.replace(sign, "⟦L015⟧две")]
        },
        PlantedKind("the number is lost", PlantedKind.all) { site in
            guard let plural = site.plurals.first, let branch = plural.branch("other"),
                let sign = branch.sign, let gap = site.blank(at: sign.upperBound),
                site.language != "en" || plural.branches.count(where: { $0.sign != nil }) > 1
            else { return nil }
            return [
                site.insert(branch.selectorRange.lowerBound, "⟦L016⟧"),
                site.replace(sign.lowerBound..<gap, ""),
            ]
        },
        PlantedKind("the number is quoted", PlantedKind.translated) { site in
            guard let branch = site.plurals.first?.branch("other"), let sign = branch.sign,
                !site.pattern.contains("'")
            else { return nil }
            return [site.replace(sign, "'⟦L017⟧#'")]
        },
        PlantedKind("the plural is gone, its number left", PlantedKind.translated) { site in
            guard let plural = site.plurals.first, site.isOnly(plural),
                let branch = plural.branch("other"), let sign = branch.sign
            else { return nil }
            let text = site.text(branch.range)
            let start = sign.lowerBound - branch.range.lowerBound
            let bytes = Array(text.utf8)
            let before = String(decoding: bytes[..<start], as: UTF8.self)
            let behind = String(decoding: bytes[start...], as: UTF8.self)
            return [site.mark("L020"), site.replace(plural.range, before + "⟦L017⟧" + behind)]
        },
        PlantedKind("the name of a plural form is translated", formed) { site in
            let words = ["en": "single", "ru": "один", "cs": "jeden"]
            guard let one = site.plurals.first?.branch("one"), let word = words[site.language]
            else { return nil }
            return [site.replace(one.selectorRange, "⟦L014⟧" + word)]
        },
        PlantedKind("the name of a plural form is misspelt", PlantedKind.all) { site in
            guard let other = site.plurals.first?.branch("other"),
                site.plurals.first?.branches.count ?? 0 > 1
            else { return nil }
            return [site.replace(other.selectorRange, "⟦L014⟧ohter")]
        },
        PlantedKind("the form `other` is missing", formed) { site in
            guard let plural = site.plurals.first, let other = plural.branch("other") else {
                return nil
            }
            return [
                site.insert(plural.range.lowerBound, "⟦L030⟧"), site.replace(other.whole, ""),
            ]
        },
        PlantedKind("a plural form stands twice", PlantedKind.all) { site in
            guard let branch = site.plurals.first?.branches.first else { return nil }
            return [
                site.insert(
                    branch.whole.upperBound,
                    " ⟦L009⟧\(branch.selector) {\(site.text(branch.range))}"
                )
            ]
        },
        PlantedKind("a plural form is empty", formed) { site in
            guard let branch = site.plurals.first?.branch("one") else { return nil }
            return [
                site.insert(branch.selectorRange.lowerBound, "⟦L032⟧"),
                site.replace(branch.range, ""),
            ]
        },
        PlantedKind("all plural forms say the same", ["ru", "cs"]) { site in
            guard let plural = site.plurals.first, let other = plural.branch("other"),
                other.sign != nil, !plural.hasExact
            else { return nil }
            return [site.insert(plural.range.lowerBound, "⟦L031⟧")]
                + plural.branches.map { site.replace($0.range, site.text(other.range)) }
        },
        PlantedKind("one is taken off the number", PlantedKind.translated) { site in
            guard let plural = site.plurals.first, let first = plural.branches.first,
                !plural.hasExact
            else { return nil }
            return [
                site.insert(plural.range.lowerBound, "⟦L018⟧"),
                site.insert(first.selectorRange.lowerBound, "offset:1 "),
            ]
        },
        PlantedKind("numbered in place of counted", PlantedKind.translated) { site in
            guard let plural = site.plurals.first, let word = site.keyword(of: plural) else {
                return nil
            }
            return [
                site.insert(plural.range.lowerBound, "⟦L019⟧"), site.replace(word, "selectordinal"),
            ]
        },
        PlantedKind("chosen as a word in place of counted", PlantedKind.all) { site in
            guard let plural = site.plurals.first, let word = site.keyword(of: plural),
                site.isOnly(plural), !plural.hasExact
            else { return nil }
            return [
                site.insert(plural.nameRange.lowerBound, "⟦L022⟧"), site.replace(word, "select"),
            ]
        },
        PlantedKind("the word `plural` is misspelt", PlantedKind.all) { site in
            guard let word = site.plurals.first.flatMap(site.keyword) else { return nil }
            return [site.replace(word, "⟦L006⟧plurla")]
        },
        PlantedKind("a comma is lost before `plural`", PlantedKind.all) { site in
            guard let plural = site.plurals.first else { return nil }
            let comma = plural.nameRange.upperBound
            return [site.replace(comma..<(comma + 2), " ⟦L001⟧")]
        },
        PlantedKind("the last brace of a plural is lost", PlantedKind.all) { site in
            guard let plural = site.plurals.last,
                let next = site.byte(at: plural.range.upperBound),
                ".,)".utf8.contains(next) || next == 0xE3
            else { return nil }
            let end = plural.range.upperBound
            return [site.replace((end - 1)..<end, "⟦L001⟧")]
        },
        PlantedKind("a brace too many behind a plural", PlantedKind.all) { site in
            guard let plural = site.plurals.first else { return nil }
            return [site.insert(plural.range.upperBound, "⟦L004⟧}")]
        },
        PlantedKind("a select branch is missing", PlantedKind.translated) { site in
            guard let select = site.selects.first, let branch = select.branches.first else {
                return nil
            }
            return [
                site.insert(select.range.lowerBound, "⟦L033⟧"), site.replace(branch.whole, ""),
            ]
        },
        PlantedKind("the name of a select branch is translated", PlantedKind.translated) { site in
            guard let branch = site.selects.first?.branches.first else { return nil }
            return [site.replace(branch.selectorRange, "⟦L034⟧lain")]
        },
        PlantedKind("the name of a select branch is misspelt", PlantedKind.translated) { site in
            guard let branch = site.selects.first?.branches.first else { return nil }
            return [site.replace(branch.selectorRange, "⟦L034⟧" + branch.selector.misspelt)]
        },
        PlantedKind("a select branch is empty", PlantedKind.translated) { site in
            guard let branch = site.selects.first?.branches.first else { return nil }
            return [
                site.insert(branch.selectorRange.lowerBound, "⟦L032⟧"),
                site.replace(branch.range, ""),
            ]
        },
        PlantedKind("the branch `other` of a select is missing", PlantedKind.all) { site in
            guard let select = site.selects.first, let other = select.branch("other") else {
                return nil
            }
            return [
                site.insert(select.range.lowerBound, "⟦L030⟧"), site.replace(other.whole, ""),
            ]
        },
    ]
}

extension MessageTree.Argument {
    /// Whether there is a branch of one number.
    fileprivate var hasExact: Bool { branches.contains { $0.exact != nil } }
}

extension MessageTree.Branch {
    /// The branch with its name and braces.
    fileprivate var whole: Range<Int> { selectorRange.lowerBound..<(range.upperBound + 1) }

    /// Where `#` stands, where it stands once.
    fileprivate var sign: Range<Int>? {
        let signs = nodes.compactMap { node -> Range<Int>? in
            if case .number(let range) = node { range } else { nil }
        }
        return signs.count == 1 ? signs[0] : nil
    }
}

extension PlantedSite {
    /// The end of a blank or no-break space that stands somewhere.
    fileprivate func blank(at offset: Int) -> Int? {
        if byte(at: offset) == 0x20 { return offset + 1 }
        return byte(at: offset) == 0xC2 && byte(at: offset + 1) == 0xA0 ? offset + 2 : nil
    }

    /// Whether a branch says its number with a word, which is a form like any other.
    fileprivate func isWordOnly(_ branch: MessageTree.Branch) -> Bool { branch.range.isEmpty }

    /// Where `plural` stands.
    fileprivate func keyword(of plural: MessageTree.Argument) -> Range<Int>? {
        let bytes = Array(pattern.utf8)
        let word = Array("plural".utf8)
        guard let first = plural.branches.first else { return nil }
        let head = plural.nameRange.upperBound..<first.selectorRange.lowerBound
        return head.first {
            $0 + word.count <= head.upperBound && bytes[$0..<($0 + word.count)].elementsEqual(word)
        }
        .map { $0..<($0 + word.count) }
    }
}
