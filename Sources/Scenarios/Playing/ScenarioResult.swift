public import Documents
public import Localization

/// How one scenario went, in all its languages.
public struct ScenarioResult: Sendable {
    /// How it ended.
    public enum Outcome: Sendable {
        /// Everything was as it must be.
        case passed
        /// Something was not; a failure for each language in which it was so, in their order.
        case failed([ScenarioFailure])
        /// It could not be walked, for this reason.
        case skipped(String)
    }

    /// The scenario.
    public let scenario: Scenario
    /// The languages in which it was walked.
    public let languages: [LanguageTag]
    /// How it ended.
    public let outcome: Outcome
    /// How many entries were walked, in all languages together.
    public let entryCount: Int
    /// How much time has passed for the person in one language, in milliseconds.
    public let virtualMilliseconds: Int64
    /// How long it took, in nanoseconds.
    public let nanoseconds: Int64

    /// The failures; none where it passed or was skipped.
    public var failures: [ScenarioFailure] {
        if case .failed(let failures) = outcome { failures } else { [] }
    }
}

/// Something that was not as it must be, in one language.
public struct ScenarioFailure: Sendable {
    /// One expectation that did not hold.
    public struct Mismatch: Sendable, Hashable {
        /// The expectation's key, such as `refused`, or `walk` where the walk could not go on.
        public let subject: String
        /// What must be so.
        public let expected: String
        /// What is so.
        public let actual: String
        /// Where the expectation stands.
        public let range: SourceRange
    }

    /// The language.
    public let language: LanguageTag
    /// Which entry it was, from 1, and how many the scenario has.
    public let entry: (number: Int, count: Int)
    /// What did not hold; at least one.
    public let mismatches: [Mismatch]
    /// The step at which the walk stood before the entry, and behind it.
    public let steps: (before: String, after: String)
    /// The screen then, as lines of text, in this language.
    public let screen: [String]
    /// The same screen in every language.
    public let screens: [(language: LanguageTag, lines: [String])]
}

/// How all scenarios went.
public struct SuiteResult: Sendable {
    /// The number from which everything random was made.
    public let seed: UInt64
    /// How many were walked at the same time.
    public let jobs: Int
    /// The languages that were walked in.
    public let languages: [LanguageTag]
    /// How each scenario went, in the order of the files; after a failure with `failFast` some may be missing.
    public let scenarios: [ScenarioResult]
    /// How much of each flow was met, in the order of their names.
    public let coverage: [FlowCoverage]
    /// Words that are not as they should be, each once in a language.
    public let words: [WordFinding]
    /// How long it took, in nanoseconds.
    public let nanoseconds: Int64

    /// How many passed.
    public var passedCount: Int {
        scenarios.count { if case .passed = $0.outcome { true } else { false } }
    }
    /// How many failed.
    public var failedCount: Int { scenarios.count { !$0.failures.isEmpty } }
    /// How many were skipped.
    public var skippedCount: Int { scenarios.count - passedCount - failedCount }
    /// Whether nothing failed and all words are as they should be.
    public var isFine: Bool { failedCount == 0 && words.isEmpty }
    /// The lowest figure of the coverage, in percent; 100 where no flow was walked.
    public var lowestPercent: Int { lowest?.percent ?? 100 }
    /// The lowest figure of the coverage with its name, such as `timers of signup`.
    public var lowest: (name: String, percent: Int)? {
        coverage.compactMap { flow in
            flow.lowest.map { (name: "\($0.name) of \(flow.flow)", percent: $0.percent) }
        }.min { $0.percent < $1.percent }
    }
}
