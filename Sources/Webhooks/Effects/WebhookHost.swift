import Flows
public import Sessions

/// Provides effects by asking other programs over HTTP, so that a host in any language can own the accounts.
///
/// A call is posted as JSON with its key; what is temporary is tried again after growing waits, always with the same
/// key. What is then still unknown, or can't be read, ends as `unavailable`: the flow has a way for that, and whoever
/// tries again asks with the same key, if the effect is `once: flow`.
public struct WebhookHost: Sendable {
    /// What came of a call that could not be made or understood, for who runs the service.
    public struct Trouble: Sendable, Hashable {
        /// The name of the webhook.
        public let webhook: String
        /// The reason, without anything that was sent or answered.
        public let reason: String
    }

    private let webhooks: [String: Webhook]
    private let waits: [Int64]
    private let pause: @Sendable (Int64) -> Void
    private let report: @Sendable (Trouble) -> Void

    /// Makes a host.
    ///
    /// - Parameters:
    ///   - webhooks: The webhooks by the names that effects files have for them.
    ///   - waits: How long to wait before each new try, in milliseconds: somebody is waiting for the answer.
    ///   - pause: Waits for so many milliseconds.
    ///   - report: Takes what went wrong.
    public init(
        webhooks: [String: Webhook],
        waits: [Int64] = [200, 1_000],
        pause: @escaping @Sendable (Int64) -> Void,
        report: @escaping @Sendable (Trouble) -> Void
    ) {
        self.webhooks = webhooks
        self.waits = waits
        self.pause = pause
        self.report = report
    }

    /// Whether a call is for one of its webhooks.
    public func serves(_ call: EffectCall) -> Bool {
        call.webhook.map { webhooks[$0] != nil } ?? false
    }
}

extension WebhookHost: EffectHost {
    /// Asks the webhook of the effect; without one, or without an answer that can be used, it is unavailable.
    public func perform(_ call: EffectCall) -> EffectResult {
        let unavailable = EffectResult(OutcomeDefinition.unavailable)
        guard let name = call.webhook, let webhook = webhooks[name] else { return unavailable }
        let message = EffectMessage.bytes(of: call)
        for wait in waits.map(Optional.some) + [nil] {
            do throws(Webhook.Failure) {
                let body = try webhook.post(message, key: call.key).taken()
                return try EffectAnswer.read(body, to: call)
            } catch {
                guard let wait, error.isTemporary else {
                    report(Trouble(webhook: name, reason: error.reason))
                    return unavailable
                }
                pause(wait)
            }
        }
        return unavailable
    }
}
