import Foundation

@testable import Flows

/// The machine, with what a session gives it: tokens, and the count of what was sent before.
struct MachineSide {
    let machine: FlowMachine
    private(set) var last: Advance
    /// The hashes of all links, and the keys of all calls, in order.
    private(set) var links: [[UInt8]] = []
    private(set) var calls: [String] = []
    /// What was sent under a limit, as a store would count it.
    private var log: [ModelSent]
    private var tokens: UInt64 = 0

    var state: FlowState { last.state }

    init(_ machine: FlowMachine, _ script: Script, now: Int64) throws {
        self.machine = machine
        log = script.others
        let hashes = Self.hashes(machine.tokensPerEvent, after: &tokens)
        var input: [FieldName: FieldValue] = [:]
        for (name, value) in script.input { input[FieldName(name)] = value }
        last = try machine.begin(
            input: input,
            locale: "en",
            zone: SampleFlow.zone,
            now: now,
            fresh: Fresh(tokenHashes: hashes, codeHashes: hashes)
        )
        note(hashes)
    }

    mutating func take(_ event: ScriptEvent, devicesAgo: Int = 0, now: Int64) throws {
        let told = told(event)
        let hashes = Self.hashes(machine.tokensPerEvent, after: &tokens)
        var fresh = Fresh(tokenHashes: hashes, codeHashes: hashes)
        for count in machine.sendCounts(for: told, in: state, now: now) {
            fresh.history[count.step] = history(count, now: now)
        }
        let device = max(0, state.holder - devicesAgo)
        last = try machine.advance(state, told, by: device, now: now, fresh: fresh)
        note(hashes)
    }

    /// Writes the state and reads it again.
    mutating func restart() throws {
        let bytes = try JSONEncoder().encode(last.state)
        last.state = try JSONDecoder().decode(FlowState.self, from: bytes)
    }

    /// What a store has counted for a limit: the scope that has the most, or of two the one that is free last.
    func history(_ count: SendCount, now: Int64) -> SendHistory {
        let mine = scopes(count)
        let step = machine.definition.steps[count.step].name.text
        let sent = log.filter { $0.step == step }
        let since = count.limit.within.map { now - $0 } ?? .min
        // What leaves the window at this very moment is handed over, too: the machine has to see that.
        let windows = mine.map { scope, value in
            sent.filter { $0.scopes[scope] == value && $0.at >= since }.map(\.at).sorted()
        }
        let weights = windows.map { moments in
            let counted = moments.filter { $0 > since }
            return (counted.count, counted.first ?? 0)
        }
        let fullest = weights.indices.max { weights[$0] < weights[$1] }
        return SendHistory(
            inWindow: fullest.map { windows[$0] } ?? [],
            last: sent.last { $0.scopes == mine }?.at
        )
    }

    private func scopes(_ count: SendCount) -> [String: String] {
        var scopes: [String: String] = [:]
        for scope in count.limit.scopes {
            switch scope {
            case .session: scopes["session"] = "this"
            case .field(let slot):
                scopes[machine.definition.fields[slot].name.text] = count.values[slot]
            }
        }
        return scopes
    }

    private mutating func note(_ hashes: [[UInt8]]) {
        for output in last.outputs {
            switch output {
            case .send(let order):
                if let token = order.token { links.append(hashes[token]) }
                let send = machine.definition.send(of: order)
                let counts = machine.sendCounts(for: nil, in: state)
                guard send.limit != nil, let count = counts.first(where: { $0.step == order.step })
                else { continue }
                let step = machine.definition.steps[order.step].name.text
                log.append(ModelSent(step: step, at: order.at, scopes: scopes(count)))
            case .call(let order):
                // A call that is made again because nobody knows how it ended has the key that it had.
                if !calls.contains(order.key) { calls.append(order.key) }
            case .end: break
            }
        }
    }

    private static func hashes(_ count: Int, after tokens: inout UInt64) -> [[UInt8]] {
        (0..<count).map { _ in
            tokens += 1
            return withUnsafeBytes(of: tokens.bigEndian) { Array($0) }
        }
    }

    private func hash(of link: Int?) -> [UInt8] {
        link.flatMap { links.indices.contains($0) ? links[$0] : nil } ?? [7, 7, 7]
    }

    /// An event of a script as the machine is told it.
    private func told(_ event: ScriptEvent) -> FlowEvent {
        let named = { (answers: [String: FieldValue]) in
            Dictionary(uniqueKeysWithValues: answers.map { (FieldName($0.key), $0.value) })
        }
        let visit = state.visit - (event.age ?? 0)
        switch event {
        case .answered(let answers, _): return .answered(visit: visit, answers: named(answers))
        case .submitted(let answers, _): return .submitted(visit: visit, answers: named(answers))
        case .pressed(let name, _): return .pressed(visit: visit, event: EventName(name))
        case .wentBack: return .wentBack(visit: visit)
        case .changeAsked(let name, _): return .changeAsked(visit: visit, field: FieldName(name))
        case .failed(let name, _): return .answerFailed(visit: visit, field: FieldName(name))
        case .triedOut(let name, _): return .triesUsedUp(visit: visit, field: FieldName(name))
        case .opened(let link): return .linkOpened(hash: hash(of: link))
        case .openedElsewhere(let link, let code):
            return .linkOpenedElsewhere(hash: hash(of: link), code: code)
        case .ended(let call, let outcome, let gives):
            let isMade = call.map { calls.indices.contains($0) } ?? false
            return .effectEnded(
                key: isMade ? calls[call ?? 0] : "never made",
                outcome: OutcomeName(outcome),
                gives: named(gives)
            )
        case .signalled(let name): return .signalled(EventName(name))
        case .languageChosen(let tag): return .languageChosen(tag)
        case .timePassed: return .timePassed
        }
    }
}
