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

    /// Reads the flow's own constants, and adds those that all flows share.
    mutating func readConstants(_ node: DocumentNode?) {
        for constant in node.map({ findings.constants($0) }) ?? [] {
            if let slot = slotByName[constant.name.text] {
                refuse(constant.name, "a field", at: slots[slot].place)
            } else if let shared = declarations.constants[constant.name.text] {
                refuse(constant.name, "a constant of all flows", at: shared.name.range)
            } else {
                constants.append(constant)
            }
        }
        for (name, constant) in declarations.constants.sorted(by: { $0.key < $1.key }) {
            if let slot = slotByName[name] {
                findings.report(
                    "E01",
                    at: slots[slot].place,
                    "`\(name)` is a constant of all flows already",
                    help: "choose another name for the field",
                    related: [.init(range: constant.name.range, label: "the constant")]
                )
            } else {
                constants.append(constant)
            }
        }
    }

    private mutating func refuse(_ name: Word, _ other: String, at place: SourceRange) {
        findings.report(
            "E01",
            at: name.range,
            "`\(name.text)` is \(other) already",
            help: "choose another name for the constant",
            related: [
                .init(range: place, label: other.replacing("a ", with: "the ", maxReplacements: 1))
            ]
        )
    }
}

extension Findings {
    /// Reads constants; what an unquoted value looks like decides its type, a quoted one is a text.
    mutating func constants(_ node: DocumentNode) -> [FlowReader.Constant] {
        var constants: [FlowReader.Constant] = []
        for entry in entries(of: node, "`constants`") ?? [] {
            let name = Word(text: entry.key, range: entry.keyRange)
            guard isName(name, "a constant"), let word = word(entry.value, "a constant"),
                let constant = constant(name, word, isQuoted: entry.value.isQuoted)
            else { continue }
            constants.append(constant)
        }
        return constants
    }

    private mutating func constant(
        _ name: Word,
        _ word: Word,
        isQuoted: Bool
    ) -> FlowReader.Constant? {
        let text = word.text
        let begins = text.utf8.first.map { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        if isQuoted || begins != true {
            if !isQuoted, text == "true" || text == "false" {
                report(
                    "E39",
                    at: word.range,
                    "a constant can't be `\(text)`",
                    help: "quote it where the text is meant"
                )
                return nil
            }
            return FlowReader.Constant(
                name: name,
                value: .string(text),
                type: .string,
                printed: .text(text)
            )
        }
        if let number = Int64(text) {
            return FlowReader.Constant(
                name: name,
                value: .int(number),
                type: .int,
                printed: .integer(number)
            )
        }
        if let money = Money(text) {
            return FlowReader.Constant(
                name: name,
                value: .money(money),
                type: .money,
                printed: .money(money)
            )
        }
        if let day = CalendarDate.milliseconds(text) {
            return FlowReader.Constant(
                name: name,
                value: .timestamp(ExpressionTimestamp(milliseconds: day)),
                type: .timestamp,
                printed: .date(milliseconds: day)
            )
        }
        if case .success(let milliseconds) = DurationText.milliseconds(text) {
            return FlowReader.Constant(
                name: name,
                value: .duration(.milliseconds(milliseconds)),
                type: .duration,
                printed: nil
            )
        }
        if let time = TimeOfDay(text) {
            // No condition is about a time of day of another place: it reads what is written.
            return FlowReader.Constant(
                name: name,
                value: .string(text),
                type: .string,
                printed: .text(text),
                time: time
            )
        }
        report(
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
