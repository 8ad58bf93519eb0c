import Documents
import Expressions

/// What each field of a flow is, with the names in its declaration resolved.
extension FlowReader {
    /// The definition of a slot; a plain text where its type could not be read.
    mutating func definition(of slot: Int) -> FieldDefinition {
        let draft = slots[slot].draft
        // What a caller hands over is given, as far as the whole flow knows.
        let isHandedOver = current > 0 && slots[slot].origin == .input
        var field = common(draft, origin: isHandedOver ? .given : slots[slot].origin)
        field.name = FieldName(part.prefix + draft.name.text)
        if accountSlots.contains(slot) { field.isOptional = !isAlwaysThere(draft) }
        // What the flow itself names is shown at its own place in the flow.
        field.range = slots[slot].place
        field.prefill = reference("prefill", of: draft)
        field.offer = reference("offer", of: draft)
        field.unlike = unlike(of: draft)
        return field
    }

    /// The definition of a field of a list's records.
    mutating func recordField(_ draft: FieldDraft) -> FieldDefinition {
        common(draft, origin: .asked)
    }

    private mutating func common(
        _ draft: FieldDraft,
        origin: FieldDefinition.Origin
    ) -> FieldDefinition {
        let kind = draft.kind ?? .text
        var field = FieldDefinition(
            name: FieldName(draft.name.text),
            type: draft.kind == nil ? .text : type(of: draft),
            origin: origin,
            length: length(of: draft) ?? kind.defaultLength,
            range: draft.name.range
        )
        field.isAccountField = draft.isAccountField
        if let node = draft["optional"] {
            field.isOptional = findings.bool(node, "`optional`") ?? false
        }
        if let node = draft["privacy"] {
            field.isPersonal = findings.choice(node, "`privacy`", of: ["personal"]) != nil
        }
        if let node = draft["set"] {
            field.isSetOnce = findings.choice(node, "`set`", of: ["once"]) != nil
        }
        if let node = draft["suggest"] {
            field.suggestion = findings.choice(node, "`suggest`", of: ["latin"])
                .flatMap { FieldDefinition.Suggestion(rawValue: $0.text) }
        }
        if let node = draft["default"] { field.defaultValue = defaultValue(node, of: field.type) }
        for rule in draft.rules {
            if let condition = condition(rule.value, own: draft, isStructural: false) {
                field.rules.append(
                    FieldRule(name: rule.key, condition: condition, range: rule.keyRange)
                )
            }
        }
        return field
    }

    mutating func type(of draft: FieldDraft) -> FieldType {
        switch draft.kind ?? .text {
        case .text: .text
        case .name: .name
        case .email: .email
        case .date: .date
        case .country: .country
        case .bool: .bool
        case .captcha: .captcha
        case .phone:
            .phone(
                line(of: draft),
                country: draft["country"].flatMap { _ in
                    named("country", of: draft, kind: .country)
                }
            )
        case .postcode: .postcode(country: named("country", of: draft, kind: .country) ?? 0)
        case .document:
            .document(
                country: named("country", of: draft, kind: .country) ?? 0,
                kind: named("kind", of: draft, kind: .choice) ?? 0
            )
        case .choice: .choice(options(of: draft))
        case .integer: integerType(of: draft)
        case .money: moneyType(of: draft)
        case .list: listType(of: draft)
        case .consent: .consent(document: documentName(of: draft))
        case .secret: secretType(of: draft)
        case .code: codeType(of: draft)
        case .file: .file(fileBounds(of: draft))
        }
    }

    /// The slot that a key of a declaration names, where that is a field of the type it must be.
    private mutating func named(_ key: String, of draft: FieldDraft, kind: FieldKind) -> Int? {
        guard let node = draft[key] else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the field `\(draft.name.text)` needs the key `\(key)`",
                help: "add `\(key): <field of type \(kind.rawValue)>`"
            )
            return nil
        }
        guard let word = findings.word(node, "`\(key)`"),
            let slot = slot(word, related: usedHere(draft))
        else { return nil }
        if let other = slots[slot].draft.kind, other != kind {
            findings.report(
                "E14",
                at: word.range,
                "`\(key)` must name a field of type `\(kind.rawValue)`; `\(word.text)` is a `\(other.rawValue)`",
                help: choices(ofType: kind),
                related: usedHere(draft)
            )
        }
        return slot
    }

    /// The slot from which a value is taken over.
    ///
    /// An account field may name another that this flow does not have: then nothing is taken over.
    private mutating func reference(_ key: String, of draft: FieldDraft) -> Int? {
        guard let node = draft[key], let word = findings.word(node, "`\(key)`") else { return nil }
        let isShared = draft.isAccountField && !draft.addedKeys.contains(key)
        if isShared, slotByName[word.text] == nil, declarations.fields[word.text] != nil {
            return nil
        }
        guard let slot = slot(word, related: usedHere(draft)) else { return nil }
        if slots[slot].draft.kind == .secret {
            findings.add(secretRead(slots[slot].draft.name, at: word.range))
        } else if let own = draft.kind, let other = slots[slot].draft.kind, own != other {
            findings.report(
                "E14",
                at: word.range,
                "`\(word.text)` is a `\(other.rawValue)` and can't stand in a `\(own.rawValue)`",
                help: "name a field of type `\(own.rawValue)`",
                related: usedHere(draft)
            )
        }
        return slot
    }

    /// For findings inside the fields file: the place in the flow from which they come.
    private func usedHere(_ draft: FieldDraft) -> [Diagnostic.Related] {
        guard draft.isAccountField, let slot = slotByName[draft.name.text] else { return [] }
        return [.init(range: slots[slot].place, label: "the flow lists the field here")]
    }

    private mutating func length(of draft: FieldDraft) -> LengthBounds? {
        guard let node = draft["length"], let keys = findings.keys(of: node, .length),
            let kind = draft.kind
        else { return nil }
        var bounds = kind.defaultLength
        if let min = keys["min"] {
            bounds.minimum = findings.integer(min, "`min`", in: 0...10_000) ?? bounds.minimum
        }
        if let max = keys["max"] {
            bounds.maximum = findings.integer(max, "`max`", in: 1...10_000) ?? bounds.maximum
        }
        if bounds.minimum > bounds.maximum {
            findings.report(
                "E35",
                at: node.range,
                "`min` is larger than `max`",
                help: keys.has("min")
                    ? "write the smaller one as `min`"
                    : "`min` is \(bounds.minimum) where nothing else is said"
            )
            return nil
        }
        return bounds
    }
}

extension FlowReader {
    /// What could be named where a field of a type is asked for.
    func choices(ofType kind: FieldKind) -> String? {
        let names = slots.filter { $0.draft.kind == kind }.map { "`\($0.draft.name.text)`" }
        guard !names.isEmpty, names.count <= 6 else { return nil }
        return "there is: \(names.joined(separator: ", "))"
    }
}
