import Flows

/// Provides the effects by which a flow learns what a reviewer has decided.
public struct ReviewHost: EffectHost {
    private let store: any SessionStore
    private let keys: SessionKeys

    /// Makes a host.
    public init(store: any SessionStore, keys: SessionKeys) {
        self.store = store
        self.keys = keys
    }

    /// Whether a call is one of those that it provides, as its effects file declares it.
    public func serves(_ call: EffectCall) -> Bool {
        let outcomes: Set<OutcomeName>
        switch call.effect.text {
        case "read_review": outcomes = ["approved", "declined"]
        case "read_reply": outcomes = ["replied"]
        default: return false
        }
        return outcomes.isSubset(of: call.endings.map(\.outcome))
    }

    /// What was decided; unavailable as long as nothing was.
    public func perform(_ call: EffectCall) -> EffectResult {
        guard let decision = try? decision(for: call), decision.effect == call.effect.text else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        switch decision {
        case .approved:
            return EffectResult("approved")
        case .refused(let reason, let remark):
            return EffectResult(
                "declined",
                gives: [
                    "decline_reason": .text(reason), "has_remark": .bool(!remark.isEmpty),
                    "remark": .text(remark),
                ]
            )
        case .answered(let text): return EffectResult("replied", gives: ["reply": .text(text)])
        }
    }

    private func decision(for call: EffectCall) throws(SessionFailure) -> ReviewDecision? {
        let found: (row: ReviewRow, record: SessionRecord)?
        do throws(StoreFailure) {
            found =
                if let record = try store.session(call.session),
                    let row = try store.takeReview(of: call.session, forCall: call.key)
                { (row, record) } else { nil }
        } catch {
            throw .store(error)
        }
        guard let found else { return nil }
        let cipher = try OwnerCipher(
            owner: call.session.text,
            wrappedKey: found.record.wrappedKey,
            keys: keys
        )
        let bytes = try cipher.open(found.row.body, table: "reviews", column: "body", version: 1)
        return try StateCoder.value(ReviewDecision.self, from: bytes)
    }
}
