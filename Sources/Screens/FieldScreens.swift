import Expressions
import Flows
import Localization

/// Makes the fields of a screen.
struct FieldScreens {
    let builder: ScreenBuilder
    let state: FlowState
    let words: ScreenWords

    /// The fields of these slots, in order; a list gives one for each field of each record.
    func fields(of slots: [Int]) throws(MachineFailure) -> [ScreenField] {
        var fields: [ScreenField] = []
        for slot in slots {
            let field = builder.machine.definition.fields[slot]
            let value = state.fields[slot]
            guard case .list(let inner, let count) = field.type else {
                fields.append(hiding(try self.field(field, slot: slot, value: value), at: slot))
                continue
            }
            let first = fields.count
            for index in 0..<count {
                for (position, part) in inner.enumerated() {
                    let item = ItemPath(index: index, field: part.name)
                    let value = value?.record(index)?[position]
                    var made = try common(
                        part,
                        messages: words.messages.fields[slot].parts[position],
                        path: AnswerPath(field.name, item: item),
                        value: value,
                        options: options(of: part, at: position, inList: slot, record: index),
                        more: ["number": .integer(Int64(index + 1))]
                    )
                    made.isFixed = state.fixed.contains(slot)
                    fields.append(hiding(made, at: slot))
                }
            }
            if let note = clearing(of: slot), fields.indices.contains(first) {
                fields[first].notes.insert(note, at: 0)
            }
            // What is wrong with the records together stands where they begin.
            if let problem = words.input.problems[AnswerPath(field.name)],
                fields.indices.contains(first), fields[first].problem == nil
            {
                let keyPath = field.name.text
                fields[first].problem = self.problem(problem, of: field, keyPath: keyPath)
            }
        }
        return fields
    }

    private func field(
        _ field: FieldDefinition,
        slot: Int,
        value: FieldValue?
    ) throws(MachineFailure) -> ScreenField {
        var made = try common(
            field,
            messages: words.messages.fields[slot],
            path: AnswerPath(field.name),
            value: value,
            options: options(of: field),
            more: question(of: field)
        )
        made.isFixed = state.fixed.contains(slot)
        if isOfPhone(slot) { addCallingCodes(to: &made, value: value) }
        if made.rejected == nil, let note = clearing(of: slot) { made.notes.insert(note, at: 0) }
        if let offered = field.offer, !state.isHidden(offered), let known = state.fields[offered],
            case .text(let text) = known
        {
            let shown = arguments.shown(text, of: builder.machine.definition.fields[offered])
            made.offer = ScreenField.Offer(
                words: words.required(
                    words.keys(field.name, "offer") + ["answer.offer"],
                    ["value": .text(shown)]
                ),
                raw: text
            )
        }
        if field.suggestion == .latin, case .text(let text)? = value,
            let latin = LatinNames.suggestion(for: text, language: words.language)
        {
            made.suggestion = ScreenField.Offer(
                words: words.required(
                    words.keys(field.name, "suggestion") + ["answer.latin"],
                    ["value": .text(latin)]
                ),
                raw: latin
            )
        }
        if case .consent(let document) = field.type, words.input.renewed.contains(document) {
            made.notes.append(words.required("note.consent.renewed"))
        }
        return made
    }

    /// What tells the record that an answer is compared with, by the name that it has in its own flow.
    private func question(of field: FieldDefinition) -> [String: MessageArgument] {
        guard let slot = field.check?.record?.slot, let value = state.fields[slot] else {
            return [:]
        }
        let definition = builder.machine.definition
        let asked = definition.fields[slot]
        let argument = arguments.argument(value, of: asked)
        return argument.map { [definition.origin(of: asked.name.text).name: $0] } ?? [:]
    }

    /// Why an answer that was given before is asked again.
    private func clearing(of slot: Int) -> Words? {
        guard state.fields[slot] == nil, state.cleared?.contains(slot) == true else { return nil }
        return words.required("answer.cleared")
    }

    /// What was answered on a device that holds the walk no more is kept and not shown, as a secret is.
    private func hiding(_ field: ScreenField, at slot: Int) -> ScreenField {
        let isHidden = state.isHidden(slot) && field.shown != nil
        return isHidden ? field.hidden(as: words.required("answer.kept").text) : field
    }

    private func option(_ option: ChoiceOption, keyPath: String) -> ScreenField.Option {
        ScreenField.Option(
            raw: option.value,
            words: builder.option(option, keyPath: keyPath, in: words.language) {
                words.value($0)
            }
        )
    }

    /// The options that a record of a list has left; empty for everything but a choice.
    private func options(
        of part: FieldDefinition,
        at position: Int,
        inList slot: Int,
        record index: Int
    ) throws(MachineFailure) -> [ChoiceOption] {
        guard case .choice(let options) = part.type else { return [] }
        return try builder.machine.rules.options(
            of: options,
            inList: slot,
            record: index,
            part: position,
            state: state,
            now: words.now
        )
    }

    /// The options that a field offers now; empty for everything but a choice.
    private func options(of field: FieldDefinition) throws(MachineFailure) -> [ChoiceOption] {
        guard case .choice(let options) = field.type else { return [] }
        return try builder.machine.rules.options(of: options, state: state, now: words.now)
    }

