public import Flows

/// Something that happens on a generated path, said as scenarios say it.
public enum PathEvent: Hashable, Sendable {
    /// A form or review is finished with these answers, beside those given before.
    case submit([SampleAnswer])
    /// A button is pressed.
    case press(EventName)
    /// The link of the newest such letter is opened.
    case openLink(LetterName)
    /// The effect that is awaited ends.
    case effect(EffectName, OutcomeName, gives: [SampleAnswer])
    /// The host says something.
    case signal(EventName)
    /// The person goes back.
    case back
    /// The person wants to change an answer, from a review.
    case change(FieldName)
    /// A wrong code or secret is given.
    case fail(FieldName)
    /// Nothing but time.
    case wait
}

/// One event of a path, and where it leads.
public struct PathStep: Hashable, Sendable {
    /// How long after the event before, in milliseconds.
    public let after: Int64
    /// What happens.
    public let event: PathEvent
    /// The step where the walk stands then.
    public let arrival: StepName

    /// Makes a step of a path.
    public init(after: Int64, event: PathEvent, arrival: StepName) {
        self.after = after
        self.event = event
        self.arrival = arrival
    }
}

extension VirtualWalk {
    /// The event as the machine takes it here; `nil` where there is no such link, or no call to end.
    public func event(for event: PathEvent) -> FlowEvent? {
        let visit = state.visit
        switch event {
        case .submit(let answers):
            // What can't be tried any more is not judged.
            if triesLeft == 0, let tried = answers.values.first(where: { $0.value == .passed }) {
                return .triesUsedUp(visit: visit, field: tried.key)
            }
            return .submitted(visit: visit, answers: answers.values)
        case .press(let name): return .pressed(visit: visit, event: name)
        case .openLink(let letter):
            let link = state.links.last { link in
                link.status == .open
                    && machine.definition.steps[link.step].sends.contains {
                        $0.name == letter && $0.link == link.event
                    }
            }
            return link.map { .linkOpened(hash: $0.hash) }
        case .effect(_, let outcome, let gives):
            return state.pendingCall.map {
                .effectEnded(key: $0, outcome: outcome, gives: gives.values)
            }
        case .signal(let name): return .signalled(name)
        case .back: return .wentBack(visit: visit)
        case .change(let field): return .changeAsked(visit: visit, field: field)
        case .fail(let field):
            return triesLeft.map { $0 <= 1 } ?? false
                ? .triesUsedUp(visit: visit, field: field)
                : .answerFailed(visit: visit, field: field)
        case .wait: return .timePassed
        }
    }
}

extension PathEvent {
    /// Whether it is something that a person does.
    public var isOfPerson: Bool {
        switch self {
        case .submit, .press, .openLink, .back, .change, .fail: true
        case .effect, .signal, .wait: false
        }
    }
}
