import Documents
import Flows
import Glibc
import Scenarios
import Sessions
import Synchronization
import Webhooks

/// The host of a project: webhooks where they are configured, and this program itself, which provides accounts.
///
/// In a sandbox an effect that nobody provides ends as it does in scenarios: as was chosen, or as it usually does,
/// with samples of what it gives. Anywhere else it is unavailable, as it would be if the host could not be reached.
/// A class, since the calls of all walks are counted in one place.
final class TrialHost: EffectHost {
    /// How effects are to end, by their names in the effects file: one after another, the last for all that follow.
    typealias Choice = [EffectName: [OutcomeName]]

    private struct Log {
        var calls: [EffectName: Int] = [:]
        var ends: [End] = []
        var troubles: [WebhookHost.Trouble] = []
    }

    /// How an effect has ended that nobody provides.
    private struct End: Hashable {
        let effect: EffectName
        let outcome: OutcomeName
        let isChosen: Bool
        let webhook: String?
    }

    private let accounts: AccountHost
    private let reviews: ReviewHost
    private let webhooks: [String: Webhook]
    private let chosen: Choice
    private let isSandbox: Bool
    private let log = Mutex(Log())

    /// Makes a host.
    init(
        accounts: AccountHost,
        reviews: ReviewHost,
        webhooks: [String: Webhook] = [:],
        chosen: Choice,
        isSandbox: Bool
    ) {
        self.accounts = accounts
        self.reviews = reviews
        self.webhooks = webhooks
        self.chosen = chosen
        self.isSandbox = isSandbox
    }

    func perform(_ call: EffectCall) -> EffectResult {
        if let ending = choice(for: call) {
            note(call, ending.outcome, isChosen: true)
            return result(ending, gives: [:])
        }
        let outside = WebhookHost(webhooks: webhooks, pause: Self.pause) { self.note($0) }
        if outside.serves(call) { return outside.perform(call) }
        // Who has given its accounts to a webhook must not find them here.
        let own: [(serves: Bool, host: any EffectHost)] = [
            (accounts.serves(call), accounts), (reviews.serves(call), reviews),
        ]
        if isSandbox || call.webhook == nil, let host = own.first(where: \.serves)?.host {
            let result = host.perform(call)
            let ending = call.endings.first { $0.outcome == result.outcome }
            return ending.map { self.result($0, gives: result.gives) } ?? result
        }
        guard isSandbox, let ending = call.endings.first(where: \.isUsual) else {
            note(call, OutcomeDefinition.unavailable)
            return EffectResult(OutcomeDefinition.unavailable)
        }
        note(call, ending.outcome)
        return result(ending, gives: [:])
    }

    /// What a tester should know about effects that nobody provides: a line for each way in which one has ended.
    var notes: [String] {
        let (ends, troubles) = log.withLock { ($0.ends, $0.troubles) }
        return troubles.map { "the webhook `\($0.webhook)` could not be used: \($0.reason)" }
            + ends.map(note)
    }

    private func note(_ end: End) -> String {
        let name = "`\(end.effect)`"
        let outcome = "`\(end.outcome)`"
        if let webhook = end.webhook, !end.isChosen {
            let variable = WebhookSettings.variable(of: webhook)
            return
                "the effect \(name) ended as \(outcome), since \(variable) does not say where"
                + " the webhook `\(webhook)` is"
        }
        guard isSandbox else {
            return
                "nobody provides the effect \(name) here, so it is \(outcome): only a sandbox"
                + " database has stand-ins for a host"
        }
        guard !end.isChosen else {
            return "the effect \(name) ended as \(outcome), as was chosen"
        }
        return
            "nobody provides the effect \(name) here, so it ended as \(outcome), with samples;"
            + " --effect \(end.effect)=OUTCOME chooses another"
    }

    /// Waits, since the person does.
    private static func pause(_ milliseconds: Int64) {
        usleep(UInt32(clamping: milliseconds * 1_000))
    }

    /// How a call is to end by what was chosen; `nil` where nothing was, or a flow of another day has no such outcome.
    private func choice(for call: EffectCall) -> EffectEnding? {
        guard let outcomes = chosen[call.effect], let last = outcomes.last else { return nil }
        let number = log.withLock { log in
            defer { log.calls[call.effect, default: 0] += 1 }
            return log.calls[call.effect, default: 0]
        }
        let outcome = number < outcomes.count ? outcomes[number] : last
        return call.endings.first { $0.outcome == outcome }
    }

    /// An ending with all that comes with it: what is known, and samples of the rest.
    private func result(_ ending: EffectEnding, gives known: [FieldName: FieldValue])
        -> EffectResult
    {
        var gives = known
        for field in ending.gives where gives[field.name] == nil && !field.isOptional {
            gives[field.name] = SampleValue.of(field)
        }
        return EffectResult(ending.outcome, gives: gives)
    }

    private func note(_ trouble: WebhookHost.Trouble) {
        log.withLock { if !$0.troubles.contains(trouble) { $0.troubles.append(trouble) } }
    }

    private func note(_ call: EffectCall, _ outcome: OutcomeName, isChosen: Bool = false) {
        let end = End(
            effect: call.effect,
            outcome: outcome,
            isChosen: isChosen,
            webhook: call.webhook
        )
        log.withLock { if !$0.ends.contains(end) { $0.ends.append(end) } }
    }
}
