import Expressions
import Flows
import Localization
import Screens
import Sessions

/// The screens that stand at one place when something is wrong, answered, or said.
struct SightVariants {
    let player: Player
    let request: FlowTour.Request

    private var definition: FlowDefinition { player.definition }

    /// All of them, those of a message that is not wanted left out.
    func all(_ screen: Screen) -> [Sight] {
        var sights: [Sight] = []
        if screen.kind == .form {
            for field in screen.fields where !field.isFixed && (field.path.item?.index ?? 0) == 0 {
                sights += variants(of: field, on: screen)
            }
            sights += unanswered(screen) + lists(screen)
        }
        sights += captchas(screen) + refusals(screen) + troubles(screen) + letters(screen)
        if screen.kind == .review { sights += answered() }
        return sights
    }

    private func isWanted(_ key: MessageKey) -> Bool {
        request.keys.isEmpty || request.keys.contains(key)
    }

    private func sight(
        _ field: AnswerPath? = nil,
        _ change: (inout FlowState, inout ScreenInput) -> Void
    ) -> Sight? {
        var player = player
        var input = player.screenInput
        change(&player.state, &input)
        // What can't be shown is shown nowhere.
        let screen = try? player.flow.builder.screen(
            of: player.state,
            input: input,
            now: player.now
        )
        return screen.map { Sight($0, letter: player.lastLetter, at: player, field: field) }
    }

    // MARK: - Fields

    private func variants(of field: ScreenField, on screen: Screen) -> [Sight] {
        guard let (keyPath, part) = part(field.path) else { return [] }
        var sights: [Sight?] = []
        var reasons: Set<String> = []
        let prefixes = ProblemKeys.keys(of: "", at: keyPath, type: part.type, in: definition)
        for prefix in prefixes {
            for key in player.stage.keys(directlyBelow: prefix) where isWanted(key) {
                let reason = String(key.rawValue.dropFirst(prefix.count))
                guard reasons.insert(reason).inserted else { continue }
                let problem = FieldProblem(
                    field: field.path.field,
                    item: field.path.item,
                    reason: self.reason(reason, of: part, key)
                )
                sights.append(sight(field.path) { $1.problems[field.path] = problem })
            }
        }
        for key in player.stage.keys(directlyBelow: "note.\(part.type.keyword).")
        where isWanted(key) {
            let note = ScreenNote(key: key, arguments: arguments(of: key))
            sights.append(sight(field.path) { $1.notes[field.path] = [note] })
        }
        if case .choice(let options) = part.type, var whole = Optional(screen),
            let index = screen.fields.firstIndex(where: { $0.path == field.path })
        {
            // Which options there are depends on other answers; here all are.
            whole.fields[index].control = .choice(
                options.map { option in
                    ScreenField.Option(
                        raw: option.value,
                        words: player.flow.builder.option(
                            option,
                            keyPath: keyPath,
                            in: player.language
                        )
                    )
                }
            )
            sights.append(Sight(whole, letter: nil, at: player, field: field.path))
        }
        return sights.compactMap(\.self)
    }

    /// The forms on which something is wrong with the records of a list together.
    private func lists(_ screen: Screen) -> [Sight] {
        let names = screen.fields.filter { $0.path.item != nil }.map(\.path.field)
        var seen: Set<FieldName> = []
        return names.filter { seen.insert($0).inserted }.flatMap { name -> [Sight] in
            guard let field = definition.field(name),
                let first = screen.fields.first(where: { $0.path.field == name })
            else { return [] }
            return field.rules.compactMap { rule in
                let problem = FieldProblem(field: name, reason: .rule(rule.name))
                return sight(first.path) { $1.problems[AnswerPath(name)] = problem }
            }
        }
    }

    /// The form as it is for somebody who goes on without any answer.
    private func unanswered(_ screen: Screen) -> [Sight] {
        let open = screen.fields.filter { !$0.isFixed && !$0.isOptional && !$0.isAnswered }
        guard open.count > 1 else { return [] }
        let shown = sight { _, input in
            for field in open {
                let path = field.path
                input.problems[path] = FieldProblem(
                    field: path.field,
                    item: path.item,
                    reason: .missing
                )
            }
        }
        return [shown].compactMap(\.self)
    }

    private func part(_ path: AnswerPath) -> (keyPath: String, part: FieldDefinition)? {
        guard let field = definition.field(path.field) else { return nil }
        guard let item = path.item else { return (field.name.text, field) }
        guard case .list(let parts, _) = field.type,
            let part = parts.first(where: { $0.name == item.field })
        else { return nil }
        return ("\(field.name).\(part.name)", part)
    }

