import Documents
import Flows
import Localization
import Screens

/// Plays one scenario in one language.
struct ScenarioPlay {
    /// How it went.
    struct Ending {
        var failure: ScenarioFailure?
        /// Why it could not be walked at all.
        var skip: String?
        var entryCount = 0
        var virtualMilliseconds: Int64 = 0
    }

    let scenario: Scenario
    let stage: Stage
    let language: LanguageTag
    let seed: UInt64
    let observer: Observer

    /// Plays it until its end, or until something is not as it must be.
    func play(_ reached: inout ReachedOpenings) -> Ending {
        guard let flow = stage.flows[scenario.flow] else {
            return Ending(skip: "there is no flow \(scenario.flow)")
        }
        observer.scenario = scenario
        var player: Player
        do throws(PlayFailure) {
            if let start = scenario.given.start {
                guard
                    let opening = try stage.openings.opening(
                        to: start,
                        scenario.given,
                        flow,
                        stage
                    )
                else { return Ending(skip: "`at: \(start.step)`: no way was found") }
                player = try reached.player(
                    behind: opening,
                    of: flow,
                    in: language,
                    seenBy: observer
                ) { () throws(PlayFailure) in
                    try begin(opening.given, flow: flow, opening: opening.entries)
                }
                guard player.step.name == start.step else {
                    return Ending(
                        skip: "`at: \(start.step)`: the path led to \(player.step.name)"
                    )
                }
            } else {
                player = try begin(scenario.given, flow: flow, opening: [])
            }
        } catch {
            let range = scenario.given.start?.range ?? scenario.range
            let found = [mismatch(error, at: range)]
            return Ending(failure: failure(found, entry: 0, before: "", player: nil))
        }
        return walk(&player)
    }

    /// A person at the first step, or behind an opening.
    private func begin(
        _ given: Given,
        flow: FlowStage,
        opening: [ScenarioEntry]
    ) throws(PlayFailure) -> Player {
        var player = try Player(
            given,
            flow: flow,
            on: stage,
            language: language,
            seed: seed,
            observer: observer
        )
        observer.look(at: player)
        for entry in opening {
            if entry.after > 0 { try player.wait(entry.after) }
            if let action = entry.action { try player.perform(action) }
        }
        return player
    }

    private func walk(_ player: inout Player) -> Ending {
        var ending = Ending()
        for (index, entry) in scenario.entries.enumerated() {
            ending.entryCount = index + 1
            let before = player.step.name.text
            // What a walk has sent as it began belongs to an entry that only looks at its first step.
            let isBeginning = index == 0 && entry.action == nil && scenario.given.start == nil
            let letters = isBeginning ? 0 : player.letters.count
            let mismatches = play(entry, &player, lettersBefore: letters)
            ending.virtualMilliseconds = player.now - player.given.clock
            if !mismatches.isEmpty {
                ending.failure = failure(
                    mismatches,
                    entry: index + 1,
                    before: before,
                    player: player
                )
                return ending
            }
        }
        return ending
    }

    private func play(
        _ entry: ScenarioEntry,
        _ player: inout Player,
        lettersBefore letters: Int
    ) -> [ScenarioFailure.Mismatch] {
        let visit = player.state.visit
        do throws(PlayFailure) {
            // What was refused or wrong before belongs to the entry before.
            if let action = entry.action, !action.keepsScreen { player.forgetRefusal() }
            if entry.after > 0 {
                try player.wait(entry.after)
                observer.look(at: player)
            }
            if let action = entry.action { try player.perform(action) }
            observer.look(at: player)
            var check = ExpectationCheck(visitBefore: visit, lettersBefore: letters)
            var found: [ScenarioFailure.Mismatch] = []
            for expectation in entry.expectations {
                if let mismatch = try check.mismatch(expectation, of: player) {
                    found.append(mismatch)
                }
            }
            if found.isEmpty, let silent = unexpected(in: entry, player) { found.append(silent) }
            return found
        } catch {
            return [mismatch(error, at: entry.range)]
        }
    }

    /// An entry without expectations only leads on: what is refused there would make all that follows mean nothing.
    private func unexpected(
        in entry: ScenarioEntry,
        _ player: Player
    ) -> ScenarioFailure.Mismatch? {
        guard entry.expectations.isEmpty else { return nil }
        if let refusal = player.input.refusal {
            return ScenarioFailure.Mismatch(
                subject: "when",
                expected: "not refused",
                actual: refusal.reason,
                range: entry.range
            )
        }
        guard let problem = player.problems.first else { return nil }
        let path = AnswerPath(problem.field, item: problem.item)
        return ScenarioFailure.Mismatch(
            subject: "when",
            expected: "no errors",
            actual: "\(path.written): \(problem.reason.name)",
            range: entry.range
        )
    }

    // MARK: - Failures

    private func failure(
        _ mismatches: [ScenarioFailure.Mismatch],
        entry: Int,
        before: String,
        player: Player?
    ) -> ScenarioFailure {
        let screens = stage.languages.map { language in
            // The walk may have stopped for the very reason that its screen can't be made either.
            let screen = player.flatMap { try? $0.screen(in: language) }
            return (language: language, lines: screen.map { ScreenText($0).lines } ?? [])
        }
        return ScenarioFailure(
            language: language,
            entry: (entry, scenario.entries.count),
            mismatches: mismatches,
            steps: (before, player?.step.name.text ?? before),
            screen: screens.first { $0.language == language }?.lines ?? [],
            screens: screens
        )
    }

    private func mismatch(
        _ failure: PlayFailure,
        at range: SourceRange
    ) -> ScenarioFailure.Mismatch {
        var place = range
        let actual: String
        switch failure {
        case .stopped(let failure): actual = "the walk stops: \(failure.told)"
        case .unreadable(let text, let field):
            place = text.range
            actual = "`\(text.text)` is no \(field.type.keyword) for `\(field.name)`"
        case .noSuchLink(let letter, let number):
            let which = number.map { " number \($0)" } ?? ""
            actual = "no \(letter)\(which) with a link has gone out"
        case .noSuchCode(let field, let number):
            let which = number.map { " number \($0)" } ?? ""
            actual = "no message\(which) with the code `\(field)` has gone out"
        case .circle(let step): actual = "calls follow each other without end at \(step)"
        case .notRestored: actual = "the state that was read is not the one that was stored"
        }
        return ScenarioFailure.Mismatch(
            subject: "walk",
            expected: "it goes on",
            actual: actual,
            range: place
        )
    }
}

extension MachineFailure {
    /// The failure in a few words.
    fileprivate var told: String {
        switch self {
        case .condition(let place, let reason):
            "the condition at \(place) can't be evaluated: \(reason)"
        case .endlessLoop(let step): "steps lead to each other without end at \(step)"
        case .input(let field): "the input `\(field)` is missing, or of another type"
        case .given(let effect, let outcome, let field):
            "\(effect).\(outcome) gives no fitting `\(field)`"
        case .promiseBroken(let effect, let outcome):
            "the promise about \(effect).\(outcome) would be broken"
        case .unknownOutcome(let effect, let outcome): "\(effect) has no outcome \(outcome)"
        case .noFreshToken: "too few tokens"
        }
    }
}
