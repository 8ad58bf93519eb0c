import Answers
import Flows
import Localization
import Screens

/// What a scripted person does.
extension Player {
    /// Does something; what came of it is in the player.
    mutating func perform(_ action: ScenarioAction) throws(PlayFailure) {
        switch action {
        case .submit(let answers, let isLate): try submit(answers, isLate: isLate)
        case .press(let event, let isLate):
            try take(.pressed(visit: visit(isLate), event: event))
        case .back(let isLate): try take(.wentBack(visit: visit(isLate)))
        case .change(let field): try take(.changeAsked(visit: state.visit, field: field))
        case .openLink(let letter, let which):
            try take(.linkOpened(hash: try hash(ofLink: letter, which)))
        case .openForgedLink: try take(.linkOpened(hash: forgedHash))
        case .openLinkElsewhere(let letter, let which, let code):
            var opened = forgedHash
            if let letter { opened = try hash(ofLink: letter, which) }
            try take(.linkOpenedElsewhere(hash: opened, code: verdict(on: code)))
            isOutside = input.refusal != nil
        case .enterCode(let code): try enter(code)
        case .onFirstDevice(let action):
            device = 0
            defer { device = nil }
            try perform(action)
            isOutside = isGone
        case .switchLocale(let tag):
            // What stood on the screen stands there still, in other words.
            let kept = (input, problems, state.visit)
            try take(.languageChosen(tag.rawValue))
            if state.visit == kept.2 { (input, problems, _) = kept }
        case .restart: try restart()
        case .signal(let name): try take(.signalled(name))
        }
    }

    /// Whether it is done on a device that holds the walk no more.
    private var isGone: Bool { device.map { $0 != state.holder } ?? false }

    /// A late event answers the screen before.
    private func visit(_ isLate: Bool) -> Int { isLate ? state.visit - 1 : state.visit }

    // MARK: - Links and codes

    private func hash(ofLink letter: String, _ which: Int?) throws(PlayFailure) -> [UInt8] {
        let sent = letters.filter { $0.name == letter }.compactMap(\.hash)
        guard let hash = Self.chosen(which, of: sent) else { throw .noSuchLink(letter, which) }
        return hash
    }

    /// One of several that were sent, by its number from 1; the last without.
    private static func chosen<Sent>(_ which: Int?, of sent: [Sent]) -> Sent? {
        guard let which else { return sent.last }
        return sent.indices.contains(which - 1) ? sent[which - 1] : nil
    }

    /// What is typed is never what the waiting screen shows; what can't be a code is none.
    private func verdict(on code: ScenarioCode?) -> CodeVerdict {
        switch code {
        case nil: return .missing
        case .shown: return .right
        case .typed(let text):
            let reading = stage.reader.read(
                text,
                as: .code(digits: 6),
                length: LengthBounds(),
                context: AnswerContext(language: language, today: 0)
            )
            if case .value = reading { return .wrong }
            return .missing
        }
    }

    /// Types the code that the present step asks, and leaves the form.
    private mutating func enter(_ code: ScenarioCode) throws(PlayFailure) {
        let asked = step.asked.map { definition.fields[$0] }.first { field in
            if case .code = field.type { true } else { false }
        }
        guard !isGone, let field = asked else {
            // A form that asks no code takes none.
            try take(.submitted(visit: state.visit, answers: [:]))
            if !isGone { input.refusal = .notHere }
            return
        }
        var answer = ScenarioAnswer(
            path: AnswerPath(field.name),
            text: AnswerSheet.shownCode,
            range: field.range
        )
        switch code {
        case .typed(let text): answer.text = text
        case .shown(let which):
            let sent = letters.compactMap(\.code).filter { $0.field == field.name }
            guard let chosen = Self.chosen(which, of: sent) else {
                throw .noSuchCode(field.name, which)
            }
            answer.codeHash = chosen.hash
        }
        try submit([answer], isLate: false)
    }

    // MARK: - Forms

    private mutating func submit(
        _ answers: [ScenarioAnswer],
        isLate: Bool
    ) throws(PlayFailure) {
        // The screen before is gone, whatever was typed there.
        if isLate || isGone { return try take(.submitted(visit: visit(isLate), answers: [:])) }
        var sheet = AnswerSheet(player: self)
        for answer in answers {
            do throws(MachineFailure) {
                try sheet.read(answer)
            } catch {
                throw .stopped(error)
            }
        }
        if let tried = sheet.tried, let count = flow.machine.tryCount(in: sheet.state) {
            let history = tries.history(of: count, now: now)
            if count.limit.left(after: history, now: now) == 0 {
                // What can't be tried any more is not judged.
                return try take(.triesUsedUp(visit: state.visit, field: tried.field))
            }
            if let ready = count.limit.nextMoment(after: history, now: now), ready > now {
                return input.refusal = .tooSoon(readyAt: ready)
            }
        }
        secrets = sheet.secrets
        proven = sheet.proven
        guard sheet.problems.isEmpty, !sheet.isMisplaced else { return try keep(sheet) }
        let visit = state.visit
        try take(.submitted(visit: visit, answers: sheet.values))
        if state.visit == visit { show(problems, typed: sheet) }
        observer.note(sheet, problems: problems, in: flow)
    }

    /// What can be kept is kept; with something on the screen that was not taken, a form is not left.
    private mutating func keep(_ sheet: AnswerSheet) throws(PlayFailure) {
        let before = state.visit
        try take(.answered(visit: before, answers: sheet.values))
        if sheet.isMisplaced { input.refusal = .notHere }
        guard input.refusal == nil, state.visit == before else { return }
        var found = sheet.problems + problems
        let wrong = Set(found.map { AnswerPath($0.field, item: $0.item) })
        for slot in step.asked {
            found += flow.machine.gaps(at: slot, in: state).filter {
                !wrong.contains(AnswerPath($0.field, item: $0.item))
            }
        }
        if let tried = sheet.tried, !tried.isRight {
            // It counts as an attempt, and may have been one too many.
            try take(failure(of: tried.field))
            guard input.refusal == nil, state.visit == before else { return problems = [] }
        }
        problems = found
        show(found, typed: sheet)
        observer.note(sheet, problems: found, in: flow)
    }

    /// A wrong answer, counted as the engine counts it.
    private mutating func failure(of field: FieldName) -> FlowEvent {
        if let count = flow.machine.tryCount(in: state) {
            tries.note(count, at: now)
            if count.limit.left(after: tries.history(of: count, now: now), now: now) == 0 {
                return .triesUsedUp(visit: state.visit, field: field)
            }
        }
        return .answerFailed(visit: state.visit, field: field)
    }

    /// Puts problems where the screen shows them.
    private mutating func show(_ found: [FieldProblem], typed sheet: AnswerSheet) {
        input.problems = [:]
        for problem in found.reversed() {
            input.problems[AnswerPath(problem.field, item: problem.item)] = problem
        }
        input.notes = sheet.notes.filter { input.problems[$0.key] == nil }
        input.rejected = sheet.typed.filter { input.problems[$0.key] != nil }
    }
}

extension ScenarioAction {
    /// Whether what was refused or wrong stays on the screen.
    var keepsScreen: Bool {
        switch self {
        case .switchLocale: true
        case .onFirstDevice(let action): action.keepsScreen
        case .submit, .press, .back, .change, .openLink, .openForgedLink, .openLinkElsewhere,
            .enterCode, .restart, .signal:
            false
        }
    }
}
