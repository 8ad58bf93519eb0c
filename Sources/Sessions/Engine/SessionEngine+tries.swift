import Flows
import Secrets

/// Guesses of secrets and codes: each is counted, on the disk, before it is judged.
extension SessionEngine {
    /// How often an account's secret may be guessed in a day, whatever a flow bears.
    static let guessesPerDay = 10
    private static let day: Int64 = 86_400_000

    /// Whether a try may be judged.
    enum TryVerdict {
        /// It was counted, or nothing but the walk counts it.
        case counted(TryRows?)
        case tooSoon(readyAt: Int64)
        case usedUp
    }

    /// Counts a try at the present step; `check` is what is guessed, where that is an account's.
    func count(
        tryAt session: LiveSession,
        of check: SecretCheck? = nil,
        now: Int64
    ) throws(SessionFailure) -> TryVerdict {
        var attempt = TryRows(bounds: [], rows: [])
        let count = session.machine.tryCount(in: session.state)
        if let count { add(count, of: session, to: &attempt, now: now) }
        if let check, case .text(let whose)? = session.state.fields[check.whose] {
            // By whatever name somebody is known here: the account is one.
            let account = try account(of: check, in: session)
            let scope = keys.scope(["guess", check.field.text, account?.id ?? whose.lowercased()])
            attempt.rows.append(SendRow(scope: scope, at: now))
            attempt.bounds.append(
                TryRows.Bound(scope: scope, since: now - Self.day, most: Self.guessesPerDay)
            )
        }
        guard !attempt.rows.isEmpty else { return .counted(nil) }
        let rows = attempt
        if try store({ () throws(StoreFailure) in try store.count(rows) }) {
            return .counted(attempt)
        }
        guard let count else { return .usedUp }
        let history = try history(of: count, .tries, session: session, now: now)
        guard count.limit.left(after: history, now: now) > 0,
            let ready = count.limit.nextMoment(after: history, now: now), ready > now
        else { return .usedUp }
        return .tooSoon(readyAt: ready)
    }

    /// Whether no further try is left at the present step, after one that was wrong.
    func isTriedOut(_ session: LiveSession, now: Int64) throws(SessionFailure) -> Bool {
        guard let count = session.machine.tryCount(in: session.state) else { return false }
        let history = try history(of: count, .tries, session: session, now: now)
        return count.limit.left(after: history, now: now) == 0
    }

    /// Takes a try back that was right.
    func takeBack(_ attempt: TryRows?) throws(SessionFailure) {
        guard let attempt else { return }
        try store { () throws(StoreFailure) in try store.takeBack(attempt) }
    }

    /// Whether a secret is the account's; an account that is not there costs the same work.
    func isRight(
        _ secret: String,
        for check: SecretCheck,
        in session: LiveSession
    ) throws(SessionFailure) -> Bool {
        let account = try account(of: check, in: session)
        var row: SecretRow?
        if let account,
            case .sealed(let reference)? = check.secret(
                in: try accountFields(of: account),
                of: session.state
            )
        {
            row = try store { () throws(StoreFailure) in try store.secret(reference) }
        }
        return try keys.matches(secret, row)
    }

    /// The account whose secret is compared; `nil` where there is none.
    private func account(
        of check: SecretCheck,
        in session: LiveSession
    ) throws(SessionFailure) -> AccountRecord? {
        guard case .text(let whose)? = session.state.fields[check.whose] else { return nil }
        let isAddress =
            if case .email = session.machine.definition.fields[check.whose].type { true } else {
                false
            }
        return try store { () throws(StoreFailure) in
            isAddress
                ? try store.account(emailIndex: keys.index(ofAddress: whose))
                : try store.account(whose)
        }
    }

    /// Whether a secret is one that this walk has sealed in one of some slots, or an account's that was given there.
    func isSame(
        _ secret: String,
        asIn slots: [Int],
        of session: LiveSession
    ) throws(SessionFailure) -> Bool {
        for slot in slots {
            if let check = session.machine.definition.fields[slot].check {
                // Whoever has given the old one may be told that it is the same; nobody else.
                guard session.state.fields[slot] == .passed else { continue }
                if try isRight(secret, for: check, in: session) { return true }
            }
            guard case .sealed(let reference)? = session.state.fields[slot] else { continue }
            let row = try store { () throws(StoreFailure) in try store.secret(reference) }
            if let row, try keys.matches(secret, row) { return true }
        }
        return false
    }

    // MARK: - Counting

    private func add(
        _ count: SendCount,
        of session: LiveSession,
        to attempt: inout TryRows,
        now: Int64
    ) {
        let limit = count.limit
        let names = scopeNames(of: count, session)
        let since = limit.within.map { now - $0 } ?? -1
        for scope in names.map({ keys.scope(Counted.tries.scope($0)) }) {
            attempt.rows.append(SendRow(scope: scope, at: now))
            attempt.bounds.append(TryRows.Bound(scope: scope, since: since, most: limit.times))
        }
        guard limit.apart > 0 else { return }
        let all = keys.scope(Counted.tries.together(names))
        attempt.rows.append(SendRow(scope: all, at: now))
        attempt.bounds.append(TryRows.Bound(scope: all, since: now - limit.apart, most: 1))
    }
}

extension SecretCheck {
    /// The sealed secret among the fields of an account; `nil` where there is none.
    fileprivate func secret(
        in fields: [FieldName: FieldValue],
        of state: FlowState
    ) -> FieldValue? {
        guard let record else { return fields[field] }
        guard case .list(let items)? = fields[field] else { return nil }
        let item = items.first { item in
            item.indices.contains(record.key) && item[record.key] != nil
                && item[record.key] == state.fields[record.slot]
        }
        return item.flatMap { $0.indices.contains(record.secret) ? $0[record.secret] : nil }
    }
}
