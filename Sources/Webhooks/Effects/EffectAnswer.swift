import Expressions
import Flows
import Sessions

/// What a host answers to a call: `{"outcome": "done", "gives": {"account_id": "a7"}}`.
enum EffectAnswer {
    /// Reads an answer: an outcome that the effect has, with all that comes with it.
    ///
    /// What else is there is left out.
    static func read(_ bytes: [UInt8], to call: EffectCall) throws(Webhook.Failure) -> EffectResult
    {
        // words: for who runs the service
        guard case .object(let answer)? = ReadJSON.read(bytes) else {
            throw failure("the answer is no JSON object")
        }
        guard case .string(let name)? = answer["outcome"],
            let ending = call.endings.first(where: { $0.outcome.text == name })
        else { throw failure("the answer names none of the outcomes") }
        var given: [String: ReadJSON] = [:]
        if case .object(let object)? = answer["gives"] { given = object }
        var gives: [FieldName: FieldValue] = [:]
        for field in ending.gives {
            guard let value = given[field.name.text].flatMap({ value($0, of: field) }),
                field.canHold(value)
            else { throw failure("what the answer gives as `\(field.name)` does not fit") }
            gives[field.name] = value
        }
        return EffectResult(ending.outcome, gives: gives)
    }

    private static func failure(_ reason: String) -> Webhook.Failure {
        Webhook.Failure(reason: reason, isTemporary: false)
    }

    /// A value as flow files and scenarios write it; `nil` where it is none of the type.
    private static func value(_ json: ReadJSON, of field: FieldDefinition) -> FieldValue? {
        switch (field.type, json) {
        case (.bool, .bool(let isTrue)): .bool(isTrue)
        case (.integer, .integer(let number)): .integer(number)
        case (.money, .string(let text)): Money(text).map { .money($0) }
        case (.date, .string(let text)):
            // A day alone; the hours of a moment would be lost without a word.
            text.utf8.count == 10
                ? ExpressionTimestamp(text: text + "T00:00:00Z").map {
                    .date(milliseconds: $0.milliseconds)
                } : nil
        case (.country, .string(let text)):
            text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
                ? .text(text) : nil
        case (.choice(let options), .string(let text)):
            options.contains { $0.value == text } ? .text(text) : nil
        case (.text, .string(let text)), (.name, .string(let text)), (.email, .string(let text)),
            (.phone, .string(let text)):
            text.isEmpty || text.unicodeScalars.contains(where: isControl) ? nil : .text(text)
        case (.bool, _), (.integer, _), (.money, _), (.date, _), (.country, _), (.text, _),
            (.name, _), (.email, _), (.phone, _), (.postcode, _), (.document, _), (.choice, _),
            (.list, _), (.file, _), (.captcha, _), (.consent, _), (.code, _), (.secret, _):
            nil
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
