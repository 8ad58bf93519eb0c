@testable import Flows

/// Writes random scripts: mostly what a person would do, sometimes anything.
///
/// It plays along on the model, so that a script gets somewhere.
struct ScriptWriter {
    var random: Seeded
    let flow: ModelFlow

    /// The script of a seed; the same each time.
    static func script(_ seed: UInt64, _ sample: SampleFlow, longest: Int) -> Script {
        var writer = ScriptWriter(random: Seeded(state: seed), flow: sample.flow)
        var script = Script(input: [:], others: [], parts: [])
        for field in sample.flow.fields where field.isInput && writer.random.chance(2) {
            script.input[field.name] = writer.rightValue(field, [:])
        }
        script.others = writer.others()
        var model = sample.model(script)
        var now = SampleFlow.start
        // Some people are in a hurry, some try everything.
        let calm = writer.random.pick([2, 4, 12])
        for _ in 0..<(longest / 2 + writer.random.below(longest / 2)) {
            let part = writer.part(model, calm: calm)
            now += part.wait.milliseconds(model, now)
            model.take(part.event, devicesAgo: part.devicesAgo, now: now)
            script.parts.append(part)
            if model.outcome != nil, writer.random.chance(2) { break }
        }
        return script
    }

    /// Letters that other sessions have sent to the same addresses.
    private mutating func others() -> [ModelSent] {
        guard random.chance(4) else { return [] }
        var sent: [ModelSent] = []
        for step in flow.steps {
            for scope in step.sends.compactMap(\.limit).first?.per ?? [] where scope != "session" {
                for _ in 0..<random.below(4) {
                    let before = Int64(random.below(random.pick([6, 30]) * 3_600_000))
                    let value = rightText(flow.field(scope), [:])
                    sent.append(
                        ModelSent(
                            step: step.name,
                            at: SampleFlow.start - before,
                            scopes: [scope: value, "session": "another"]
                        )
                    )
                }
            }
        }
        return sent.sorted { $0.at < $1.at }
    }

    private mutating func part(_ model: Model, calm: Int) -> Script.Part {
        let event = guess(model) ?? (random.chance(calm) ? anything(model) : sensible(model))
        var part = Script.Part(wait: wait(calm), isRestarted: random.chance(12), event: event)
        // Whoever began may still have the page open.
        if model.devices > 0, event.isOfDevice, random.chance(8) {
            part.devicesAgo = random.below(2) + 1
        }
        return part
    }

    private mutating func wait(_ calm: Int) -> Script.Wait {
        guard random.chance(calm) else { return .milliseconds(0) }
        switch random.below(8) {
        case 0: return .toDeadline(-1)
        case 1: return .toDeadline(0)
        case 2: return .toDeadline(Int64(random.below(3_600_000)))
        case 3: return .toReady(random.pick([-1, 0]))
        case 4: return .milliseconds(Int64(random.below(5) + 1) * .day)
        case 5: return .milliseconds(Int64(random.below(24) + 1) * .hour)
        default: return .milliseconds(Int64(random.below(90) + 1) * .second)
        }
    }

    /// What brings a walk on from where it is.
    private mutating func sensible(_ model: Model) -> ScriptEvent {
        let place = flow.step(model.step)
        switch place.kind {
        case .form:
            if place.attempts != nil, random.chance(2) {
                let field = random.pick(place.asks)
                return random.chance(4) ? .triedOut(field, age: 0) : .failed(field, age: 0)
            }
            if random.chance(6), let name = place.asks.isEmpty ? nil : random.pick(place.asks) {
                return .answered([name: rightValue(flow.field(name), model.values)], age: 0)
            }
            return .submitted(rightAnswers(place, model), age: 0)
        case .review:
            if random.chance(2), !model.reviewed.isEmpty {
                return .changeAsked(random.pick(model.reviewed), age: 0)
            }
            return .submitted([:], age: 0)
        case .call: return outcome(model)
        case .waiting, .branch, .end:
            if let link = model.links.lastIndex(where: { $0.status == .open }), !random.chance(3) {
                return opening(link)
            }
            guard !place.events.isEmpty else { return .timePassed }
            return .pressed(random.pick(place.events).name, age: 0)
        }
    }

