import TestTexts

@testable import Localization

/// Defects in the arguments of messages, and in how they are written.
extension PlantedKinds {
    static let arguments: [PlantedKind] = [
        PlantedKind("an argument is missing", PlantedKind.translated) { site in
            guard let edit = site.droppedArgument("") else { return nil }
            return [site.mark("L020"), edit]
        },
        PlantedKind("an argument is misspelt", PlantedKind.all) { site in
            guard let argument = site.plainArguments.first else { return nil }
            return [site.replace(argument.nameRange, "⟦L021⟧" + argument.name.misspelt)]
        },
        PlantedKind("the argument of a plural is misspelt", PlantedKind.all) { site in
            guard let argument = site.plurals.first, site.isOnly(argument) else { return nil }
            return [site.replace(argument.nameRange, "⟦L021⟧" + argument.name.misspelt)]
        },
        PlantedKind("the name of an argument is translated", PlantedKind.translated) { site in
            let names = ["ru": "адрес", "zh": "地址", "id": "alamatnya", "cs": "adresa"]
            guard let argument = site.plainArguments.first, let name = names[site.language]
            else { return nil }
            let code = ["ru", "zh"].contains(site.language) ? "⟦L024⟧" : "⟦L021⟧"
            return [site.replace(argument.nameRange, code + name)]
        },
        PlantedKind("an argument too many", PlantedKind.all) { site in
            guard let last = site.last, ".。".contains(last.sign) else { return nil }
            return [site.insert(last.range.lowerBound, " {⟦L021⟧surname}")]
        },
        PlantedKind("an argument with a letter of another script", PlantedKind.all) { site in
            guard let argument = site.plainArguments.first,
                let letter = argument.name.firstIndex(where: { "aeo".contains($0) })
            else { return nil }
            let twins: [Character: String] = ["a": "а", "e": "е", "o": "о"]
            let name = argument.name
            return [
                site.replace(
                    argument.nameRange,
                    "⟦L024⟧" + name[..<letter] + (twins[name[letter]] ?? "")
                        + name[name.index(after: letter)...]
                )
            ]
        },
        PlantedKind("a text shown as a number", PlantedKind.all) { site in
            guard
                let argument = site.plainArguments.first(where: { argument in
                    site.original.tree.arguments.contains {
                        $0.name == argument.name && $0.format == .plain
                    }
                })
            else { return nil }
            return [site.replace(argument.range, "{⟦L022⟧\(argument.name), number}")]
        },
        PlantedKind("a date shown as a number", PlantedKind.all) { site in
            guard let argument = site.dates.first, site.isOnly(argument) else { return nil }
            return [site.replace(argument.range, "{⟦L022⟧\(argument.name), number}")]
        },
        PlantedKind("a number shown as a date", PlantedKind.all) { site in
            guard
                let argument = site.topArguments.first(where: {
                    if case .number = $0.format { true } else { false }
                }), site.isOnly(argument)
            else { return nil }
            return [site.replace(argument.range, "{⟦L022⟧\(argument.name), date, long}")]
        },
        PlantedKind("a style of date that is none", ["en", "zh", "id", "cs"]) { site in
            guard let argument = site.dates.first, case .date(let style) = argument.format,
                !style.hasPrefix("::")
            else { return nil }
            return [site.replace(argument.styleRange, "⟦L008⟧" + style.misspelt)]
        },
        PlantedKind("a style of number that is none", PlantedKind.all) { site in
            guard
                let argument = site.topArguments.first(where: {
                    if case .number(let style) = $0.format { !style.isEmpty } else { false }
                }), case .number(let style) = argument.format
            else { return nil }
            return [site.replace(argument.styleRange, "⟦L007⟧" + style + "z")]
        },
        PlantedKind("full-width braces", ["zh"]) { site in
            guard let argument = site.plainArguments.first else { return nil }
            return [site.replace(argument.range, "⟦L020⟧｛\(argument.name)｝")]
        },
        PlantedKind("an argument in apostrophes", PlantedKind.translated) { site in
            guard let argument = site.plainArguments.first, argument.range.lowerBound > 0
            else { return nil }
            return [site.replace(argument.range, "⟦L037⟧'{\(argument.name)}'")]
        },
        PlantedKind("a placeholder of another program", PlantedKind.translated) { site in
            guard let argument = site.plainArguments.first else { return nil }
            return [site.replace(argument.range, "⟦L020⟧%s")]
        },
        PlantedKind("an argument in other brackets", PlantedKind.translated) { site in
            guard let argument = site.plainArguments.first, argument.range.lowerBound > 0
            else { return nil }
            return [site.replace(argument.range, "⟦L020⟧[\(argument.name)]")]
        },
        PlantedKind("an argument in two braces", PlantedKind.all) { site in
            guard let argument = site.plainArguments.first else { return nil }
            return [site.replace(argument.range, "{⟦L001⟧{\(argument.name)}}")]
        },
        PlantedKind("a closing brace is lost", PlantedKind.all) { site in
            // What stands behind the name is no part of it.
            guard let argument = site.plainArguments.last,
                site.byte(at: argument.range.upperBound) == 0x20,
                let behind = site.byte(at: argument.range.upperBound + 1), behind != 0x0A
            else { return nil }
            let end = argument.range.upperBound + 1
            return [
                site.replace((argument.range.upperBound - 1)..<argument.range.upperBound, ""),
                site.insert(end, "⟦L001⟧"),
            ]
        },
        PlantedKind("an opening brace is lost", PlantedKind.all) { site in
            guard let argument = site.plainArguments.first, argument.range.lowerBound > 0
            else { return nil }
            return [site.replace(argument.range, "\(argument.name)⟦L004⟧}")]
        },
        PlantedKind("an apostrophe quotes the rest", PlantedKind.all) { site in
            guard let argument = site.plainArguments.last,
                !site.pattern.contains("'")
            else { return nil }
            return [site.replace(argument.range, "⟦L005⟧'{\(argument.name)}")]
        },
        PlantedKind("a straight apostrophe", ["en", "id", "cs"]) { site in
            if let found = site.place(of: "’") { return [site.replace(found, "⟦L036⟧'")] }
            guard ["id", "cs"].contains(site.language), !site.pattern.contains("'"),
                let word = site.words.last(where: { $0.text.count > 4 })
            else { return nil }
            let start = word.range.lowerBound + word.text.prefix(2).utf8.count
            return [site.insert(start, "⟦L036⟧'")]
        },
        PlantedKind("an argument is lost in one branch", PlantedKind.translated) { site in
            for branch in site.selects.flatMap(\.branches) {
                for case .argument(let argument) in branch.nodes
                where argument.format == .plain
                    // Lost in its only branch, it is lost altogether.
                    && site.pattern.ranges(of: "{\(argument.name)").count > 1
                {
                    return [
                        site.insert(branch.selectorRange.lowerBound, "⟦L023⟧"),
                        site.replace(argument.range, "…"),
                    ]
                }
            }
            return nil
        },
    ]
}

extension PlantedSite {
    /// Whether an argument is used once.
    func isOnly(_ argument: MessageTree.Argument) -> Bool {
        entry.tree.arguments.count { $0.name == argument.name } == 1
    }

    /// The days that are shown at the top.
    var dates: [MessageTree.Argument] {
        topArguments.filter { if case .date = $0.format { true } else { false } }
    }

    /// Takes an argument away, with the space beside it.
    fileprivate func droppedArgument(_ new: String) -> Edit? {
        for argument in plainArguments {
            var range = argument.range
            let before = byte(at: range.lowerBound - 1)
            let behind = byte(at: range.upperBound)
            // Between quotation marks or brackets the hole would be a defect of its own.
            guard before == 0x20, byte(at: range.lowerBound - 2) != 0x3A else { continue }
            if byte(at: range.lowerBound - 2) == 0x2C { continue }
            if behind == 0x20 || behind == 0x2E || behind == 0x2C {
                range =
                    (range.lowerBound - 1)..<(range.upperBound + (isWide && behind == 0x20 ? 1 : 0))
                return replace(range, new)
            }
        }
        return nil
    }
}
