/// A measured figure, printed as one line of JSON.
struct Figure {
    let name: String
    /// Nanoseconds for one.
    let nanoseconds: Double
    /// What it is compared with in the same run, and its nanoseconds.
    var peer: (name: String, nanoseconds: Double)?

    func report() {
        var line = "{\"figure\": \"\(name)\", \"ns\": \(Self.rounded(nanoseconds))"
        if let peer {
            let ratio = peer.nanoseconds / nanoseconds
            line += ", \"peer\": \"\(peer.name)\", \"peer_ns\": \(Self.rounded(peer.nanoseconds))"
            line += ", \"times_faster\": \(Self.rounded(ratio))"
        }
        print(line + "}")
    }

    /// Prints a figure that is no time.
    static func report(_ name: String, bytes: Double) {
        print("{\"figure\": \"\(name)\", \"bytes\": \(rounded(bytes))}")
    }

    private static func rounded(_ value: Double) -> Double {
        (value * 10).rounded() / 10
    }

    /// The nanoseconds of one call: the fastest of several rounds, since other processes only ever slow down.
    ///
    /// `before` is done before each round, while no clock runs.
    static func measure(
        times: Int,
        rounds: Int = 7,
        before: () -> Void = {},
        _ body: () -> Void
    ) -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            before()
            let elapsed = ContinuousClock().measure {
                for _ in 0..<times { body() }
            }
            let (seconds, attoseconds) = elapsed.components
            let total = Double(seconds) * 1e9 + Double(attoseconds) / 1e9
            best = min(best, total / Double(times))
        }
        return best
    }
}
