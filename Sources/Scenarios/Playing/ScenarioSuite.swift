import Dispatch
import Flows
public import Localization
import Synchronization

/// Plays scenarios, each in every language it is meant for.
///
/// Overview: scenarios go in, a ``SuiteResult`` comes out; which of them ran at the same time makes no difference to it
/// but for how long it took.
public struct ScenarioSuite: Sendable {
    /// How scenarios are played.
    public struct Settings: Sendable {
        /// The languages; every one of the stage where there are none.
        public var languages: [LanguageTag] = []
        /// The number from which everything random is made.
        public var seed: UInt64 = 1
        /// How many are played at the same time.
        public var jobs = 1
        /// Whether nothing more is begun after a failure.
        public var failsFast = false
        /// Nanoseconds since any moment, to tell how long it took; nothing else depends on it.
        public var stopwatch: @Sendable () -> Int64 = { 0 }
        /// Looks at each screen that is unlike those before it in the same job, in each language.
        public var onSight: (@Sendable (Sight) -> Void)?

        /// Makes settings: every language, one after another, to the end.
        public init() {}
    }

    private let stage: Stage
    private let settings: Settings
    private let languages: [LanguageTag]

    /// Makes a suite.
    public init(on stage: Stage, _ settings: Settings = Settings()) {
        self.stage = stage
        self.settings = settings
        // Pseudo-languages are walked in where they are asked for only.
        languages =
            settings.languages.isEmpty
            ? stage.languages : stage.catalogs.languages.filter(settings.languages.contains)
    }

    /// What jobs share: which scenario is next, and what they have found.
    private struct Shared {
        var next = 0
        var hasFailed = false
        var results: [Int: ScenarioResult] = [:]
        var coverage: [FlowName: CoverageLog] = [:]
        var words: [(scenario: Int, finding: WordFinding)] = []
    }

    /// Plays scenarios.
    public func play(_ scenarios: [Scenario]) -> SuiteResult {
        let began = settings.stopwatch()
        let shared = Mutex(Shared())
        let jobs = max(1, min(settings.jobs, scenarios.count))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            work(through: scenarios, shared)
        }
        let done = shared.withLock { $0 }
        var words: [WordFinding] = []
        for finding in done.words.sorted(by: { $0.scenario < $1.scenario }).map(\.finding)
        where !words.contains(where: { $0.isSame(as: finding) }) {
            words.append(finding)
        }
        return SuiteResult(
            seed: settings.seed,
            jobs: jobs,
            languages: languages,
            scenarios: scenarios.indices.compactMap { done.results[$0] },
            coverage: done.coverage.sorted { $0.key < $1.key }.map { name, log in
                log.figures(of: name.text, languages: languages, catalogs: stage.catalogs)
            },
            words: words,
            nanoseconds: settings.stopwatch() - began
        )
    }

    /// One job: takes the next scenario until there is none.
    private func work(through scenarios: [Scenario], _ shared: borrowing Mutex<Shared>) {
        let observer = Observer(stage: stage, onSight: settings.onSight)
        var reached = ReachedOpenings()
        while let index = next(of: scenarios.count, shared) {
            let result = play(scenarios[index], observer, &reached)
            shared.withLock {
                $0.results[index] = result
                if !result.failures.isEmpty { $0.hasFailed = true }
                $0.words += observer.takeFindings().map { (index, $0) }
            }
        }
        shared.withLock {
            for (flow, log) in observer.coverage where $0.coverage[flow]?.join(log) == nil {
                $0.coverage[flow] = log
            }
        }
    }

    private func next(of count: Int, _ shared: borrowing Mutex<Shared>) -> Int? {
        shared.withLock {
            guard $0.next < count, !(settings.failsFast && $0.hasFailed) else { return nil }
            $0.next += 1
            return $0.next - 1
        }
    }

    private func play(
        _ scenario: Scenario,
        _ observer: Observer,
        _ reached: inout ReachedOpenings
    ) -> ScenarioResult {
        let began = settings.stopwatch()
        let own = languages.filter { scenario.given.locale == nil || scenario.given.locale == $0 }
        var failures: [ScenarioFailure] = []
        var skip = own.isEmpty ? "it is walked in a language that was not asked for" : nil
        var entries = 0
        var time: Int64 = 0
        for language in own {
            let ending = ScenarioPlay(
                scenario: scenario,
                stage: stage,
                language: language,
                seed: settings.seed,
                observer: observer
            ).play(&reached)
            entries += ending.entryCount
            time = max(time, ending.virtualMilliseconds)
            if let failure = ending.failure { failures.append(failure) }
            skip = skip ?? ending.skip
        }
        let outcome: ScenarioResult.Outcome =
            !failures.isEmpty ? .failed(failures) : skip.map { .skipped($0) } ?? .passed
        return ScenarioResult(
            scenario: scenario,
            languages: own,
            outcome: outcome,
            entryCount: entries,
            virtualMilliseconds: time,
            nanoseconds: settings.stopwatch() - began
        )
    }
}
