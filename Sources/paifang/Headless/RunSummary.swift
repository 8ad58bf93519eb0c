import Documents
import Expressions
import Flows
import Foundation
import Localization
import Screens
import Sessions

/// What a finished run says: never a secret, and personal data only as a mark.
struct RunSummary {
    let walk: Walk
    let catalogs: Catalogs

    /// What stands for a personal value.
    private static let mask = "•••"

    /// The values that may be named, in slot order: no secrets, no proofs.
    private var values: [(name: String, value: JSONValue)] {
        zip(walk.definition.fields, walk.state.fields).compactMap { field, value in
            guard let value = value ?? field.defaultValue, let shown = Self.shown(value) else {
                return nil
            }
            return (field.name.text, field.isPersonal ? .string(Self.mask) : shown)
        }
    }

    /// A value as a program reads it; `nil` for what nobody may read.
    private static func shown(_ value: FieldValue) -> JSONValue? {
        switch value {
        case .text(let text): .string(text)
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number): Int(exactly: number).map { .integer($0) }
        case .money(let money): .string("\(money)")
        case .date(let day):
            .string(
                Date(timeIntervalSince1970: Double(day) / 1000)
                    .formatted(.iso8601.year().month().day())
            )
        case .consent(let consent):
            .string("\(consent.document) \(consent.version) \(consent.locale)")
        // The records hold secrets, or references to them.
        case .list: .string(mask)
        // Whatever it shows, a picture is nothing for a report.
        case .files: .string(mask)
        case .sealed, .passed: nil
        }
    }

    /// One JSON document.
    var json: String {
        let fields = values.map { JSONValue.Member($0.name, $0.value) }
        return JSONWriter.compact([
            "schema": 1, "flow": .string(walk.definition.name.text),
            "outcome": .optional(walk.state.outcome?.text),
            "session": .string(walk.sessionID.text), "fields": .object(fields),
        ])
    }

    /// Lines for a person, the words in the language of the walk.
    var text: String {
        let screen = walk.screen
        let words = PublicWords(of: walk.definition, catalogs: catalogs)
        var lines = ["\(screen.flowTitle.text): \(words.title(of: screen))"]
        if let intro = screen.intro.flatMap(words.text) {
            lines += [""] + intro.split(whereSeparator: \.isNewline).map(String.init)
        }
        lines += ["", "flow \(walk.definition.name)  outcome \(walk.state.outcome?.text ?? "-")"]
        lines += ["session \(walk.sessionID)"]
        for (name, value) in values {
            if case .string(let text) = value {
                lines.append("  \(name): \(text)")
            } else {
                lines.append("  \(name): \(JSONWriter.compact(value))")
            }
        }
        return lines.map(VisibleText.escaping).joined(separator: "\n")
    }
}
