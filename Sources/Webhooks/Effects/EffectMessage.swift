import Documents
import Expressions
import Flows
import Sessions

/// What a host is sent about a call.
///
/// It says nothing of the time or of how often it was tried: what comes under the same key is mostly the same.
enum EffectMessage {
    static func bytes(of call: EffectCall) -> [UInt8] {
        let values = call.takes.compactMap { field in
            call.values[field.name].map { JSONValue.Member(field.name.text, json($0, of: field)) }
        }
        let outcomes = call.endings.map(\.outcome).filter { $0 != OutcomeDefinition.unavailable }
        let message: JSONValue = [
            "schema": 1,
            "effect": .string(call.effect.text),
            "key": .string(call.key),
            "session": .string(call.session.text),
            "locale": .string(call.locale),
            "values": .object(values),
            "set_once": .array(
                call.takes.filter(\.isSetOnce).map { .string($0.name.text) }
            ),
            "outcomes": .array(outcomes.map { .string($0.text) }),
        ]
        return Array(JSONWriter.compact(message).utf8)
    }

    /// A value as flow files and scenarios write it.
    private static func json(_ value: FieldValue, of field: FieldDefinition) -> JSONValue {
        switch value {
        case .text(let text): return .string(text)
        case .bool(let isTrue): return .bool(isTrue)
        case .integer(let number): return .integer(Int(number))
        case .money(let money): return .string("\(money)")
        case .date(let day):
            return .string(String(ExpressionTimestamp(milliseconds: day).text.prefix { $0 != "T" }))
        case .consent(let consent):
            return [
                "document": .string(consent.document), "version": .integer(consent.version),
                "at": .string(ExpressionTimestamp(milliseconds: consent.at).text),
                "locale": .string(consent.locale),
            ]
        case .list(let items):
            guard case .list(let parts, _) = field.type else { return .array([]) }
            return .array(
                items.map { item in
                    .object(
                        zip(parts, item).compactMap { part, value in
                            value.map { JSONValue.Member(part.name.text, json($0, of: part)) }
                        }
                    )
                }
            )
        // Nobody is told a secret: its reference only tells two of them apart.
        case .sealed(let reference): return ["sealed": .string(reference.text)]
        // What is known of a picture; its bytes are for whoever reviews it.
        case .files(let files):
            return .array(
                files.map { file in
                    [
                        "file": .string(file.name), "format": .string(file.format.rawValue),
                        "size": .integer(file.size), "width": .integer(file.width),
                        "height": .integer(file.height),
                    ]
                }
            )
        case .passed: return true
        }
    }
}
