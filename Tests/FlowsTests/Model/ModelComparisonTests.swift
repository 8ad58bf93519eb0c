import Foundation
import Testing

@testable import Flows

/// The machine and its model, written twice from the same text, do the same.
///
/// `PAIFANG_SCRIPTS=100000` plays more scripts, `PAIFANG_SEED=7` begins with another seed. A difference is
/// told with the shortest script that shows it, and what both sides did.
@Suite("Model comparison")
struct ModelComparisonTests {
    static let scripts = number("PAIFANG_SCRIPTS") ?? 10_000
    static let firstSeed = UInt64(number("PAIFANG_SEED") ?? 0)
    static let longest = 30

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test(arguments: SampleFlow.names)
    func `random scripts end alike on both sides`(name: String) throws {
        let sample = try SampleFlow.named(name)
        let comparison = Comparison(sample: sample)
        var tally = Comparison.Tally()
        // Rounded up, so that all together are not fewer than was asked for.
        let share = (Self.scripts + SampleFlow.names.count - 1) / SampleFlow.names.count
        for number in 0..<share {
            let seed = Self.firstSeed &+ UInt64(number)
            let script = ScriptWriter.script(seed, sample, longest: Self.longest)
            guard comparison.difference(script, &tally) != nil else { continue }
            Issue.record("\(comparison.report(script, seed: seed))")
            return
        }
        #expect(tally.scripts == share)
        // The scripts get somewhere: they are long enough, and meet every step and every way to be refused.
        #expect(tally.events >= share * 8)
        guard share >= 1_000 else { return }
        let steps = sample.flow.steps.filter { $0.kind != .branch }.map(\.name)
        #expect(Set(steps).subtracting(tally.steps) == [])
        #expect(Self.refusals(in: sample.flow).subtracting(tally.refusals) == [])
        #expect(tally.problems > 0)
        #expect(tally.ends > 0)
    }

    /// The ways to be refused that a flow has.
    private static func refusals(in flow: ModelFlow) -> Set<String> {
        var reasons: Set = ["stale", "no_way_back", "not_here", "forged", "ended"]
        let sends = flow.steps.flatMap(\.sends)
        if sends.contains(where: { $0.link != nil }) {
            reasons.formUnion([
                "used", "expired", "superseded", "code_needed", "wrong_code", "too_many_tries",
                "continued_elsewhere",
            ])
        }
        if sends.contains(where: { ($0.limit?.apart ?? 0) > 0 }) {
            reasons.formUnion(["too_soon", "used_up"])
        }
        return reasons
    }

    /// The comparison itself is put to the test: the model gets another text than the machine.
    @Test(
        arguments: [
            ("calls", "unavailable: stay", "unavailable: known"),
            ("letters", "6h: cold", "361m: cold"),
            ("letters", "times: 2", "times: 3"),
            ("letters", "apart: 60s", "apart: 61s"),
            ("letters", "after: 3d", "after: 73h"),
            ("letters", "back: never, ", ""),
            ("tries", "times: 3", "times: 4"),
            ("notices", "notice: 6d", "notice: 145h"),
            ("notices", "25T00:13:20Z", "25T00:13:19Z"),
            ("codes", "times: 3, goto", "times: 4, goto"),
            ("codes", "10m: gave_up", "11m: gave_up"),
            ("guesses", "use: check, check: account.pin", "use: new"),
            ("guesses", "per: [session, email], within: 24h, ", ""),
            ("papers", "level > top", "level >= top"),
            ("forks", "'c > 5'", "'c >= 5'"),
            ("forks", "look: stay", "look: last"),
            ("forks", "value > a && value > b", "value >= a && value > b"),
        ]
    )
    func `a model of another text is told apart`(
        name: String,
        text: String,
        other: String
    ) throws {
        var sample = try SampleFlow.named(name)
        try sample.misread(text, as: other)
        let comparison = Comparison(sample: sample)
        var tally = Comparison.Tally()
        for seed in UInt64(0)..<2_000 {
            let script = ScriptWriter.script(seed, sample, longest: Self.longest)
            guard comparison.difference(script, &tally) != nil else { continue }
            let shortest = comparison.shrunk(script)
            #expect(comparison.difference(shortest, &tally) != nil)
            #expect(shortest.parts.count <= 12)
            return
        }
        Issue.record("nothing was noticed")
    }
}
