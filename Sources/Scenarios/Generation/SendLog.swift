import Flows
import Sessions

/// What has gone out, counted as the session engine counts it: by session, and by the values of fields.
///
/// A walk sends a few times only, so all of it is looked through.
struct SendLog {
<<<<<<< HEAD
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
=======
    /// Whose sends are counted together.
    private enum Scope: Hashable {
        case session(step: Int)
        case field(step: Int, slot: Int, value: String)
        case everyone(step: Int)
        /// All that a limit names at once.
        case all(step: Int, [Scope])
>>>>>>> 56e026afea4e0f48a289d9b56e96518e5e00a0ad
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
<<<<<<< HEAD
        let scopes = count.limit.scopes
        history.last =
            recent.last { entry in
                scopes.allSatisfy { entry.isAlike(in: $0, count) }
            }?.at
=======
        history.isFullUntil = count.limit.isFullUntil(
            after: moments(in: .everyone(step: count.step), after: since)
        )
        history.last = moments(in: .all(step: count.step, scopes), after: since).last
>>>>>>> 56e026afea4e0f48a289d9b56e96518e5e00a0ad
        return history
    }

    /// Notes what goes out.
    mutating func note(_ order: SendOrder, counts: [SendCount]) {
        guard let count = counts.first(where: { $0.step == order.step }) else { return }
<<<<<<< HEAD
        entries.append(Entry(step: order.step, values: count.values, at: order.at))
=======
        steps.insert(count.step)
        let scopes = Self.scopes(of: count)
        for scope in scopes + [.all(step: count.step, scopes), .everyone(step: count.step)] {
            moments[scope, default: []].append(order.at)
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
>>>>>>> 56e026afea4e0f48a289d9b56e96518e5e00a0ad
    }
}
