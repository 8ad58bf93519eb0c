public import Flows
public import Localization

/// Makes screens of one flow.
///
/// Overview: state, language and what was just typed go in; a `Screen` with all its words comes out.
/// Responsibilities: which words stand where, by the key conventions; values in the reader's formats.
/// What is not here: drawing, reading answers, moving the walk.
public struct ScreenBuilder: Sendable {
    let machine: FlowMachine
    let catalogs: Catalogs
    let formats: [LanguageTag: RegionalFormats]
    let display: any AnswerDisplay
    let openFlows: Set<FlowName>
    /// The slots of the fields, and the places of the constants, by name.
    let slots: [FieldName: Int]
    let constants: [FieldName: Int]
    let stock: ScreenStock

    /// Makes a builder.
    ///
    /// - Parameters:
    ///   - machine: The flow's machine.
    ///   - catalogs: The words of all languages.
    ///   - formats: The formats of all languages that a session may choose.
    ///   - display: Shows phone numbers and mail addresses as people write them.
    ///   - openFlows: The flows that there are; others are named at an end, but can't be gone on with.
    public init(
        machine: FlowMachine,
        catalogs: Catalogs,
        formats: [LanguageTag: RegionalFormats],
        display: any AnswerDisplay,
        openFlows: Set<FlowName> = []
    ) {
        self.machine = machine
        self.catalogs = catalogs
        self.formats = formats
        self.display = display
        self.openFlows = openFlows
        let flow = machine.definition
        stock = ScreenStock(flow, catalogs)
        slots = Dictionary(flow.fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        constants = Dictionary(flow.constants.enumerated().map { ($1.name, $0) }) {
            first,
            _ in first
        }
    }

    /// The screen of a state in the state's language.
    ///
    /// - Parameters:
    ///   - state: Where the walk stands.
    ///   - input: What was just typed or refused.
    ///   - now: Milliseconds since 1970.
    ///   - slots: The fields it is to have, for whoever does not need all of them.
    /// - Returns: The screen, with all its words.
    /// - Throws: `MachineFailure` when a condition of the step can't be evaluated.
    public func screen(
        of state: FlowState,
        input: ScreenInput,
        now: Int64,
        showing slots: [Int]? = nil
    ) throws(MachineFailure) -> Screen {
        let words = ScreenWords(builder: self, state: state, now: now, input: input)
        let step = machine.definition.steps[state.step]
        let flow = machine.definition.name
        let messages = words.messages.steps[state.step]
        var screen = Screen(
            flow: flow,
            step: step.name,
            visit: state.visit,
            kind: kind(of: step),
            language: words.language,
            flowTitle: words.required(words.messages.title),
            title: words.required(messages.title)
        )
        // The words of a step that sends say that something was sent.
        if state.unsent == nil { screen.intro = words.optional(messages.intro) }
        screen.help = words.optional(messages.help)
        screen.advice = words.optional(messages.advice)
        screen.progress = machine.progress(of: state, now: now).map {
            Screen.Progress(position: $0.position, count: $0.count)
        }
        // What was refused just now for the same reason tells the newer moment.
        let unsent = state.unsent.flatMap { $0.reason == input.refusal?.reason ? nil : $0 }
        screen.notices = [input.refusal, unsent].compactMap(\.self)
            .filter { !$0.isOver(at: now) }.map(words.refusal)
        if state.outcome == nil, let moment = machine.definition.opening?.closing(near: now) {
            let words = words.required(
                ["\(flow).closing"],
                ["closes_at": .time(milliseconds: moment)]
            )
            screen.notices.append(words)
        }
        screen.fields = try FieldScreens(builder: self, state: state, words: words).fields(
            of: slots ?? shownSlots(of: step, state)
        )
        screen.buttons = try buttons(of: step, state: state, words: words)
        screen.allowsBack = try machine.canGoBack(state, now: now)
        screen.timing = timing(of: step, words: words)
        if let trouble = input.letterTrouble, let recipient = screen.timing?.recipient {
            let isShort = step.sends.first?.channel == .sms
            screen.notices.append(words.trouble(trouble, to: recipient, isShortMessage: isShort))
        }
        if case .end(_, let offers) = step.kind {
            screen.offers = offers.map {
                FlowOffer(
                    flow: $0,
                    words: words.required("\(messages.prefix).offer.\($0)"),
                    isOpen: openFlows.contains($0)
                )
            }
        }
        return screen
    }

    /// The buttons and the times of a screen, for whoever asks for nothing else of it.
    ///
    /// Parameters and failures are those of ``screen(of:input:now:)``.
    public func controls(
        of state: FlowState,
        input: ScreenInput,
        now: Int64
    ) throws(MachineFailure) -> (buttons: [ScreenButton], timing: ScreenTiming?) {
        let words = ScreenWords(builder: self, state: state, now: now, input: input)
        let step = machine.definition.steps[state.step]
        return (
            try buttons(of: step, state: state, words: words), timing(of: step, words: words)
        )
    }

    private func kind(of step: StepDefinition) -> Screen.Kind {
        switch step.kind {
        case .form: .form
        case .review: .review
        case .waiting, .branch: .waiting
        case .call: .working
        case .end: .end
        }
    }

    private func shownSlots(of step: StepDefinition, _ state: FlowState) -> [Int] {
        switch step.kind {
        case .form(let slots): slots
        // Documents that were accepted and proofs that were given are no answers to look through.
        case .review: machine.reviewed(in: state).filter(isReviewed)
        case .call, .waiting, .branch, .end: []
        }
    }

    private func isReviewed(_ slot: Int) -> Bool {
        switch machine.definition.fields[slot].type {
        case .captcha, .code, .consent: false
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .list, .file, .secret:
            true
        }
    }

    private func buttons(
        of step: StepDefinition,
        state: FlowState,
        words: ScreenWords
    ) throws(MachineFailure) -> [ScreenButton] {
        var buttons: [ScreenButton] = []
        let labels = words.messages.steps[state.step].events
        for (event, label) in zip(step.events, labels)
        where event.source == .button && state.outcome == nil {
            if let condition = event.condition,
                try !machine.rules.isHolding(condition, state: state, now: words.now)
            {
                continue
            }
            let (readyAt, isUsedUp) = try readiness(of: event, words: words)
            buttons.append(
                ScreenButton(
                    event: event.name,
                    words: words.required(label),
                    readyAt: readyAt,
                    isUsedUp: isUsedUp
                )
            )
        }
        return buttons
    }

    /// When a button that sends something can be pressed.
    private func readiness(
        of event: EventDefinition,
        words: ScreenWords
    ) throws(MachineFailure) -> (readyAt: Int64?, isUsedUp: Bool) {
        guard
            let (target, limit) = try machine.limit(
                behind: event,
                in: words.state,
                now: words.now
            ),
            let history = words.input.history[target]
        else { return (nil, false) }
        guard let moment = limit.nextMoment(after: history, now: words.now) else {
            return (nil, true)
        }
        return (moment > words.now ? moment : nil, false)
    }

    private func timing(of step: StepDefinition, words: ScreenWords) -> ScreenTiming? {
        guard let send = step.sends.first, words.state.outcome == nil else { return nil }
        var timing = ScreenTiming()
        // By the step and not by its links: a known address must not be told from an unknown one.
        if words.state.unsent == nil, step.sends.contains(where: { $0.link != nil }) {
            timing.linksExpireAt = words.state.deadlines.first?.at
        }
        // What nobody can have sent again from here is not counted before their eyes.
        let isRepeated = step.events.contains { event in
            event.source == .button && event.route.targets.contains(.step(words.state.step))
        }
        if isRepeated, let limit = send.limit, let history = words.input.history[words.state.step] {
            timing.sendsLeft = limit.left(after: history, now: words.now)
            timing.nextSendAt = limit.nextMoment(after: history, now: words.now)
        }
        if case .text(let recipient)? = words.state.fields[send.recipient] {
            timing.recipient = display.shown(
                recipient,
                as: machine.definition.fields[send.recipient].type
            )
        }
        return timing
    }
}

extension ScreenBuilder {
    /// The values that messages about a state may use; those of a letter are its step's.
    public func messageArguments(
        of state: FlowState,
        sentBy step: Int? = nil,
        now: Int64
    ) -> [String: MessageArgument] {
        StepArguments(step ?? state.step, of: self, state: state, input: ScreenInput(), now: now)
            .all
    }
}

extension ScreenBuilder {
    /// The words of an option in a language.
    public func option(
        _ option: ChoiceOption,
        keyPath: String,
        in language: LanguageTag,
        argument: (String) -> MessageArgument? = { _ in nil }
    ) -> Words {
        let message =
            stock.messages(in: language).message(of: option, at: keyPath)
            ?? catalogs.message(
                firstOf: FieldKeys(keyPath, in: machine.definition).keys(of: option)
                    .map { MessageKey($0) },
                in: language
            )
        return message.words(argument: argument)
    }

    /// What a device sees that does not hold the walk: why, and nothing of what was answered.
    public func screenOutside(of state: FlowState, because refusal: Refusal) -> Screen {
        var blank = state
        for slot in blank.fields.indices { blank.fields[slot] = nil }
        let words = ScreenWords(builder: self, state: blank, now: 0, input: ScreenInput())
        let title = words.required(words.messages.title)
        var screen = Screen(
            flow: machine.definition.name,
            step: machine.definition.steps[0].name,
            visit: 0,
            kind: .waiting,
            language: words.language,
            flowTitle: title,
            title: title
        )
        screen.notices = [words.refusal(refusal)]
        return screen
    }

    /// A screen that only says why there is none.
    public func emptyScreen(of state: FlowState, notice: Words) -> Screen {
        let step = machine.definition.steps[state.step]
        let words = ScreenWords(builder: self, state: state, now: 0, input: ScreenInput())
        var screen = Screen(
            flow: machine.definition.name,
            step: step.name,
            visit: state.visit,
            kind: .waiting,
            language: words.language,
            flowTitle: words.required(words.messages.title),
            title: words.required(words.messages.steps[state.step].title)
        )
        screen.notices = [notice]
        return screen
    }
}
