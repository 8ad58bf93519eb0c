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
            self.places.conditions[node.range] = ConditionText(
                text: word.text,
                places: places,
                outline: OutlineReader.outline(
                    of: word.text,
                    constants: constants.map { ($0.name.text, $0.value, $0.type) }
                )
            )
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
    private mutating func scope(own: (type: ExpressionType, longest: Int)?) -> ExpressionScope {
        let shared: ExpressionScope
        // Names are all known before conditions are read, and the same for all of a part.
        if let known = scopes[current], known.slots == slots.count {
            shared = known.scope
        } else {
            shared = sharedScope()
            scopes[current] = (slots.count, shared)
        }
        guard let own else { return shared }
        return shared.adding("value", at: slots.count, own.type, longest: own.longest)
    }

    private func sharedScope() -> ExpressionScope {
        var names: [(name: String, type: ExpressionType)] = []
        var lengths: [String: Int] = [:]
        for (index, slot) in slots.enumerated() {
            // Who signs in reads what the account has, which belongs to the flow itself.
            guard slot.part == current || slotByName[slot.draft.name.text] == index else {
                names.append(("", .null))
                continue
            }
            let type = expressionType(of: slot.draft)
            // What can't be read keeps its place under a name that no expression can contain.
            names.append((type == nil ? "" : slot.draft.name.text, type ?? .null))
            lengths[slot.draft.name.text] = longest(slot.draft)
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
    /// A record of a list has no entry for a secret. What could not be read fits everywhere.
    func expressionType(of draft: FieldDraft) -> ExpressionType? {
        guard let kind = draft.kind else { return .nothing }
        guard kind == .list else { return kind.expressionType }
        var members: [String: ExpressionType] = [:]
        for inner in draft.inner where inner.kind != .secret {
            members[inner.name.text] = expressionType(of: inner)
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
            let place =
                expression.unguardedReads.first { $0.slot == slot }?.range
                ?? expression.source.firstWord(name.text)
            return secretRead(name, at: place.map { places.range($0) } ?? node.range)
        }
    }

    /// A record of a list leaves its secrets out, so that conditions don't know them.
    private func recordSecret(_ name: String) -> Word? {
        let records = slots.filter { $0.draft.kind == .list }.flatMap(\.draft.inner)
        return records.first { $0.kind == .secret && $0.name.text == name }?.name
    }

    func secretRead(_ secret: Word, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "E41",
            at: range,
            "the secret `\(secret.text)` can't be read here",
            notes: ["a secret is read by its own rules only, as `value`"],
            help: "write what the secret must meet as a rule of its own",
            related: [.init(range: secret.range, label: "the secret")]
        )
    }

    private func diagnostic(
        of problem: ExpressionProblem,
        text: String,
        _ places: ScalarPlaces
    ) -> Diagnostic {
        let range = places.range(problem.range)
        let bytes = Array(text.utf8)
        let part = problem.range.clamped(to: 0..<bytes.count)
        let name = String(decoding: bytes[part], as: UTF8.self)
        let fix = problem.suggestion.flatMap { Fix.respelling(name.unquoted, at: range, as: $0) }
        let place = problem.suggestion.flatMap { slotByName[$0] }.map { slots[$0].place }
        if problem.kind == .unknownName {
            if let slot = slotByName[name], let kind = slots[slot].draft.kind {
                return Diagnostic(
                    "E11",
                    at: range,
                    "`\(name)` is a \(kind.rawValue), which no condition can read",
                    help: "take it out of the condition",
                    related: [.init(range: slots[slot].place, label: "the field")]
                )
            }
            if let secret = recordSecret(name) { return secretRead(secret, at: range) }
            if let inner = inner(name) {
                return Diagnostic(
                    "E11",
                    at: range,
                    inner.message,
                    notes: [InnerName.note],
                    help: inner.help
                )
            }
            if name == "value" {
                return Diagnostic(
                    "E11",
                    at: range,
                    "`value` is known in the rules of a field only",
                    help: "write the field's name"
                )
            }
        }
        let known =
            "conditions know the flow's fields, inputs and constants, and what its effects give"
        return Diagnostic(
            problem.code,
            at: range,
            problem.message,
            help: problem.help ?? (problem.kind == .unknownName ? known : nil),
            related: place.map { [.init(range: $0, label: "was this meant?")] } ?? [],
            fix: fix
        )
    }
}

extension String {
    /// Without the quotes of a text that is written out.
    fileprivate var unquoted: String {
        guard count > 1, let first, first == last, first == "'" || first == "\"" else {
            return self
        }
        return String(dropFirst().dropLast())
    }

    /// Where a word stands first: byte offsets into the UTF-8.
    fileprivate func firstWord(_ word: String) -> Range<Int>? {
        let bytes = Array(utf8)
        let name = Array(word.utf8)
        let isPart = { (byte: UInt8) in
            byte == UInt8(ascii: "_") || (48...57).contains(byte) || (97...122).contains(byte)
        }
        return bytes.indices.lazy.map { $0..<$0 + name.count }.first { range in
            range.upperBound <= bytes.count && bytes[range].elementsEqual(name)
                && !(range.lowerBound > 0 && isPart(bytes[range.lowerBound - 1]))
                && !(range.upperBound < bytes.count && isPart(bytes[range.upperBound]))
        }
    }
}
