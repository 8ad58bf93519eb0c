import Documents
import Expressions

/// E12: whatever reads a field reads one that is set on every way there.
enum AssignmentCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        flow.definition.steps.indices.filter { flow.reachable.contains($0) }.flatMap { index in
            var reads = StepReads(flow: flow, step: index)
            reads.check()
            return reads.findings
        }
    }
}

/// What one step reads.
private struct StepReads {
    let flow: CheckedFlow
    let step: StepDefinition
    /// The slots that are certainly set on entering.
    let entry: Set<Int>
    let index: Int
    var findings: [Diagnostic] = []

    init(flow: CheckedFlow, step index: Int) {
        self.flow = flow
        self.index = index
        step = flow.definition.steps[index]
        entry = flow.assignment.onEntry[index]
    }

    private var fields: [FieldDefinition] { flow.definition.fields }

    mutating func check() {
        for send in step.sends {
            need(send.recipient, in: entry, at: send.range, "the letter `\(send.name)` goes to")
            for condition in [send.condition, send.exception] { read(condition, set: entry) }
        }
        if case .call(let name) = step.kind, let effect = flow.definition.effect(name) {
            for slot in effect.needs {
                need(slot, in: entry, at: step.range, "the effect `\(name)` needs")
            }
        }
        if let run = step.run.map({ flow.definition.runs[$0] }) {
            for input in flow.definition.neededInputs(of: run) {
                guard let source = input.source else { continue }
                need(source, in: entry, at: input.range, "the flow `\(run.flow)` needs")
            }
        }
        for event in step.events {
            read(event.condition, set: entry)
            read(event.route, set: entry.union(flow.definition.given(by: event, at: step)))
        }
        let answered = step.asked.filter { !fields[$0].isOptional }
        if let next = step.next { read(next, set: entry.union(answered)) }
        for (position, slot) in step.asked.enumerated() {
            let before = step.asked[..<position].filter { !fields[$0].isOptional }
            check(slot, before: entry.union(before), all: entry.union(answered))
        }
    }

    /// What an asked field reads: its rules all answers of the form, its options those asked before it.
    private mutating func check(_ slot: Int, before: Set<Int>, all: Set<Int>) {
        let field = fields[slot]
        for rule in field.rules { read(rule.condition, set: all.union([slot])) }
        switch field.type {
        case .choice(let options):
            for option in options { read(option.condition, set: before) }
        case .postcode(let country):
            need(country, in: all, at: step.range, "`\(field.name)` depends on")
        case .document(let country, let kind):
            need(country, in: all, at: step.range, "`\(field.name)` depends on")
            need(kind, in: all, at: step.range, "`\(field.name)` depends on")
        case .list(let inner, _):
            for rule in inner.flatMap(\.rules) { read(rule.condition, set: all) }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        for source in [field.prefill, field.offer].compactMap(\.self) where !maybeSet(source) {
            findings.append(
                Diagnostic(
                    "E12",
                    at: step.range,
                    "`\(field.name)` takes over `\(fields[source].name)`, which is never set before the step `\(step.name)`",
                    related: [.init(range: fields[source].range, label: "the field")]
                )
            )
        }
    }

    /// Whether a field may be set when this step's form is filled in.
    private func maybeSet(_ slot: Int) -> Bool {
        switch fields[slot].origin {
        case .input, .given: return true
        case .asked:
            let steps = flow.definition.steps
            return flow.graph.reaching([index]).contains { steps[$0].asked.contains(slot) }
        }
    }

    private mutating func need(
        _ slot: Int,
        in set: Set<Int>,
        at range: SourceRange,
        _ what: String
    ) {
        guard !set.contains(slot) else { return }
        findings.append(finding(slot, at: range, "\(what) `\(fields[slot].name)`, which"))
    }

    /// Reads the branches in order: what one asks `has` about is known to the next.
    private mutating func read(_ route: Route, set: Set<Int>) {
        var known = set
        for branch in route.branches {
            read(branch.condition, set: known)
            known.formUnion(branch.condition.expression.setWhenFalse)
        }
    }

    private mutating func read(_ condition: Condition?, set: Set<Int>) {
        guard let condition else { return }
        for read in condition.expression.unguardedReads
        where read.slot < fields.count && !set.contains(read.slot) {
            let place = flow.conditions[condition.range]?.places.range(read.range)
            findings.append(
                finding(
                    read.slot,
                    at: place ?? condition.range,
                    "`\(fields[read.slot].name)`"
                )
            )
        }
    }

    private func finding(_ slot: Int, at range: SourceRange, _ what: String) -> Diagnostic {
        let field = fields[slot]
        var notes: [String] = []
        if field.isOptional {
            notes.append("`\(field.name)` is optional")
        } else if let path = pathWithout(slot), path.count > 1 {
            notes.append("on this way it is not set: \(flow.way(path))")
        }
        return Diagnostic(
            "E12",
            at: range,
            "\(what) may be unset at the step `\(step.name)`",
            notes: notes,
            help: "ask it before on every way, or test it by `has(\(field.name))`",
            related: [.init(range: field.range, label: "the field")]
        )
    }

    /// A way to this step on which a field is not set.
    private func pathWithout(_ slot: Int) -> [Int]? {
        flow.graph.removing { $0.sets.contains(slot) }.path(from: 0, to: index)
    }
}
