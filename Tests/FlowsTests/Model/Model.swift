import Expressions

@testable import Flows

/// What the format of flows says happens, told a second time: slowly, plainly, and everything by name.
///
/// It shares no code with `FlowMachine`. Its texts are docs/flow-format.md and the decisions; where they
/// leave something open, the reading is said in a comment. Conditions are evaluated by `Expressions`, which
/// has tests and a conformance suite of its own.
struct Model {
    let flow: ModelFlow
    let formats: any FieldFormats
    var step = ""
    var visit = 0
    var locale: String
    var zone: String
    var values: [String: FieldValue] = [:]
    var fixed: Set<String> = []
    var deadlines: [(at: Int64, target: String)] = []
    var links: [ModelLink] = []
    /// The forms and reviews behind, oldest first.
    var trail: [String] = []
    /// The forms that were left complete since the last barrier.
    var finished: Set<String> = []
    /// The review to which a changed answer returns.
    var review: String?
    /// Whether the present form was entered from that review.
    var isChanging = false
    var wrong: [String: Int] = [:]
    /// The effects that were called, in order.
    var calls: [String] = []
    /// Which of the calls is waited for.
    var pending: Int?
    /// The last call of an effect that is called once which was left without an outcome, and what it was given.
    var leftCall: (number: Int, values: [FieldValue?])?
    /// The fields that hold what was prefilled, as long as nobody has answered them.
    var prefilled: Set<String> = []
    /// The fields whose answer was cleared because another was changed.
    var cleared: Set<String> = []
    var succeeded: [String: String] = [:]
    var lastTouch: Int64
    var hasExpired = false
    var outcome: String?
    /// Whether the notice that the flow closes has been taken account of.
    var hasHeardOfClosing = false
    /// How many devices have held the walk before this one.
    var devices = 0
    /// What was answered on those, and not again since.
    var hidden: Set<String> = []
    /// What was kept back at the entry to this step.
    var unsent: Refusal?
    /// Everything that was sent under a limit.
    var log: [ModelSent]
    /// When the present event happens; what it brings about may lie earlier, at a deadline.
    var clock: Int64
    /// What the present event has brought about.
    var reply = ModelReply()

    /// Begins a walk.
    init(
        _ flow: ModelFlow,
        formats: any FieldFormats,
        input: [String: FieldValue],
        locale: String,
        zone: String,
        now: Int64,
        log: [ModelSent]
    ) {
        self.flow = flow
        self.formats = formats
        self.locale = locale
        self.zone = zone
        self.log = log
        lastTouch = now
        clock = now
        for field in flow.fields {
            // Whatever has a default is set from the start.
            if let value = input[field.name] ?? field.defaultValue { values[field.name] = value }
        }
        if let opening = flow.opening, now < opening.from ?? now || now >= opening.until ?? .max {
            enter(opening.closed, at: now)
        } else {
            enter(flow.steps[0].name, at: now)
        }
        // Who begins while the notice is up reads it on every screen.
        hasHeardOfClosing = noticeMoment.map { now >= $0 } ?? true
    }

    /// What happens to a walk, as a script says it.
    ///
    /// What a device does that held the walk so many devices ago does nothing at all; the first is never older.
    mutating func take(_ event: ScriptEvent, devicesAgo: Int = 0, now: Int64) {
        reply = ModelReply()
        guard min(devicesAgo, devices) == 0 else {
            reply.refusal = .continuedElsewhere
            return
        }
        clock = now
        let visitBefore = visit
        passTime(now)
        let isWritten = hearOfClosing(now)
        happen(event, visitBefore: visitBefore, now)
        // Who has just come to an end, or has taken the address away, is not written to.
        guard isWritten, outcome == nil, values["email"] != nil else { return }
        reply.letters.append(
            ModelReply.Letter(name: "closing", at: now, expiresAt: nil, hasLink: false)
        )
    }

    private mutating func happen(_ event: ScriptEvent, visitBefore: Int, _ now: Int64) {
        if case .languageChosen(let language) = event {
            // Nothing but the words changes, at an end as well.
            locale = language
            touch(now)
            return
        }
        if case .timePassed = event { return }
        if case .opened(let link) = event {
            open(link, now)
            return
        }
        if case .openedElsewhere(let link, let code) = event {
            open(link, now, elsewhere: code)
            return
        }
        guard outcome == nil else {
            reply.refusal = .ended
            return
        }
        if let age = event.age, age != 0 || visit != visitBefore {
            reply.refusal = .stale
            return
        }
        switch event {
        case .answered(let answers, _): answer(answers, isSubmit: false, now)
        case .submitted(let answers, _): answer(answers, isSubmit: true, now)
        case .pressed(let name, _): press(name, now)
        case .wentBack: goBack(now)
        case .changeAsked(let field, _): change(field, now)
        case .failed(let field, _): fail(field, isLast: false, now)
        case .triedOut(let field, _): fail(field, isLast: true, now)
        case .ended(let call, let outcome, let gives): end(call, outcome, gives, now)
        case .signalled(let name): signal(name, now)
        case .languageChosen, .timePassed, .opened, .openedElsewhere: break
        }
    }

