public import Flows
public import Localization
import Screens
import Sessions

/// Everything that a flow can show, step by step: for whoever looks at words rather than at behaviour.
///
/// Overview: generated paths lead to every step. At each there is the screen as a person meets it, then the same screen
/// with each thing wrong that can be wrong, with answers given, and with what may be said there.
/// What is not here: drawing.
public struct FlowTour {
    /// What is wanted of a tour.
    public struct Request {
        /// The language.
        public var language: LanguageTag
        /// The steps to look at; every step where there are none.
        public var steps: Set<StepName> = []
        /// The messages that are looked for; where there are none, all are.
        public var keys: Set<MessageKey> = []
        /// A value for what is said about a wrong answer.
        public var sample: (MessageKey, String, MessageArgumentKind) -> ProblemArgument

        /// Makes a request for everything in a language.
        public init(
            in language: LanguageTag,
            sample: @escaping (MessageKey, String, MessageArgumentKind) -> ProblemArgument
        ) {
            self.language = language
            self.sample = sample
        }
    }

    let stage: Stage
    let flow: FlowStage
    private let paths: [GeneratedPath]

    /// How many states are followed: a tour shows words, and need not take every way.
    private static let mostStates = 1_000

    /// Makes a tour; `nil` where there is no such flow on the stage.
    ///
    /// Finding the paths takes a while for a flow of many steps.
    public init?(of name: FlowName, on stage: Stage) {
        guard let flow = stage.flows[name] else { return nil }
        self.stage = stage
        self.flow = flow
        paths =
            GeneratedPaths(
                flow.machine,
                beginning: PathBeginning(locale: flow.definition.locale),
                maximumStates: Self.mostStates
            ).all
    }

    /// The steps that paths lead to, in the order of the flow.
    public var steps: [StepName] {
        let reached = Set(paths.flatMap { $0.steps.map(\.arrival) })
        let first = flow.definition.steps.first?.name
        return flow.definition.steps.map(\.name).filter { reached.contains($0) || $0 == first }
    }

    /// Visits the screens, each kind once, until there are no more or the visitor has seen enough.
    ///
    /// - Parameters:
    ///   - request: What is wanted.
    ///   - visit: Looks at a screen; false ends the tour.
    public func visit(_ request: Request, _ visit: (Sight) -> Bool) {
        withoutActuallyEscaping(visit) { visit in
            var tour = Visit(tour: self, request: request, visit: visit)
            for path in paths where !tour.isOver { tour.walk(path) }
        }
    }
}

/// One tour under way.
private struct Visit {
    let tour: FlowTour
    let request: FlowTour.Request
    let visit: (Sight) -> Bool
    private(set) var isOver = false
    /// What was seen: of each step the words that stood there.
    private var seen: Set<[String]> = []
    /// The steps at which everything that may be wrong was shown.
    private var explored: Set<StepName> = []
    private let observer: Observer

    init(tour: FlowTour, request: FlowTour.Request, visit: @escaping (Sight) -> Bool) {
        self.tour = tour
        self.request = request
        self.visit = visit
        observer = Observer(stage: tour.stage)
    }

    /// Walks a path and looks around wherever it stops.
    mutating func walk(_ path: GeneratedPath) {
        var given = Given()
        given.clock = path.beginning.clock
        given.zone = path.beginning.zone
        var writing = OpeningWriting(
            tour.flow.definition,
            given: given,
            at: tour.flow.definition.range
        )
        let opening = writing.opening(path, number: 0)
        do throws(PlayFailure) {
            var player = try Player(
                opening.given,
                flow: tour.flow,
                on: tour.stage,
                language: request.language,
                seed: 1,
                observer: observer
            )
            look(at: player)
            for entry in opening.entries where !isOver {
                if entry.after > 0 { try player.wait(entry.after) }
                if let action = entry.action { try player.perform(action) }
                look(at: player)
            }
        } catch {
            // A path that stops is told of by the checks; what was seen on it was seen.
            return
        }
    }

    private mutating func look(at player: Player) {
        let step = player.step.name
        guard request.steps.isEmpty || request.steps.contains(step) else { return }
        // A screen that can't be made stops the walk at its next event.
        guard let screen = try? player.screen() else { return }
        let words = [step.text] + screen.allWords.compactMap { $0.key?.rawValue }
        let letter = player.lastLetter
        guard seen.insert(words + [letter?.subject ?? ""]).inserted else { return }
        show(Sight(screen, letter: letter, at: player))
        guard explored.insert(step).inserted else { return }
        for sight in SightVariants(player: player, request: request).all(screen) { show(sight) }
    }

    private mutating func show(_ sight: Sight) {
        guard !isOver else { return }
        isOver = !visit(sight)
    }
}
