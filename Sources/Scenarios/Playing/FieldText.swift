import Expressions
import Flows

/// Values as scenarios write them.
enum FieldText {
    /// The text of a value; never that of a secret.
    static func of(_ value: FieldValue, field: FieldDefinition) -> String {
        switch value {
        case .text(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .integer(let number): String(number)
        case .money(let money): "\(money)"
        case .date(let day):
            String(ExpressionTimestamp(milliseconds: day).text.prefix { $0 != "T" })
        case .consent: "true"
        case .sealed: "kept"
        case .passed: "pass"
        case .files(let files): files.map(\.format.rawValue).joined(separator: " ")
        case .list(let items): "\(items.count) records"
        }
    }
}
