import Flows
import Sessions

/// What has gone out or was tried, counted as the session engine counts it: by session, and by the values of fields.
///
/// A walk sends a few times only, so all of it is looked through.
struct SendLog {
    /// One that has gone out: under the limit of which step, beside which values of fields, and when.
    private struct Entry {
        let step: Int
        let values: [Int: String]
        let at: Int64

        /// Whether it counts in a scope; a field without a value counts nothing.
        func isCounted(by scope: LimitDefinition.Scope, with count: SendCount) -> Bool {
            if case .field(let slot) = scope, values[slot] == nil { return false }
            return isAlike(in: scope, count)
        }

        /// Whether the values of a scope are the same, capitals aside.
        func isAlike(in scope: LimitDefinition.Scope, _ count: SendCount) -> Bool {
            guard case .field(let slot) = scope else { return true }
            let (one, other) = (values[slot], count.values[slot])
            return one == other || one?.lowercased() == other?.lowercased()
        }
    }

    private var entries: [Entry] = []

    /// What has gone out before under some limits, by the index of the step; `now` is in milliseconds since 1970.
    func history(of counts: [SendCount], now: Int64) -> [Int: SendHistory] {
        var histories = [Int: SendHistory](minimumCapacity: counts.count)
        for count in counts { histories[count.step] = history(of: count, now: now) }
        return histories
    }

    /// What has gone out before under one limit; `now` is in milliseconds since 1970.
    func history(of count: SendCount, now: Int64) -> SendHistory {
        let since = count.limit.within.map { now - $0 } ?? .min
        let recent = entries.filter { $0.step == count.step && $0.at > since }
        var history = SendHistory()
        guard !recent.isEmpty else { return history }
        for scope in count.limit.scopes {
            var moments: [Int64] = []
            for entry in recent where entry.isCounted(by: scope, with: count) {
                moments.append(entry.at)
            }
            if count.limit.isStricter(after: moments, than: history.inWindow) {
                history.inWindow = moments
            }
        }
        history.isFullUntil = count.limit.isFullUntil(after: recent.map(\.at))
        let scopes = count.limit.scopes
        history.last =
            recent.last { entry in
                scopes.allSatisfy { entry.isAlike(in: $0, count) }
            }?.at
        return history
    }

    /// Notes what goes out.
    mutating func note(_ order: SendOrder, counts: [SendCount]) {
        guard let count = counts.first(where: { $0.step == order.step }) else { return }
        note(count, at: order.at)
    }

    /// Notes what is counted at a moment, in milliseconds since 1970.
    mutating func note(_ count: SendCount, at moment: Int64) {
        entries.append(Entry(step: count.step, values: count.values, at: moment))
    }
}
