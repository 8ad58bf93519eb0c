import Expressions
public import Flows

/// Values that the host gives where nobody cares.
public enum SampleValue {
    /// A value that fits the type; `nil` for what no host gives.
    public static func of(_ field: FieldDefinition) -> FieldValue? {
        switch field.type {
        case .text, .name: .text(text(field.length))
        case .email: .text("sample@example.org")
        case .phone: .text("+420601123456")
        case .date: .date(milliseconds: 946_684_800_000)
        case .country: .text("CZ")
        case .postcode: .text("11000")
        case .document: .text("12345678")
        case .choice(let options): options.first.map { .text($0.value) }
        case .bool: .bool(false)
        case .integer(let minimum, let maximum): .integer(min(max(0, minimum), maximum))
        case .money(let currency, let minimum, let maximum):
            .money(Money(tenThousandths: min(max(0, minimum), maximum), currency: currency))
        case .list: .list([])
        case .file, .captcha, .consent, .code, .secret: nil
        }
    }

    /// A word that says what it is, where that has the length.
    private static func text(_ length: LengthBounds) -> String {
        let word = "sample"
        return (length.minimum...length.maximum).contains(word.count)
            ? word : String(repeating: "x", count: max(1, length.minimum))
    }
}
