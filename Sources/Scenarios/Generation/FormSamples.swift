import Documents
import Flows

/// Fills in a form with samples until the machine takes it.
///
/// The fields are answered one after the other, each with the first candidate that its rules take; where the
/// whole is refused, the answers on which the refusal rests are tried otherwise.
struct FormSamples {
    private let candidates: SampleCandidates
    private let conditions: ConditionsAhead
    private let walk: VirtualWalk
    private var tries = 0
    /// The slots on which the last refusal rests.
    private var conflict: Set<Int> = []

    /// What a form must be like besides being taken.
    private struct Goal {
        /// Whether the form is left with it.
        var isWhole = true
        /// What the conditions ahead must make of it, as far as that is known.
        var truths: [ConditionsAhead.Truth] = []
        /// Values that are not to be given again.
        var avoided: [Int: FieldValue] = [:]
    }

    private var goal = Goal()

    /// How many answers are tried for one form.
    private static let triesPerForm = 600
    /// How many different forms are looked for at one place.
    private static let formsPerStep = 16

    init(_ walk: VirtualWalk, candidates: SampleCandidates, conditions: ConditionsAhead) {
        self.walk = walk
        self.candidates = candidates
        self.conditions = conditions
    }

    private var machine: FlowMachine { walk.machine }
    private var fields: [FieldDefinition] { machine.definition.fields }

    /// A form that is taken, with its state when everything is answered.
    private struct Filled {
        var state: FlowState
        var chosen: [Int: Sample] = [:]
    }

    /// Answers that the present step takes, one set for each way the conditions ahead can go.
    mutating func forms() -> [[SampleAnswer]] {
        var found: [[SampleAnswer]] = []
        var seen: Set<[ConditionsAhead.Truth]> = []
        for pins in [[:]] + pins {
            guard found.count < Self.formsPerStep else { break }
            tries = 0
            guard let filled = fill(walk.step.asked[...], Filled(state: walk.state), pins) else {
                continue
            }
            if seen.insert(truths(of: filled.state)).inserted {
                found.append(answers(of: filled))
            }
        }
        return found
    }

    /// Answers that are taken and lead where others led; `nil` where none are found.
    ///
    /// - Parameters:
    ///   - slots: What is answered, in order.
    ///   - kept: Answers that must stand.
    ///   - avoided: Values that are not to be given again.
    ///   - isWhole: Whether the form is left with them.
    ///   - state: The state with the others: what conditions ahead make of it, they must make of these.
    /// - Returns: The answers, each with its field.
    mutating func form(
        of slots: [Int],
        keeping kept: [Int: Sample],
        avoiding avoided: [Int: FieldValue],
        isWhole: Bool,
        leadingAs state: FlowState
    ) -> [SampleAnswer]? {
        let truths = truths(of: state)
        let pinned = kept.mapValues { Optional($0) }
        for (goal, pins) in [(truths, [[:]] + pins), ([], [[:]])] {
            self.goal = Goal(isWhole: isWhole, truths: goal, avoided: avoided)
            defer { self.goal = Goal() }
            for more in pins where kept.keys.allSatisfy({ more[$0] == nil }) {
                tries = 0
                let all = pinned.merging(more) { first, _ in first }
                if let filled = fill(slots[...], Filled(state: walk.state), all) {
                    return answers(of: filled)
                }
            }
        }
        return nil
    }

    private func truths(of state: FlowState) -> [ConditionsAhead.Truth] {
        conditions.truths(
            of: state,
            from: walk.state.step,
            rules: machine.rules,
            now: walk.now
        )
    }

    /// Fixed answers to begin with: every candidate of each field that a condition ahead reads, then pairs.
    private var pins: [[Int: Sample?]] {
        let read = conditions.readAhead[walk.state.step]
        let slots = walk.step.asked.filter { read.contains($0) && !walk.state.fixed.contains($0) }
        let values = slots.map { slot -> [Sample?] in
            let samples = candidates.candidates(for: slot, in: walk.state, now: walk.now)
            return samples + (fields[slot].isOptional ? [nil] : [])
        }
        var pins: [[Int: Sample?]] = zip(slots, values).flatMap { slot, values in
            values.map { [slot: $0] }
        }
        for first in slots.indices {
            for second in slots.indices where second > first {
                for value in values[first].prefix(4) {
                    pins += values[second].prefix(4).map {
                        [slots[first]: value, slots[second]: $0]
                    }
                }
            }
        }
        return Array(pins.prefix(Self.pinsPerForm))
    }

