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

    /// Leaves the step: its links die, its call is not waited for, a form is behind.
    mutating func leave(links end: LinkRecord.Status = .superseded) {
        for index in links.indices where links[index].status == .open { links[index].status = end }
        pending = nil
        let kind = flow.step(step).kind
        if kind == .form || kind == .review { trail.append(step) }
    }

    mutating func enter(_ name: String, at now: Int64) {
        let place = flow.step(name)
        step = name
        visit += 1
        // Whoever comes to a place that lies behind is back there.
        if let index = trail.firstIndex(of: name) { trail.removeSubrange(index...) }
        if name == review { review = nil }
        if place.isBarrier, review == nil {
            trail = []
            finished = []
        }
        deadlines = place.timers.map { (now + $0.after, $0.target) }
        send(place, now)
        switch place.kind {
        case .form: open(place)
        case .review, .waiting: break
        case .branch: enter(way(place.next, now), at: now)
        case .call: call(place, now)
        case .end:
            outcome = place.outcome
            deadlines = []
            reply.end = place.outcome
            review = nil
        }
    }

    private mutating func open(_ form: ModelStep) {
        for name in form.asks {
            let field = flow.field(name)
            // A proof against robots is given once for each form that is sent.
            if field.type == "captcha" { values[name] = nil }
            if values[name] == nil, let source = field.prefill, let value = values[source] {
                values[name] = value
            }
        }
    }

    private mutating func call(_ place: ModelStep, _ now: Int64) {
        if flow.effects[place.effect]?.isOnce == true, let outcome = succeeded[place.effect],
            let event = place.event(outcome)
        {
            go(way(event.ways, now), now)
            return
        }
        calls.append(place.effect)
        pending = calls.count - 1
        reply.calls.append(place.effect)
    }

    /// The first way whose condition holds.
    func way(_ ways: [ModelBranch], _ now: Int64) -> String {
        ways.first { $0.condition.map { holds($0, now) } ?? true }?.target ?? "nowhere"
    }

    // MARK: - Back and forth

    /// Where Back leads, and what is behind then.
    func back(_ now: Int64) -> (target: String, trail: [String])? {
        guard outcome == nil, pending == nil else { return nil }
        guard !flow.step(step).isBarrier || review != nil else { return nil }
        if let review, let path = pathToReview(now) { return (review, path) }
        guard let last = trail.last else { return nil }
        return (last, trail.dropLast())
    }

    mutating func goBack(_ now: Int64) {
        guard let way = back(now) else {
            reply.refusal = .noWayBack
            return
        }
        touch(now)
        leave()
        trail = way.trail
        enter(way.target, at: now)
    }

    /// The forms on the way from here back to the review, if all are complete.
    private func pathToReview(_ now: Int64) -> [String]? {
        guard let review, trail.allSatisfy({ isComplete($0, now) }) else { return nil }
        guard flow.step(step).kind == .form else { return trail }
        guard finished.contains(step), isComplete(step, now) else { return nil }
        let (target, passed) = past(step, now)
        return target == review ? trail + passed : nil
    }

    /// Where the way on from a form leads past forms that are complete; with the form and those.
    func past(_ form: String, _ now: Int64) -> (target: String, passed: [String]) {
        var passed = [form]
        while true {
            let place = flow.step(passed[passed.count - 1])
            var target =
                place.next.isEmpty ? flow.behind(place.name) : way(place.next, now)
            while flow.step(target).kind == .branch { target = way(flow.step(target).next, now) }
            guard target != review, flow.step(target).kind == .form, finished.contains(target),
                isComplete(target, now), !passed.contains(target)
            else { return (target, passed) }
            passed.append(target)
        }
    }

    /// The answers that the review here shows: those of the forms behind it.
    var reviewed: [String] {
        guard flow.step(step).kind == .review else { return [] }
        return trail.filter { finished.contains($0) }.flatMap { flow.step($0).asks }
    }

    mutating func change(_ field: String, _ now: Int64) {
        guard flow.step(step).kind == .review, reviewed.contains(field),
            let form = trail.last(where: { flow.step($0).asks.contains(field) })
        else {
            reply.refusal = .notHere
            return
        }
        guard !fixed.contains(field) else {
            reply.refusal = .fixed(FieldName(field))
            return
        }
        touch(now)
        review = step
        leave()
        enter(form, at: now)
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
                    return .record(members)
                }
            )
        case .consent, .sealed, .passed: return nil
        }
    }
}
