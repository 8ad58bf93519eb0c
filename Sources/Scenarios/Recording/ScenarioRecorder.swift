public import Flows
import Localization
import Screens

/// Writes a scenario of a walk while it is walked.
///
/// Overview: beside the real walk a second one is played, as scenarios are, with samples where the first has what is
/// personal or secret. An entry is written only where both stand at the same step, refused and wrong in the same way;
/// so the scenario passes, and nothing that was typed is in it but answers to fields that are neither personal nor
/// secret, in the form in which they are stored.
/// What is not here: the walk itself, and the file.
public struct ScenarioRecorder {
    /// Why the recording ends before the walk.
    public private(set) var end: StepName?
    /// How many actions that changed nothing could not be said.
    public private(set) var leftOut = 0

    private(set) var player: Player?
    private(set) var entries: [RecordedEntry] = []
    /// The real moment before the next action.
    private var before: RecordedMoment
    /// When the real walk began.
    private let beginning: Int64
    /// What was typed and taken since the last entry.
    private var typed: Set<FieldName> = []
    /// When the call was made whose outcome is awaited, on the clock of the walk beside.
    private var calledAt: Int64 = 0
    /// What can be met from each step; worked out once.
    private let conditions: ConditionsAhead?
    let locale: String
    let flow: FlowName

    /// Begins a recording of a walk that begins.
    public init(of flow: FlowName, on stage: Stage, at moment: RecordedMoment) {
        before = moment
        beginning = moment.now
        locale = moment.state.locale
        self.flow = flow
        conditions = stage.flows[flow].map {
            ConditionsAhead($0.definition, map: FlowMap($0.definition))
        }
        guard let stageFlow = stage.flows[flow] else { return }
        var given = Given()
        given.clock = moment.now - moment.now % 1_000
        given.zone = moment.state.zone
        given.input = StandIns.input(of: stageFlow, in: moment)
        let player = try? Player(
            given,
            flow: stageFlow,
            on: stage,
            language: LanguageTag(moment.state.locale),
            seed: 1,
            observer: Observer(stage: stage)
        )
        // What begins with a call of the host is not said by any entry.
        guard let player, player.state.step == moment.state.step else {
            end = stageFlow.definition.steps[moment.state.step].name
            return
        }
        self.player = player
    }

    /// Notes that an answer was taken; what it is stands in the state.
    public mutating func noteAnswer(to field: FieldName, _ moment: RecordedMoment) {
        typed.insert(field)
        before = moment
    }

    /// Notes an action, and where the walk stands behind it.
    public mutating func note(_ action: RecordedAction, _ moment: RecordedMoment) {
        defer { before = moment }
        guard end == nil, let player else { return }
        let hasMoved = moment.state.visit != before.state.visit
        if action == .wait, !hasMoved { return }
        if let (next, entry) = attempt(action, from: player, moment) {
            if next.state.pendingCall != player.state.pendingCall { calledAt = next.now }
            self.player = next
            entries.append(entry)
            if hasMoved || action == .submit { typed = [] }
        } else if hasMoved || moment.state.outcome != before.state.outcome {
            end = player.step.name
        } else {
            leftOut += 1
        }
    }

    // MARK: - The walk beside

    /// The walk beside after the action, if it goes as the real one did.
    private func attempt(
        _ action: RecordedAction,
        from player: Player,
        _ moment: RecordedMoment
    ) -> (Player, RecordedEntry)? {
        let passed = (moment.now - beginning) - (player.now - player.given.clock)
        let wait = max(0, passed - passed % 1_000)
        // Seconds are rounded down, so a second more or less may be what a limit or a timer waits for.
        for wait in [wait, wait + 1_000, wait - 1_000] where wait >= 0 {
            for var start in starts(player, action, after: wait, moment) {
                start.given.effects = Outcomes.met(by: start)
                let known = start.given.effects
                for variant in variants(of: action, at: start, moment) {
                    for outcomes in Outcomes.all(for: start, moment) {
                        var next = start
                        next.given.effects = known.merging(outcomes.effects(after: start)) { $1 }
                        if let variant, (try? next.perform(variant)) == nil { continue }
                        guard
                            let entry = entry(variant, after: wait, next, player, moment, action)
                        else { continue }
                        next.given.effects = Outcomes.met(by: next)
                        return (next, entry)
                    }
                }
            }
        }
        return nil
    }

    /// The walk beside after the time that has passed, as the host may have had a hand in it: it may have answered an
    /// open call, and calls that time led to.
    private func starts(
        _ player: Player,
        _ action: RecordedAction,
        after wait: Int64,
        _ moment: RecordedMoment
    ) -> [Player] {
        var player = player
        if action != .wait, !isKeeping(action) { player.forgetRefusal() }
        guard wait > 0 else { return [player] }
        return ([player] + answered(player, after: wait, moment)).flatMap { before -> [Player] in
            var starts: [Player] = []
            for outcomes in Outcomes.all(for: before, moment) {
                var start = before
                start.given.effects.merge(outcomes.effects(after: before)) { $1 }
                guard (try? start.wait(wait)) != nil else { continue }
                starts.append(start)
                // Without another call they are all the same.
                if start.calls == before.calls { break }
            }
            return starts
        }
    }

