import Answers
import Flows
import Localization
import Logging
public import Screens
import Secrets

/// Answers of a walk: raw text becomes a value, a sealed secret, or a problem.
extension Walk {
    /// What stands for a field's offer where an answer is typed.
    public static let offerMark = "=offer"

    /// Reads an answer and keeps it if it holds.
    public func answer(_ raw: String, at path: AnswerPath) -> WalkReply {
        guard let place = place(of: path) else {
            return refuseHere()
        }
        if raw == Walk.offerMark, let slot = place.field.offer, !state.isHidden(slot),
            let known = state.fields[slot]
        {
            return keep(known, at: path, in: place)
        }
        if case .captcha = place.part.type { return judge(raw, at: path) }
        if case .code = place.part.type { return judge(code: raw, at: path, in: place) }
        if case .secret = place.part.type { return answer(secret: raw, repeated: nil, at: path) }
        let reading = surroundings.reader.read(
            raw,
            as: place.part.type,
            length: place.part.length,
            context: context(of: place)
        )
        switch reading {
        case .empty:
            if place.part.isOptional { return keep(.text(""), at: path, in: place) }
            // What has a default is answered by leaving it.
            if let value = place.part.defaultValue { return keep(value, at: path, in: place) }
            return refuse(
                FieldProblem(field: path.field, item: path.item, reason: .missing),
                raw: raw
            )
        case .problem(let reason, let arguments):
            return refuse(
                FieldProblem(
                    field: path.field,
                    item: path.item,
                    reason: .type(reason: reason, arguments: arguments)
                ),
                raw: raw
            )
        case .value(let value, let notes):
            let reply = keep(accepted(value, of: place.part), at: path, in: place, raw: raw)
            if reply == .accepted, !notes.isEmpty {
                input.notes[path] = notes.map {
                    ScreenNote(key: MessageKey($0.key), arguments: $0.arguments)
                }
            }
            return reply
        }
    }

    /// Marks the walk as one that can't go on: a rule of it can't be evaluated.
    func stopped(because failure: MachineFailure) -> WalkReply {
        let entry = JournalEntry(now: now, event: nil, fresh: Fresh())
        do {
            try engine.stop(&session, because: failure, at: entry)
        } catch {
            engine.log.error("\(session.id): \(error)")
        }
        return .failed("failure.machine")
    }

    /// Judges the answer to a question against robots; right or wrong, the question is used up.
    private func judge(_ raw: String, at path: AnswerPath) -> WalkReply {
        guard raw.contains(where: { !$0.isWhitespace }) else {
            return refuse(FieldProblem(field: path.field, reason: .missing), raw: nil)
        }
        let isRight = surroundings.captcha.isRight(raw, to: challenge, in: language)
        anotherCaptcha()
        guard isRight, let place = place(of: path) else {
            return refuse(
                FieldProblem(field: path.field, reason: .type(reason: "wrong", arguments: [:])),
                raw: nil
            )
        }
        return keep(.passed, at: path, in: place)
    }

    func keep(
        _ value: FieldValue,
        at path: AnswerPath,
        in place: Place,
        raw: String? = nil,
        secrets: [SecretRow] = []
    ) -> WalkReply {
        let whole = place.whole(with: value)
        // Only this field's own words change: what was said about others stays on the screen.
        let before = input
        let visit = state.visit
        input.problems = [:]
        let event = FlowEvent.answered(visit: visit, answers: [path.field: whole])
        let reply = take(event, secrets: secrets)
        guard state.visit == visit else { return reply }
        let found = input.problems.values.first
        input.problems = before.problems
        guard reply == .accepted || reply == .problem else { return reply }
        input.notes[path] = nil
        input.rejected[path] = found == nil ? nil : raw
        input.problems[path] = found.map {
            FieldProblem(field: $0.field, item: path.item, reason: $0.reason)
        }
        setTaken(found == nil, path)
        return reply
    }

    func refuse(_ problem: FieldProblem, raw: String?) -> WalkReply {
        let path = AnswerPath(problem.field, item: problem.item)
        input.refusal = nil
        input.problems[path] = problem
        input.rejected[path] = raw
        input.notes[path] = nil
        setTaken(false, path)
        return .problem
    }

    private func setTaken(_ isTaken: Bool, _ path: AnswerPath) {
        if isTaken { untaken.remove(path) } else { untaken.insert(path) }
    }

    /// A consent keeps what was shown; everything else is what it was read as.
    private func accepted(_ value: FieldValue, of field: FieldDefinition) -> FieldValue {
        guard case .consent(let name) = field.type, case .bool(true) = value else { return value }
        let shown = surroundings.documents.document(name, in: language)
        return .consent(
            Consent(
                document: name,
                version: shown?.version ?? 0,
                at: now,
                locale: (shown?.language ?? language).rawValue
            )
        )
    }

    private func context(of place: Place) -> AnswerContext {
        var context = AnswerContext(language: language, today: now - now % 86_400_000)
        let text = { (slot: Int) -> String? in
            if case .text(let text)? = self.state.fields[slot] { text } else { nil }
        }
        switch place.part.type {
        case .postcode(let country): context.country = text(country)
        case .document(let country, let kind):
            context.country = text(country)
            context.documentKind = text(kind)
        case .phone:
            // A number without its country's code most likely belongs where the person lives.
            context.country =
                definition.fields.indices.reversed().lazy.filter {
                    if case .country = self.definition.fields[$0].type { true } else { false }
                }.compactMap(text).first
        case .choice(let options): context.options = readable(options, at: place)
        case .text, .name, .email, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return context
    }

    /// The options on offer, in the words of this language and of English.
    private func readable(_ options: [ChoiceOption], at place: Place) -> [ReadableOption] {
        let rules = session.machine.rules
        // An option whose condition can't be evaluated is refused by the machine, with its reason.
        let offered =
            (try? rules.options(of: options, state: state, now: now)) ?? options
        return offered.flatMap { option in
            [language, surroundings.catalogs.source].map { tag in
                ReadableOption(
                    value: option.value,
                    words: builder.option(option, keyPath: place.keyPath, in: tag).text
                )
            }
        }
    }
}

extension Walk {
    /// Where an answer belongs: a field, or a field of a record of a list.
    struct Place {
        let field: FieldDefinition
        let part: FieldDefinition
        let item: (index: Int, position: Int)?
        let items: [[FieldValue?]]

        var keyPath: String {
            item == nil ? field.name.text : "\(field.name).\(part.name)"
        }

        /// The field's whole value once this part of it is answered.
        func whole(with value: FieldValue) -> FieldValue {
            guard let item, case .list(let inner, _) = field.type else { return value }
            var items = items
            while items.count <= item.index {
                items.append(inner.map { _ in nil })
            }
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
    }

    /// Where an answer belongs; `nil` where the present step asks nothing of this kind.
    func place(of path: AnswerPath) -> Place? {
        guard session.isHeld else { return nil }
        let fields = definition.fields
        guard let slot = session.step.asked.first(where: { fields[$0].name == path.field }) else {
            return nil
        }
        let field = definition.fields[slot]
        guard let item = path.item else {
            return Place(field: field, part: field, item: nil, items: [])
        }
        guard case .list(let inner, let count) = field.type, (0..<count).contains(item.index),
            let position = inner.firstIndex(where: { $0.name == item.field })
        else { return nil }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = state.fields[slot] { items = given }
        return Place(
            field: field,
            part: inner[position],
            item: (item.index, position),
            items: items
        )
    }
}

extension FieldDefinition {
    /// Whether nobody may read it.
    fileprivate var isSecret: Bool {
        if case .secret = type { true } else { false }
    }
}