    /// Who guesses a code mostly goes on guessing.
    private mutating func guess(_ model: Model) -> ScriptEvent? {
        guard let link = model.links.lastIndex(where: { $0.wrongCodes > 0 }) else { return nil }
        if model.links[link].status == .blocked, random.chance(3) { return .opened(link) }
        guard model.links[link].status == .open, !random.chance(5) else { return nil }
        return .openedElsewhere(link, code: .wrong)
    }

    /// Mostly where the walk is, sometimes elsewhere.
    private mutating func opening(_ link: Int) -> ScriptEvent {
        if random.chance(4) {
            return .openedElsewhere(link, code: random.pick([.missing, .wrong, .wrong]))
        }
        return random.chance(4) ? .openedElsewhere(link, code: .right) : .opened(link)
    }

    private mutating func outcome(_ model: Model) -> ScriptEvent {
        let call = random.chance(12) ? earlier(model.calls.count) : model.pending
        let effect = call.flatMap { flow.effects[model.calls[$0]] } ?? ModelEffect()
        let outcome = random.pick(effect.outcomes.keys.sorted())
        var gives: [String: FieldValue] = [:]
        for name in effect.outcomes[outcome]?.gives ?? [] {
            gives[name] = rightValue(flow.field(name), model.values)
        }
        return .ended(call, outcome: outcome, gives: gives)
    }

    private mutating func earlier(_ count: Int) -> Int? { count == 0 ? nil : random.below(count) }

    private mutating func anything(_ model: Model) -> ScriptEvent {
        let place = flow.step(model.step)
        let age = random.chance(8) ? 1 : 0
        switch random.below(13) {
        case 0, 1, 2: return .wentBack(age: age)
        case 3:
            let names = random.chance(4) ? flow.fields.map(\.name) : model.reviewed
            return .changeAsked(names.isEmpty ? "email" : random.pick(names), age: age)
        case 4:
            let link = random.chance(6) ? nil : earlier(model.links.count)
            guard random.chance(2) else { return .opened(link) }
            return .openedElsewhere(link, code: random.pick([.missing, .wrong, .right]))
        case 5: return outcome(model)
        case 6: return .signalled(random.pick(flow.signals.sorted() + ["nothing"]))
        case 7: return random.chance(2) ? .timePassed : .languageChosen(random.pick(["cs", "ru"]))
        case 8:
            let asked =
                place.asks.isEmpty || random.chance(6) ? flow.fields.map(\.name) : place.asks
            let field = random.pick(asked)
            return random.chance(3) ? .triedOut(field, age: age) : .failed(field, age: age)
        case 9, 10:
            let here = place.events.map(\.name)
            let all = flow.steps.flatMap { $0.events.map(\.name) } + ["nothing"]
            return .pressed(random.pick(here.isEmpty || random.chance(6) ? all : here), age: age)
        default:
            var answers: [String: FieldValue] = [:]
            for name in place.asks where random.chance(2) {
                answers[name] = anyValue(flow.field(name), model.values)
            }
            if random.chance(place.asks.isEmpty ? 2 : 12) {
                let field = random.pick(flow.fields)
                answers[field.name] = anyValue(field, model.values)
            }
            return random.chance(2) ? .answered(answers, age: age) : .submitted(answers, age: age)
        }
    }

    private mutating func rightAnswers(_ place: ModelStep, _ model: Model) -> [String: FieldValue] {
        var answers: [String: FieldValue] = [:]
        var known = model.values
        for name in place.asks {
            let field = flow.field(name)
            // What is there already mostly stays; a proof is always given again.
            let keeps = model.values[name] != nil && !random.chance(4)
            if keeps || field.isOptional && random.chance(2) || random.chance(40) { continue }
            let value = rightValue(field, known)
            known[name] = value
            answers[name] = value
        }
        return answers
    }
}

extension Script.Wait {
    /// How long, from where the model is.
    func milliseconds(_ model: Model, _ now: Int64) -> Int64 {
        switch self {
        case .milliseconds(let time): time
        case .toDeadline(let more): max(0, (model.nextMoment ?? now) + more - now)
        case .toReady(let more):
            max(0, (model.count(model.flow.step(model.step), now).readyAt ?? now) + more - now)
        }
    }
}
