import Foundation
import Testing

@testable import Flows

/// The machine and its model, written twice from the same text, do the same.
@Suite("Model comparison")
struct ModelComparisonTests {
    /// How many scripts a run plays; `scripts/compare.sh` plays more.
    static let scripts =
        ProcessInfo.processInfo.environment["PAIFANG_SCRIPTS"].flatMap { Int($0) } ?? 10_000
    /// Where a run's seeds begin.
    static let seed =
        ProcessInfo.processInfo.environment["PAIFANG_SEED"].flatMap { UInt64($0) } ?? 0

    @Test(arguments: SampleFlow.names)
    func `random scripts end alike on both sides`(name: String) throws {
        let sample = try SampleFlow.named(name)
        let comparison = Comparison(sample: sample)
        var tally = Comparison.Tally()
        let share = Self.scripts / SampleFlow.names.count
        for number in 0..<share {
            let seed = Self.seed &+ UInt64(number)
            let script = ScriptWriter.script(seed, sample, longest: 30)
            guard comparison.difference(script, &tally) != nil else { continue }
            Issue.record("\(comparison.report(script, seed: seed))")
            return
        }
        print(name, tally)
        #expect(tally.scripts == share)
    }
}
