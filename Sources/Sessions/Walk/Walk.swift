public import Answers
public import Flows
public import Localization
import Logging
public import Screens

/// One person's walk: raw answers and key presses in, screens out.
///
/// A class, since it is one thing that several parts of a front end look at; it belongs to one thread. Everything that
/// must survive is in the session; what is kept here may be lost: what was typed and not taken, and the captcha's question.
public final class Walk: WalkFace {
    /// What a walk needs besides the engine.
    public struct Surroundings: Sendable {
        let catalogs: Catalogs
        let formats: [LanguageTag: RegionalFormats]
        let reader: AnswerReader
        let display: any AnswerDisplay
        let captcha: any CaptchaSource
        let documents: DocumentLibrary
        let inboxes: [Inbox]
        let languages: [LanguageTag]
        let isSandbox: Bool
        let commandOptions: String
        let files: any FileSource
        let openFlows: Set<FlowName>?

        /// Makes the surroundings of walks; without `openFlows`, what can be gone on with is what the engine has.
        public init(
            catalogs: Catalogs,
            formats: [LanguageTag: RegionalFormats],
            reader: AnswerReader,
            display: any AnswerDisplay,
            captcha: any CaptchaSource,
            documents: DocumentLibrary,
            inboxes: [Inbox],
            languages: [LanguageTag],
            isSandbox: Bool,
            commandOptions: String = "",
            files: any FileSource = NoFiles(),
            openFlows: Set<FlowName>? = nil
        ) {
            self.catalogs = catalogs
            self.formats = formats
            self.reader = reader
            self.display = display
            self.captcha = captcha
            self.documents = documents
            self.inboxes = inboxes
            self.languages = languages
            self.isSandbox = isSandbox
            self.commandOptions = commandOptions
            self.files = files
            self.openFlows = openFlows
        }
    }

    let engine: SessionEngine
    let surroundings: Surroundings
    /// Of the flow that the session is pinned to at the moment.
    var builder: ScreenBuilder {
        ScreenBuilder(
            machine: session.machine,
            catalogs: surroundings.catalogs,
            formats: surroundings.formats,
            display: surroundings.display,
            openFlows: surroundings.openFlows ?? Set(engine.flows.keys)
        )
    }
    var session: LiveSession
    var input = ScreenInput()
    /// What the last event has found, in order.
    private(set) var found: [FieldProblem] = []
    var challenge: CaptchaChallenge
    /// Where something was typed last that did not hold.
    var untaken: Set<AnswerPath> = []

    /// Makes a walk of a session that was begun or loaded.
    public init(_ session: LiveSession, engine: SessionEngine, surroundings: Surroundings) {
        self.engine = engine
        self.surroundings = surroundings
        self.session = session
        challenge = surroundings.captcha.next(after: nil)
    }

    /// Where the walk stands.
    public var state: FlowState { session.state }
    /// The flow.
    public var definition: FlowDefinition { session.machine.definition }
    /// The languages that can be chosen, in the order they are offered.
    public var languages: [LanguageTag] { surroundings.languages }
    /// The language of the moment.
    public var language: LanguageTag { LanguageTag(session.state.locale) }
    /// The name under which the walk can be resumed.
    public var sessionID: SessionID { session.id }
    /// The command that goes on with the walk.
    public var resumeCommand: String {
        "paifang run --resume \(session.id)\(surroundings.commandOptions)"  // words: a command line
    }
    /// The time zone, an IANA name.
    public var zone: String { session.state.zone }
    /// Milliseconds since 1970.
    public var now: Int64 { engine.clock() }

    /// What is to be seen now, in the language of the moment; made anew at each access.
    public var screen: Screen {
        guard session.status != .stopped else { return emptyScreen("failure.machine") }
        guard session.status != .signedOut else { return emptyScreen("failure.signed_out") }
        guard session.isHeld else {
            return builder.screenOutside(of: session.state, because: .continuedElsewhere)
        }
        var input = input
        do throws(SessionFailure) {
            input.history = try engine.shownHistory(of: session, now: now)
        } catch {
            // The screen is only silent about what is left; a button that sends counts again.
            engine.log.warning("\(session.id): sends not counted: \(error)")
        }
        input.letterTrouble = letterTrouble
        input.captcha = surroundings.captcha.question(of: challenge, in: language)
        input.summaries = surroundings.documents.summaries(in: language)
        input.changes = surroundings.documents.changes(in: language)
        input.renewed = surroundings.documents.renewed(in: language)
        do throws(MachineFailure) {
            return try builder.screen(of: session.state, input: input, now: now)
        } catch {
            engine.log.error("\(session.id): no screen: \(error)")
            return emptyScreen("failure.machine")
        }
    }

    private func emptyScreen(_ key: MessageKey) -> Screen {
        builder.emptyScreen(of: session.state, notice: words(key, [:]))
    }

