import Expressions

@testable import Flows

/// How the model gets from step to step.
extension Model {
    /// Goes where a route has led.
    mutating func go(_ target: String, _ now: Int64) {
        guard target != "stay" else { return }
        leave()
        enter(target, at: now)
    }

    /// Leaves the step: its links die, its call is not waited for.
    mutating func leave(links end: LinkRecord.Status = .superseded) {
        for index in links.indices where links[index].status == .open { links[index].status = end }
        if let pending, let effect = flow.effects[calls[pending]], effect.isOnce {
            leftCall = (pending, effect.takes.map { values[$0] })
        }
        pending = nil
    }

    /// Puts a form or review behind the person, who has finished it or left it by a button.
    ///
    /// A form from which time or the host leads away is not come back to.
    mutating func putBehind(isFinished: Bool) {
        let kind = flow.step(step).kind
        guard kind == .form || kind == .review else { return }
        if let index = trail.firstIndex(of: step) { trail.removeSubrange(index...) }
        trail.append(step)
        if kind == .form, isFinished { finished.insert(step) } else { finished.remove(step) }
    }

    mutating func enter(_ name: String, at now: Int64, isBack: Bool = false) {
        let place = flow.step(name)
        // Where time or the host leads away from a change, what came after that form is behind no more.
        if isChanging, !isBack, trail.last == review, let index = trail.firstIndex(of: step) {
            trail.removeSubrange(index...)
            review = nil
        }
        step = name
        visit += 1
        isChanging = false
        if place.isBarrier, !isBack {
            trail = []
            finished = []
            review = nil
        }
        // Whoever comes to a place that lies behind is back there.
        if let index = trail.firstIndex(of: name) { trail.removeSubrange(index...) }
        // A changed answer leads straight back to its review; anything else on the way ends that.
        if place.kind != .form, place.kind != .branch { review = nil }
        deadlines = place.timers.map { (now + $0.after, $0.target) }
        send(place, now)
        switch place.kind {
        case .form: open(place, now)
        case .review, .waiting: break
        case .branch: enter(way(place.next, now), at: now)
        case .call: call(place, now)
        case .end:
            outcome = place.outcome
            deadlines = []
            for field in flow.fields where field.isRelay { values[field.name] = nil }
            reply.end = place.outcome
        }
    }

    private mutating func open(_ form: ModelStep, _ now: Int64) {
        for name in form.asks {
            let field = flow.field(name)
            if values[name] != nil {
                // What nobody has touched follows the field that it comes from.
                if refill(name, now) { recheck([name], now) }
                continue
            }
            // What was emptied on purpose stays empty.
            guard let source = field.prefill, !hidden.contains(source), let value = values[source],
                !(field.isOptional && finished.contains(step))
            else { continue }
            values[name] = value
            if problems(name, isSubmit: false, now).isEmpty {
                prefilled.insert(name)
            } else {
                values[name] = nil
            }
        }
    }

    /// Whether a field changes that was prefilled, and never answered, since what it comes from is another now.
    mutating func refill(_ name: String, _ now: Int64) -> Bool {
        guard prefilled.contains(name), !fixed.contains(name),
            let source = flow.field(name).prefill, !hidden.contains(source),
            let value = values[source], values[name] != value
        else { return false }
        values[name] = value
        hidden.remove(name)
        if !problems(name, isSubmit: false, now).isEmpty { clear(name) }
        return true
    }

    mutating func clear(_ name: String) {
        values[name] = flow.field(name).defaultValue
        prefilled.remove(name)
        cleared.insert(name)
    }

    private mutating func call(_ place: ModelStep, _ now: Int64) {
        if flow.effects[place.effect]?.isOnce == true, let outcome = succeeded[place.effect],
            let event = place.event(outcome)
        {
            go(way(event.ways, now), now)
            return
        }
        let takes = flow.effects[place.effect]?.takes ?? []
        if let left = leftCall, calls[left.number] == place.effect,
            left.values == takes.map({ values[$0] })
        {
            // Nobody knows yet whether it was done: it is the same call.
            pending = left.number
        } else {
            calls.append(place.effect)
            pending = calls.count - 1
        }
        reply.calls.append(place.effect)
    }

    /// The first way whose condition holds.
    func way(_ ways: [ModelBranch], _ now: Int64) -> String {
        ways.first { $0.condition.map { holds($0, now) } ?? true }?.target ?? "nowhere"
    }

    // MARK: - Back and forth

    /// Where Back leads; from an answer that is being changed and is complete, `onward`.
    func back(_ now: Int64) -> String? {
        guard outcome == nil, pending == nil else { return nil }
        if isChanging, holds(flow.step(step), now) { return "onward" }
        if flow.step(step).isBarrier { return nil }
        return isChanging ? trail.prefix { $0 != step }.last : trail.last
    }