    /// The walk beside as it would be if the host answered the open call after so long, by outcome.
    private func answered(
        _ player: Player,
        after wait: Int64,
        _ moment: RecordedMoment
    ) -> [Player] {
        guard player.state.pendingCall != nil, case .call(let name) = player.step.kind,
            let effect = player.definition.effect(name)
        else { return [] }
        return effect.outcomes.compactMap { outcome in
            let late = CannedOutcome(
                outcome: outcome.name,
                gives: Outcomes.gives(of: outcome, in: player.definition, moment),
                after: player.now - calledAt + wait
            )
            var other = player
            return (try? other.endOpenCall(as: late, in: wait)).map { other }
        }
    }

    private func isKeeping(_ action: RecordedAction) -> Bool {
        if case .switchLocale = action { true } else { false }
    }

    /// The entry, if the walk beside stands as the real one does.
    private func entry(
        _ variant: ScenarioAction?,
        after wait: Int64,
        _ next: Player,
        _ player: Player,
        _ moment: RecordedMoment,
        _ action: RecordedAction
    ) -> RecordedEntry? {
        let shadow = RecordedMoment(
            state: next.state,
            now: next.now,
            problems: next.problems,
            refusal: next.input.refusal
        )
        let refusal = moment.refusal(since: before.state.visit)
        let hasMoved = moment.state.visit != before.state.visit
        let own = moment.state
        guard next.state.step == own.step, next.state.outcome == own.outcome,
            next.state.locale == own.locale,
            (next.state.pendingCall == nil) == (own.pendingCall == nil),
            (next.state.visit != player.state.visit) == hasMoved,
            shadow.refusal(since: player.state.visit) == refusal
        else { return nil }
        var problems: [FieldProblem] = []
        if !hasMoved, refusal == nil, !isKeeping(action) {
            let expected = Self.problems(of: action, in: moment)
            for problem in expected {
                let isSame = next.problems.contains {
                    $0.field == problem.field && $0.reason.name == problem.reason.name
                }
                guard isSame else { return nil }
            }
            let fields = Set(expected.map(\.field))
            problems = next.problems.filter { fields.contains($0.field) }
        }
        return RecordedEntry(
            after: wait,
            action: variant,
            step: next.step.name,
            refusal: refusal,
            problems: problems,
            outcome: next.state.outcome
        )
    }

    /// What an action was told to be wrong.
    private static func problems(
        of action: RecordedAction,
        in moment: RecordedMoment
    ) -> [FieldProblem] {
        switch action {
        case .wrong(let path):
            moment.problems.filter { $0.field == path.field && $0.item == path.item }
        case .submit: moment.problems
        case .press, .back, .change, .openLink, .switchLocale, .wait: []
        }
    }

    /// The actions of scenarios that may say what was done, the likeliest first.
    private func variants(
        of action: RecordedAction,
        at start: Player,
        _ moment: RecordedMoment
    ) -> [ScenarioAction?] {
        switch action {
        case .wait:
            // What nobody here has done, the host may have.
            let signals = start.step.events.filter { $0.source == .signal }
            return [nil] + signals.map { .signal($0.name) }
        case .press(let event):
            return [.press(event, isLate: false), .press(event, isLate: true)]
        case .back: return [.back(isLate: false), .back(isLate: true)]
        case .change(let field): return [.change(field)]
        case .switchLocale(let tag): return [.switchLocale(tag)]
        case .openLink:
            let names = start.letters.filter { $0.hash != nil }.map(\.name)
            let last = Set(names).sorted().map { ScenarioAction.openLink(letter: $0, which: nil) }
            let earlier = names.enumerated().map { index, name in
                ScenarioAction.openLink(
                    letter: name,
                    which: names[0...index].count { $0 == name }
                )
            }
            return last + earlier + [.openForgedLink]
        case .wrong(let path) where moment.state.visit != before.state.visit:
            let last = WrongAnswers.last(at: path, of: start)
            return last.map { .submit([$0], isLate: false) } + [nil]
        case .submit, .wrong:
            guard let conditions else { return [] }
            let isWhole = action == .submit
            let problems = Self.problems(of: action, in: moment)
            let wrong = isWhole ? problems.filter { $0.reason != .missing } : problems
            let standIns = StandIns(
                player: start,
                conditions: conditions,
                // Who leaves a form may lose what was in it: the answers are those before.
                moment: isWhole ? before : moment,
                typed: typed
            )
            let submits = [false, true].flatMap { isFresh in
                let isTaken = isWhole && moment.problems.isEmpty
                let answers = standIns.answers(isWhole: isTaken, isFresh: isFresh)
                return standIns.submits(answers, wrong: wrong)
            }
            return submits + (isWhole ? [.submit([], isLate: true)] : [])
        }
    }
}
