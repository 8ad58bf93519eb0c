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
            let sent = letters.filter { $0.name == letter }
            let chosen = which.map { sent.indices.contains($0 - 1) ? sent[$0 - 1] : nil }
            guard let hash = (chosen ?? sent.last)?.hash else { throw .noSuchLink(letter, which) }
            try take(.linkOpened(hash: hash))
        case .openForgedLink: try take(.linkOpened(hash: forgedHash))
        case .switchLocale(let tag):
            // What stood on the screen stands there still, in other words.
            let kept = (input, problems, state.visit)
            try take(.languageChosen(tag.rawValue))
            if state.visit == kept.2 { (input, problems, _) = kept }
        case .restart: try restart()
        case .signal(let name): try take(.signalled(name))
        }
    }

    /// A late event answers the screen before.
    private func visit(_ isLate: Bool) -> Int { isLate ? state.visit - 1 : state.visit }

    // MARK: - Forms

    private mutating func submit(
        _ answers: [ScenarioAnswer],
        isLate: Bool
    ) throws(PlayFailure) {
        // The screen before is gone, whatever was typed there.
        if isLate { return try take(.submitted(visit: visit(true), answers: [:])) }
        var sheet = AnswerSheet(player: self)
        for answer in answers {
            do throws(MachineFailure) {
                try sheet.read(answer)
            } catch {
                throw .stopped(error)
            }
        }
        secrets = sheet.secrets
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
        problems = found
        show(found, typed: sheet)
        observer.note(sheet, problems: found, in: flow)
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
        if case .switchLocale = self { true } else { false }
    }
}
