import Documents
import Flows
import Localization
import Screens

/// What must be so after an entry.
extension ScenarioReader {
    mutating func expectations(_ node: DocumentNode) -> [Expectation] {
        guard findings.keys(of: node, .expectation) != nil, let entries = node.entries else {
            return []
        }
        if entries.isEmpty { findings.report("E38", at: node.range, "`then` expects nothing") }
        return entries.flatMap { expectations($0.key, $0.value) }
    }

    private mutating func expectations(_ key: String, _ node: DocumentNode) -> [Expectation] {
        switch key {
        case "at": return one(step(node).map { .at($0) }, node)
        case "sent": return one(sent(node), node)
        case "refused":
            if node.text == "false" { return one(.refused(nil), node) }
            let reasons = FlowVocabulary.refusals
            let word = findings.choice(node, "a reason of a refusal", of: reasons)
            return one(word.map { .refused($0.text) }, node)
        case "ready_in":
            guard let word = findings.word(node, "`ready_in`") else { return [] }
            return one(findings.duration(word).map { .readyIn($0) }, node)
        case "left": return left(node)
        case "can": return can(node)
        case "errors": return errors(node)
        case "ended":
            if node.text == "false" { return one(.ended(nil), node) }
            let word = findings.choice(node, "an outcome", of: vocabulary.outcomes)
            return one(word.map { .ended(OutcomeName($0.text)) }, node)
        case "fields": return fields(node)
        case "shows": return shows(node)
        // Reported already.
        default: return []
        }
    }

    private func one(_ kind: Expectation.Kind?, _ node: DocumentNode) -> [Expectation] {
        kind.map { [Expectation($0, at: node.range)] } ?? []
    }

    private mutating func sent(_ node: DocumentNode) -> Expectation.Kind? {
        var letters: [String] = []
        for item in node.items ?? [node] {
            let word = findings.choice(item, "a letter of the flow", of: vocabulary.letters)
            guard let word else { return nil }
            letters.append(word.text)
        }
        return .sent(letters)
    }

    private mutating func left(_ node: DocumentNode) -> [Expectation] {
        (findings.entries(of: node, "`left`") ?? []).flatMap { entry -> [Expectation] in
            guard known(entry, "a button", among: vocabulary.buttons),
                let count = findings.integer(entry.value, "what is left", in: 0...1_000_000)
            else { return [] }
            return one(.left(EventName(entry.key), count), entry.value)
        }
    }

    /// A list of what can be done, or a mapping that says of each whether it can.
    private mutating func can(_ node: DocumentNode) -> [Expectation] {
        let buttons = vocabulary.buttons + ["back"]
        if let entries = node.entries {
            return entries.flatMap { entry -> [Expectation] in
                guard known(entry, "a button", among: buttons),
                    let isPossible = findings.bool(entry.value, "whether it can be pressed")
                else { return [] }
                return one(can(entry.key, isPossible), entry.value)
            }
        }
        return (node.items ?? [node]).flatMap { item -> [Expectation] in
            guard let word = findings.choice(item, "a button", of: buttons) else { return [] }
            return one(can(word.text, true), item)
        }
    }

    private func can(_ name: String, _ isPossible: Bool) -> Expectation.Kind {
        name == "back" ? .canGoBack(isPossible) : .can(EventName(name), isPossible)
    }

    private mutating func errors(_ node: DocumentNode) -> [Expectation] {
        guard let entries = findings.entries(of: node, "`errors`") else { return [] }
        if entries.isEmpty { return one(.noErrors, node) }
        return entries.flatMap { entry -> [Expectation] in
            guard known(entry, "asked by \(flow.name)", among: vocabulary.asked, "E13"),
                let field = flow.field(FieldName(entry.key))
            else { return [] }
            guard case .list(let parts, let count) = field.type, let items = entry.value.items,
                items.contains(where: { $0.entries != nil })
            else { return error(entry.value, at: AnswerPath(field.name), of: field, in: nil) }
            return items.prefix(count).enumerated().flatMap { index, item in
                errors(item, ofRecord: index, of: field, parts: parts)
            }
        }
    }

    private mutating func errors(
        _ node: DocumentNode,
        ofRecord index: Int,
        of field: FieldDefinition,
        parts: [FieldDefinition]
    ) -> [Expectation] {
        (findings.entries(of: node, "a record") ?? []).flatMap { entry -> [Expectation] in
            let names = parts.map(\.name.text)
            guard known(entry, "asked in `\(field.name)`", among: names, "E13"),
                let part = parts.first(where: { $0.name.text == entry.key })
            else { return [] }
            let path = AnswerPath(field.name, item: ItemPath(index: index, field: part.name))
            return error(entry.value, at: path, of: part, in: field)
        }
    }

    private mutating func error(
        _ node: DocumentNode,
        at path: AnswerPath,
        of field: FieldDefinition,
        in list: FieldDefinition?
    ) -> [Expectation] {
        let names = vocabulary.problems(of: field, in: list)
        var reasons: [String] = []
        for item in node.items ?? [node] {
            guard let word = findings.word(item, "a problem") else { return [] }
            guard names.contains(word.text) else {
                findings.report(
                    "E39",
                    at: word.range,
                    "`\(path.written)` can't have the problem `\(word.text)`",
                    help: suggestion(for: word.text, among: names)
                )
                return []
            }
            reasons.append(word.text)
        }
        return one(.errors(path, reasons), node)
    }

    private mutating func fields(_ node: DocumentNode) -> [Expectation] {
        (findings.entries(of: node, "`fields`") ?? []).flatMap { entry -> [Expectation] in
            guard known(entry, "a field of \(flow.name)", among: vocabulary.fields, "E13") else {
                return []
            }
            guard let text = entry.value.text else {
                findings.report(
                    "E37",
                    at: entry.value.range,
                    "the value of `\(entry.key)` must be a single value"
                )
                return []
            }
            return one(.field(FieldName(entry.key), text.isEmpty ? nil : text), entry.value)
        }
    }

    /// Texts or keys of messages; or, by language, texts.
    private mutating func shows(_ node: DocumentNode) -> [Expectation] {
        if let entries = node.entries {
            return entries.flatMap { entry -> [Expectation] in
                let tags = languages.map(\.rawValue)
                guard known(entry, "a language", among: tags),
                    let word = findings.word(entry.value, "a text")
                else { return [] }
                return one(.showsText(word.text, LanguageTag(entry.key)), entry.value)
            }
        }
        return (node.items ?? [node]).flatMap { item -> [Expectation] in
            guard let word = findings.word(item, "a text or the key of a message") else {
                return []
            }
            return one(
                messages?.pattern(for: MessageKey(word.text)) != nil
                    ? .showsMessage(word.text) : .showsText(word.text, nil),
                item
            )
        }
    }
}