    /// Goes on from a form or a review.
    public func submit() -> WalkReply {
        guard session.isHeld else { return refuseHere() }
        // What was typed last and not taken stands on the screen; the answer before it must not go on in its place.
        if !untaken.isEmpty {
            input.refusal = nil
            for field in screen.fields
            where !field.isAnswered && !field.isOptional && input.problems[field.path] == nil {
                note(FieldProblem(field: field.path.field, item: field.path.item, reason: .missing))
            }
            return .problem
        }
        return take(.submitted(visit: state.visit, answers: [:]))
    }

    /// Presses a button.
    public func press(_ event: EventName) -> WalkReply {
        take(.pressed(visit: state.visit, event: event))
    }

    /// Goes back.
    public func goBack() -> WalkReply { take(.wentBack(visit: state.visit)) }

    /// Changes an answer, from a review.
    public func change(_ path: AnswerPath) -> WalkReply {
        take(.changeAsked(visit: state.visit, field: path.field))
    }

    /// Chooses a language.
    public func choose(language: LanguageTag) {
        guard languages.contains(language), language != self.language else { return }
        guard ![.stopped, .signedOut].contains(session.status), session.isHeld else {
            // Nothing is saved from here any more; what is shown can still be read in any language.
            session.state.locale = language.rawValue
            return
        }
        let kept = input
        let visit = state.visit
        let event = FlowEvent.languageChosen(language.rawValue)
        // Another terminal may have been faster at something else: that is no reason to refuse.
        if take(event) == .refused, self.language != language { _ = take(event) }
        // What stood on the screen stands there still, in other words.
        if state.visit == visit { input = kept }
    }

    /// Looks whether time or another terminal has moved the walk; true when the screen has changed.
    public func refresh() -> Bool {
        let before = session
        do {
            session = try engine.load(session.id, as: session.device)
        } catch {
            // Whatever it is, the next action will say so.
            return false
        }
        if session.state.visit != before.state.visit { forgetInput() }
        return session.state.sequence != before.state.sequence
    }

    /// Asks another question against robots.
    public func anotherCaptcha() {
        challenge = surroundings.captcha.next(after: challenge)
    }

    /// A document that can be accepted, in the language of the moment.
    public func document(_ name: String) -> LegalDocument? {
        surroundings.documents.document(name, in: language)
    }

    /// The countries that a text may mean, best first, as ISO 3166-1 alpha-2 codes.
    public func countryMatches(_ raw: String) -> [String] {
        surroundings.reader.countryMatches(raw, language: language)
    }

    /// Words of the front end itself.
    public func words(_ key: MessageKey, _ arguments: [String: MessageArgument]) -> Words {
        surroundings.catalogs.words(key, arguments, in: language, zone: zone)
    }

    /// Gives an event to the engine and keeps what the screen must say about it.
    func take(
        _ event: FlowEvent,
        secrets: [SecretRow] = [],
        files: [FileRow] = []
    ) -> WalkReply {
        let visit = session.state.visit
        let advance: Advance
        found = []
        do throws(SessionFailure) {
            advance = try engine.take(event, in: &session, secrets: secrets, files: files)
        } catch .store(.conflict) {
            _ = refresh()
            guard session.status != .signedOut else { return .failed("failure.signed_out") }
            input.refusal = session.isHeld ? .stale : .continuedElsewhere
            return .refused
        } catch {
            engine.log.error("\(session.id): \(error)")
            // It may have moved all the same, and then could not go on.
            if session.state.visit != visit { forgetInput() }
            return .failed(Walk.key(of: error))
        }
        if session.state.visit != visit { forgetInput() }
        input.refusal = advance.refusal
        if advance.refusal != nil { return .refused }
        guard session.state.visit == visit else { return .moved }
        found = advance.problems
        // Of several at one place the first is shown.
        for problem in found.reversed() { note(problem) }
        return advance.problems.isEmpty ? .accepted : .problem
    }

    private func forgetInput() {
        input = ScreenInput()
        untaken = []
    }

    /// Puts a problem where it is seen.
    private func note(_ problem: FieldProblem) {
        let path = AnswerPath(problem.field, item: problem.item)
        let field = definition.field(problem.field)
        guard problem.item == nil, case .list(let parts, let count)? = field?.type else {
            input.problems[path] = problem
            return
        }
        // A list has no line of its own: its first record shows what is wrong with all of them.
        let items = (0..<count).flatMap { index in
            parts.map { ItemPath(index: index, field: $0.name) }
        }
        for item in problem.reason == .missing ? items : Array(items.prefix(1)) {
            input.problems[AnswerPath(problem.field, item: item)] = FieldProblem(
                field: problem.field,
                item: item,
                reason: problem.reason
            )
        }
    }

    /// What the person is told when the service can't do its work.
    static func key(of failure: SessionFailure) -> MessageKey {
        switch failure {
        case .store: "failure.store"
        case .machine, .stopped: "failure.machine"
        case .signedOut: "failure.signed_out"
        case .noSession: "failure.no_session"
        case .noFlow: "failure.no_flow"
        case .noTexts: "failure.no_texts"
        case .damaged: "failure.damaged"
        case .vault: "failure.vault"
        }
    }
}
