@testable import Flows

/// What can be seen of a walk after an event, on either side, by name.
struct Sight: Equatable {
    var step: String
    var isNewVisit: Bool
    var locale: String
    /// The values, in slot order; what has a default is never without one.
    var values: [FieldValue?]
    var fixed: [String]
    var cleared: [String]
    var deadlines: [String]
    var nextMoment: Int64?
    var links: [LinkRecord.Status]
    var canGoBack: Bool
    var reviewed: [String]
    var buttons: [String]
    var isCalling: Bool
    var device: Int
    /// The fields with an answer that nobody is shown, those left at their default apart.
    var hidden: [String]
    var unsent: Refusal?
    var left: Int
    var readyAt: Int64?
    var outcome: String?
    var reply: ModelReply

    init(_ model: Model, visitBefore: Int, now: Int64) {
        let place = model.flow.step(model.step)
        step = model.step
        isNewVisit = model.visit != visitBefore
        locale = model.locale
        values = model.flow.fields.map { model.values[$0.name] ?? $0.defaultValue }
        fixed = model.flow.fields.map(\.name).filter { model.fixed.contains($0) }
        cleared = model.flow.fields.map(\.name).filter {
            model.cleared.contains($0) && model.values[$0] == nil
        }
        deadlines = model.deadlines.sorted { $0.at < $1.at }.map { "\($0.target) at \($0.at)" }
        nextMoment = model.nextMoment
        links = model.links.map(\.status)
        canGoBack = model.back(now) != nil
        reviewed = model.reviewed
        buttons = place.events.filter { model.isButton($0) && model.isThere($0, now) }.map(\.name)
        isCalling = model.pending != nil
        device = model.devices
        hidden = model.flow.fields.filter { field in
            let value = model.values[field.name]
            return model.hidden.contains(field.name) && value != nil && value != field.defaultValue
        }
        .map(\.name)
        unsent = model.unsent
        (left, readyAt) = model.count(place, now)
        outcome = model.outcome
        reply = model.reply
        reply.problems = Self.sorted(reply.problems)
    }

    init(_ side: MachineSide, visitBefore: Int, now: Int64) throws {
        let (machine, state) = (side.machine, side.state)
        let definition = machine.definition
        let place = definition.steps[state.step]
        step = place.name.text
        isNewVisit = state.visit != visitBefore
        locale = state.locale
        values = zip(state.fields, definition.fields).map { $0 ?? $1.defaultValue }
        fixed = state.fixed.map { definition.fields[$0].name.text }
        cleared = (state.cleared ?? []).sorted().filter { state.fields[$0] == nil }
            .map { definition.fields[$0].name.text }
        deadlines = state.deadlines.map { "\(definition.steps[$0.target].name) at \($0.at)" }
        nextMoment = machine.nextDeadline(of: state)
        links = state.links.map(\.status)
        canGoBack = try machine.canGoBack(state, now: now)
        let isReview = if case .review = place.kind { true } else { false }
        reviewed =
            isReview
            ? machine.reviewed(in: state).map { definition.fields[$0].name.text } : []
        buttons = try place.events
            .filter { event in
                guard event.source == .button else { return false }
                return try event.condition.map {
                    try machine.rules.isHolding($0, state: state, now: now)
                } ?? true
            }
            .map(\.name.text)
        isCalling = state.pendingCall != nil
        device = state.holder
        hidden = definition.fields.indices.filter { slot in
            let value = state.fields[slot]
            return state.isHidden(slot) && value != nil
                && value != definition.fields[slot].defaultValue
        }
        .map { definition.fields[$0].name.text }
        unsent = state.unsent
        let count = machine.sendCounts(for: nil, in: state).first { $0.step == state.step }
        let history = count.map { side.history($0, now: now) } ?? SendHistory()
        left = count?.limit.left(after: history, now: now) ?? .max
        readyAt = count.map { $0.limit.nextMoment(after: history, now: now) } ?? now
        outcome = state.outcome?.text
        reply = ModelReply(refusal: side.last.refusal, problems: side.last.problems)
        reply.problems = Self.sorted(reply.problems)
        for output in side.last.outputs {
            switch output {
            case .send(let order):
                reply.letters.append(
                    ModelReply.Letter(
                        name: definition.send(of: order).name.text,
                        at: order.at,
                        expiresAt: order.expiresAt,
                        hasLink: order.token != nil
                    )
                )
            case .call(let order): reply.calls.append(order.effect.text)
            case .end(let outcome): reply.end = outcome.text
            }
        }
    }

    /// Problems by field; in which order they are found is said nowhere.
    private static func sorted(_ problems: [FieldProblem]) -> [FieldProblem] {
        problems.enumerated()
            .sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }
            .map(\.element)
    }

    /// The lines of both that differ, for a reader.
    static func differences(model: Sight, machine: Sight, _ flow: ModelFlow) -> [String] {
        let (left, right) = (model.lines(flow), machine.lines(flow))
        return zip(left, right).filter { $0 != $1 }.map { "model \($0)\n    machine \($1)" }
    }

    private func lines(_ flow: ModelFlow) -> [String] {
        let fields = zip(flow.fields, values).map { field, value in
            "has \(field.name): \(value.map(ScriptText.text) ?? "nothing")"
        }
        return fields + [
            "is at \(step)", "is in a new visit: \(isNewVisit)", "speaks \(locale)",
            "has fixed \(fixed)", "says cleared \(cleared)", "has deadlines \(deadlines)",
            "moves at \(nextMoment.map { "\($0)" } ?? "never")",
            "has links \(links)", "can go back: \(canGoBack)", "shows \(reviewed)",
            "has buttons \(buttons)", "is calling: \(isCalling)", "is on device \(device)",
            "hides \(hidden)",
            "kept back \(unsent.map { "\($0)" } ?? "nothing")", "has left \(left)",
            "sends at \(readyAt.map { "\($0)" } ?? "never")", "ended in \(outcome ?? "nothing")",
            "refuses \(reply.refusal.map { "\($0)" } ?? "nothing")",
            "finds \(reply.problems.map { "\($0)" })", "sends \(reply.letters)",
            "calls \(reply.calls)", "ends \(reply.end ?? "nothing")",
        ]
    }
}
