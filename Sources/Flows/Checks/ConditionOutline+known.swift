import Expressions

/// What one condition says about the others beside it.
extension ConditionOutline {
    /// Conditions that all hold, as single as they come, each without what the others say already.
    ///
    /// So `a && b` and `!(a && b && c)` leave `!c`, however long `a` and `b` are.
    static func reduced(_ conditions: [ConditionOutline]) -> [ConditionOutline] {
        var all = conditions.flatMap(\.conjuncts)
        while true {
            let known = Set(all.map(\.form))
            let reduced = all.flatMap { $0.reduced(by: known).conjuncts }
            if reduced.map(\.form) == all.map(\.form) { return all }
            all = reduced
        }
    }

    /// The conditions that all hold where this one does.
    private var conjuncts: [ConditionOutline] {
        switch self {
        case .constant(true): []
        case .every(let parts): parts.flatMap(\.conjuncts)
        case .not(.some(let parts)): parts.flatMap { ConditionOutline.not($0).conjuncts }
        case .not(.not(let inner)): inner.conjuncts
        case .constant, .failing, .not, .some, .isSet, .compare, .question: [self]
        }
    }

    /// Without the parts that are known; never of itself as a whole.
    private func reduced(by known: Set<String>) -> ConditionOutline {
        switch self {
        case .not(let inner): Self.negated(inner.reduced(by: known))
        case .every(let parts): Self.joined(parts.map { $0.part(known) }, isEvery: true)
        case .some(let parts): Self.joined(parts.map { $0.part(known) }, isEvery: false)
        case .constant, .failing, .isSet, .compare, .question: self
        }
    }

    private func part(_ known: Set<String>) -> ConditionOutline {
        if known.contains(form) { return .constant(true) }
        if known.contains(ConditionOutline.not(self).form) { return .constant(false) }
        if case .not(let inner) = self { return Self.negated(inner.part(known)) }
        return reduced(by: known)
    }

    private static func negated(_ condition: ConditionOutline) -> ConditionOutline {
        if case .constant(let holds) = condition { .constant(!holds) } else { .not(condition) }
    }

    private static func joined(_ parts: [ConditionOutline], isEvery: Bool) -> ConditionOutline {
        var left: [ConditionOutline] = []
        for part in parts {
            if case .constant(let holds) = part {
                if holds != isEvery { return .constant(holds) }
            } else {
                left.append(part)
            }
        }
        if left.isEmpty { return .constant(isEvery) }
        return left.count == 1 ? left[0] : isEvery ? .every(left) : .some(left)
    }

    /// The same text for the same condition.
    private var form: String {
        switch self {
        case .constant(let holds): holds ? "1" : "0"
        case .failing: "!"
        case .not(.not(let inner)): inner.form
        case .not(let inner): "-" + inner.form
        case .every(let parts): "(&" + parts.map(\.form).joined(separator: ",") + ")"
        case .some(let parts): "(|" + parts.map(\.form).joined(separator: ",") + ")"
        case .isSet(let name): "?" + name
        case .question(let key): "?" + key
        case .compare(let term, let comparison, let operand):
            "\(term.key) \(comparison.rawValue) \(operand.value.literal)"
        }
    }
}
