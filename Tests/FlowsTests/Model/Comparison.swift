@testable import Flows

/// Plays scripts through the machine and through the model.
struct Comparison {
    let sample: SampleFlow

    /// Where the two were last the same, and where they differ.
    struct Difference {
        var part: Int
        var lines: [String]
    }

    /// What was met on the way, so that a test can tell that the scripts get somewhere.
    struct Tally {
        var scripts = 0
        var events = 0
        var steps: Set<String> = []
        var refusals: Set<String> = []
        var letters = 0
        var problems = 0
        var ends = 0
    }

    /// The first difference of a script, or `nil` where both sides agree to its end.
    func difference(_ script: Script, _ tally: inout Tally) -> Difference? {
        var now = SampleFlow.start
        var model = sample.model(script)
        var part = -1
        do {
            var side = try MachineSide(sample.machine, script, now: now)
            if let lines = try compare(model, side, (0, 0), now) {
                return Difference(part: part, lines: lines)
            }
            for next in script.parts {
                part += 1
                now += next.wait.milliseconds(model, now)
                let before = (model.visit, side.state.visit)
                if next.isRestarted { try side.restart() }
                model.take(next.event, devicesAgo: next.devicesAgo, now: now)
                try side.take(next.event, devicesAgo: next.devicesAgo, now: now)
                if let lines = try compare(model, side, before, now) {
                    return Difference(part: part, lines: lines)
                }
                tally.note(model)
            }
        } catch {
            return Difference(part: part, lines: ["the machine fails: \(error)"])
        }
        tally.scripts += 1
        return nil
    }

    private func compare(
        _ model: Model,
        _ side: MachineSide,
        _ before: (Int, Int),
        _ now: Int64
    ) throws -> [String]? {
        let left = Sight(model, visitBefore: before.0, now: now)
        let right = try Sight(side, visitBefore: before.1, now: now)
        guard left != right else { return nil }
        return Sight.differences(model: left, machine: right, sample.flow)
    }

    /// The shortest script that is found to differ still: parts are left out one by one.
    func shrunk(_ script: Script) -> Script {
        var tally = Tally()
        var shortest = script
        if let first = difference(script, &tally) {
            shortest.parts = Array(script.parts.prefix(first.part + 1))
        }
        var hasShrunk = true
        while hasShrunk {
            hasShrunk = false
            for candidate in shortest.shorter() where difference(candidate, &tally) != nil {
                shortest = candidate
                hasShrunk = true
                break
            }
        }
        return shortest
    }

    /// What a person needs to know of a difference.
    func report(_ script: Script, seed: UInt64) -> String {
        var tally = Tally()
        let shortest = shrunk(script)
        let lines = difference(shortest, &tally)?.lines ?? ["it differs no more"]
        return """
            \(sample.name), seed \(seed):
            \(ScriptText.text(shortest))
            Then:
                \(lines.joined(separator: "\n    "))
            """
    }
}

extension Comparison.Tally {
    fileprivate mutating func note(_ model: Model) {
        events += 1
        steps.insert(model.step)
        if let refusal = model.reply.refusal { refusals.insert(refusal.reason) }
        letters += model.reply.letters.count
        problems += model.reply.problems.count
        if model.reply.end != nil { ends += 1 }
    }
}

extension Script {
    /// The script with one thing less, in all ways.
    fileprivate func shorter() -> [Script] {
        var scripts: [Script] = []
        for index in parts.indices {
            var script = self
            script.parts.remove(at: index)
            scripts.append(script)
        }
        for index in parts.indices {
            var script = self
            script.parts[index].isRestarted = false
            if parts[index].isRestarted { scripts.append(script) }
            if parts[index].devicesAgo > 0 {
                script.parts[index].devicesAgo -= 1
                scripts.append(script)
            }
            if case .milliseconds(0) = parts[index].wait { continue }
            script.parts[index].wait = .milliseconds(0)
            scripts.append(script)
        }
        for index in parts.indices {
            for event in parts[index].event.smaller() {
                var script = self
                script.parts[index].event = event
                scripts.append(script)
            }
        }
        if !others.isEmpty { scripts.append(Script(input: input, others: [], parts: parts)) }
        if !input.isEmpty { scripts.append(Script(input: [:], others: others, parts: parts)) }
        return scripts
    }
}

extension ScriptEvent {
    /// The event with one answer less, in all ways.
    fileprivate func smaller() -> [ScriptEvent] {
        switch self {
        case .answered(let answers, let age):
            answers.keys.sorted().map { name in
                .answered(answers.filter { $0.key != name }, age: age)
            }
        case .submitted(let answers, let age):
            answers.keys.sorted().map { name in
                .submitted(answers.filter { $0.key != name }, age: age)
            }
        case .pressed, .wentBack, .changeAsked, .failed, .triedOut, .opened, .openedElsewhere,
            .ended,
            .signalled, .languageChosen, .timePassed:
            []
        }
    }
}
