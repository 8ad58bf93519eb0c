import Documents
import Flows
import Localization
import Screens
import Sessions

/// Walks with the answers of a file, without a person: the letter's link and the captcha answer themselves, in a
/// sandbox only.
struct AnswerRun {
    /// How a run ends.
    enum Ending {
        /// The flow has ended.
        case finished
        /// An answer of the file was not taken.
        case wrong(field: String, reason: String, range: SourceRange?)
        /// The file has no answer to this field.
        case missing(AnswerPath)
        /// The walk waits for something that no file can bring.
        case waiting(step: String, notice: Words?)
        /// The service could not do its work.
        case failed(String)
    }

    let walk: any WalkFace
    let answers: AnswerFile

    /// Walks until the end, or as far as the answers lead.
    func run() -> Ending {
        var presses = answers.presses
        // A walk of a sound flow is far shorter; this only keeps a flow that turns in circles from turning for ever.
        for _ in 0..<500 {
            let screen = walk.screen
            let sequel: Sequel
            if presses[screen.step]?.isEmpty == false,
                let button = presses[screen.step]?.removeFirst()
            {
                sequel = self.sequel(of: walk.press(button), on: screen)
            } else {
                switch screen.kind {
                case .end: return .finished
                case .form: sequel = fill(screen)
                case .review: sequel = self.sequel(of: walk.submit(), on: screen)
                case .waiting, .working: sequel = wait(screen)
                }
            }
            if case .ends(let ending) = sequel { return ending }
        }
        return .waiting(step: walk.screen.step.text, notice: nil)
    }

    /// What comes after an action.
    private enum Sequel {
        /// The screen is the same.
        case goesOn
        /// There is another screen: the walk went on, or time or a wrong code has led it elsewhere.
        case leadsElsewhere
        case ends(Ending)
    }

    private func fill(_ screen: Screen) -> Sequel {
        for field in screen.fields {
            let sequel = answer(field, on: screen)
            guard case .goesOn = sequel else { return sequel }
        }
        return sequel(of: walk.submit(), on: screen)
    }

    private func answer(_ field: ScreenField, on screen: Screen) -> Sequel {
        let given = answers[field.path]
        let reply: WalkReply
        switch field.control {
        case .captcha:
            reply = walk.answer(Service.captchaAnswer, at: field.path)
        case .secret:
            guard let given else {
                return field.isAnswered ? .goesOn : .ends(.missing(field.path))
            }
            reply = walk.answer(secret: given.raw, repeated: given.raw, at: field.path)
        case .line(.code) where given == nil && walk.ownCode != nil:
            reply = walk.answer(walk.ownCode ?? "", at: field.path)
        // What was given before is there already: the file would come in twice.
        case .line(.file) where field.isAnswered && field.problem == nil: return .goesOn
        case .line, .choice, .country, .yesNo, .consent:
            guard let given else {
                return field.isAnswered || field.isOptional
                    ? .goesOn : .ends(.missing(field.path))
            }
            reply = walk.answer(given.raw, at: field.path)
        }
        return sequel(of: reply, on: screen, at: field.path, range: given?.range)
    }

    private func wait(_ screen: Screen) -> Sequel {
        guard walk.canOpenOwnLink else {
            return .ends(.waiting(step: screen.step.text, notice: screen.notices.first))
        }
        return sequel(of: walk.openOwnLink(), on: screen)
    }

    /// What a reply to something that was done on a screen means for the run.
    private func sequel(
        of reply: WalkReply,
        on screen: Screen,
        at path: AnswerPath? = nil,
        range: SourceRange? = nil
    ) -> Sequel {
        switch reply {
        case .accepted: return .goesOn
        case .moved: return .leadsElsewhere
        case .failed(let key): return .ends(.failed(walk.words(key, [:]).text))
        case .refused:
            let now = walk.screen
            // What came too late for its screen is done on the next one, if it is asked there.
            if now.visit != screen.visit { return .leadsElsewhere }
            return .ends(.waiting(step: now.step.text, notice: now.notices.first))
        case .problem:
            return .ends(ending(becauseOf: walk.screen.fields, at: path, range: range))
        }
    }

    private func ending(
        becauseOf fields: [ScreenField],
        at path: AnswerPath?,
        range: SourceRange?
    ) -> Ending {
        let wrong =
            fields.first { $0.path == path && $0.problem != nil }
            ?? fields.first { $0.problem != nil }
        guard let wrong, let problem = wrong.problem else {
            return .waiting(step: walk.screen.step.text, notice: nil)
        }
        if answers[wrong.path] == nil, range == nil { return .missing(wrong.path) }
        return .wrong(
            field: wrong.path.written,
            reason: problem.text,
            range: range ?? answers[wrong.path]?.range
        )
    }
}
