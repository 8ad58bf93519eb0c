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
        case waiting(step: String, notice: String?)
        /// The service could not do its work.
        case failed(String)
    }

    let walk: any WalkFace
    let answers: AnswerFile

    /// Walks until the end, or as far as the answers lead.
    func run() -> Ending {
        // A walk of a sound flow is far shorter; this only keeps a flow that turns in circles from turning for ever.
        for _ in 0..<500 {
            let screen = walk.screen
            let ending: Ending?
            switch screen.kind {
            case .end: return .finished
            case .form: ending = fill(screen)
            case .review: ending = check(walk.submit())
            case .waiting, .working: ending = wait(screen)
            }
            if let ending { return ending }
        }
        return .waiting(step: walk.screen.step.text, notice: nil)
    }

    private func fill(_ screen: Screen) -> Ending? {
        for field in screen.fields {
            if let ending = answer(field) { return ending }
        }
        return check(walk.submit())
    }

    private func answer(_ field: ScreenField) -> Ending? {
        let given = answers[field.path]
        let reply: WalkReply
        switch field.control {
        case .captcha:
            reply = walk.answer(Service.captchaAnswer, at: field.path)
        case .secret:
            guard let given else { return field.isAnswered ? nil : .missing(field.path) }
            reply = walk.answer(secret: given.raw, repeated: given.raw, at: field.path)
        case .line, .choice, .country, .yesNo, .consent:
            guard let given else {
                return field.isAnswered || field.isOptional ? nil : .missing(field.path)
            }
            reply = walk.answer(given.raw, at: field.path)
        }
        return check(reply, at: field.path, range: given?.range)
    }

    private func wait(_ screen: Screen) -> Ending? {
        guard walk.canOpenOwnLink else {
            return .waiting(step: screen.step.text, notice: screen.notices.first?.text)
        }
        return check(walk.openOwnLink())
    }

    /// What a reply means for the run; `nil` where it goes on.
    private func check(
        _ reply: WalkReply,
        at path: AnswerPath? = nil,
        range: SourceRange? = nil
    ) -> Ending? {
        switch reply {
        case .accepted, .moved: return nil
        case .failed(let key): return .failed(walk.words(key, [:]).text)
        case .refused:
            return .waiting(step: walk.screen.step.text, notice: walk.screen.notices.first?.text)
        case .problem:
            let fields = walk.screen.fields
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
}
