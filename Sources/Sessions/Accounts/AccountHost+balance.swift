import Expressions
import Flows

/// What is in the wallet of an account: looked up, topped up, paid from.
extension AccountHost {
    func lookUpBalance(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard let account = try account(of: call) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let fields = try Self.fields(of: account, in: store, keys: keys)
        let wallet = Wallet(fields)
        return EffectResult(
            "answered",
            gives: [
                "balance": .money(wallet.balance),
                "is_verified": .bool(fields["identity_verified"] == .bool(true)),
                "boleto_this_month": .money(wallet.received(by: "boleto", since: call.now - month)),
            ]
        )
    }

    /// The money is there at once: no provider stands behind this host.
    ///
    /// The flow has judged the amount by what it was told of the wallet. Where that is not so any more, it judges anew.
    func topUp(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .money(let amount)? = call.values["amount"],
            case .text(let method)? = call.values["method"]
        else { return EffectResult(OutcomeDefinition.unavailable) }
        return try changeWallet(call) { wallet in
            let boleto = wallet.received(by: "boleto", since: call.now - month)
            let isAsSeen =
                call.values["balance"] == .money(wallet.balance)
                && call.values["boleto_this_month"] == .money(boleto)
            guard isAsSeen || wallet.hasBooked(call.key) else { return "changed" }
            return wallet.book(amount, as: method, key: call.key, at: call.now)
                ? "arrived" : "declined"
        }
    }

    /// The whole price, or nothing.
    func pay(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .money(let price)? = call.values["price"],
            case .text(let order)? = call.values["order"]
        else { return EffectResult(OutcomeDefinition.unavailable) }
        return try take(price, for: order, call, done: "paid")
    }

    /// Takes an amount from the balance, or ends as `not_enough`.
    private func take(
        _ amount: Money,
        for what: String,
        _ call: EffectCall,
        done: OutcomeName
    ) throws(SessionFailure) -> EffectResult {
        guard amount.tenThousandths >= 0 else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let taken = Money(tenThousandths: -amount.tenThousandths, currency: amount.currency)
        // What is not done leaves no trace, so that the same call may be done later.
        guard let account = try account(of: call) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        var now = Wallet(try Self.fields(of: account, in: store, keys: keys))
        guard now.book(taken, as: what, key: call.key, at: call.now) else {
            return EffectResult("not_enough")
        }
        return try changeWallet(call) { wallet in
            wallet.book(taken, as: what, key: call.key, at: call.now) ? done : "not_enough"
        }
    }

    /// What may be paid out: no refunds come to a wallet behind this host.
    func lookUpPayout(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard let account = try account(of: call) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let wallet = Wallet(try Self.fields(of: account, in: store, keys: keys))
        return EffectResult("answered", gives: ["payable": .money(wallet.balance)])
    }

    /// The whole amount, or nothing; no bank stands behind this host.
    func payOut(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .money(let amount)? = call.values["payout_amount"] else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        return try take(amount, for: "payout", call, done: "paid_out")
    }

    private func changeWallet(
        _ call: EffectCall,
        _ body: (inout Wallet) -> OutcomeName
    ) throws(SessionFailure) -> EffectResult {
        var balance: FieldValue?
        let result = try change(call) { fields in
            var wallet = Wallet(fields)
            let outcome = body(&wallet)
            fields[Wallet.balanceName] = .money(wallet.balance)
            fields[Wallet.historyName] = .list(wallet.history)
            balance = .money(wallet.balance)
            return outcome
        }
        // Only what was done has a new balance.
        guard !["changed", "not_enough"].contains(result.outcome) else { return result }
        guard let balance, call.endings.contains(where: { $0.outcome == result.outcome }) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        return EffectResult(result.outcome, gives: ["new_balance": balance])
    }

    private var month: Int64 { 30 * 86_400_000 }
}

/// The balance of an account with its history, among the values that are kept of it.
struct Wallet {
    static let balanceName: FieldName = "balance"
    static let historyName: FieldName = "history"

    private(set) var balance: Money
    /// What came and went, in order: how much, what for or by what, when, and the key of the call that did it.
    private(set) var history: [[FieldValue?]]

    init(_ fields: [FieldName: FieldValue]) {
        if case .money(let money)? = fields[Self.balanceName] {
            balance = money
        } else {
            balance = Money(tenThousandths: 0, currency: "USD")
        }
        if case .list(let entries)? = fields[Self.historyName] {
            history = entries
        } else {
            history = []
        }
    }

    /// Whether the call of a key has been done.
    func hasBooked(_ key: String) -> Bool { history.contains { $0.last == .text(key) } }

    /// Adds to the balance, or takes from it; `false` where it does not have as much, or another currency.
    ///
    /// What was booked under a key is not booked again, however often it is asked for.
    mutating func book(_ amount: Money, as what: String, key: String, at now: Int64) -> Bool {
        if hasBooked(key) { return true }
        let (sum, overflows) = balance.tenThousandths
            .addingReportingOverflow(amount.tenThousandths)
        guard amount.currency == balance.currency, !overflows, sum >= 0 else { return false }
        balance = Money(tenThousandths: sum, currency: balance.currency)
        history.append([.money(amount), .text(what), .integer(now), .text(key)])
        return true
    }

    /// What has come in one way since a moment.
    func received(by what: String, since moment: Int64) -> Money {
        var sum: Int64 = 0
        for entry in history where entry.count == 4 && entry[1] == .text(what) {
            guard case .money(let amount)?? = entry.first, case .integer(let at)? = entry[2],
                at >= moment, amount.currency == balance.currency
            else { continue }
            sum = sum.addingReportingOverflow(amount.tenThousandths).partialValue
        }
        return Money(tenThousandths: max(0, sum), currency: balance.currency)
    }
}
