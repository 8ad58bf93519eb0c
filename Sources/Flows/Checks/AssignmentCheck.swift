import Documents
import Expressions

/// E12: whatever reads a field reads one that is set on every way there.
///
/// One field gives one finding, where it is first read; the other places are named with it.
struct AssignmentCheck {
    private struct Group {
        let read: FieldRead
        var slots: [Int]
        var others: [SourceRange] = []
    }

    private let flow: CheckedFlow
    private var groups: [Group] = []
    private var groupBySlot: [Int: Int] = [:]

    init(_ flow: CheckedFlow) {
        self.flow = flow
        let reads = flow.reachable.sorted().flatMap { StepReads.unset(of: flow, at: $0) }
        // A field that only an unreachable step asks is missing because of that step.
        let missing = reads.filter { !isLost($0.slot) }
        let file = flow.definition.range.file
        for read in missing.filter({ $0.place.file == file }) { add(read) }
        for read in missing.filter({ $0.place.file != file }) { add(read) }
    }

    /// The slots of fields that are read and that no step asks.
    var unasked: Set<Int> { Set(groupBySlot.keys.filter(isUnasked)) }

    /// What is wrong.
    var findings: [Diagnostic] { groups.map(finding) }

    private mutating func add(_ read: FieldRead) {
        if let group = groupBySlot[read.slot] {
            if groups[group].read.place != read.place { groups[group].others.append(read.place) }
            return
        }
        let isSame = { (group: Group) in
            group.read.reader == read.reader && group.read.place == read.place
                && isUnasked(group.read.slot) == isUnasked(read.slot)
        }
        if let group = groups.firstIndex(where: isSame) {
            groups[group].slots.append(read.slot)
            groupBySlot[read.slot] = group
        } else {
            groupBySlot[read.slot] = groups.count
            groups.append(Group(read: read, slots: [read.slot]))
        }
    }

    private func isUnasked(_ slot: Int) -> Bool {
        flow.definition.fields[slot].origin == .asked
            && !flow.definition.steps.contains { $0.asked.contains(slot) }
    }

    private func isLost(_ slot: Int) -> Bool {
        let steps = flow.definition.steps.indices.filter { flow.slots(from: $0).contains(slot) }
        return !steps.isEmpty && !steps.contains(where: flow.reachable.contains)
    }

    private func finding(_ group: Group) -> Diagnostic {
        let read = group.read
        let fields = flow.definition.fields
        let step = flow.definition.steps[read.step].name
        let names = group.slots.map { "`\(fields[$0].name)`" }
        let lack: String
        if isUnasked(read.slot) {
            lack = "no step asks"
        } else if case .takeover = read.reader {
            lack = "is never set before the step `\(step)`"
        } else {
            lack = "may be unset at the step `\(step)`"
        }
        let declared =
            group.slots.count <= 3
            ? group.slots.map { Diagnostic.Related(range: fields[$0].range, label: "the field") }
            : []
        return Diagnostic(
            "E12",
            at: read.place,
            sentence(read.reader, names.formatted, lack),
            notes: notes(group),
            help: help(read.reader, fields[read.slot]),
            related: declared
                + group.others.map { Diagnostic.Related(range: $0, label: "also read here") }
        )
    }

    private func sentence(
        _ reader: FieldRead.Reader,
        _ names: String,
        _ lack: String
    ) -> String {
        switch reader {
        case .condition:
            lack.hasPrefix("no") ? "\(lack) \(names), which is read here" : "\(names) \(lack)"
        case .letter(let letter): "the letter `\(letter)` goes to \(names), which \(lack)"
        case .limit(let letter): "the limit of `\(letter)` counts by \(names), which \(lack)"
        case .attempts: "`attempts` counts by \(names), which \(lack)"
        case .effect(let effect): "the effect `\(effect)` needs \(names), which \(lack)"
        case .flow(let flow): "the flow `\(flow)` needs \(names), which \(lack)"
        case .dependent(let field): "`\(field)` depends on \(names), which \(lack)"
        case .takeover(let field): "`\(field)` takes over \(names), which \(lack)"
        }
    }

    private func help(_ reader: FieldRead.Reader, _ field: FieldDefinition) -> String {
        if field.origin == .given { return "let the way lead here from that outcome only" }
        let asking = "ask it before on every way"
        return switch reader {
        case .condition: "\(asking), or test it by `has(\(field.name))`"
        case .letter: "\(asking), or send it only `if: has(\(field.name))`"
        case .limit, .attempts, .effect, .flow, .dependent:
            field.isOptional ? "let it be required" : asking
        case .takeover: "ask it in an earlier step, or take over another field"
        }
    }

    private func notes(_ group: Group) -> [String] {
        var notes: [String] = []
        var ways: [(way: String, names: [String])] = []
        for slot in group.slots {
            let field = flow.definition.fields[slot]
            if let giver = giver(of: slot) { notes.append(giver) }
            if field.isRelayed, !isUnasked(slot) {
                notes.append("`\(field.name)` is erased once the effect that takes it has ended")
            }
            if field.isOptional {
                notes.append("`\(field.name)` is optional")
            } else if let path = pathWithout(slot, to: group.read.step), !path.isEmpty {
                let way = flow.way(path)
                if let place = ways.firstIndex(where: { $0.way == way }) {
                    ways[place].names.append("`\(field.name)`")
                } else {
                    ways.append((way, ["`\(field.name)`"]))
                }
            }
        }
        return notes
            + ways.map { way, names in
                let verb = names.count == 1 ? "is" : "are"
                let all = names.count == 1 ? "it" : "they"
                let who = names.count == group.slots.count ? all : names.formatted
                return "on this way \(who) \(verb) not set: \(way)"
            }
    }

    /// What gives a value that comes with an outcome.
    private func giver(of slot: Int) -> String? {
        for effect in flow.definition.effects {
            for outcome in effect.outcomes where outcome.gives.contains(slot) {
                let name = flow.definition.fields[slot].name
                return "`\(name)` comes with the outcome `\(outcome.name)` of `\(effect.name)`"
            }
        }
        return nil
    }

    /// A way to a step on which a field is not set.
    private func pathWithout(_ slot: Int, to step: Int) -> [FlowGraph.Edge]? {
        flow.graph.removing { $0.sets.contains(slot) }.way(from: 0, to: step)
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var formatted: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
