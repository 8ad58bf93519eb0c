public import Documents

/// One place of a flow, with all ways that lead out of it.
public struct StepDefinition: Sendable {
    /// What happens at a step; follows from its key.
    public enum Kind: Sendable {
        /// Asks the fields of these slots, in this order.
        case form(fields: [Int])
        /// Shows all answers since the last barrier, each with a way to change it.
        case review
        /// Asks the host and waits for the outcome.
        case call(EffectName)
        /// Waits for an event.
        case waiting
        /// Goes on at once.
        case branch
        /// Ends the flow; `offers` name flows to go on with.
        case end(OutcomeName, offers: [FlowName])
    }

    /// Its name.
    public var name: StepName
    /// What happens there.
    public var kind: Kind
    /// Whether there is a way back out of it.
    public var allowsBack = true
    /// What is sent on entering.
    public var sends: [SendDefinition] = []
    /// What may happen there besides submitting a form, in file order.
    public var events: [EventDefinition] = []
    /// What time brings, shortest first.
    public var timers: [TimerDefinition] = []
    /// How often a wrong answer is borne.
    public var attempts: AttemptsDefinition?
    /// Where a form, a review or a branch goes on.
    public var next: Route?
    /// The sub-flow that begins here, by its index among the flow's runs; the step is a branch into it.
    public var run: Int?
    /// As what a sub-flow ends here; the step is a branch back to the flow that runs it.
    public var leavesAs: OutcomeName?
    /// Where its name stands.
    public var range: SourceRange

    /// Makes a step without any of the optional parts.
    public init(name: StepName, kind: Kind, range: SourceRange) {
        self.name = name
        self.kind = kind
        self.range = range
    }

    /// The event of a name, or `nil` where the step has none.
    public func event(_ name: EventName) -> EventDefinition? { events.first { $0.name == name } }
}

/// Where to go: the first branch whose condition holds, else the last target.
public struct Route: Sendable {
    /// A condition with the place it leads to.
    public struct Branch: Sendable {
        /// When it is taken.
        public var condition: Condition
        /// Where it leads.
        public var target: Target

        /// Makes a branch.
        public init(condition: Condition, target: Target) {
            self.condition = condition
            self.target = target
        }
    }

    /// The place a route leads to.
    public enum Target: Sendable, Hashable {
        /// The step with this index is entered, even if it is the present one.
        case step(Int)
        /// The step is not left and its timers go on.
        case stay
    }

    /// The branches, in file order.
    public var branches: [Branch]
    /// The target when no branch is taken.
    public var otherwise: Target
    /// Where the route stands.
    public var range: SourceRange

    /// Makes a route.
    public init(branches: [Branch] = [], otherwise: Target, range: SourceRange) {
        self.branches = branches
        self.otherwise = otherwise
        self.range = range
    }

    /// Every target, in file order.
    public var targets: [Target] { branches.map(\.target) + [otherwise] }
}

/// Something that may happen at a step.
public struct EventDefinition: Sendable {
    /// Who brings an event about.
    public enum Source: Sendable, Hashable {
        /// The person, by a button.
        case button
        /// The person, by opening a link that the step sent.
        case link
        /// An outcome of the step's effect.
        case outcome
        /// The host, at any time.
        case signal
    }

    /// Its name.
    public var name: EventName
    /// Who brings it about.
    public var source: Source
    /// When it is possible; always, where there is none.
    public var condition: Condition?
    /// Where it leads.
    public var route: Route
    /// Where its name stands.
    public var range: SourceRange

    /// Makes an event.
    public init(
        name: EventName,
        source: Source,
        condition: Condition? = nil,
        route: Route,
        range: SourceRange
    ) {
        self.name = name
        self.source = source
        self.condition = condition
        self.route = route
        self.range = range
    }
}

/// A deadline that begins when a step is entered.
public struct TimerDefinition: Sendable {
    /// How long after entering, in milliseconds.
    public var after: Int64
    /// The index of the step it leads to.
    public var target: Int
    /// Where the duration stands.
    public var range: SourceRange

    /// Makes a timer.
    public init(after: Int64, target: Int, range: SourceRange) {
        self.after = after
        self.target = target
        self.range = range
    }
}

/// How many wrong answers a step bears, and where the next one leads.
public struct AttemptsDefinition: Sendable {
    /// How many are borne.
    public var times: Int
    /// The index of the step that is entered after the last.
    public var target: Int
    /// By what they are counted beside this walk; `nil` where the walk alone counts.
    public var limit: LimitDefinition?

    /// Makes an attempts rule.
    public init(times: Int, target: Int, limit: LimitDefinition? = nil) {
        self.times = times
        self.target = target
        self.limit = limit
    }
}