    /// The person has done something.
    mutating func touch(_ now: Int64) {
        lastTouch = now
        hasExpired = false
    }

    /// The next moment at which time does something.
    var nextMoment: Int64? {
        guard outcome == nil else { return nil }
        var moments = deadlines.map(\.at)
        if let noticeMoment, !hasHeardOfClosing { moments.append(noticeMoment) }
        // Who rests where idle walks end is not disturbed there.
        if let expires = flow.expires, !hasExpired, expires.target != step {
            moments.append(lastTouch + expires.after)
        }
        return moments.min()
    }

    /// Deadlines come first, and each at its own moment: what follows counts from there.
    private mutating func passTime(_ now: Int64) {
        while outcome == nil {
            let deadline = deadlines.min { $0.at < $1.at }
            if let expires = flow.expires, !hasExpired, lastTouch + expires.after <= now,
                deadline.map({ lastTouch + expires.after < $0.at }) ?? true
            {
                hasExpired = true
                if expires.target == step { continue }
                leave(links: .expired)
                enter(expires.target, at: lastTouch + expires.after)
            } else if let deadline, deadline.at <= now {
                leave(links: .expired)
                enter(deadline.target, at: deadline.at)
            } else {
                return
            }
        }
    }

    // MARK: - Events

    private mutating func press(_ name: String, _ now: Int64) {
        guard let event = flow.step(step).event(name), isButton(event), isThere(event, now) else {
            reply.refusal = .notHere
            return
        }
        let target = way(event.ways, now)
        // Only a button that leads straight to the step that sends is refused.
        if target != "stay", let refusal = heldBack(at: target, now) {
            reply.refusal = refusal
            return
        }
        touch(now)
        guard target != "stay" else { return }
        putBehind(isFinished: false)
        go(target, now)
    }

    private mutating func end(
        _ call: Int?,
        _ outcome: String,
        _ gives: [String: FieldValue],
        _ now: Int64
    ) {
        // The outcome of a call that nobody waits for any more answers an earlier visit.
        guard let call, call == pending, let event = flow.step(step).event(outcome) else {
            reply.refusal = .stale
            return
        }
        pending = nil
        if leftCall?.number == call { leftCall = nil }
        let effect = flow.effects[calls[call]] ?? ModelEffect()
        // Who can't be reached may have done it: it is the same call when it is made again.
        if outcome == "unavailable", effect.isOnce {
            leftCall = (call, effect.takes.map { values[$0] })
        }
        let ending = effect.outcomes[outcome] ?? ([], false)
        // What was handed on is kept by nobody behind it.
        if outcome != "unavailable" {
            for name in effect.takes where flow.field(name).isRelay { values[name] = nil }
        }
        for name in ending.gives {
            values[name] = gives[name]
            hidden.remove(name)
        }
        if ending.isSuccess {
            succeeded[calls[call]] = outcome
            for name in effect.takes where flow.field(name).isSetOnce && values[name] != nil {
                fixed.insert(name)
            }
        }
        go(way(event.ways, now), now)
    }

    private mutating func signal(_ name: String, _ now: Int64) {
        guard flow.signals.contains(name), let event = flow.step(step).event(name) else {
            reply.refusal = .notHere
            return
        }
        go(way(event.ways, now), now)
    }

    private mutating func fail(_ field: String, isLast: Bool, _ now: Int64) {
        guard flow.step(step).asks.contains(field) else {
            reply.refusal = .notHere
            return
        }
        reply.problems = [
            FieldProblem(field: FieldName(field), reason: .type(reason: "wrong", arguments: [:]))
        ]
        touch(now)
        guard let attempts = flow.step(step).attempts else { return }
        if !isLast {
            if flow.step(step).countsBeyondWalk { return }
            wrong[step, default: 0] += 1
            guard wrong[step] == attempts.times else { return }
        }
        // Behind the last there is no way back.
        wrong[step] = nil
        leave()
        trail = []
        finished = []
        review = nil
        enter(attempts.target, at: now)
    }
}

/// What an event has brought about.
struct ModelReply: Equatable {
    struct Letter: Equatable {
        var name: String
        var at: Int64
        var expiresAt: Int64?
        var hasLink: Bool
    }

    var refusal: Refusal?
    var problems: [FieldProblem] = []
    var letters: [Letter] = []
    var calls: [String] = []
    var end: String?
}
