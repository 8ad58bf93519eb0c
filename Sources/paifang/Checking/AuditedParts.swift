import Documents
import Flows

/// A field, as an auditor sees it.
struct AuditedField {
    /// How a value is kept.
    enum Protection: String {
        case personal, secret, captcha, unmarked

        var words: String {
            switch self {
            case .personal: "personal: encrypted where it is stored, masked in logs and reports"
            case .secret: "secret: sealed by the vault, never shown"
            case .captcha: "the answer is not kept"
            case .unmarked: "not marked as personal"
            }
        }
    }

    let name: String
    let type: String
    let origin: String
    /// The steps that ask it.
    let steps: [String]
    let protection: Protection
    /// The secrets in a list's records.
    let innerSecrets: [String]
    let isSetOnce: Bool
    /// The document that people accept.
    let document: String?
    let range: SourceRange

    init(_ slot: Int, of flow: FlowDefinition, _ names: AuditNames) {
        let field = flow.fields[slot]
        name = field.name.text
        type = field.type.keyword
        range = field.range
        isSetOnce = field.isSetOnce
        steps = flow.steps.filter { $0.asked.contains(slot) }.map(\.name.text)
        origin =
            switch field.origin {
            case .asked: "asked"
            case .input: "given at the start"
            case .given where flow.runs.contains { $0.inputs.contains { $0.slot == slot } }:
                "handed over where the flow is run"
            case .given: "given by an effect"
            }
        var document: String?
        var secrets: [String] = []
        var protection = field.isPersonal ? Protection.personal : .unmarked
        switch field.type {
        case .secret: protection = .secret
        case .captcha: protection = .captcha
        case .consent(let name): document = name
        case .list(let inner, _):
            secrets = inner.filter { $0.type.keyword == "secret" }.map(\.name.text)
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .file, .code:
            break
        }
        self.document = document
        self.protection = protection
        innerSecrets = secrets
    }
}

/// A letter or short message that a step sends.
struct AuditedSend {
    let channel: String
    let name: String
    /// `nil` for the letter about closing, which goes out wherever people stand.
    let step: String?
    /// The field whose value is the address.
    let recipient: String
    let link: String?
    let condition: String?
    let exception: String?
    /// How often at most: so many times, so long apart, within so long, counted by what.
    let limit: (times: Int, apart: String?, within: String?, scopes: [String], inAll: Int?)?
    let range: SourceRange

    init(_ send: SendDefinition, at step: StepDefinition?, _ names: AuditNames) {
        channel = send.channel.rawValue
        name = send.name.text
        self.step = step?.name.text
        recipient = names.field(send.recipient)
        link = send.link?.text
        condition = names.condition(send.condition)
        exception = names.condition(send.exception)
        limit = send.limit.map { limit in
            (
                limit.times, limit.apart > 0 ? names.duration(limit.apart) : nil,
                limit.within.map { names.duration($0) },
                limit.scopes.map { scope in
                    switch scope {
                    case .session: "session"
                    case .field(let slot): names.field(slot)
                    }
                },
                limit.inAll
            )
        }
        range = send.range
    }
}

/// An effect of the host, with what it is given and gives.
struct AuditedCall {
    let name: String
    let steps: [String]
    let needs: [String]
    let mayUse: [String]
    let writes: [String]
    let endsSessions: Bool
    let gives: [(outcome: String, fields: [String])]
    let isOncePerFlow: Bool
    let webhook: String?
    let range: SourceRange

    init(_ effect: EffectDefinition, of flow: FlowDefinition, _ names: AuditNames) {
        name = effect.name.text
        steps = flow.steps.filter { step in
            guard case .call(effect.name) = step.kind else { return false }
            return true
        }.map(\.name.text)
        needs = effect.needs.map { names.field($0) }
        mayUse = effect.mayUse.map { names.field($0) }
        writes = effect.writes.map(\.field.text)
        endsSessions = effect.endsSessions
        gives = effect.outcomes.filter { !$0.gives.isEmpty }.map { outcome in
            (outcome.name.text, outcome.gives.map { names.field($0) })
        }
        isOncePerFlow = effect.isOncePerFlow
        webhook = effect.webhook
        range = effect.range
    }
}

/// A promise, which has been proved where it can be: flows with a broken one are not read.
struct AuditedPromise {
    let outcome: String
    /// The step and event that stand on every way to the outcome.
    let onlyAfter: String?
    let atMost: Int?
    /// What the proof rests on.
    let basis: [String]
    let range: SourceRange

    init(_ promise: Promise, of flow: FlowDefinition, _ names: AuditNames) {
        outcome = "\(promise.effect).\(promise.outcome)"
        atMost = promise.atMost
        range = promise.range
        var basis: [String] = []
        onlyAfter = promise.onlyAfter.map { "\(names.step($0.step)).\($0.event)" }
        if let (index, event) = promise.onlyAfter, flow.steps.indices.contains(index) {
            basis.append(
                "every way to \(promise.effect) goes through \(names.step(index)).\(event)"
            )
            for send in flow.steps[index].sends where send.link == event {
                let address = names.field(send.recipient)
                basis.append(
                    "the link of \(send.name) goes to \(address), which can't be changed in between"
                )
            }
        }
        if promise.atMost != nil, flow.effect(promise.effect)?.isOncePerFlow == true {
            basis.append("\(promise.effect) is called once a flow: never again after a success")
        }
        self.basis = basis
    }
}
