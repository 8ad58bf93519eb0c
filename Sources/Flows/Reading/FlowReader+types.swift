import Documents
import Expressions

/// What belongs to one type of field alone.
extension FlowReader {
    mutating func line(of draft: FieldDraft) -> PhoneLine? {
        guard let node = draft["line"] else { return nil }
        return findings.choice(node, "`line`", of: ["mobile", "landline"])
            .flatMap { PhoneLine(rawValue: $0.text) }
    }

    mutating func options(of draft: FieldDraft) -> [ChoiceOption] {
        guard let node = draft["of"] else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the choice `\(draft.name.text)` needs the key `of`",
                help: "add `of: [one, two]`, or the name of an option list"
            )
            return []
        }
        if node.entries != nil {
            findings.later("a choice from a list of records", at: node.range)
            return []
        }
        if let name = node.text {
            guard let values = declarations.options[name] else {
                findings.report(
                    "E39",
                    at: node.range,
                    "there is no option list `\(name)`",
                    suggestion: Suggestion(
                        for: Word(text: name, range: node.range),
                        among: declarations.options.keys.sorted()
                    )
                )
                return []
            }
            return values.map { ChoiceOption(value: $0.text, list: name) }
        }
        var options: [ChoiceOption] = []
        var words: [Word] = []
        for item in node.items ?? [] {
            let entry = item.entries?.first
            if let entries = item.entries, entries.count != 1 {
                findings.report(
                    "E37",
                    at: item.range,
                    "an option is one name with one condition",
                    help: "write `{<option>: '<condition>'}`"
                )
            }
            guard
                let word = entry.map({ Word(text: $0.key, range: $0.keyRange) })
                    ?? findings.word(item, "an option"),
                findings.isOption(word, besides: words)
            else { continue }
            words.append(word)
            options.append(
                ChoiceOption(
                    value: word.text,
                    condition: entry.flatMap { condition($0.value, isStructural: false) }
                )
            )
        }
        if words.isEmpty {
            findings.report(
                "E38",
                at: node.range,
                "the choice `\(draft.name.text)` needs options",
                help: "write `of: [one, two]`"
            )
        }
        return options
    }

    mutating func integerType(of draft: FieldDraft) -> FieldType {
        let minimum = bound("min", of: draft) { Int64($0) } ?? .min
        let maximum = bound("max", of: draft) { Int64($0) } ?? .max
        guard minimum <= maximum else {
            findings.report(
                "E35",
                at: draft["min"]?.range ?? draft.name.range,
                "`min` is larger than `max`",
                help: "write the smaller one as `min`"
            )
            return .integer(minimum: .min, maximum: .max)
        }
        return .integer(minimum: minimum, maximum: maximum)
    }

    mutating func moneyType(of draft: FieldDraft) -> FieldType {
        guard let node = draft["currency"], let word = findings.word(node, "`currency`") else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the amount `\(draft.name.text)` needs the key `currency`",
                help: "add its three letters: `currency: USD`"
            )
            return .text
        }
        let currency = word.text
        guard Money("1 \(currency)") != nil else {
            findings.report(
                "E39",
                at: word.range,
                "`\(currency)` is no currency",
                help: "write its three letters, such as `USD`"
            )
            return .text
        }
        let amount = { (text: String) in
            Money(text).flatMap { $0.currency == currency ? $0.tenThousandths : nil }
                ?? Money("\(text) \(currency)")?.tenThousandths
        }
        let minimum = bound("min", of: draft, amount) ?? 0
        let maximum = bound("max", of: draft, amount) ?? .max
        guard minimum <= maximum else {
            findings.report(
                "E35",
                at: draft["min"]?.range ?? draft.name.range,
                "`min` is larger than `max`",
                help: "write the smaller one as `min`"
            )
            return .money(currency: currency, minimum: 0, maximum: .max)
        }
        return .money(currency: currency, minimum: minimum, maximum: maximum)
    }

    private mutating func bound(
        _ key: String,
        of draft: FieldDraft,
        _ read: (String) -> Int64?
    ) -> Int64? {
        guard let node = draft[key], let word = findings.word(node, "`\(key)`") else { return nil }
        guard let number = read(word.text) else {
            findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be `\(key)`",
                help: draft.kind == .money
                    ? "write an amount, such as `500 USD`" : "write a whole number"
            )
            return nil
        }
        return number
    }

    mutating func listType(of draft: FieldDraft) -> FieldType {
        guard let node = draft["count"] else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the list `\(draft.name.text)` needs the key `count`",
                help: "add how many records it has: `count: 3`"
            )
            return .list(of: [], count: 1)
        }
        let count = findings.integer(node, "`count`", in: 1...50) ?? 1
        let inner = draft.inner.map { inner in
            var field = recordField(inner)
            field.isAccountField = draft.isAccountField
            if draft["privacy"] != nil { field.isPersonal = true }
            return field
        }
        return .list(of: inner, count: count)
    }

    /// A code of the length that sessions make.
    mutating func codeType(of draft: FieldDraft) -> FieldType {
        guard let node = draft["digits"], let word = findings.word(node, "`digits`") else {
            return .code(digits: 6)
        }
        if word.text != "6" {
            findings.report("E39", at: word.range, "a code has 6 digits", help: "write `digits: 6`")
        }
        return .code(digits: 6)
    }

    mutating func documentName(of draft: FieldDraft) -> String {
        guard let node = draft["document"], let word = findings.word(node, "`document`") else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the consent `\(draft.name.text)` needs the key `document`",
                help: "add the name of what is accepted: `document: user-agreement`"
            )
            return ""
        }
        guard NameRules.isWellFormed(word.text, separator: UInt8(ascii: "-")) else {
            findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be the name of a document",
                help: "write lower-case letters, digits and `-`, a letter first"
            )
            return ""
        }
        return word.text
    }

    /// The value of a field that is left as it is.
    mutating func defaultValue(
        _ node: DocumentNode,
        of type: FieldType,
        as place: String = "the default"
    ) -> FieldValue? {
        guard let word = findings.word(node, place) else { return nil }
        let value: FieldValue? =
            switch type {
            case .bool:
                word.text == "true" ? .bool(true) : word.text == "false" ? .bool(false) : nil
            case .integer(let minimum, let maximum):
                Int64(word.text).flatMap { (minimum...maximum).contains($0) ? .integer($0) : nil }
            case .money(let currency, let minimum, let maximum):
                Money(word.text).flatMap { money in
                    money.currency == currency
                        && (minimum...maximum).contains(money.tenThousandths)
                        ? .money(money) : nil
                }
            case .date: CalendarDate.milliseconds(word.text).map { .date(milliseconds: $0) }
            case .choice(let options):
                options.contains { $0.value == word.text } ? .text(word.text) : nil
            case .country:
                word.text.utf8.count == 2 && word.text.utf8.allSatisfy { (65...90).contains($0) }
                    ? .text(word.text) : nil
            case .text, .name: .text(word.text)
            case .email, .phone, .postcode, .document, .list, .file, .captcha, .consent, .code,
                .secret:
                nil
            }
        if value == nil {
            findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(place) of a field of type `\(type.keyword)`",
                help: type.adviceOnDefault
            )
        }
        return value
    }
}

extension FieldType {
    /// How a default is written.
    fileprivate var adviceOnDefault: String? {
        switch self {
        case .bool: "write `true` or `false`"
        case .integer: "write a whole number between `min` and `max`"
        case .money(let currency, _, _):
            "write an amount such as `5 \(currency)`, between `min` and `max`"
        case .date: "write the day as `2026-03-01`"
        case .choice(let options):
            options.count <= 12
                ? "there is: " + options.map { "`\($0.value)`" }.joined(separator: ", ") : nil
        case .country: "write two capital letters, such as `CZ`"
        case .text, .name, .email, .phone, .postcode, .document, .list, .file, .captcha, .consent,
            .code, .secret:
            "take it out"
        }
    }
}
