import Expressions
import Flows

/// Whether an account can be used: one that sleeps, is suspended or has ended is opened to nobody.
extension AccountHost {
    /// Opens the account of an address to whoever has proven to own it: the flow sees to that.
    func open(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard let account = try account(of: call) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let fields = try Self.fields(of: account, in: store, keys: keys)
        let standing = Standing(fields, createdAt: account.createdAt)
        let outcome = standing.outcome(at: call.now)
        guard outcome == "opened" else {
            return told(outcome, of: call, standing, Wallet(fields).balance, account.id)
        }
        let day = Standing.day
        guard call.now - standing.lastUsed >= day || standing.language != call.locale else {
            return try result("opened", of: call, giving: account)
        }
        return try change(call) { fields in
            var standing = Standing(fields, createdAt: account.createdAt)
            // Somebody may have been faster: whoever is not let in does not use it.
            guard standing.outcome(at: call.now) == "opened" else {
                return OutcomeDefinition.unavailable
            }
            standing.lastUsed = call.now
            standing.language = call.locale
            standing.write(to: &fields)
            return "opened"
        }
    }

    /// Suspends an account, lets it be used again, or ends it; whoever is signed in to it is signed out.
    func changeStanding(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .text(let wanted)? = call.values["change"],
            let change = StandingChange(rawValue: wanted)
        else { return EffectResult(OutcomeDefinition.unavailable) }
        // Nobody is shut out without being told why.
        let reason = change.reason.flatMap { call.values[$0] }?.text
        guard (reason != nil) == (change.reason != nil) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        guard let account = try account(of: call) else { return EffectResult("no_account") }
        var now = Standing([:], createdAt: account.createdAt)
        var balance = Money(tenThousandths: 0, currency: "USD")
        let done = try self.change(call, endsSessions: true) { fields in
            var standing = Standing(fields, createdAt: account.createdAt)
            switch change {
            // Who is suspended anew, for another reason, waits no longer for it.
            case .suspend:
                standing.suspendedFor = reason
                standing.suspendedAt = standing.suspendedAt ?? call.now
            case .resume:
                standing.suspendedFor = nil
                standing.suspendedAt = nil
                standing.endedFor = nil
                standing.lastUsed = call.now
            case .end: standing.endedFor = reason
            }
            standing.write(to: &fields)
            (now, balance) = (standing, Wallet(fields).balance)
            return change.outcome
        }
        guard done.outcome == change.outcome else { return done }
        return told(change.outcome, of: call, now, balance, account.id)
    }

    /// Whether an account has slept so long that its address is free for a new one.
    func isAsleep(_ account: AccountRecord, at now: Int64) throws(SessionFailure) -> Bool {
        let fields = try Self.fields(of: account, in: store, keys: keys)
        return Standing(fields, createdAt: account.createdAt).outcome(at: now) == "inactive"
    }

    /// What somebody is told who is not let in, as far as the outcome gives it.
    private func told(
        _ outcome: OutcomeName,
        of call: EffectCall,
        _ standing: Standing,
        _ balance: Money,
        _ account: String
    ) -> EffectResult {
        guard let ending = call.endings.first(where: { $0.outcome == outcome }) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let all: [FieldName: FieldValue?] = [
            "balance": .money(balance), "account_number": .text(account),
            "last_used": .date(milliseconds: Standing.date(standing.lastUsed)),
            "suspended_for": standing.suspendedFor.map { .text($0) },
            "held_until": standing.heldUntil.map { .date(milliseconds: Standing.date($0)) },
            "ended_for": standing.endedFor.map { .text($0) },
        ]
        let names = Set(ending.gives.map(\.name))
        return EffectResult(
            outcome,
            gives: all.compactMapValues(\.self).filter { names.contains($0.key) }
        )
    }
}

/// What may be done to an account by who keeps the service.
private enum StandingChange: String {
    case suspend, resume, end

    var outcome: OutcomeName {
        switch self {
        case .suspend: "suspended"
        case .resume: "resumed"
        case .end: "ended"
        }
    }

    /// The field that says why; `nil` for what needs no reason.
    var reason: FieldName? {
        switch self {
        case .suspend: "suspend_for"
        case .resume: nil
        case .end: "end_for"
        }
    }
}

extension FieldValue {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension SessionEngine {
    /// The language of whoever has the account of an address; `nil` where there is no such account.
    public func language(ofAddress address: String) throws(SessionFailure) -> String? {
        let index = keys.index(ofAddress: address)
        let record = try store { () throws(StoreFailure) in try store.account(emailIndex: index) }
        return try record.map { record throws(SessionFailure) in
            try accountFields(of: record)["language"]?.text ?? "en"
        }
    }
}

/// What is kept of an account about its use, among its values.
private struct Standing {
    static let day: Int64 = 86_400_000
    /// Twelve months without anybody signing in.
    private static let sleepsAfter = 365 * day
    /// So long the money of a suspended account may be held.
    private static let holdsFor = 180 * day

    /// When somebody last signed in, to the day.
    var lastUsed: Int64
    /// The language in which somebody did.
    var language: String?
    var suspendedFor: String?
    var suspendedAt: Int64?
    var endedFor: String?

    init(_ fields: [FieldName: FieldValue], createdAt: Int64) {
        let time = { (name: FieldName) -> Int64? in
            if case .integer(let time)? = fields[name] { time } else { nil }
        }
        lastUsed = time("last_used") ?? createdAt
        language = fields["language"]?.text
        suspendedFor = fields["suspended_for"]?.text
        suspendedAt = time("suspended_at")
        endedFor = fields["ended_for"]?.text
    }

    func write(to fields: inout [FieldName: FieldValue]) {
        fields["last_used"] = .integer(lastUsed)
        fields["language"] = language.map { .text($0) }
        fields["suspended_for"] = suspendedFor.map { .text($0) }
        fields["suspended_at"] = suspendedAt.map { .integer($0) }
        fields["ended_for"] = endedFor.map { .text($0) }
    }

    /// When the money of a suspended account is paid out at the latest.
    var heldUntil: Int64? { suspendedAt.map { $0 + Self.holdsFor } }

    /// How the opening of the account ends.
    func outcome(at now: Int64) -> OutcomeName {
        if endedFor != nil { return "ended" }
        if suspendedFor != nil { return "suspended" }
        return now - lastUsed >= Self.sleepsAfter ? "inactive" : "opened"
    }

    /// The day of a moment.
    static func date(_ moment: Int64) -> Int64 { moment - moment % day }
}
