import Sessions
import Testing

extension StoreConformance {
    static let tries: [StoreBehaviour] = [
        StoreBehaviour("a try is counted in all its scopes, or in none") { store throws in
            var attempt = attempt(most: 2, 1)
            #expect(try store.count(attempt))
            #expect(try !store.count(attempt))
            #expect(try store.sends(inScope: [1], after: 0) == [20])
            attempt.bounds[1].since = 20
            #expect(try store.count(attempt))
            #expect(try !store.count(attempt))
            #expect(try store.sends(inScope: [1], after: 0) == [20, 20])
            #expect(try store.sends(inScope: [2], after: 0) == [20, 20])
        },
        StoreBehaviour("a try that is taken back leaves the others") { store in
            let attempt = attempt(most: 9, 9)
            for _ in 0..<3 { #expect(try store.count(attempt)) }
            try store.takeBack(attempt)
            #expect(try store.sends(inScope: [1], after: 0) == [20, 20])
            #expect(try store.sends(inScope: [2], after: 0) == [20, 20])
        },
        StoreBehaviour("of two hundred tries at once five are counted") { store in
            let attempt = attempt(most: 5, 200)
            let counted = onThreads(200) { _ in (try? store.count(attempt)) ?? false }
            #expect(counted.count { $0 } == 5)
        },
    ]

    /// A try at 20 in two scopes, of which each bears so many after 10.
    private static func attempt(most: Int...) -> TryRows {
        let scopes: [[UInt8]] = [[1], [2]]
        return TryRows(
            bounds: zip(scopes, most).map { TryRows.Bound(scope: $0, since: 10, most: $1) },
            rows: scopes.map { SendRow(scope: $0, at: 20) }
        )
    }
}
