import Expressions
import Flows
import Localization

/// Values of fields as people read and edit them.
extension FieldScreens {
    /// A value as it is read.
    func shown(_ value: FieldValue, of field: FieldDefinition, keyPath: String) -> String? {
        switch value {
        case .text(let text):
            if case .choice(let options) = field.type {
                let option = OptionKeys.option(text, among: options)
                return builder.option(option, keyPath: keyPath, in: words.language) {
                    words.value($0)
                }.text
            }
            return arguments.shown(text, of: field)
        case .bool(let isTrue):
            return yesNo(isTrue ? "true" : "false", keyPath: keyPath).words.text
        case .integer(let number): return words.formats?.number(number)
        case .money(let money):
            return words.formats?.money(
                tenThousandths: money.tenThousandths,
                currency: money.currency
            )
        case .date(let day):
            return words.formats?.date(milliseconds: day, style: .long, zone: "UTC")
        case .consent(let consent):
            return words.required(
                ["answer.accepted"],
                [
                    "version": .integer(Int64(consent.version)),
                    "at": .time(milliseconds: consent.at),
                ]
            ).text
        case .sealed: return words.required("answer.kept").text
        case .passed: return words.required("answer.passed").text
        case .files(let files):
            guard !files.isEmpty else { return nil }
            return words.required(["answer.files"], ["count": .integer(Int64(files.count))]).text
        case .list: return nil
        }
    }

    /// A value as it may be typed again.
    func editable(
        _ value: FieldValue,
        of field: FieldDefinition,
        shown: String?
    ) -> String? {
        switch value {
        case .text(let text):
            switch field.type {
            case .choice, .country: text
            default: shown
            }
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .integer(let number): String(number)
        case .date: shown
        case .money, .consent, .sealed, .passed, .list, .files: nil
        }
    }
}

extension FieldValue {
    /// A record of a list value, or `nil` where there is none.
    func record(_ index: Int) -> [FieldValue?]? {
        guard case .list(let items) = self, items.indices.contains(index) else { return nil }
        return items[index]
    }
}
