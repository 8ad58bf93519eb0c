import Documents
import Expressions

extension FlowReader {
    /// A named value, as conditions read it and, unless it is a duration, as messages do.
    struct Constant {
        let name: Word
        let value: ExpressionValue
        let type: ExpressionType
        /// Its value, where messages may use it.
        let printed: FieldValue?
        /// The time of day that it is, where it is one.
        var time: TimeOfDay?

        /// The constant as the whole flow knows it.
        func definition(in part: FlowPart) -> ConstantDefinition? {
            printed.map {
                ConstantDefinition(
                    name: FieldName(part.prefix + name.text),
                    value: $0,
                    time: time,
                    range: name.range
                )
            }
        }
    }

    /// Reads constants; what an unquoted value looks like decides its type, a quoted one is a text.
    mutating func readConstants(_ node: DocumentNode?) {
        guard let node else { return }
        for entry in findings.entries(of: node, "`constants`") ?? [] {
            let name = Word(text: entry.key, range: entry.keyRange)
            guard findings.isName(name, "a constant") else { continue }
            if let slot = slotByName[name.text] {
                findings.report(
                    "E01",
                    at: name.range,
                    "`\(name.text)` is a field already",
                    help: "choose another name for the constant",
                    related: [.init(range: slots[slot].place, label: "the field")]
                )
                continue
            }
            guard let word = findings.word(entry.value, "a constant") else { continue }
            if let constant = constant(name, word, isQuoted: entry.value.isQuoted) {
                constants.append(constant)
            }
        }
    }

    private mutating func constant(_ name: Word, _ word: Word, isQuoted: Bool) -> Constant? {
        let text = word.text
        let begins = text.utf8.first.map { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        if isQuoted || begins != true {
            if !isQuoted, text == "true" || text == "false" {
                findings.report(
                    "E39",
                    at: word.range,
                    "a constant can't be `\(text)`",
                    help: "quote it where the text is meant"
                )
                return nil
            }
            return Constant(
                name: name,
                value: .string(text),
                type: .string,
                printed: .text(text)
            )
        }
        if let number = Int64(text) {
            return Constant(
                name: name,
                value: .int(number),
                type: .int,
                printed: .integer(number)
            )
        }
        if let money = Money(text) {
            return Constant(
                name: name,
                value: .money(money),
                type: .money,
                printed: .money(money)
            )
        }
        if let day = CalendarDate.milliseconds(text) {
            return Constant(
                name: name,
                value: .timestamp(ExpressionTimestamp(milliseconds: day)),
                type: .timestamp,
                printed: .date(milliseconds: day)
            )
        }
        if case .success(let milliseconds) = DurationText.milliseconds(text) {
            return Constant(
                name: name,
                value: .duration(.milliseconds(milliseconds)),
                type: .duration,
                printed: nil
            )
        }
        if let time = TimeOfDay(text) {
            // No condition is about a time of day of another place: it reads what is written.
            return Constant(
                name: name,
                value: .string(text),
                type: .string,
                printed: .text(text),
                time: time
            )
        }
        findings.report(
            "E39",
            at: word.range,
            "`\(text)` is neither a number, an amount, a duration, a date nor a time such as `09:00 GMT+8`",
            help: "quote it where a text is meant"
        )
        return nil
    }
}

extension DocumentNode {
    fileprivate var isQuoted: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.style != .plain
    }
}