    private func reason(
        _ reason: String,
        of part: FieldDefinition,
        _ key: MessageKey
    ) -> FieldProblem.Reason {
        if reason == "missing" { return .missing }
        let rules = part.rules + (definition.field(part.name)?.rules ?? [])
        if rules.contains(where: { $0.name == reason }) { return .rule(reason) }
        return .type(reason: reason, arguments: arguments(of: key))
    }

    private func arguments(of key: MessageKey) -> [String: ProblemArgument] {
        let program = player.stage.catalogs[player.stage.catalogs.source]?.program(for: key)
        let values = (program?.arguments ?? []).map {
            ($0.name, request.sample(key, $0.name, $0.kind))
        }
        return Dictionary(values) { first, _ in first }
    }

    // MARK: - What is said

    private func captchas(_ screen: Screen) -> [Sight] {
        let path = screen.fields.first { field in
            if case .captcha = field.control { true } else { false }
        }?.path
        guard let path else { return [] }
        return player.stage.keys(directlyBelow: "captcha.question.").filter(isWanted)
            .compactMap { key in
                sight(path) { $1.captcha = player.stage.catalogs.words(key, in: player.language) }
            }
    }

    private func refusals(_ screen: Screen) -> [Sight] {
        var refusals: [Refusal] = []
        switch screen.kind {
        case .form:
            refusals = [.stale, .noWayBack, .notHere]
            let fixed = definition.fields.first { $0.isSetOnce }
            if let fixed { refusals.append(.fixed(fixed.name)) }
        case .review, .working: break
        case .end: refusals = [.ended]
        case .waiting:
            if !player.step.sends.isEmpty {
                refusals = [
                    .tooSoon(readyAt: player.now + 42_000),
                    .usedUp(readyAt: player.now + 3_600_000), .used, .expired, .superseded,
                    .forged, .otherSession,
                ]
            }
        }
        let wanted = refusals.filter { isWanted(MessageKey("refused.\($0.reason)")) }
        return wanted.compactMap { refusal in sight { $1.refusal = refusal } }
            + (player.step.sends.isEmpty ? [] : outside())
    }

    private func outside() -> [Sight] {
        let refusals: [Refusal] = [.codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere]
        return refusals.filter { isWanted(MessageKey("refused.\($0.reason)")) }.map { refusal in
            Sight(
                player.flow.builder.screenOutside(of: player.state, because: refusal),
                letter: nil,
                at: player,
                isOutside: true
            )
        }
    }

    /// The screen with each letter that goes out at the step, whatever it depends on.
    private func letters(_ screen: Screen) -> [Sight] {
        guard let (sent, state) = player.lastSent, sent.step == player.state.step else { return [] }
        return player.step.sends.indices.filter { $0 != sent.send }.map { index in
            var order = sent
            order.send = index
            return Sight(screen, letter: player.letter(of: order, state), at: player)
        }
    }

    private func troubles(_ screen: Screen) -> [Sight] {
        guard screen.timing != nil else { return [] }
        let troubles: [LetterTrouble] = [.delayed, .returned]
        let kind = player.step.sends.first?.channel == .sms ? "sms" : "letter"
        return troubles.filter { isWanted(MessageKey("failure.\(kind)_\($0.rawValue)")) }
            .compactMap { trouble in sight { $1.letterTrouble = trouble } }
    }

    // MARK: - Answers

    /// The forms behind the review as somebody sees them who comes back: with answers, with one that is asked again,
    /// and with a name that is suggested in Latin letters.
    private func answered() -> [Sight] {
        var sights: [Sight?] = []
        for (index, step) in definition.steps.enumerated() {
            guard case .form(let slots) = step.kind,
                slots.contains(where: { player.state.fields[$0] != nil })
            else { continue }
            sights.append(sight { state, _ in state.step = index })
            if let slot = slots.first(where: { player.state.fields[$0] != nil }) {
                let path = AnswerPath(definition.fields[slot].name)
                sights.append(
                    sight(path) { state, _ in
                        state.step = index
                        state.fields[slot] = nil
                        state.cleared = [slot]
                    }
                )
            }
            for slot in slots where definition.fields[slot].suggestion != nil {
                sights.append(
                    sight(AnswerPath(definition.fields[slot].name)) { state, _ in
                        state.step = index
                        state.fields[slot] = .text(Self.foreignName)
                    }
                )
            }
        }
        return sights.compactMap(\.self)
    }

    /// A name that is not in Latin letters, as a person of the sample would write it.
    private static let foreignName = "Щербакова"
}
