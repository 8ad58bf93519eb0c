public import Flows

/// The shortest ways through a flow: to every step, and over every edge.
///
/// Overview: a breadth-first search over the machine itself, on a virtual clock. At every state it submits samples, a
/// few sets of them that flip the conditions ahead; presses, opens, ends, waits for the next deadline, goes back and
/// changes what a review shows.
/// Responsibilities: samples, paths, and saying honestly what no path reached.
/// What is not here: proofs. That no path was found is no proof that there is none, since of states with the
/// same abstraction only the first is followed.
public struct GeneratedPaths: Sendable {
    /// The flow's machine.
    public let machine: FlowMachine
    /// What was found.
    public let findings: PathFindings

    /// Searches a flow; the same flow and beginning always give the same paths.
    ///
    /// - Parameters:
    ///   - machine: The flow's machine.
    ///   - beginning: What every path begins with; inputs that are left out are sampled.
    ///   - outcomes: How effects end, where that is not to be varied.
    ///   - goal: A step to stop at; the whole flow is searched where there is none.
    ///   - isClockFixed: Whether every path begins at the beginning's moment; otherwise a flow that is open at certain
    ///     times only is begun both when it is open and when it is not.
    ///   - maximumStates: How many states are followed at most.
    public init(
        _ machine: FlowMachine,
        beginning: PathBeginning = PathBeginning(),
        outcomes: [EffectName: SampleOutcome] = [:],
        goal: StepName? = nil,
        isClockFixed: Bool = false,
        maximumStates: Int = 5_000
    ) {
        self.machine = machine
        var search = PathSearch(
            machine.keepingPassages,
            canned: outcomes,
            maximumStates: maximumStates,
            goal: goal
        )
        let moments = isClockFixed ? [] : machine.definition.opening?.otherMoments ?? []
        let others = moments.map { moment in
            var other = beginning
            other.clock = moment
            return other
        }
        findings = search.run(from: [beginning] + others)
    }

    /// The shortest path to a step; `nil` where none was found.
    public func path(to step: StepName) -> GeneratedPath? { findings.steps[step] }

    /// The shortest path whose last event takes an edge; `nil` where none was found.
    public func path(over edge: FlowEdge) -> GeneratedPath? { findings.edges[edge] }

    /// Every path once: to the steps and then over the edges, both in file order.
    public var all: [GeneratedPath] {
        let toSteps = machine.definition.steps.compactMap { findings.steps[$0.name] }
        let overEdges = findings.expected.compactMap { findings.edges[$0] }
        var seen: Set<GeneratedPath> = []
        return (toSteps + overEdges).filter { seen.insert($0).inserted }
    }
}

extension Opening {
    /// Moments at which the flow is open, and at which it is not.
    fileprivate var otherMoments: [Int64] {
        [from.map { $0 - 1_000 }, from, until.map { $0 - 1_000 }, until].compactMap(\.self)
    }
}

/// What a search for paths has found, and what it has not.
public struct PathFindings: Sendable {
    /// The shortest path to each step that was reached.
    public let steps: [StepName: GeneratedPath]
    /// The shortest path over each edge that was taken.
    public let edges: [FlowEdge: GeneratedPath]
    /// The edges that the flow names and a path may take, from steps that its ways lead to; in file order.
    public let expected: [FlowEdge]
    /// The edges besides these that no path can take, each with the reason; in file order.
    public let impossible: [ImpossibleEdge]
    /// The forms for which no samples were found, at some state at least.
    public let unfilled: [StepName]
    /// What stops the walk, each with the shortest path to it.
    public let failures: [PathProblem]
    /// How many states were followed, those left out in which nobody does anything but wait.
    public let states: Int
    /// How many events were tried.
    public let eventsTried: Int
    /// Whether the bound on states was hit, so that more may be reachable than was found.
    public let isBounded: Bool

    /// The edges that no path was found over, in file order.
    public var unreachedEdges: [FlowEdge] { expected.filter { edges[$0] == nil } }

    /// The findings in a few lines: how much was reached, and by name what was not, or can't be.
    public var summary: [String] {
        let reached = expected.count - unreachedEdges.count
        var lines = [
            "\(steps.count) steps and \(reached) of \(expected.count) edges reached; "
                + "\(states) states, \(eventsTried) events"
        ]
        if isBounded {
            lines.append("stopped after \(states) states: more may be reachable")
        }
        lines += unreachedEdges.map { "no path found: \($0)" }
        lines += impossible.map { "no path can take \($0)" }
        lines += unfilled.map { "no samples found for the form: \($0)" }
        return lines
    }
}

/// A failure of the flow that a generated path has met.
public struct PathProblem: Hashable, Sendable {
    /// The path to the place.
    public let path: GeneratedPath
    /// What happened there; `nil` where the walk could not begin.
    public let event: PathEvent?
    /// Why the walk stopped.
    public let failure: MachineFailure
}
