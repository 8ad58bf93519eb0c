import Documents
import Expressions

/// Collects the messages of one flow.
struct FlowDemands {
    let flow: FlowDefinition
    /// The flows that exist: another one that is offered is not shown.
    let flowNames: Set<FlowName>
    private let flowArguments: FlowArguments
    private(set) var required: [DemandedText] = []
    private(set) var allowed: [DemandedText] = []

    init(flow: FlowDefinition, flowNames: Set<FlowName>) {
        self.flow = flow
        self.flowNames = flowNames
        flowArguments = FlowArguments(flow)
    }

    mutating func collect() {
        require(["\(flow.name).title"], at: flow.range)
        if flow.opening?.notice != nil {
            let closing = DemandedArgument(name: "closes_at", kind: .time)
            require(["\(flow.name).closing"], [closing], at: flow.range)
        }
        let assignment = DefiniteAssignment(flow)
        if let letter = flow.closingLetter {
            let set = assignment.onEntry[0]
            collect(letter.send, StepArguments.inClosingLetter(letter, of: flowArguments, set: set))
        }
        // What is run as a part has its words from its own flow.
        for index in flow.ownSteps {
            let step = flow.steps[index]
            collect(step, StepArguments(flowArguments, step: step, set: assignment.onEntry[index]))
        }
        for slot in flow.ownSlots where flow.fields[slot].origin == .asked {
            // What is set wherever it is asked.
            let forms = flow.steps.indices.filter { flow.steps[$0].asked.contains(slot) }
            let set = forms.dropFirst().reduce(forms.first.map { assignment.onEntry[$0] } ?? []) {
                $0.intersection(assignment.onEntry[$1])
            }
            let field = flow.fields[slot]
            // Whoever answers a question must be able to read it.
            let question = field.check?.record.flatMap {
                FlowArguments.argument(flow.fields[$0.slot])
            }
            collect(
                field,
                path: field.name.text,
                flowArguments.values(set: set),
                inLabel: question.map { [$0] } ?? []
            )
        }
        // What an account has was asked, and has its words there.
        let given = flow.fields[flow.ownSlots].filter { $0.origin == .given }
        for field in given where !field.name.text.hasPrefix(FieldName.accountPrefix) {
            collectOptions(of: field, FieldKeys(flow: flow.name, path: field.name.text), [])
        }
        collectRefusals()
    }

    private mutating func require(
        _ keys: [String],
        _ arguments: [DemandedArgument] = [],
        at range: SourceRange
    ) {
        required.append(DemandedText(keys: keys, arguments: arguments, range: range))
    }

    private mutating func allow(
        _ keys: [String],
        _ arguments: [DemandedArgument] = [],
        at range: SourceRange
    ) {
        allowed.append(DemandedText(keys: keys, arguments: arguments, range: range))
    }

    // MARK: - Steps

    private mutating func collect(_ step: StepDefinition, _ arguments: StepArguments) {
        let prefix = "\(flow.name).\(step.name)"
        let shown = arguments.onScreen
        switch step.kind {
        case .branch: break
        case .form, .review, .call, .waiting, .end:
            require(["\(prefix).title"], shown, at: step.range)
            for part in ["intro", "help", "advice"] {
                allow(["\(prefix).\(part)"], shown, at: step.range)
            }
        }
        for event in step.events where event.source == .button {
            require(["\(prefix).\(event.name)"], shown, at: event.range)
        }
        if case .end(_, let offers) = step.kind {
            for offer in offers {
                let key = "\(prefix).offer.\(offer)"
                if flowNames.contains(offer) {
                    require([key], shown, at: step.range)
                } else {
                    allow([key], shown, at: step.range)
                }
            }
        }
        for send in step.sends { collect(send, arguments.inLetter(send)) }
    }

    private mutating func collect(_ send: SendDefinition, _ values: [DemandedArgument]) {
        switch send.channel {
        case .mail:
            require(["mail.sender"], at: send.range)
            require(["mail.\(send.name).subject"], values, at: send.range)
            require(["mail.\(send.name).body"], values, at: send.range)
        case .sms:
            require(["sms.\(send.name).text"], values, at: send.range)
        }
    }

    // MARK: - Fields

