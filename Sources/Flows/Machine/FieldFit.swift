import Expressions

/// Whether a value can stand in a field at all, whatever else was answered.
extension FieldDefinition {
    /// Why a value can't stand in the field; nothing where it can.
    func misfits(_ value: FieldValue) -> [FieldProblem] {
        guard case .list(let inner, let count) = type else {
            return misfit(value).map { [FieldProblem(field: name, reason: $0)] } ?? []
        }
        guard case .list(let items) = value, items.count <= count,
            items.allSatisfy({ $0.count == inner.count })
        else { return [FieldProblem(field: name, reason: .unfit)] }
        return items.enumerated().flatMap { index, item in
            zip(inner, item).compactMap { part, value in
                guard let value, let reason = part.misfit(value) else { return nil }
                return FieldProblem(
                    field: name,
                    item: ItemPath(index: index, field: part.name),
                    reason: reason
                )
            }
        }
    }

    /// A value without what was left empty in it; `nil` where nothing is left.
    func withoutGaps(_ value: FieldValue) -> FieldValue? {
        if value == .text("") { return nil }
        guard case .list(let items) = value else { return value }
        let filled = items.map { $0.map { $0 == .text("") ? nil : $0 } }
        return filled.contains { $0.contains { $0 != nil } } ? .list(filled) : nil
    }

    /// What keeps a value from being complete: the field itself, or parts of a list's records.
    package func gaps(in value: FieldValue?) -> [FieldProblem] {
        guard case .list(let inner, let count) = type, value != nil || isRequired else {
            return value == nil && isRequired ? [FieldProblem(field: name, reason: .missing)] : []
        }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = value { items = given }
        return (0..<count).flatMap { index in
            inner.enumerated().compactMap { position, part in
                let isSet = index < items.count && items[index][position] != nil
                return isSet || !part.isRequired
                    ? nil
                    : FieldProblem(
                        field: name,
                        item: ItemPath(index: index, field: part.name),
                        reason: .missing
                    )
            }
        }
    }

    /// Whether it must be answered.
    package var isRequired: Bool { !isOptional && defaultValue == nil }

    /// Whether it proves something about one submit, and is no answer to keep.
    package var isVerdict: Bool {
        switch type {
        case .captcha, .code: true
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .list, .file, .consent, .secret:
            false
        }
    }

    private func misfit(_ value: FieldValue) -> FieldProblem.Reason? {
        let fits: Bool
        switch (type, value) {
        case (.text, .text(let text)), (.name, .text(let text)): return length.problem(with: text)
        case (.email, .text), (.phone, .text), (.country, .text), (.postcode, .text),
            (.document, .text), (.date, .date), (.bool, .bool), (.captcha, .passed),
            (.code, .passed):
            fits = true
        case (.choice(let options), .text(let chosen)):
            fits = options.contains { $0.value == chosen }
        case (.consent(let document), .consent(let consent)):
            fits = consent.document == document
        case (.secret(.check, _), .passed): fits = true
        case (.secret(.new, _), .sealed), (.secret(.relay, _), .sealed): fits = true
        case (.integer(let minimum, let maximum), .integer(let number)):
            fits = (minimum...maximum).contains(number)
        case (.money(let currency, let minimum, let maximum), .money(let money)):
            fits =
                money.currency == currency && (minimum...maximum).contains(money.tenThousandths)
        default:
            // All pairs spelled out take the compiler too long to check.
            fits = false
        }
        return fits ? nil : .unfit
    }
}

extension LengthBounds {
    fileprivate func problem(with text: String) -> FieldProblem.Reason? {
        let count = text.unicodeScalars.count
        if count > maximum {
            return .type(reason: "too_long", arguments: ["max": .integer(Int64(maximum))])
        }
        if count < minimum {
            return .type(reason: "too_short", arguments: ["min": .integer(Int64(minimum))])
        }
        return nil
    }
}

extension FieldProblem.Reason {
    /// A value of another kind, or out of bounds.
    static let unfit = FieldProblem.Reason.type(reason: "unfit", arguments: [:])
}
