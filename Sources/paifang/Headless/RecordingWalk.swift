import Flows
import Localization
import Scenarios
import Screens
import Sessions

/// A walk that is recorded: everything goes to the walk itself, and what was done and came of it to a recorder.
///
/// A class, as every walk's face is. What is typed is never given to the recorder.
final class RecordingWalk: WalkFace {
    private let walk: Walk
    private(set) var recorder: ScenarioRecorder

    /// Begins to record a walk that has just begun.
    init(_ walk: Walk, on stage: Stage) {
        self.walk = walk
        recorder = ScenarioRecorder(
            of: walk.definition.name,
            on: stage,
            at: RecordedMoment(state: walk.state, now: walk.now)
        )
    }

    private var moment: RecordedMoment {
        RecordedMoment(
            state: walk.state,
            now: walk.now,
            problems: walk.problems,
            refusal: walk.refusal
        )
    }

    private func note(_ action: RecordedAction, _ reply: WalkReply) -> WalkReply {
        recorder.note(action, moment)
        return reply
    }

    private func noteAnswer(at path: AnswerPath, _ reply: WalkReply) -> WalkReply {
        switch reply {
        case .accepted: recorder.noteAnswer(to: path.field, moment)
        // One wrong answer too many leads away.
        case .problem, .moved: recorder.note(.wrong(path), moment)
        case .refused, .failed: recorder.note(.wait, moment)
        }
        return reply
    }

    // MARK: - What is done

    func answer(_ raw: String, at path: AnswerPath) -> WalkReply {
        noteAnswer(at: path, walk.answer(raw, at: path))
    }

    func check(secret: String, at path: AnswerPath) -> WalkReply {
        let reply = walk.check(secret: secret, at: path)
        return reply == .accepted ? reply : noteAnswer(at: path, reply)
    }

    func answer(secret: String, repeated: String?, at path: AnswerPath) -> WalkReply {
        noteAnswer(at: path, walk.answer(secret: secret, repeated: repeated, at: path))
    }

    func withdraw(at path: AnswerPath) { walk.withdraw(at: path) }
    func submit() -> WalkReply { note(.submit, walk.submit()) }
    func press(_ event: EventName) -> WalkReply { note(.press(event), walk.press(event)) }
    func goBack() -> WalkReply { note(.back, walk.goBack()) }
    func change(_ path: AnswerPath) -> WalkReply { note(.change(path.field), walk.change(path)) }
    func openLink(_ text: String) -> WalkReply { note(.openLink, walk.openLink(text)) }
    func openOwnLink() -> WalkReply { note(.openLink, walk.openOwnLink()) }

    func choose(language: LanguageTag) {
        guard language != walk.language else { return }
        walk.choose(language: language)
        recorder.note(.switchLocale(language), moment)
    }

    func refresh() -> Bool {
        let hasChanged = walk.refresh()
        if hasChanged { recorder.note(.wait, moment) }
        return hasChanged
    }

    func anotherCaptcha() { walk.anotherCaptcha() }

    // MARK: - What is seen

    var screen: Screen { walk.screen }
    var languages: [LanguageTag] { walk.languages }
    var language: LanguageTag { walk.language }
    var sessionID: SessionID { walk.sessionID }
    var resumeCommand: String { walk.resumeCommand }
    var zone: String { walk.zone }
    var now: Int64 { walk.now }
    var lastLetter: Letter? { walk.lastLetter }
    var letterPlace: String? { walk.letterPlace }
    var mailbox: Inbox? { walk.mailbox }
    var canOpenOwnLink: Bool { walk.canOpenOwnLink }
    var ownCode: String? { walk.ownCode }
    func document(_ name: String) -> LegalDocument? { walk.document(name) }
    func countryMatches(_ raw: String) -> [String] { walk.countryMatches(raw) }
    func words(_ key: MessageKey, _ arguments: [String: MessageArgument]) -> Words {
        walk.words(key, arguments)
    }
}
