import Expressions

/// What is known about the values that a condition reads, at its place in the flow.
struct ConditionFacts {
    let flow: CheckedFlow
    /// The slots that are certainly set here.
    let certain: Set<Int>
    /// The slots that may be set here; `nil` where that is not known.
    let possible: Set<Int>?
    /// The field whose own value is called `value`.
    var own: FieldDefinition?

    /// Whether a name has a value; `nil` where it may or may not.
    func isSet(_ name: String) -> Bool? {
        guard let slot = flow.slot(name) else { return nil }
        if certain.contains(slot) { return true }
        guard let possible else { return nil }
        return possible.contains(slot) ? nil : false
    }

    /// The values that a term may have.
    func domain(of term: ConditionOutline.Term) -> ValueDomain {
        switch term.source {
        case .name(let name): field(name).map { ValueDomain(of: $0) } ?? .any
        case .size(let name): field(name).map { ValueDomain(sizeOf: $0) } ?? .any
        case .other: .any
        }
    }

    func field(_ name: String) -> FieldDefinition? {
        if name == "value" { return own }
        return flow.slot(name).map { flow.definition.fields[$0] }
    }
}

/// The values that something may have.
enum ValueDomain {
    case any
    /// One of these texts.
    case texts([String])
    /// A country's code: two capitals.
    case countries
    case integers(ClosedRange<Int64>)
    case amounts(currency: String, ClosedRange<Int64>)

    /// The values of a field.
    init(of field: FieldDefinition) {
        switch field.type {
        case .choice(let options): self = .texts(options.map(\.value))
        case .country: self = .countries
        case .integer(let minimum, let maximum): self = .integers(minimum...maximum)
        case .money(let currency, let minimum, let maximum):
            self = .amounts(currency: currency, minimum...maximum)
        case .text, .name, .email, .phone, .date, .postcode, .document, .bool, .list, .file,
            .captcha, .consent, .code, .secret:
            self = .any
        }
    }

    /// How many characters or records a field may have.
    init(sizeOf field: FieldDefinition) {
        switch field.type {
        case .list(_, let count): self = .integers(0...Int64(count))
        case .text, .name, .email, .secret: self = .integers(0...Int64(field.length.maximum))
        case .phone, .date, .country, .postcode, .document, .choice, .bool, .integer, .money,
            .file, .captcha, .consent, .code:
            self = .integers(0...Int64.max)
        }
    }

    func contains(_ value: ExpressionValue) -> Bool {
        switch (self, value) {
        case (.texts(let texts), .string(let text)): texts.contains(text)
        case (.countries, .string(let text)):
            text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
        case (.integers(let range), .int(let number)): range.contains(number)
        case (.amounts(let currency, let range), .money(let money)):
            money.currency == currency && range.contains(money.tenThousandths)
        default: true
        }
    }

    /// Whether there are no values but these, which are all in the domain.
    func isExhausted(by values: Set<ExpressionValue>) -> Bool {
        switch self {
        case .texts(let texts): texts.allSatisfy { values.contains(.string($0)) }
        case .integers(let range): isFull(range, values.count)
        case .amounts(_, let range): isFull(range, values.count)
        case .any, .countries: false
        }
    }

    /// Whether there are values between two constants, or beyond one.
    func hasValues(above lower: ExpressionValue?, below upper: ExpressionValue?) -> Bool {
        switch self {
        case .integers(let range):
            return Self.hasValues(in: range, above: lower?.number, below: upper?.number)
        case .amounts(_, let range):
            return Self.hasValues(in: range, above: lower?.number, below: upper?.number)
        case .any, .texts, .countries:
            guard let low = lower?.integer, let high = upper?.integer else { return true }
            return high > low + 1
        }
    }

    private func isFull(_ range: ClosedRange<Int64>, _ count: Int) -> Bool {
        let (width, overflows) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        return !overflows && count > width
    }

    private static func hasValues(
        in range: ClosedRange<Int64>,
        above lower: Int64?,
        below upper: Int64?
    ) -> Bool {
        let first = lower.map { $0 == .max ? .max : max($0 + 1, range.lowerBound) }
        let last = upper.map { $0 == .min ? .min : min($0 - 1, range.upperBound) }
        return (first ?? range.lowerBound) <= (last ?? range.upperBound)
    }
}

extension ExpressionValue {
    /// A whole number, or an amount in ten-thousandths.
    fileprivate var number: Int64? {
        if case .money(let money) = self { return money.tenThousandths }
        return integer
    }

    fileprivate var integer: Int64? {
        guard case .int(let number) = self else { return nil }
        return number
    }
}
