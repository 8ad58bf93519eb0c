import Documents
import Expressions

/// Conditions: which names they may read, and where their mistakes stand.
extension FlowReader {
    /// Reads a condition; `own` is the field whose rule it is, which the rule calls `value`.
    ///
    /// It is structural where a way between steps is missing without it.
    mutating func condition(
        _ node: DocumentNode,
        own: FieldDraft? = nil,
        isStructural: Bool = true
    ) -> Condition? {
        guard let word = findings.word(node, "a condition") else { return nil }
        let places = ScalarPlaces(node, in: sources[node.range.file] ?? source)
        let value = own.map { (expressionType(of: $0) ?? .string, longest($0)) }
        do {
            let expression = try CompiledExpression.compile(
                word.text,
                scope: scope(own: value),
                expecting: .bool
            )
            let secrets = secretReads(of: expression, node, places)
            for finding in secrets { findings.add(finding, isStructural: isStructural) }
            conditionTexts[node.range] = ConditionText(text: word.text, places: places)
            return secrets.isEmpty ? Condition(expression: expression, range: node.range) : nil
        } catch {
            for problem in error.problems {
                findings.add(
                    diagnostic(of: problem, text: word.text, places),
                    isStructural: isStructural
                )
            }
            return nil
        }
    }

    /// All readable slots by name, `value` behind them, and the constants.
    private func scope(own: (type: ExpressionType, longest: Int)?) -> ExpressionScope {
        var names: [(name: String, type: ExpressionType)] = []
        var lengths: [String: Int] = [:]
        for slot in slots {
            guard slot.part == current else {
                names.append(("", .null))
                continue
            }
            // A field whose type could not be read counts as a text, so that more can be checked.
            let type = slot.draft.kind == nil ? .string : expressionType(of: slot.draft)
            // What can't be read keeps its place under a name that no expression can contain.
            names.append((type == nil ? "" : slot.draft.name.text, type ?? .null))
            lengths[slot.draft.name.text] = longest(slot.draft)
        }
        if let own {
            names.append(("value", own.type))
            lengths["value"] = own.longest
        }
        return ExpressionScope(
            names: names,
            constants: part.constants.map { ($0.name.text, $0.value, $0.type) },
            lengths: lengths
        )
    }

    /// The longest that a field's value may be: scalars of a text, records of a list.
    func longest(_ draft: FieldDraft) -> Int {
        switch draft.kind {
        case .list: draft["count"]?.text.flatMap { Int($0) } ?? ExpressionLimits.assumedListLength
        case .country: 2
        default:
            draft["length"]?["max"]?.text.flatMap { Int($0) }
                ?? (draft.kind ?? .text).defaultLength.maximum
        }
    }

    /// The type of a field in expressions; `nil` for what can't be read.
    ///
    /// A record of a list has no entry for a secret.
    func expressionType(of draft: FieldDraft) -> ExpressionType? {
        guard draft.kind == .list else { return draft.kind?.expressionType }
        var members: [String: ExpressionType] = [:]
        for inner in draft.inner where inner.kind != .secret {
            members[inner.name.text] = inner.kind?.expressionType
        }
        return .list(.record(members))
    }

    /// A secret may be read as `value`, in its own rules, and nowhere else.
    private func secretReads(
        of expression: CompiledExpression,
        _ node: DocumentNode,
        _ places: ScalarPlaces
    ) -> [Diagnostic] {
        expression.reads.sorted().compactMap { slot in
            guard slot < slots.count, slots[slot].draft.kind == .secret else { return nil }
            let name = slots[slot].draft.name
            let place = expression.unguardedReads.first { $0.slot == slot }
            return Diagnostic(
                "E41",
                at: place.map { places.range($0.range) } ?? node.range,
                "the secret `\(name.text)` can't be read here",
                notes: ["a secret is read by its own rules only, as `value`"],
                related: [.init(range: name.range, label: "the secret")]
            )
        }
    }

    private func diagnostic(
        of problem: ExpressionProblem,
        text: String,
        _ places: ScalarPlaces
    ) -> Diagnostic {
        let range = places.range(problem.range)
        if problem.kind == .unknownName {
            let bytes = Array(text.utf8)
            let part = problem.range.clamped(to: 0..<bytes.count)
            let name = String(decoding: bytes[part], as: UTF8.self)
            if let slot = slotByName[name], let kind = slots[slot].draft.kind {
                return Diagnostic(
                    "E11",
                    at: range,
                    "`\(name)` is a \(kind.rawValue), which can't be read"
                )
            }
            if name == "value" {
                return Diagnostic(
                    "E11",
                    at: range,
                    "`value` is known in the rules of a field only"
                )
            }
        }
        return Diagnostic(
            problem.code,
            at: range,
            problem.message,
            help: problem.suggestion.map { "did you mean `\($0)`?" }
        )
    }
}
