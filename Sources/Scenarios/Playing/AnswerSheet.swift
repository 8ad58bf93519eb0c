import Answers
import Flows
import Localization
import Screens
import Sessions

/// The answers of one submit while they are read, as the walkthrough reads them: in order, each in the light of those
/// before it.
struct AnswerSheet {
    /// What stands for a field's offer where an answer is typed.
    private static let offerMark = "=offer"

    private let stage: Stage
    private let flow: FlowStage
    private let now: Int64
    /// The state as it would be with the answers read so far.
    private var state: FlowState
    /// The values read so far.
    private(set) var values: [FieldName: FieldValue] = [:]
    /// What could not be read, and secrets that break a rule.
    private(set) var problems: [FieldProblem] = []
    /// What should be known about answers that were taken.
    private(set) var notes: [AnswerPath: [ScreenNote]] = [:]
    /// What was typed, secrets left out.
    private(set) var typed: [AnswerPath: String] = [:]
    /// The fields whose secrets kept all rules.
    private(set) var soundSecrets: [FieldDefinition] = []
    /// Whether something is answered that the present step does not ask.
    private(set) var isMisplaced = false
    /// How many secrets were sealed on this walk.
    private(set) var secrets: Int

    init(player: Player) {
        stage = player.stage
        flow = player.flow
        now = player.now
        state = player.state
        secrets = player.secrets
    }

    /// Reads one answer.
    mutating func read(_ answer: ScenarioAnswer) throws(MachineFailure) {
        let path = answer.path
        guard let place = place(of: path) else { return isMisplaced = true }
        if answer.text == Self.offerMark, let slot = place.field.offer,
            let known = state.fields[slot]
        {
            return keep(known, at: place, path)
        }
        if case .secret(_, let isRepeated) = place.part.type {
            return try read(secret: answer, isRepeated: isRepeated, at: place)
        }
        if case .captcha = place.part.type { return judge(answer, at: place) }
        typed[path] = answer.text
        let reading = stage.reader.read(
            answer.text,
            as: place.part.type,
            length: place.part.length,
            context: try context(of: place)
        )
        switch reading {
        case .empty:
            if place.part.isOptional { return keep(.text(""), at: place, path) }
            if let value = place.part.defaultValue { return keep(value, at: place, path) }
            refuse(path, .missing)
        case .problem(let reason, let arguments):
            refuse(path, .type(reason: reason, arguments: arguments))
        case .value(let value, let found):
            keep(accepted(value, of: place.part), at: place, path)
            notes[path] = found.map {
                ScreenNote(key: MessageKey($0.key), arguments: $0.arguments)
            }
        }
    }

    // MARK: - Kinds of answers

    /// A proof is right if it says `pass`.
    private mutating func judge(_ answer: ScenarioAnswer, at place: Place) {
        if answer.text == "pass" { return keep(.passed, at: place, answer.path) }
        let isBlank = answer.text.allSatisfy(\.isWhitespace)
        refuse(answer.path, isBlank ? .missing : .type(reason: "wrong", arguments: [:]))
    }

    private mutating func read(
        secret answer: ScenarioAnswer,
        isRepeated: Bool,
        at place: Place
    ) throws(MachineFailure) {
        let path = answer.path
        // An answer to a question is words; a password is taken as it is.
        let prepared = SecretText.prepare(
            answer.text,
            isAnswer: path.item != nil,
            length: place.part.length
        )
        switch prepared {
        case .problem(let reason, let arguments):
            refuse(path, .type(reason: reason, arguments: arguments))
        case .secret(let secret):
            let broken = try flow.machine.rules.problems(
                withSecret: secret,
                of: place.part,
                state: state,
                now: now
            )
            if let first = broken.first { return refuse(path, first.reason) }
            if isRepeated, let repeated = answer.repeated, repeated != answer.text {
                return refuse(path, .type(reason: "mismatch", arguments: [:]))
            }
            secrets += 1
            soundSecrets.append(place.part)
            keep(.sealed(SecretReference("secret-\(secrets)")), at: place, path)
        }
    }

