package import Answers
package import Flows
package import Localization
package import Screens

/// Where an answer belongs: a field that a step asks, or a field of a record of a list.
package struct AnswerPlace {
    /// The field's place in the flow.
    package let slot: Int
    /// The field that the step asks.
    package let field: FieldDefinition
    /// What is really answered: the field itself, or that of the record.
    package let part: FieldDefinition
    /// The record, and the place of the part in it.
    private let item: (index: Int, position: Int)?
    /// The records as they are.
    private let items: [[FieldValue?]]

    /// Finds the place; `nil` where the present step asks nothing of this kind.
    package init?(of path: AnswerPath, in machine: FlowMachine, at state: borrowing FlowState) {
        guard let slot = machine.slot(of: path.field, askedAt: state.step) else { return nil }
        self.slot = slot
        field = machine.definition.fields[slot]
        guard let item = path.item else {
            part = field
            self.item = nil
            items = []
            return
        }
        guard case .list(let inner, let count) = field.type, (0..<count).contains(item.index),
            let position = inner.firstIndex(where: { $0.name == item.field })
        else { return nil }
        part = inner[position]
        self.item = (item.index, position)
        // Records that were answered on another device can't be seen here, so they can't be a part of an answer.
        if case .list(let given)? = state.fields[slot], !state.isHidden(slot) {
            items = given
        } else {
            items = []
        }
    }

    /// What the part's messages are found by.
    package var keyPath: String { item == nil ? field.name.text : "\(field.name).\(part.name)" }

    /// The field's whole value once this part of it is answered.
    package func whole(with value: FieldValue) -> FieldValue {
        guard let item, case .list(let inner, _) = field.type else { return value }
        var items = items
        while items.count <= item.index { items.append(inner.map { _ in nil }) }
        let old = items[item.index][item.position]
        items[item.index][item.position] = value
        if let old, old != value, !part.isSecret {
            // Another question: the hidden answer to the one before is none to this one.
            for (position, other) in inner.enumerated() where other.isSecret {
                items[item.index][position] = nil
            }
        }
        return .list(items)
    }

    /// Whether it is the answer to a question, whose words may be written in more than one way; a password may not.
    package var isAnswer: Bool { item != nil || part.check?.record != nil }

    // MARK: - Reading

    /// What a text is read in the light of, the options of a choice left out; `now` is in milliseconds since 1970.
    package func context(
        in language: LanguageTag,
        machine: FlowMachine,
        state: FlowState,
        now: Int64
    ) -> AnswerContext {
        var context = AnswerContext(language: language, today: now - now % 86_400_000)
        let text = { (slot: Int) -> String? in
            if case .text(let text)? = state.fields[slot] { text } else { nil }
        }
        switch part.type {
        case .postcode(let country): context.country = text(country)
        case .document(let country, let kind):
            context.country = text(country)
            context.documentKind = text(kind)
        case .phone(_, country: let country?): context.country = text(country)
        case .phone:
            // A number without its country's code most likely belongs where the person lives.
            context.country = machine.countrySlots.reversed().lazy.compactMap(text).first
        case .text, .name, .email, .date, .country, .choice, .bool, .integer, .money, .list,
            .file, .captcha, .consent, .code, .secret:
            break
        }
        return context
    }

    /// Options in the words of each language, as a reader may type them.
    ///
    /// One whose value itself was typed needs no words to be found.
    package func readable(
        _ options: [ChoiceOption],
        typed text: String,
        by builder: ScreenBuilder,
        in languages: [LanguageTag]
    ) -> [ReadableOption] {
        if options.contains(where: { $0.value == text }) {
            return [ReadableOption(value: text, words: text)]
        }
        return options.flatMap { option in
            languages.map { language in
                let words = builder.option(option, keyPath: keyPath, in: language)
                return ReadableOption(value: option.value, words: words.text)
            }
        }
    }

    /// What is kept of a value: of a consent, what was shown; everything else is what it was read as.
    package func accepted(
        _ value: FieldValue,
        shown documents: DocumentLibrary,
        in language: LanguageTag,
        at now: Int64
    ) -> FieldValue {
        guard case .consent(let name) = part.type, case .bool(true) = value else { return value }
        let shown = documents.document(name, in: language)
        return .consent(
            Consent(
                document: name,
                version: shown?.version ?? 0,
                at: now,
                locale: (shown?.language ?? language).rawValue
            )
        )
    }
}