    /// The words of a field; the path of a record's field is `<list>.<field>`.
    ///
    /// What it is called stands at other steps, too, so that has no other values than these.
    private mutating func collect(
        _ field: FieldDefinition,
        path: String,
        _ arguments: [DemandedArgument],
        inLabel label: [DemandedArgument]
    ) {
        let keys = FieldKeys(flow: flow.name, path: path)
        let type = field.type.keyword
        if case .phone(_, country: _?) = field.type {
            let values = ["country", "code"].map { DemandedArgument(name: $0, kind: .text) }
            require(["answer.calling_code"], values, at: field.range)
        }
        if case .code = field.type {
            for reason in ["wrong", "expired", "superseded"] {
                require(["error.code.\(reason)"], at: field.range)
            }
        }
        if field.check != nil {
            require(keys("error.wrong") + ["error.secret.wrong"], at: field.range)
        }
        if !field.unlike.isEmpty {
            require(keys("error.unlike") + ["error.secret.unlike"], at: field.range)
        }
        for rule in field.rules { require(keys("error.\(rule.name)"), arguments, at: rule.range) }
        if !field.isOptional, field.defaultValue == nil {
            require(["error.\(type).missing", "error.missing"], at: field.range)
            allow(keys("error.missing"), arguments, at: field.range)
        }
        if case .list(let inner, _) = field.type {
            allow(keys("label"), at: field.range)
            let number = [DemandedArgument(name: "number", kind: .integer)]
            for inner in inner {
                collect(
                    inner,
                    path: "\(path).\(inner.name)",
                    arguments + number,
                    inLabel: number
                )
            }
            return
        }
        require(keys("label"), label, at: field.range)
        allow(keys("hint") + ["hint.\(type)"], arguments, at: field.range)
        allow(keys("warning"), arguments, at: field.range)
        let value = [DemandedArgument(name: "value", kind: .text)]
        if field.offer != nil { allow(keys("offer"), value, at: field.range) }
        if field.suggestion != nil { allow(keys("suggestion"), value, at: field.range) }
        collectOptions(of: field, keys, arguments)
    }

    private mutating func collectOptions(
        of field: FieldDefinition,
        _ keys: FieldKeys,
        _ arguments: [DemandedArgument]
    ) {
        switch field.type {
        case .choice(let options):
            for option in options {
                let shared = option.list.map { ["options.\($0).\(option.value)"] } ?? []
                // What the condition asks for is there wherever the option is.
                let set = option.condition.map { $0.expression.setWhenTrue } ?? []
                let more = flowArguments.values(set: set).filter { !arguments.contains($0) }
                require(
                    keys("option.\(option.value)") + shared,
                    arguments + more,
                    at: field.range
                )
            }
        case .bool:
            for word in ["true", "false"] { allow(keys("option.\(word)"), at: field.range) }
        case .consent:
            allow(keys("option.true"), at: field.range)
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .integer, .money,
            .list, .file, .captcha, .code, .secret:
            break
        }
    }

    // MARK: - Refusals

    private mutating func collectRefusals() {
        let limits = flow.steps.flatMap(\.sends).compactMap(\.limit)
        let spaced = limits + flow.steps.compactMap(\.attempts?.limit)
        let waiting = [
            DemandedArgument(name: "ready_at", kind: .time),
            DemandedArgument(name: "wait_seconds", kind: .integer),
        ]
        for reason in [Refusal.stale, .notHere, .noWayBack, .ended] { refuse(reason) }
        if spaced.contains(where: { $0.apart > 0 }) {
            refuse(.tooSoon(readyAt: 0), waiting)
        }
        if !limits.isEmpty {
            // Without a window nobody can say when the next may go out.
            let isTimed = limits.allSatisfy { $0.within != nil }
            refuse(.usedUp(readyAt: nil), isTimed ? waiting : [])
        }
        if flow.steps.flatMap(\.sends).contains(where: { $0.link != nil }) {
            for reason in [
                Refusal.used, .expired, .superseded, .forged, .codeNeeded, .wrongCode,
                .tooManyTries, .continuedElsewhere,
            ] {
                refuse(reason, [])
            }
        }
        if let field = flow.fields.first(where: \.isSetOnce) {
            refuse(.fixed(field.name), [DemandedArgument(name: "field", kind: .text)])
        }
    }

    private mutating func refuse(_ refusal: Refusal, _ values: [DemandedArgument] = []) {
        require(["refused.\(refusal.reason)"], values, at: flow.range)
    }
}

/// The keys of a field's words: this flow's own, then the one that all flows share.
struct FieldKeys {
    let flow: FlowName
    let path: String

    func callAsFunction(_ last: String) -> [String] {
        ["\(flow).\(path).\(last)", "field.\(path).\(last)"]
    }
}