    private static let pinsPerForm = 120

    private func answers(of filled: Filled) -> [SampleAnswer] {
        walk.step.asked.compactMap { slot in
            filled.chosen[slot].map { SampleAnswer(field: fields[slot].name, sample: $0) }
        }
    }

    private mutating func fill(
        _ rest: ArraySlice<Int>,
        _ filled: Filled,
        _ pins: [Int: Sample?]
    ) -> Filled? {
        guard let slot = rest.first else { return finished(filled) }
        let next = rest.dropFirst()
        if filled.state.fixed.contains(slot) { return fill(next, filled, pins) }
        let pin = pins[slot]
        if pin == nil, filled.state.fields[slot] != nil || fields[slot].isLeftOut {
            if let whole = fill(next, filled, pins) { return whole }
            guard conflict.contains(slot) else { return nil }
        }
        var open =
            pin.map { [$0 ?? .empty] }
            ?? candidates.candidates(for: slot, in: filled.state, now: walk.now)
        if pin == nil, let old = goal.avoided[slot] { open.removeAll { $0.value == old } }
        var index = 0
        while index < open.count, tries < Self.triesPerForm {
            let sample = open[index]
            index += 1
            let (state, example) = answered(slot, sample, in: filled.state)
            if pin == nil, let example { open += [example].filter { !open.contains($0) } }
            guard let state else { continue }
            var longer = Filled(state: state, chosen: filled.chosen)
            longer.chosen[slot] = sample
            if let whole = fill(next, longer, pins) { return whole }
            guard conflict.contains(slot) else { return nil }
        }
        // What is optional and can't be answered is left out.
        if pin == nil, fields[slot].isOptional, let whole = fill(next, filled, pins) {
            return whole
        }
        conflict.formUnion(conditions.dependencies[slot])
        conflict.remove(slot)
        return nil
    }

    /// The state with one answer more; `nil` where the answer is not taken, with the example that the
    /// refusal may name.
    private mutating func answered(
        _ slot: Int,
        _ sample: Sample,
        in state: FlowState
    ) -> (state: FlowState?, example: Sample?) {
        tries += 1
        let event = FlowEvent.answered(
            visit: state.visit,
            answers: [fields[slot].name: sample.value]
        )
        // A condition that can't be evaluated is met again when the form is submitted.
        guard let advance = try? machine.advance(state, event, now: walk.now, fresh: Fresh())
        else { return (nil, nil) }
        if advance.refusal == nil, advance.problems.isEmpty { return (advance.state, nil) }
        for case .type(_, let arguments) in advance.problems.map(\.reason) {
            if case .text(let example)? = arguments["example"] {
                return (nil, Sample.example(example, for: fields[slot].type))
            }
        }
        return (nil, nil)
    }

    /// The answers, if the whole form is taken.
    private mutating func finished(_ filled: Filled) -> Filled? {
        conflict = []
        guard zip(truths(of: filled.state), goal.truths).allSatisfy({ $0.agrees(with: $1) }) else {
            return nil
        }
        guard goal.isWhole else { return filled }
        let event = FlowEvent.submitted(visit: filled.state.visit, answers: [:])
        let fresh = walk.fresh(for: event, at: walk.now)
        // A failure is the flow's, not that of the answers: whoever submits them meets it.
        guard let advance = try? machine.advance(filled.state, event, now: walk.now, fresh: fresh)
        else { return filled }
        if advance.refusal == nil, advance.problems.isEmpty { return filled }
        for problem in advance.problems {
            guard let slot = fields.firstIndex(where: { $0.name == problem.field }) else {
                continue
            }
            conflict.formUnion(conditions.dependencies[slot].union([slot]))
        }
        return nil
    }
}

extension FieldDefinition {
    /// Whether it is answered by leaving it.
    fileprivate var isLeftOut: Bool { defaultValue != nil }
}

extension Sample {
    /// Nothing: clears what may stay empty.
    fileprivate static let empty = Sample(value: .text(""), written: "")

    /// An example that a refusal names, in the form in which it is stored.
    fileprivate static func example(_ text: String, for type: FieldType) -> Sample {
        guard case .document = type else { return .text(text) }
        let bare = text.filter { $0 != " " && $0 != "-" }.uppercased()
        return Sample(value: .text(bare), written: .string(text))
    }
}