    mutating func goBack(_ now: Int64) {
        guard let target = back(now) else {
            reply.refusal = .noWayBack
            return
        }
        touch(now)
        guard target != "onward" else { return finish(flow.step(step), now) }
        leave()
        enter(target, at: now, isBack: true)
    }

    /// Whether nothing is missing in a form, a captcha neither, and all of it holds.
    private func holds(_ form: ModelStep, _ now: Int64) -> Bool {
        form.asks.allSatisfy { problems($0, isSubmit: true, now).isEmpty }
    }

    /// Goes on from a form or review that is done.
    mutating func finish(_ place: ModelStep, _ now: Int64) {
        // A proof against robots counts for one form that is finished.
        for name in place.asks where flow.field(name).isProof { values[name] = nil }
        putBehind(isFinished: true)
        leave()
        var target = next(place, now)
        // From a changed answer the way leads back to the review, past the forms that are still complete.
        while place.kind == .form, review != nil, isPassed(target, now) {
            trail.append(target)
            target = next(flow.step(target), now)
        }
        enter(target, at: now)
    }

    /// Where a form or review leads, branches followed.
    private func next(_ place: ModelStep, _ now: Int64) -> String {
        var target = place.next.isEmpty ? flow.behind(place.name) : way(place.next, now)
        while flow.step(target).kind == .branch { target = way(flow.step(target).next, now) }
        return target
    }

    private func isPassed(_ form: String, _ now: Int64) -> Bool {
        let place = flow.step(form)
        return place.kind == .form && !place.isBarrier && finished.contains(form)
            && !trail.contains(form) && isComplete(form, now)
    }

    /// The answers that the review here shows: those of the forms behind it.
    var reviewed: [String] {
        guard flow.step(step).kind == .review else { return [] }
        var shown: [String] = []
        for form in trail where finished.contains(form) {
            shown += flow.step(form).asks.filter { !shown.contains($0) }
        }
        return shown
    }

    mutating func change(_ field: String, _ now: Int64) {
        guard flow.step(step).kind == .review, reviewed.contains(field),
            let form = trail.last(where: {
                finished.contains($0) && flow.step($0).asks.contains(field)
            })
        else {
            reply.refusal = .notHere
            return
        }
        guard !fixed.contains(field) else {
            reply.refusal = .fixed(FieldName(field))
            return
        }
        touch(now)
        let behind = trail + [step]
        leave()
        enter(form, at: now, isBack: true)
        // All of it is behind the person still, the review last.
        trail = behind
        review = behind.last
        isChanging = true
    }

    // MARK: - Conditions

    func isButton(_ event: ModelEventRule) -> Bool {
        let place = flow.step(step)
        let isOutcome =
            place.kind == .call && flow.effects[place.effect]?.outcomes[event.name] != nil
        return !isOutcome && !flow.signals.contains(event.name)
            && !place.sends.contains { $0.link == event.name }
    }

    func isThere(_ event: ModelEventRule, _ now: Int64) -> Bool {
        event.condition.map { holds($0, now) } ?? true
    }

    func holds(_ condition: String, _ now: Int64) -> Bool {
        evaluate(condition, of: "", value: nil, now) ?? false
    }

    /// Whether a condition holds; `nil` where it reads something that is not set.
    func evaluate(_ text: String, of field: String, value: FieldValue?, _ now: Int64) -> Bool? {
        guard let expression = flow.condition(text, of: field) else { return nil }
        var slots = [ExpressionValue?](repeating: nil, count: flow.fields.count + 1)
        for slot in expression.reads {
            if slot < flow.fields.count {
                let read = flow.fields[slot]
                slots[slot] = values[read.name].flatMap { Self.expressionValue($0, read) }
            } else {
                slots[slot] = value.flatMap { Self.expressionValue($0, flow.field(field)) }
            }
        }
        if expression.unguardedReads.contains(where: { slots[$0.slot] == nil }) { return nil }
        let context = EvaluationContext(now: now, zone: zone, locale: locale)
        // A list with gaps has no value for some of what is read; then the rule waits.
        return try? expression.evaluateCondition(slots, in: context)
    }

    static func expressionValue(_ value: FieldValue, _ field: ModelField) -> ExpressionValue? {
        switch value {
        case .text(let text): return .string(text)
        case .bool(let bool): return .bool(bool)
        case .integer(let number): return .int(number)
        case .money(let money): return .money(money)
        case .date(let date): return .timestamp(ExpressionTimestamp(milliseconds: date))
        case .list(let records):
            return .list(
                records.map { record in
                    var members: [String: ExpressionValue] = [:]
                    for (inner, value) in zip(field.inner, record) {
                        guard let value else { continue }
                        members[inner.name] = expressionValue(value, inner)
                    }
                    return .record(ExpressionRecord(members))
                }
            )
        case .consent, .sealed, .passed, .files: return nil
        }
    }
}
