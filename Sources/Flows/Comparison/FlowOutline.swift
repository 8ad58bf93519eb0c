import Documents
import Expressions

/// A flow as lists of names with texts, in which two flows can be compared.
///
/// A text says all that belongs to the name, in the same way for the same meaning; conditions are compared as
/// they are written.
struct FlowOutline {
    /// Each step, with what it does.
    let steps: [(name: String, text: String)]
    /// Each field, with what it takes.
    let fields: [(name: String, text: String)]
    /// Each way, with where it leads.
    let ways: [(name: String, text: String)]

    init(_ flow: FlowDefinition, sources: [SourceText]) {
        let writer = OutlineWriter(flow: flow, sources: sources)
        steps = flow.steps.map { ($0.name.text, writer.text(of: $0)) }
        fields = flow.fields.map { ($0.name.text, writer.text(of: $0)) }
        ways = flow.steps.flatMap { writer.ways(of: $0) } + writer.expiry
    }
}

private struct OutlineWriter {
    let flow: FlowDefinition
    let sources: [String: SourceText]

    init(flow: FlowDefinition, sources: [SourceText]) {
        self.flow = flow
        self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
    }

    // MARK: - Steps

    func text(of step: StepDefinition) -> String {
        let kind =
            switch step.kind {
            case .form(let fields): "ask \(names(fields))"
            case .review: "review"
            case .call(let effect): "call \(effect)"
            case .waiting: "wait"
            case .branch: "branch"
            case .end(let outcome, let offers):
                "end \(outcome) \(offers.map(\.text).joined(separator: " "))"
            }
        let run = step.run.map { flow.runs[$0] }.map { run in
            let inputs = run.inputs.map { input in
                "\(flow.fields[input.slot].name)="
                    + (input.source.map { names([$0]) } ?? input.value.map(text) ?? "")
            }
            return "run \(run.flow) \(inputs.joined(separator: " "))"
        }
        let attempts = step.attempts.map { attempts in
            "attempts \(attempts.times) " + (attempts.limit.map(text) ?? "")
        }
        return
            ([kind, step.allowsBack ? "" : "barrier", run ?? "", attempts ?? ""]
            + step.sends.map(text)).joined(separator: "; ")
    }

    private func text(of send: SendDefinition) -> String {
        let parts = [
            send.channel.rawValue, send.name.text, names([send.recipient]), send.link?.text ?? "",
            send.code.map { names([$0]) } ?? "", send.start?.text ?? "", text(of: send.condition),
            text(of: send.exception),
            send.limit.map(text) ?? "",
        ]
        return parts.joined(separator: " ")
    }

    private func text(of limit: LimitDefinition) -> String {
        let scopes = limit.scopes.map { scope in
            switch scope {
            case .session: "session"
            case .field(let slot): names([slot])
            }
        }
        return "\(limit.times) \(limit.apart) \(limit.within ?? 0) \(scopes) \(limit.inAll ?? 0)"
    }

    // MARK: - Fields

    func text(of field: FieldDefinition) -> String {
        let rules = field.rules.map { "\($0.name): \(text(of: $0.condition))" }
        let marks = [
            field.isOptional ? "optional" : "", field.isSetOnce ? "once" : "",
            field.isPersonal ? "personal" : "", "\(field.origin)",
            field.suggestion?.rawValue ?? "",
            "\(field.length.minimum)-\(field.length.maximum)",
            field.prefill.map { "prefill \(names([$0]))" } ?? "",
            field.offer.map { "offer \(names([$0]))" } ?? "",
            field.defaultValue.map(text) ?? "",
            field.unlike.isEmpty ? "" : "unlike \(names(field.unlike))",
        ]
        return ([text(of: field.type)] + marks + rules).joined(separator: "; ")
    }

    private func text(of type: FieldType) -> String {
        let details: String =
            switch type {
            case .text, .name, .email, .date, .country, .bool, .captcha: ""
            case .phone(let line, let country):
                [line?.rawValue, country.map { names([$0]) }].compactMap { $0 }.joined(
                    separator: " "
                )
            case .postcode(let country): names([country])
            case .document(let country, let kind): names([country, kind])
            case .choice(let options):
                options.map { "\($0.value) \(text(of: $0.condition))" }.joined(separator: ", ")
            case .integer(let minimum, let maximum): "\(minimum) \(maximum)"
            case .money(let currency, let minimum, let maximum):
                "\(currency) \(minimum) \(maximum)"
            case .list(let inner, let count):
                "\(count) " + inner.map { "\($0.name) \(text(of: $0))" }.joined(separator: ", ")
            case .file(let bounds):
                "\(bounds.atLeast)-\(bounds.atMost) \(bounds.megabytes) \(bounds.formatNames)"
            case .consent(let document): document
            case .code(let digits): "\(digits)"
            case .secret(.new, let isRepeated): "new \(isRepeated)"
            case .secret(.check(let check), _):
                "check \(check.field) of \(names([check.whose]))"
                    + (check.record.map { " \($0.secret) \($0.key) \(names([$0.slot]))" } ?? "")
            case .secret(.relay, _): "relay"
            }
        return "\(type.keyword) \(details)"
    }

    /// A default stands in the flow file, so it is no answer that must be hidden.
    private func text(of value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .bool(let isTrue): "\(isTrue)"
        case .integer(let number): "\(number)"
        case .money(let money): "\(money.tenThousandths) \(money.currency)"
        case .date(let day): "\(day)"
        case .list, .consent, .sealed, .passed, .files: ""
        }
    }

    // MARK: - Ways

    func ways(of step: StepDefinition) -> [(name: String, text: String)] {
        var ways: [(name: String, text: String)] = []
        let name = { (way: String) in "\(step.name): \(way)" }
        if let next = step.next { ways.append((name("next"), text(of: next))) }
        for event in step.events {
            let condition = event.condition.map { "if \(text(of: $0)) " } ?? ""
            ways.append((name(event.name.text), condition + text(of: event.route)))
        }
        for timer in step.timers {
            ways.append((name("after \(timer.after / 1_000) s"), names(ofSteps: [timer.target])))
        }
        if let attempts = step.attempts {
            ways.append((name("attempts"), names(ofSteps: [attempts.target])))
        }
        return ways
    }

    var expiry: [(name: String, text: String)] {
        guard let expiry = flow.expiry else { return [] }
        return [("expires", "\(expiry.after) \(names(ofSteps: [expiry.target]))")]
    }

    private func text(of route: Route) -> String {
        let target = { (target: Route.Target) -> String in
            switch target {
            case .step(let index): names(ofSteps: [index])
            case .stay: "stay"
            }
        }
        let branches = route.branches.map { "\(text(of: $0.condition)) -> \(target($0.target))" }
        return (branches + [target(route.otherwise)]).joined(separator: "; ")
    }

    /// A condition as it is written; blanks around it decide nothing.
    private func text(of condition: Condition?) -> String {
        guard let range = condition?.range, let source = sources[range.file] else { return "" }
        let bytes = range.start.byte..<max(range.start.byte, range.end.byte)
        return String(
            decoding: source.bytes[bytes.clamped(to: 0..<source.bytes.count)],
            as: UTF8.self
        )
    }

    private func names(_ slots: [Int]) -> String {
        slots.map { flow.fields[$0].name.text }.joined(separator: " ")
    }

    private func names(ofSteps steps: [Int]) -> String {
        steps.map { flow.steps[$0].name.text }.joined(separator: " ")
    }
}
