import Flows
import Sessions

/// What has gone out or was tried, counted as the session engine counts it: by session, and by the values of fields.
struct SendLog {
    /// Whose sends are counted together.
    private enum Scope: Hashable {
        case session(step: Int)
        case field(step: Int, slot: Int, value: String)
        /// All that a limit names at once.
        case all(step: Int, [Scope])
    }

    private var moments: [Scope: [Int64]] = [:]
    /// The steps under whose limits anything has gone out.
    private var steps: Set<Int> = []

    /// What has gone out before under some limits, by the index of the step; `now` is in milliseconds since 1970.
    func history(of counts: [SendCount], now: Int64) -> [Int: SendHistory] {
        var histories = [Int: SendHistory](minimumCapacity: counts.count)
        for count in counts { histories[count.step] = history(of: count, now: now) }
        return histories
    }

    /// What has gone out before under one limit; `now` is in milliseconds since 1970.
    func history(of count: SendCount, now: Int64) -> SendHistory {
        guard steps.contains(count.step) else { return SendHistory() }
        let since = count.limit.within.map { now - $0 } ?? .min
        let scopes = Self.scopes(of: count)
        var history = SendHistory()
        for scope in scopes {
            let moments = moments(in: scope, after: since)
            if count.limit.isStricter(after: moments, than: history.inWindow) {
                history.inWindow = moments
            }
        }
        history.last = moments(in: .all(step: count.step, scopes), after: since).last
        return history
    }

    /// Notes what goes out.
    mutating func note(_ order: SendOrder, counts: [SendCount]) {
        guard let count = counts.first(where: { $0.step == order.step }) else { return }
        note(count, at: order.at)
    }

    /// Notes what is counted at a moment, in milliseconds since 1970.
    mutating func note(_ count: SendCount, at moment: Int64) {
        steps.insert(count.step)
        let scopes = Self.scopes(of: count)
        for scope in scopes + [.all(step: count.step, scopes)] {
            moments[scope, default: []].append(moment)
        }
    }

    private func moments(in scope: Scope, after moment: Int64) -> [Int64] {
        (moments[scope] ?? []).filter { $0 > moment }
    }

    /// A field without a value counts nothing.
    private static func scopes(of count: SendCount) -> [Scope] {
        count.limit.scopes.compactMap { scope in
            switch scope {
            case .session: .session(step: count.step)
            case .field(let slot):
                count.values[slot].map {
                    .field(step: count.step, slot: slot, value: $0.lowercased())
                }
            }
        }
    }
}
