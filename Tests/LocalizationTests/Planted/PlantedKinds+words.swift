import Documents
import Foundation

@testable import Localization

/// Defects in the words of messages.
extension PlantedKinds {
    static let words: [PlantedKind] = [
        PlantedKind("a message without words", PlantedKind.all) { site in
            guard site.isPlain, site.entry.place.style == .doubleQuoted else { return nil }
            return [site.markBefore("L100"), site.replace(0..<site.pattern.utf8.count, "")]
        },
        PlantedKind("the English message is left", PlantedKind.translated) { site in
            guard site.original.pattern != site.pattern, !site.pattern.contains("\n"),
                site.englishWords.count > 2, site.plurals.isEmpty,
                site.selects.isEmpty
            else { return nil }
            return [site.replace(0..<site.pattern.utf8.count, "⟦L101⟧" + site.original.pattern)]
        },
        PlantedKind("an English word is left", PlantedKind.translated) { site in
            guard let gap = site.isWide ? site.gap(of: "，") : site.plainGaps.first
            else { return nil }
            if site.isWide || site.language == "ru" {
                let kept = site.glossary.keep.joined(separator: " ").lowercased()
                guard
                    let word = site.englishWords.first(where: {
                        $0.count > 4 && $0.allSatisfy(\.isLowercase) && !kept.contains($0)
                            && !site.isAvoided($0)
                    })
                else { return nil }
                return [
                    site.insert(gap, site.isWide ? "⟦L102⟧\(word)" : " ⟦L102⟧\(word)")
                ]
            }
            return [site.insert(gap, " ⟦L102⟧your")]
        },
        PlantedKind("a word of another language", ["en"]) { site in
            guard let gap = site.plainGaps.first else { return nil }
            return [site.insert(gap, " ⟦L102⟧yang")]
        },
        PlantedKind("a word stands twice", PlantedKind.spaced) { site in
            guard
                let word = site.words.first(where: {
                    $0.text.count > 3 && $0.text.allSatisfy(\.isLowercase)
                        && !site.isInTerm($0.range)
                        // “The one that that is” may well be meant.
                        && $0.text != "that"
                })
            else { return nil }
            return [
                site.insert(word.range.lowerBound, "⟦L116⟧"),
                site.insert(word.range.upperBound, " \(word.text)"),
            ]
        },
        PlantedKind("a word stands twice", ["zh"]) { site in
            for word in ["邮件", "链接", "号码", "账户", "证件", "国家", "密码", "数字"] {
                if let found = site.place(of: word) {
                    return [site.replace(found, "⟦L116⟧\(word)\(word)")]
                }
            }
            return nil
        },
        PlantedKind("a letter of another alphabet", ["ru"]) { site in
            guard
                let word = site.words.first(where: { $0.text.dropFirst(2).contains("о") }),
                let place = word.text.lastIndex(of: "о")
            else { return nil }
            let start =
                word.range.lowerBound
                + word.text.utf8.distance(from: word.text.startIndex, to: place)
            return [
                site.insert(word.range.lowerBound, "⟦L104⟧"),
                site.replace(start..<(start + 2), "o"),
            ]
        },
        PlantedKind("a letter of another alphabet", ["en", "id", "cs"]) { site in
            guard
                let word = site.words.first(where: { $0.text.dropFirst(2).contains("a") }),
                let place = word.text.lastIndex(of: "a")
            else { return nil }
            let start =
                word.range.lowerBound
                + word.text.utf8.distance(from: word.text.startIndex, to: place)
            return [
                site.insert(word.range.lowerBound, "⟦L104⟧"),
                site.replace(start..<(start + 1), "а"),
            ]
        },
        PlantedKind("a word of a language near by", PlantedKind.translated) { site in
            if site.isWide {
                let old = ["请": "請", "证": "證", "码": "碼", "电": "電", "邮": "郵", "账": "賬"]
                for (simple, traditional) in old.sorted(by: { $0.key < $1.key }) {
                    if let found = site.place(of: simple) {
                        return [site.replace(found, "⟦L103⟧" + traditional)]
                    }
                }
                return nil
            }
            let words = ["ru": "в⟦L103⟧ідкрити", "id": "⟦L102⟧sila", "cs": "⟦L102⟧môžete"]
            guard let gap = site.plainGaps.first, let word = words[site.language] else {
                return nil
            }
            return [site.insert(gap, " " + word)]
        },
        PlantedKind("the word that the glossary advises against", PlantedKind.all) { site in
            guard let found = site.term, let avoid = found.avoid,
                // A title of that word alone is the English one then.
                avoid.lowercased() != site.original.pattern.lowercased()
            else { return nil }
            return [
                site.replace(
                    found.range,
                    "⟦L114⟧" + (found.range.lowerBound == 0 ? avoid.capitalized : avoid)
                )
            ]
        },
        PlantedKind("another word than the glossary’s", PlantedKind.translated) { site in
            let others = ["ru": "предмет", "zh": "事物", "id": "benda", "cs": "předmět"]
            guard let found = site.term, found.isNeeded, let other = others[site.language]
            else { return nil }
            let isFirst = found.range.lowerBound == 0
            return [
                site.mark("L130"), site.replace(found.range, isFirst ? other.capitalized : other),
            ]
        },
        PlantedKind("the reader is spoken to as a friend", PlantedKind.translated) { site in
            let pairs: [String: [(String, String)]] = [
                "ru": [("вы", "ты"), ("вас", "тебя"), ("вам", "тебе"), ("вашем", "твоём")],
                "id": [("Anda", "kamu")],
                "cs": [("vás", "tebe"), ("vám", "tobě"), ("vaše", "tvoje"), ("vašem", "tvém")],
            ]
            if site.isWide {
                return site.place(of: "您").map { [site.replace($0, "⟦L115⟧你")] }
            }
            for (polite, familiar) in pairs[site.language] ?? [] {
                if let word = site.words.first(where: { $0.text == polite }),
                    word.range.lowerBound > 0
                {
                    return [site.replace(word.range, "⟦L115⟧" + familiar)]
                }
            }
            return nil
        },
        PlantedKind("a request to a friend", ["ru", "cs"]) { site in
            let pairs: [String: [(String, String)]] = [
                "ru": [
                    ("Проверьте", "Проверь"), ("Напишите", "Напиши"), ("Откройте", "Открой"),
                    ("Введите", "Введи"), ("Попробуйте", "Попробуй"), ("Выберите", "Выбери"),
                ],
                "cs": [
                    ("Zkuste", "Zkus"), ("Napište", "Napiš"), ("Otevřete", "Otevři"),
                    ("Zkontrolujte", "Zkontroluj"), ("Vyberte", "Vyber"),
                    ("Použijte", "Použij"),
                ],
            ]
            for (polite, familiar) in pairs[site.language] ?? [] {
                if let word = site.words.first(where: { $0.text == polite }) {
                    return [site.replace(word.range, "⟦L115⟧" + familiar)]
                }
            }
            return nil
        },
        PlantedKind("a polite form with a wrong capital", ["ru", "id"]) { site in
            if site.language == "ru" {
                guard
                    let word = site.words.first(where: { ["вы", "вас", "вам"].contains($0.text) })
                else { return nil }
                return [site.replace(word.range, "⟦L115⟧" + word.text.capitalized)]
            }
            guard let word = site.words.first(where: { $0.text == "Anda" }),
                word.range.lowerBound > 0
            else { return nil }
            return [site.replace(word.range, "⟦L115⟧anda")]
        },
        PlantedKind("the message is too wide", PlantedKind.all, isOfWidth: true) { site in
            guard let width = site.description?.width, site.isPlain, let last = site.last else {
                return nil
            }
            let filling = [
                "en": " and so on", "ru": " и так далее", "zh": "以及其他各项",
                "id": " dan seterusnya", "cs": " a tak dále",
            ]
            let piece = filling[site.language] ?? ""
            let count = width / DisplayWidth.cells(piece) + 1
            let end =
                ".?!…:。？！：".contains(last.sign) ? last.range.lowerBound : last.range.upperBound
            return [
                site.mark("L112"), site.insert(end, String(repeating: piece, count: count)),
            ]
        },
        PlantedKind("a number is another one", PlantedKind.translated) { site in
            guard let number = site.number, !site.isShownElsewhere(number),
                !site.pattern.contains("+")
            else { return nil }
            return [site.replace(number.range, "⟦L106⟧\(number.value + 37)")]
        },
        PlantedKind("two digits have changed places", PlantedKind.translated) { site in
            guard let number = site.number, number.value > 11, !site.isShownElsewhere(number)
            else { return nil }
            let turned = String(String(number.value).reversed())
            guard Int(turned) != number.value, turned.first != "0",
                !site.pattern.contains(turned), !site.pattern.contains("+")
            else { return nil }
            return [site.replace(number.range, "⟦L106⟧" + turned)]
        },
        PlantedKind("a name that stays is translated", PlantedKind.translated) { site in
            let wallets = [
                "ru": "Кошелёк Пайфан", "zh": "派坊钱包", "id": "Dompet Pepang",
                "cs": "Peněženka Pchaj-fang",
            ]
            let names = [
                ("Paifang Wallet", wallets[site.language] ?? ""), ("GMT+8", "UTC+8"),
                ("USD", "EUR"),
            ]
            for (name, other) in names where site.original.pattern.contains(name) {
                if let found = site.place(of: name), !site.isTwice(name) {
                    return name.contains("+") || name == "USD"
                        ? [site.replace(found, "⟦L108⟧" + other)]
                        : [site.mark("L108"), site.replace(found, other)]
                }
            }
            return nil
        },
        PlantedKind("a name that stays is misspelt", PlantedKind.translated) { site in
            for (name, other) in [("Paifang Wallet", "paifang wallet"), ("GMT+8", "gmt+8")]
            where site.original.pattern.contains(name) {
                if let found = site.place(of: name), !site.isTwice(name) {
                    return [site.replace(found, "⟦L108⟧" + other)]
                }
            }
            return nil
        },
        PlantedKind("the name of a key is translated", PlantedKind.translated) { site in
            guard let found = site.place(of: "Ctrl+"), site.original.pattern.contains("Ctrl+"),
                !site.isTwice("Ctrl+")
            else { return nil }
            return [site.replace(found, "⟦L108⟧Alt+")]
        },
        PlantedKind("an address has changed", PlantedKind.translated) { site in
            guard let found = site.place(of: "@example.com"),
                site.original.pattern.contains("@example.com"), !site.isTwice("@example.com")
            else { return nil }
            var start = found.lowerBound
            while let byte = site.byte(at: start - 1), byte != 0x20, byte < 0x80 { start -= 1 }
            return [site.insert(start, "⟦L107⟧"), site.replace(found, "@exmaple.com")]
        },
        PlantedKind("a translator’s note is left", PlantedKind.all) { site in
            let terms = site.terms
            guard
                let word = site.words.last(where: { word in
                    !terms.contains { $0.contains(word.range.upperBound) }
                })
            else { return nil }
            return [site.insert(word.range.upperBound, " ⟦L111⟧TODO")]
        },
        PlantedKind("an HTML tag", PlantedKind.translated) { site in
            guard let word = site.words.last(where: { !site.isInTerm($0.range) }) else {
                return nil
            }
            return [
                site.insert(word.range.lowerBound, "⟦L109⟧<b>"),
                site.insert(word.range.upperBound, "⟦L109⟧</b>"),
            ]
        },
        PlantedKind("an HTML entity", PlantedKind.all) { site in
            guard let gap = site.gaps.last else { return nil }
            return [site.replace(gap..<(gap + 1), "⟦L109⟧&nbsp;")]
        },
    ]
}
