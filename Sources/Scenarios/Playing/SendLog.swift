import Flows
import Sessions

/// What has gone out, counted as the session engine counts it: by session, and by the values of fields.
struct SendLog {
    /// Whose sends are counted by themselves; the name of the step's limit, then a value for each scope.
    private struct Scope: Hashable {
        let step: Int
        let values: [String]
    }

    private var moments: [Scope: [Int64]] = [:]

    /// What has gone out before under some limits, by the index of the step.
    func history(of counts: [SendCount], now: Int64) -> [Int: SendHistory] {
        var histories: [Int: SendHistory] = [:]
        for count in counts {
            let since = count.limit.within.map { now - $0 } ?? .min
            var history = SendHistory()
            let scopes = Self.scopes(of: count)
            for scope in scopes {
                let moments = moments(in: scope, after: since)
                if count.limit.isStricter(after: moments, than: history.inWindow) {
                    history.inWindow = moments
                }
            }
            history.last = moments(in: Self.all(scopes, of: count), after: since).last
            histories[count.step] = history
        }
        return histories
    }

    /// Notes what goes out.
    mutating func note(_ order: SendOrder, counts: [SendCount]) {
        guard let count = counts.first(where: { $0.step == order.step }) else { return }
        let scopes = Self.scopes(of: count)
        for scope in scopes + [Self.all(scopes, of: count)] {
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
            case .session: Scope(step: count.step, values: ["session"])
            case .field(let slot):
                count.values[slot].map {
                    Scope(step: count.step, values: ["\(slot)", $0.lowercased()])
                }
            }
        }
    }

    private static func all(_ scopes: [Scope], of count: SendCount) -> Scope {
        Scope(step: count.step, values: ["all"] + scopes.flatMap(\.values))
    }
}