    private func common(
        _ field: FieldDefinition,
        messages: FieldMessages,
        path: AnswerPath,
        value: FieldValue?,
        options: [ChoiceOption],
        more: [String: MessageArgument] = [:]
    ) -> ScreenField {
        let keyPath = messages.path
        var made = ScreenField(
            path: path,
            label: words.required(messages.label, more),
            control: control(of: field, keyPath: keyPath, options: options)
        )
        made.hint = words.optional(messages.hint, more)
        made.warning = words.optional(messages.warning, more)
        made.isOptional = field.isOptional || field.defaultValue != nil
        made.isAnswered = value != nil && value != .files([])
        if let value = value ?? field.defaultValue {
            made.shown = shown(value, of: field, keyPath: keyPath)
            made.editable = editable(value, of: field, shown: made.shown)
        }
        if let problem = words.input.problems[path] {
            made.problem = self.problem(problem, of: field, keyPath: keyPath)
        }
        made.rejected = words.input.rejected[path]
        made.notes = (words.input.notes[path] ?? []).map { note in
            words.required([note.key.rawValue], note.arguments.mapValues(words.argument))
        }
        return made
    }

    /// What is wrong with an answer.
    private func problem(
        _ problem: FieldProblem,
        of field: FieldDefinition,
        keyPath: String
    ) -> Words {
        let keys = { (reason: String) in
            ProblemKeys.keys(
                of: reason,
                at: keyPath,
                type: field.type,
                in: builder.machine.definition
            )
        }
        switch problem.reason {
        case .missing: return words.required(keys("missing"))
        case .rule(let name):
            // A rule of a list's records may be the list's own.
            return words.required(
                words.keys(FieldName(keyPath), "error.\(name)")
                    + words.keys(problem.field, "error.\(name)")
            )
        case .type(let reason, let arguments):
            return words.required(keys(reason), arguments.mapValues(words.argument))
        }
    }

    var arguments: MessageArguments {
        MessageArguments(builder: builder, language: words.language)
    }

    private func control(
        of field: FieldDefinition,
        keyPath: String,
        options: [ChoiceOption]
    ) -> ScreenField.Control {
        switch field.type {
        case .text: .line(.text)
        case .name: .line(.name)
        case .email: .line(.email)
        case .phone: .line(.phone)
        case .date: .line(.date)
        case .postcode: .line(.postcode)
        case .document: .line(.document)
        case .integer, .money: .line(.number)
        case .code: .line(.code)
        case .file: .line(.file)
        case .list: .line(.text)
        case .country: .country(countries)
        case .choice: .choice(options.map { option($0, keyPath: keyPath) })
        case .bool: .yesNo(["true", "false"].map { yesNo($0, keyPath: keyPath) })
        case .captcha: .captcha(question: words.input.captcha ?? words.required("captcha.none"))
        case .consent(let document):
            .consent(
                document: document,
                summary: points(of: document, for: field),
                options: ["true"].map { yesNo($0, keyPath: keyPath) }
            )
        case .secret(_, let isRepeated): .secret(isRepeated: isRepeated)
        }
    }

    /// The points of a document; of one that was accepted before, those that have changed since.
    private func points(of document: String, for field: FieldDefinition) -> [String] {
        let name = builder.machine.definition.origin(of: field.name.text).name
        let known = FieldName(FieldName.accountPrefix + name)
        let news = (words.input.changes[document] ?? [:]).sorted { $0.key < $1.key }
        if let slot = builder.slots[known], case .consent(let accepted)? = state.fields[slot],
            let newest = news.last, newest.key > accepted.version
        {
            return news.filter { $0.key > accepted.version }.flatMap(\.value)
        }
        return words.input.summaries[document] ?? []
    }

    private var countries: [ScreenField.Option] {
        words.formats.map { builder.stock.countries(in: words.language, $0) } ?? []
    }

    /// Whether a country is chosen for the sake of a phone number.
    private func isOfPhone(_ slot: Int) -> Bool {
        builder.machine.definition.fields.contains {
            if case .phone(_, country: slot?) = $0.type { true } else { false }
        }
    }

    private func addCallingCodes(to field: inout ScreenField, value: FieldValue?) {
        let options = countries.map(callingCode)
        field.control = .country(options)
        if case .text(let code)? = value, let chosen = options.first(where: { $0.raw == code }) {
            field.shown = chosen.words.text
        }
    }

    /// A country with the code that calls to it begin with.
    private func callingCode(_ option: ScreenField.Option) -> ScreenField.Option {
        guard let code = builder.display.callingCode(of: option.raw) else { return option }
        return ScreenField.Option(
            raw: option.raw,
            words: words.required(
                ["answer.calling_code"],
                ["country": .text(option.words.text), "code": .text("+" + code)]
            )
        )
    }

    /// A yes or no in the field's own words where it has some.
    func yesNo(_ value: String, keyPath: String) -> ScreenField.Option {
        let keys = FieldKeys(keyPath, in: builder.machine.definition)
        return ScreenField.Option(
            raw: value,
            words: words.required(keys.keys("option." + value) + ["answer.\(value)"])
        )
    }
}