    /// A consent keeps what was shown; everything else is what it was read as.
    private func accepted(_ value: FieldValue, of field: FieldDefinition) -> FieldValue {
        guard case .consent(let name) = field.type, case .bool(true) = value else { return value }
        let language = LanguageTag(state.locale)
        let shown = stage.documents.document(name, in: language)
        return .consent(
            Consent(
                document: name,
                version: shown?.version ?? 0,
                at: now,
                locale: (shown?.language ?? language).rawValue
            )
        )
    }

    private mutating func refuse(_ path: AnswerPath, _ reason: FieldProblem.Reason) {
        problems.append(FieldProblem(field: path.field, item: path.item, reason: reason))
    }

    private mutating func keep(_ value: FieldValue, at place: Place, _ path: AnswerPath) {
        let whole = place.whole(with: value)
        values[path.field] = whole
        if state.fields.indices.contains(place.slot) { state.fields[place.slot] = whole }
    }

    // MARK: - Context

    private func context(of place: Place) throws(MachineFailure) -> AnswerContext {
        let language = LanguageTag(state.locale)
        var context = AnswerContext(language: language, today: now - now % 86_400_000)
        switch place.part.type {
        case .postcode(let country): context.country = text(country)
        case .document(let country, let kind):
            context.country = text(country)
            context.documentKind = text(kind)
        case .phone:
            // A number without its country's code most likely belongs where the person lives.
            context.country = flow.map.countrySlots.reversed().lazy.compactMap(text).first
        case .choice(let options):
            let offered = try flow.machine.rules.options(of: options, state: state, now: now)
            context.options = offered.flatMap { option in
                [language, stage.catalogs.source].map { tag in
                    let words = flow.builder.option(option, keyPath: place.keyPath, in: tag)
                    return ReadableOption(value: option.value, words: words.text)
                }
            }
        case .text, .name, .email, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return context
    }

    private func text(_ slot: Int) -> String? {
        if case .text(let text)? = state.fields[slot] { text } else { nil }
    }

    /// Where an answer belongs; `nil` where the present step asks nothing of this kind.
    private func place(of path: AnswerPath) -> Place? {
        let fields = flow.definition.fields
        let step = flow.definition.steps[state.step]
        guard let slot = step.asked.first(where: { fields[$0].name == path.field }) else {
            return nil
        }
        let field = fields[slot]
        guard let item = path.item else {
            return Place(slot: slot, field: field, part: field, item: nil, items: [])
        }
        guard case .list(let inner, let count) = field.type, (0..<count).contains(item.index),
            let position = inner.firstIndex(where: { $0.name == item.field })
        else { return nil }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = state.fields[slot] { items = given }
        return Place(
            slot: slot,
            field: field,
            part: inner[position],
            item: (item.index, position),
            items: items
        )
    }

    /// Where an answer belongs: a field, or a field of a record of a list.
    private struct Place {
        let slot: Int
        let field: FieldDefinition
        let part: FieldDefinition
        let item: (index: Int, position: Int)?
        let items: [[FieldValue?]]

        var keyPath: String { item == nil ? field.name.text : "\(field.name).\(part.name)" }

        /// The field's whole value once this part of it is answered.
        func whole(with value: FieldValue) -> FieldValue {
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
    }
}

extension FieldDefinition {
    /// Whether nobody may read it.
    var isSecret: Bool {
        if case .secret = type { true } else { false }
    }
}

extension Stage {
    /// The value that a text of a scenario stands for.
    func value(
        _ text: ScenarioText,
        of field: FieldDefinition
    ) throws(PlayFailure) -> FieldValue {
        let context = AnswerContext(
            language: catalogs.source,
            today: 0,
            options: Self.options(of: field)
        )
        let reading = reader.read(
            text.text,
            as: field.type,
            length: field.length,
            context: context
        )
        guard case .value(let value, _) = reading else { throw .unreadable(text, field) }
        return value
    }

    /// Every option by its name.
    private static func options(of field: FieldDefinition) -> [ReadableOption] {
        guard case .choice(let options) = field.type else { return [] }
        return options.map { ReadableOption(value: $0.value, words: $0.value) }
    }
}
