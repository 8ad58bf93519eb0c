import Documents
import Expressions

/// Something that reads a field.
struct FieldRead {
    /// What reads it.
    enum Reader: Hashable {
        case condition
        case letter(LetterName)
        case limit(LetterName)
        case attempts
        case effect(EffectName)
        /// The flow that is run, which takes it.
        case flow(FlowName)
        /// The field whose form or options depend on it.
        case dependent(FieldName)
        /// The field into which it is taken over.
        case takeover(FieldName)
    }

    let slot: Int
    let step: Int
    let place: SourceRange
    let reader: Reader
}

/// What one step reads of fields that may be unset there.
struct StepReads {
    private let flow: CheckedFlow
    private let step: StepDefinition
    /// The slots that are certainly set on entering.
    private let entry: Set<Int>
    private let index: Int
    private var unset: [FieldRead] = []

    private init(_ flow: CheckedFlow, _ index: Int) {
        self.flow = flow
        self.index = index
        step = flow.definition.steps[index]
        entry = flow.assignment.onEntry[index]
    }

    static func unset(of flow: CheckedFlow, at index: Int) -> [FieldRead] {
        var reads = StepReads(flow, index)
        reads.check()
        return reads.unset
    }

    private var fields: [FieldDefinition] { flow.definition.fields }

    private mutating func check() {
        for send in step.sends { check(send) }
        if case .call(let name) = step.kind, let effect = flow.definition.effect(name) {
            let place = flow.places.called[step.range] ?? step.range
            for slot in effect.needs { need(slot, in: entry, at: place, .effect(name)) }
            // An account is opened to whoever has just given a secret of it, and changed by who has opened it, or
            // has proven to be its owner: by a secret, or by what a promise names.
            let checks = fields.indices.filter { slot in
                fields[slot].check.map { effect.needs.contains($0.whose) } ?? false
            }
            let isProven =
                effect.needs.contains { fields[$0].name == .accountID }
                || flow.definition.promises.contains { $0.effect == name && $0.onlyAfter != nil }
            if effect.givesAccount(in: fields) || !effect.writes.isEmpty, !isProven,
                checks.allSatisfy({ !entry.contains($0) }),
                let check = checks.first
            {
                need(check, in: entry, at: place, .effect(name))
            }
            // Whoever holds the phone of an account has typed a code that was sent there.
            let codes = fields.indices.filter { fields[$0].type.isCode }
            if effect.opensByPhone, let code = codes.first,
                codes.allSatisfy({ !entry.contains($0) })
            {
                need(code, in: entry, at: place, .effect(name))
            }
        }
        if let run = step.run.map({ flow.definition.runs[$0] }) {
            for input in flow.definition.neededInputs(of: run) {
                guard let source = input.source else { continue }
                need(source, in: entry, at: input.range, .flow(run.flow))
            }
        }
        checkAttempts()
        for event in step.events {
            read(event.condition, set: entry)
            read(event.route, set: entry.union(flow.definition.surelyGiven(by: event, at: step)))
        }
        let answered = step.asked.filter { !fields[$0].isOptional }
        for (position, slot) in step.asked.enumerated() {
            let before = step.asked[..<position]
            let set = entry.union(before.filter { !fields[$0].isOptional })
            check(slot, before: set, all: entry.union(answered))
            checkTakeover(of: slot, before: Set(before))
        }
        if let next = step.next { read(next, set: entry.union(answered)) }
    }

    /// What is sent goes out if the one condition holds and the other does not, tested in this order.
    private mutating func check(_ send: SendDefinition) {
        var known = entry
        read(send.condition, set: known)
        known.formUnion(send.condition?.expression.setWhenTrue ?? [])
        read(send.exception, set: known)
        known.formUnion(send.exception?.expression.setWhenFalse ?? [])
        need(send.recipient, in: known, at: send.range, .letter(send.name))
        for case .field(let slot) in send.limit?.scopes ?? [] {
            let place = flow.places.scopes[send.range]?[slot] ?? send.range
            need(slot, in: known, at: place, .limit(send.name))
        }
    }

    /// What an asked field reads: its rules all answers of the form, its options those asked before it.
    private mutating func check(_ slot: Int, before: Set<Int>, all: Set<Int>) {
        let field = fields[slot]
        for rule in field.rules { read(rule.condition, set: all.union([slot])) }
        switch field.type {
        case .choice(let options):
            for option in options { read(option.condition, set: before) }
        case .postcode(let country), .phone(_, country: let country?):
            need(country, in: all, at: place(of: slot), .dependent(field.name))
        case .document(let country, let kind):
            need(country, in: all, at: place(of: slot), .dependent(field.name))
            need(kind, in: all, at: place(of: slot), .dependent(field.name))
        case .list(let inner, _):
            for field in inner {
                for rule in field.rules { read(rule.condition, set: all) }
                guard case .choice(let options) = field.type else { continue }
                for option in options { read(option.condition, set: before) }
            }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        if let check = field.check {
            need(check.whose, in: before, at: place(of: slot), .dependent(field.name))
            if let record = check.record {
                need(record.slot, in: before, at: place(of: slot), .dependent(field.name))
            }
        }
        // Without a right verdict before, whoever sets a new secret could guess the old one.
        for rival in field.unlike where fields[rival].check != nil {
            need(rival, in: before, at: place(of: slot), .dependent(field.name))
        }
    }

    /// What is tried is counted by what was answered before it.
    private mutating func checkAttempts() {
        let judged = step.asked.firstIndex { fields[$0].type.isVerdict }
        let before = step.asked[..<(judged ?? step.asked.endIndex)]
        let set = entry.union(before.filter { !fields[$0].isOptional })
        for case .field(let slot) in step.attempts?.limit?.scopes ?? [] {
            let place = flow.places.scopes[step.range]?[slot] ?? step.range
            need(slot, in: set, at: place, .attempts)
        }
    }

    /// A prefilled value is there before the form is filled in, an offered one before the field is.
    private mutating func checkTakeover(of slot: Int, before: Set<Int>) {
        let field = fields[slot]
        let earlier = flow.graph.reaching(flow.graph.steps(before: index)).subtracting([index])
        for source in [field.prefill, field.offer].compactMap(\.self) {
            let isOffered = source == field.offer && before.contains(source)
            let isEarlier = earlier.contains { flow.slots(from: $0).contains(source) }
            guard !isInput(source), fields[source].defaultValue == nil, !isOffered, !isEarlier
            else { continue }
            unset.append(
                FieldRead(
                    slot: source,
                    step: index,
                    place: place(of: slot),
                    reader: .takeover(field.name)
                )
            )
        }
    }

    /// Whether whoever begins the flow gives it, or may: also a flow that runs this one.
    private func isInput(_ slot: Int) -> Bool {
        fields[slot].origin == .input
            || flow.definition.runs.contains { $0.inputs.contains { $0.slot == slot } }
    }

    /// Where the form names a field.
    private func place(of slot: Int) -> SourceRange {
        flow.places.asked[step.range]?[slot] ?? step.range
    }

    private mutating func need(
        _ slot: Int,
        in set: Set<Int>,
        at place: SourceRange,
        _ reader: FieldRead.Reader
    ) {
        guard !set.contains(slot) else { return }
        unset.append(FieldRead(slot: slot, step: index, place: place, reader: reader))
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
        for read in condition.expression.unguardedReads where read.slot < fields.count {
            let place = flow.places.conditions[condition.range]?.places.range(read.range)
            need(read.slot, in: set, at: place ?? condition.range, .condition)
        }
    }
}
