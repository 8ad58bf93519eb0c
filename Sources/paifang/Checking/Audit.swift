import Documents
import Flows

/// What an auditor asks of flows: what is asked and how it is kept, what is sent where and how often, what
/// the host is given, what is promised and on what that rests, and when what ends.
struct Audit {
    /// One flow, in words.
    struct Flow {
        let definition: FlowDefinition
        let fields: [AuditedField]
        let sends: [AuditedSend]
        let calls: [AuditedCall]
        let promises: [AuditedPromise]
        /// What ends by itself: after how long, and where that leads.
        let timers: [(step: String?, after: String, to: String)]
        /// What good practice advises against.
        let deviations: [Deviation]
        /// The conditions of which it is not known whether they can go both ways.
        let undecided: [(condition: String, range: SourceRange)]
    }

    let flows: [Flow]

    init(_ flows: [FlowDefinition], sources: [String: SourceText]) {
        self.flows = flows.map { flow in
            let names = AuditNames(flow, sources: sources)
            let expiry = flow.expiry.map {
                [(step: String?.none, after: names.duration($0.after), to: names.step($0.target))]
            }
            let timers = flow.steps.flatMap { step in
                step.timers.map { timer in
                    (
                        step: Optional(step.name.text), after: names.duration(timer.after),
                        to: names.step(timer.target)
                    )
                }
            }
            let closing = flow.closingLetter.map { [AuditedSend($0.send, at: nil, names)] } ?? []
            return Flow(
                definition: flow,
                fields: flow.fields.indices.map { AuditedField($0, of: flow, names) },
                sends: flow.steps.flatMap { step in
                    step.sends.map { AuditedSend($0, at: step, names) }
                } + closing,
                calls: flow.effects.map { AuditedCall($0, of: flow, names) },
                promises: flow.promises.map { AuditedPromise($0, of: flow, names) },
                timers: (expiry ?? []) + timers,
                deviations: Deviation.all(in: flow, names),
                undecided: flow.undecided.map { (names.text(at: $0) ?? "?", $0) }
            )
        }
    }
}

/// How things of a flow are called.
struct AuditNames {
    private let flow: FlowDefinition
    private let sources: [String: SourceText]

    init(_ flow: FlowDefinition, sources: [String: SourceText]) {
        self.flow = flow
        self.sources = sources
    }

    func field(_ slot: Int) -> String {
        flow.fields.indices.contains(slot) ? flow.fields[slot].name.text : "?"
    }

    func step(_ index: Int) -> String {
        flow.steps.indices.contains(index) ? flow.steps[index].name.text : "?"
    }

    /// A condition as it stands in its file.
    func condition(_ condition: Condition?) -> String? {
        (condition?.range).flatMap(text)
    }

    /// What stands at a place, in one line.
    func text(at range: SourceRange) -> String? {
        guard let bytes = sources[range.file]?.bytes, range.start.byte <= range.end.byte,
            range.end.byte <= bytes.count
        else { return nil }
        let text = String(decoding: bytes[range.start.byte..<range.end.byte], as: UTF8.self)
        return VisibleText.escaping(text.split(separator: "\n").joined(separator: " "))
    }

    /// Milliseconds as flow files write them; days only where they come out even.
    func duration(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        guard seconds > 0 else { return "0s" }
        var text = ""
        var rest = seconds
        for (unit, length) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]
            as [(String, Int64)]
        {
            if rest >= length { text += "\(rest / length)\(unit)" }
            rest %= length
        }
        return text
    }
}
