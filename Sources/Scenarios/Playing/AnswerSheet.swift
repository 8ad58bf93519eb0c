import Answers
import Flows
import Localization
import Screens
import Sessions
import Uploads

/// The answers of one submit while they are read, as the walkthrough reads them: in order, each in the light of those
/// before it.
struct AnswerSheet {
    /// What is typed for a code as it was sent.
    static let shownCode = "shown"

    private let stage: Stage
    private let flow: FlowStage
    private let now: Int64
    /// The state as it would be with the answers read so far.
    private(set) var state: FlowState
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
    /// The field whose code or secret was tried, and whether it was right; of several, a wrong one.
    private(set) var tried: (field: FieldName, isRight: Bool)?
    /// The hashes of the codes that were sent, the last one of each field.
    private let codes: [FieldName: [UInt8]]
    /// Whether something is answered that the present step does not ask.
    private(set) var isMisplaced = false
    /// What was typed for the secrets that were sealed on this walk, by their numbers.
    private(set) var secrets: [String]
    /// What was said of the secrets that were compared and right, by their slots.
    private(set) var proven: [Int: String]

    init(player: borrowing Player) {
        stage = player.stage
        flow = player.flow
        now = player.now
        state = player.state
        secrets = player.secrets
        proven = player.proven
        codes = Dictionary(
            player.letters.compactMap(\.code).map { ($0.field, $0.hash) },
            uniquingKeysWith: { $1 }
        )
    }

    /// Reads one answer.
    mutating func read(_ answer: ScenarioAnswer) throws(MachineFailure) {
        let path = answer.path
        guard let place = AnswerPlace(of: path, in: flow.machine, at: state) else {
            return isMisplaced = true
        }
        if answer.text == Walk.offerMark, let slot = place.field.offer {
            guard !state.isHidden(slot), let known = state.fields[slot] else {
                return refuse(path, .missing)
            }
            return keep(known, at: place, path)
        }
        if place.part.check != nil { return judge(secret: answer, at: place) }
        if case .secret(_, let isRepeated) = place.part.type {
            return try read(secret: answer, isRepeated: isRepeated, at: place)
        }
        if case .file(let bounds) = place.part.type {
            return read(files: answer, within: bounds, at: place)
        }
        if case .captcha = place.part.type { return judge(answer, at: place) }
        if case .code = place.part.type { return judge(code: answer, at: place) }
        typed[path] = answer.text
        let reading = stage.reader.read(
            answer.text,
            as: place.part.type,
            length: place.part.length,
            context: try context(of: place, typed: answer.text)
        )
        switch reading {
        case .empty:
            if place.part.isOptional { return keep(.text(""), at: place, path) }
            if let value = place.part.defaultValue { return keep(value, at: place, path) }
            refuse(path, .missing)
        case .problem(let reason, let arguments):
            refuse(path, .type(reason: reason, arguments: arguments))
        case .value(let value, let found):
            let known = place.accepted(
                value,
                shown: stage.documents,
                in: LanguageTag(state.locale),
                at: now
            )
            keep(known, at: place, path)
            guard !found.isEmpty else { return }
            notes[path] = found.map {
                ScreenNote(key: MessageKey($0.key), arguments: $0.arguments)
            }
        }
    }

    // MARK: - Kinds of answers

    /// A proof is right if it says `pass`.
    private mutating func judge(_ answer: ScenarioAnswer, at place: AnswerPlace) {
        if answer.text == "pass" { return keep(.passed, at: place, answer.path) }
        let isBlank = answer.text.allSatisfy(\.isWhitespace)
        refuse(answer.path, isBlank ? .missing : .type(reason: "wrong", arguments: [:]))
    }

    /// A secret that is compared is right if it says `pass`, or `pass` and what it is.
    private mutating func judge(secret answer: ScenarioAnswer, at place: AnswerPlace) {
        let path = answer.path
        var text = answer.text
        if text.hasPrefix("pass ") {
            // Only where a new secret must differ from it does it matter what it is.
            proven[place.slot] = String(text.dropFirst(5))
            text = "pass"
        }
        switch SecretText.prepare(text, isAnswer: place.isAnswer, length: place.part.length) {
        case .problem(let reason, let arguments):
            refuse(path, .type(reason: reason, arguments: arguments))
        case .secret(let secret):
            // Of several, a wrong one is what counts.
            if tried?.isRight != false { tried = (path.field, secret == "pass") }
            if secret == "pass" { return keep(.passed, at: place, path) }
            refuse(path, .type(reason: "wrong", arguments: [:]))
        }
    }

