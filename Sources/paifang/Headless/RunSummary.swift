import Documents
import Expressions
import Flows
import Localization
import Screens
import Sessions

/// What a finished run says: never a secret, and personal data only as a mark.
struct RunSummary {
    let walk: Walk

    /// What stands for a personal value.
    private static let mask = "•••"

    /// The values that may be named, in slot order: no secrets, no proofs.
    private var values: [(name: String, text: String?)] {
        zip(walk.definition.fields, walk.state.fields).compactMap { field, value in
            guard let value = value ?? field.defaultValue else { return nil }
            if field.isPersonal { return (field.name.text, Self.mask) }
            switch value {
            case .text(let text): return (field.name.text, text)
            case .bool(let isTrue): return (field.name.text, isTrue ? "true" : "false")
            case .integer(let number): return (field.name.text, String(number))
            case .money(let money): return (field.name.text, "\(money)")
            case .consent(let consent):
                return (field.name.text, "\(consent.document) \(consent.version) \(consent.locale)")
            case .date, .list, .sealed, .passed: return nil
            }
        }
    }

    /// One JSON document.
    var json: String {
        let fields = values.map { JSONValue.Member($0.name, .optional($0.text)) }
        return JSONWriter.compact(
            .object([
                .init("schema", 1),
                .init("flow", .string(walk.definition.name.text)),
                .init("outcome", .optional(walk.state.outcome?.text)),
                .init("session", .string(walk.sessionID.text)),
                .init("fields", .object(fields)),
            ]))
    }

    /// Lines for a person, in the language of the walk.
    var text: String {
        let screen = walk.screen
        var lines = ["\(screen.flowTitle.text): \(screen.title.text)"]
        if let intro = screen.intro { lines += ["", intro.text] }
        lines += ["", "flow \(walk.definition.name)  outcome \(walk.state.outcome?.text ?? "-")"]
        lines += ["session \(walk.sessionID)"]
        lines += values.map { "  \($0.name): \($0.text ?? "")" }
        return lines.joined(separator: "\n")
    }
}
