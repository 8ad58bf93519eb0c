import Expressions

/// Whether a value can stand in a field at all, whatever else was answered.
extension FieldPlan {
    /// Why a value can't stand in the field; nothing where it can.
    func misfits(_ value: FieldValue) -> [FieldProblem] {
        guard case .list(_, let count) = type else {
            guard let reason = misfit(value) else { return [] }
            return [FieldProblem(field: name, reason: reason)]
        }
        guard case .list(let items) = value, items.count <= count,
            items.allSatisfy({ $0.count == parts.count })
        else { return [FieldProblem(field: name, reason: .unfit)] }
        var found: [FieldProblem] = []
        for (index, item) in items.enumerated() {
            for (position, part) in parts.enumerated() {
                guard let value = item[position], let reason = part.misfit(value) else { continue }
                let path = ItemPath(index: index, field: part.name)
                found.append(FieldProblem(field: name, item: path, reason: reason))
            }
        }
        return found
    }

    /// Takes out of a value what was left empty in it; `nil` remains where nothing is left.
    func dropGaps(in value: inout FieldValue?) {
        guard case .list(let items)? = value else {
            if value?.isEmptyText == true || isOptional && value == .files([]) { value = nil }
            return
        }
        var isAnythingLeft = false
        var isAnythingEmpty = false
        for item in items {
            for case let part? in item {
                if part.isEmptyText { isAnythingEmpty = true } else { isAnythingLeft = true }
            }
        }
        if !isAnythingLeft {
            value = nil
        } else if isAnythingEmpty {
            value = .list(items.map { $0.map { $0?.isEmptyText == true ? nil : $0 } })
        }
    }

    /// Whether nothing is missing in a value.
    func isWhole(_ value: FieldValue?) -> Bool {
        if hasParts { return gaps(in: value).isEmpty }
        return value != nil || !isRequired
    }

    /// What keeps a value from being complete: the field itself, or parts of a list's records.
    func gaps(in value: FieldValue?) -> [FieldProblem] {
        if case .file(let bounds) = type, case .files(let files)? = value, !files.isEmpty {
            guard files.count < bounds.atLeast else { return [] }
            let least = ["min": ProblemArgument.integer(Int64(bounds.atLeast))]
            return [
                FieldProblem(field: name, reason: .type(reason: "too_few", arguments: least))
            ]
        }
        guard case .list(_, let count) = type, value != nil || isRequired else {
            let isEmpty = value == nil || value == .files([])
            return isEmpty && isRequired ? [FieldProblem(field: name, reason: .missing)] : []
        }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = value { items = given }
        var gaps: [FieldProblem] = []
        for index in 0..<count {
            for (position, part) in parts.enumerated() where part.isRequired {
                if index < items.count, items[index][position] != nil { continue }
                let path = ItemPath(index: index, field: part.name)
                gaps.append(FieldProblem(field: name, item: path, reason: .missing))
            }
        }
        return gaps
    }

    private func misfit(_ value: FieldValue) -> FieldProblem.Reason? {
        let fits: Bool
        switch type {
        case .text, .name:
            guard case .text(let text) = value else { return .unfit }
            return length.problem(with: text)
        case .email, .phone, .country, .postcode, .document:
            fits = if case .text = value { true } else { false }
        case .choice(let options):
            guard case .text(let chosen) = value else { return .unfit }
            fits = options.indices.contains { options[$0].value == chosen }
        case .date: fits = if case .date = value { true } else { false }
        case .bool: fits = if case .bool = value { true } else { false }
        case .captcha, .code, .secret(.check, _):
            fits = if case .passed = value { true } else { false }
        case .secret(.new, _), .secret(.relay, _):
            fits = if case .sealed = value { true } else { false }
        case .consent(let document):
            guard case .consent(let consent) = value else { return .unfit }
            fits = consent.document == document
        case .integer(let minimum, let maximum):
            guard case .integer(let number) = value else { return .unfit }
            fits = (minimum...maximum).contains(number)
        case .money(let currency, let minimum, let maximum):
            guard case .money(let money) = value else { return .unfit }
            fits =
                money.currency == currency && (minimum...maximum).contains(money.tenThousandths)
        case .file(let bounds):
            guard case .files(let files) = value else { return .unfit }
            if files.count > bounds.atMost {
                return .type(
                    reason: "too_many",
                    arguments: ["max": .integer(Int64(bounds.atMost))]
                )
            }
            fits = files.allSatisfy {
                bounds.formats.contains($0.format) && $0.size <= bounds.bytes
            }
        case .list: fits = false
        }
        return fits ? nil : .unfit
    }
}

extension FieldDefinition {
    /// Whether a value can stand in the field at all, whatever else was answered.
    public func canHold(_ value: FieldValue) -> Bool { FieldPlan(self).misfits(value).isEmpty }
}

extension FieldValue {
    fileprivate var isEmptyText: Bool {
        if case .text(let text) = self { text.isEmpty } else { false }
    }
}

extension LengthBounds {
    fileprivate func problem(with text: String) -> FieldProblem.Reason? {
        // A scalar has one to four bytes, so most texts need not be counted.
        let bytes = text.utf8.count
        if bytes <= maximum, (bytes + 3) / 4 >= minimum { return nil }
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