    /// A code is right if it is the one that was sent, and that is alive; `pass` is what generated paths type.
    private mutating func judge(code answer: ScenarioAnswer, at place: AnswerPlace) {
        let path = answer.path
        if answer.text == Self.shownCode || answer.text == "pass" {
            let hash = answer.codeHash ?? codes[path.field]
            switch state.links.last(where: { $0.hash == hash })?.status {
            case .open:
                tried = (path.field, true)
                return keep(.passed, at: place, path)
            case .expired: return refuse(path, .type(reason: "expired", arguments: [:]))
            case .superseded, .used, .blocked, nil:
                return refuse(path, .type(reason: "superseded", arguments: [:]))
            }
        }
        let reading = stage.reader.read(
            answer.text,
            as: place.part.type,
            length: place.part.length,
            context: AnswerContext(language: LanguageTag(state.locale), today: 0)
        )
        switch reading {
        case .empty: refuse(path, .missing)
        case .problem(let reason, let arguments):
            refuse(path, .type(reason: reason, arguments: arguments))
        case .value:
            tried = (path.field, false)
            refuse(path, .type(reason: "wrong", arguments: [:]))
        }
    }

    /// Samples by their words; they are all that is given, whatever was given before.
    private mutating func read(
        files answer: ScenarioAnswer,
        within bounds: FileBounds,
        at place: AnswerPlace
    ) {
        let path = answer.path
        let words = answer.text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else {
            return place.part.isOptional
                ? keep(.text(""), at: place, path) : refuse(path, .missing)
        }
        guard words.count <= bounds.atMost else {
            return refuse(path, UploadProblem.tooMany(within: bounds))
        }
        do throws(UploadProblem) {
            keep(try SampleFile.value(words, within: bounds), at: place, path)
        } catch {
            refuse(path, error.reason(within: bounds))
        }
    }

    private mutating func read(
        secret answer: ScenarioAnswer,
        isRepeated: Bool,
        at place: AnswerPlace
    ) throws(MachineFailure) {
        let path = answer.path
        // An answer to a question is words; a password is taken as it is.
        let prepared = SecretText.prepare(
            answer.text,
            isAnswer: place.isAnswer,
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
            if flow.definition.fields[place.slot].unlike.contains(where: { isSame(secret, $0) }) {
                return refuse(path, .type(reason: "unlike", arguments: [:]))
            }
            secrets.append(secret)
            soundSecrets.append(place.part)
            keep(.sealed(SecretReference("secret-\(secrets.count)")), at: place, path)
        }
    }

    /// Whether a secret is the one that was typed for a slot before.
    private func isSame(_ secret: String, _ slot: Int) -> Bool {
        if state.fields[slot] == .passed { return secret == proven[slot] }
        guard case .sealed(let reference)? = state.fields[slot] else { return false }
        let number = secrets.indices.first { "secret-\($0 + 1)" == reference.text }
        return number.map { secrets[$0] == secret } ?? false
    }

    private mutating func refuse(_ path: AnswerPath, _ reason: FieldProblem.Reason) {
        problems.append(FieldProblem(field: path.field, item: path.item, reason: reason))
    }

    private mutating func keep(_ value: FieldValue, at place: AnswerPlace, _ path: AnswerPath) {
        let whole = place.whole(with: value)
        values[path.field] = whole
        if state.fields.indices.contains(place.slot) { state.fields[place.slot] = whole }
    }

    // MARK: - Context

    private func context(
        of place: AnswerPlace,
        typed text: String
    ) throws(MachineFailure) -> AnswerContext {
        let language = LanguageTag(state.locale)
        var context = place.context(
            in: language,
            machine: flow.machine,
            state: state,
            now: now
        )
        if case .choice(let options) = place.part.type {
            context.options = place.readable(
                try flow.machine.rules.options(of: options, state: state, now: now),
                typed: text,
                by: flow.builder,
                in: [language, stage.catalogs.source]
            )
        }
        return context
    }
}

extension Stage {
    /// The value that a text of a scenario stands for.
    func value(
        _ text: ScenarioText,
        of field: FieldDefinition
    ) throws(PlayFailure) -> FieldValue {
        if case .file(let bounds) = field.type {
            let words = text.text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let value = try? SampleFile.value(words, within: bounds) else {
                throw .unreadable(text, field)
            }
            return value
        }
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
