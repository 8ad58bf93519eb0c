import Flows

/// A breadth-first search over the machine itself, on a virtual clock.
struct PathSearch {
    /// A state that was found, and the way to it.
    private struct Node {
        let walk: VirtualWalk
        let beginning: PathBeginning
        let parent: Int?
        let step: PathStep?
    }

    /// The last event of a path: the node it happens at, and the event; `nil` for a beginning.
    private struct End {
        let node: Int
        let step: PathStep?
    }

    private let machine: FlowMachine
    private let map: FlowMap
    private let conditions: ConditionsAhead
    private let candidates: SampleCandidates
    private let canned: [EffectName: SampleOutcome]
    private let maximumStates: Int
    private let goal: StepName?
    private var nodes: [Node] = []
    private var keys: Set<StateKey> = []
    private var steps: [Int: End] = [:]
    private var edges: [FlowEdge: End] = [:]
    private var open: Set<FlowEdge>
    private var unfilled: Set<Int> = []
    private var failures: [PathProblem] = []
    private var eventsTried = 0
    private var followed = 0
    private var isBounded = false

    init(
        _ machine: FlowMachine,
        canned: [EffectName: SampleOutcome],
        maximumStates: Int,
        goal: StepName?
    ) {
        self.machine = machine
        self.canned = canned
        self.maximumStates = maximumStates
        self.goal = goal
        map = FlowMap(machine.definition)
        conditions = ConditionsAhead(machine.definition, map: map)
        candidates = SampleCandidates(machine)
        open = Set(map.edges.joined())
    }

    /// Searches until everything is found, nothing is new, or the bound on states is hit.
    mutating func run(from beginnings: [PathBeginning]) -> PathFindings {
        for beginning in beginnings.flatMap(self.beginnings) { begin(with: beginning) }
        var index = 0
        while index < nodes.count, !isDone, !isBounded {
            visit(index)
            index += 1
        }
        followed = nodes.count
        if goal == nil { waitForExpiry() }
        return findings
    }

    private var isDone: Bool {
        if let goal { return reached(goal) }
        return open.isEmpty && steps.count == machine.definition.steps.count
    }

    private func reached(_ step: StepName) -> Bool {
        steps.keys.contains { machine.definition.steps[$0].name == step }
    }

    private mutating func begin(with beginning: PathBeginning) {
        do throws(MachineFailure) {
            let walk = try VirtualWalk(machine, beginning)
            let node = Node(walk: walk, beginning: beginning, parent: nil, step: nil)
            guard insert(node) else { return }
            note(EdgeTrace(walk, behind: nil), End(node: nodes.count - 1, step: nil))
        } catch {
            let path = GeneratedPath(
                flow: machine.definition.name,
                beginning: beginning,
                steps: []
            )
            failures.append(PathProblem(path: path, event: nil, failure: error))
        }
    }

    private mutating func visit(_ index: Int) {
        let node = nodes[index]
        let (events, isFilled) = PathEvents(
            walk: node.walk,
            candidates: candidates,
            conditions: conditions,
            canned: canned
        ).all()
        if !isFilled { unfilled.insert(node.walk.state.step) }
        for (after, event) in events {
            if let next = attempt(event, after: after, at: index) { _ = insert(next) }
            if isBounded { return }
        }
    }

    /// Lets the person do nothing any more, from the first state at each step on.
    ///
    /// A walk that time and the host lead in circles may expire so late that the search as a whole does not come there.
    private mutating func waitForExpiry() {
        let life = machine.definition.expiry?.after ?? .max
        var seen: Set<[Int64]> = []
        let key = { (walk: VirtualWalk) in
            [Int64(walk.state.step), (walk.now - walk.state.lastEventAt) / max(1, life / 512)]
        }
        var waiting = nodes.indices.filter {
            seen.insert([Int64(nodes[$0].walk.state.step)]).inserted
        }
        var next = 0
        let most = nodes.count + Self.idleStates
        while next < waiting.count, nodes.count < most,
            open.contains(where: { $0.cause == .expiry })
        {
            let index = waiting[next]
            next += 1
            let walk = nodes[index].walk
            let events = PathEvents(
                walk: walk,
                candidates: candidates,
                conditions: conditions,
                canned: canned
            ).all().events
            // What lasts longest comes first: of states that are nearly the same only the first is followed.
            for (after, event) in events.reversed() where !event.isOfPerson {
                guard let node = attempt(event, after: after, at: index),
                    !node.walk.state.hasExpired, seen.insert(key(node.walk)).inserted
                else { continue }
                nodes.append(node)
                waiting.append(nodes.count - 1)
            }
        }
    }

    /// What an event leads to; `nil` where it is refused.
    private mutating func attempt(_ event: PathEvent, after: Int64, at index: Int) -> Node? {
        let node = nodes[index]
        guard let taken = node.walk.event(for: event) else { return nil }
        var walk = node.walk
        eventsTried += 1
        do throws(MachineFailure) {
            let advance = try walk.take(taken, after: after)
            if let refusal = advance.refusal {
                return retry(event, refusal, at: index)
            }
            guard advance.problems.isEmpty || event.isWrong else { return nil }
        } catch {
            note(error, of: event, after: after, at: index)
            return nil
        }
        let arrival = machine.definition.steps[walk.state.step].name
        let step = PathStep(after: after, event: event, arrival: arrival)
        note(
            EdgeTrace(walk, behind: (node.walk.state, event)),
            End(node: index, step: step)
        )
        return Node(walk: walk, beginning: node.beginning, parent: index, step: step)
    }

    /// Waits for what is refused only for now, unless time moves the walk before.
    private mutating func retry(
        _ event: PathEvent,
        _ refusal: Refusal,
        at index: Int
    ) -> Node? {
        let readyAt: Int64
        switch refusal {
        case .tooSoon(let moment), .usedUp(let moment?): readyAt = moment
        case .usedUp(nil), .stale, .noWayBack, .notHere, .used, .expired, .superseded, .forged,
            .otherSession, .codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere, .fixed,
            .ended:
            return nil
        }
        let walk = nodes[index].walk
        let deadline = machine.nextMoveMoment(of: walk.state) ?? .max
        guard readyAt > walk.now, readyAt < deadline else { return nil }
        return attempt(event, after: readyAt - walk.now, at: index)
    }

    private mutating func note(_ trace: EdgeTrace, _ end: End) {
        for edge in trace.edges where edges[edge] == nil {
            edges[edge] = end
            open.remove(edge)
        }
        for step in trace.entered where steps[step] == nil { steps[step] = end }
    }

    /// Keeps the first path to each failure.
    private mutating func note(
        _ failure: MachineFailure,
        of event: PathEvent,
        after: Int64,
        at index: Int
    ) {
        guard !failures.contains(where: { $0.failure == failure }) else { return }
        failures.append(
            PathProblem(path: path(End(node: index, step: nil)), event: event, failure: failure)
        )
    }

    /// Keeps a state that is not known yet.
    private mutating func insert(_ node: Node) -> Bool {
        let key = StateKey(node.walk, conditions: conditions, map: map)
        guard keys.insert(key).inserted else { return false }
        guard nodes.count < maximumStates else {
            isBounded = true
            return false
        }
        nodes.append(node)
        return true
    }

    private func path(_ end: End) -> GeneratedPath {
        var steps = [end.step].compactMap(\.self)
        var index = end.node
        while let parent = nodes[index].parent {
            if let step = nodes[index].step { steps.append(step) }
            index = parent
        }
        return GeneratedPath(
            flow: machine.definition.name,
            beginning: nodes[index].beginning,
            steps: steps.reversed()
        )
    }

    private var findings: PathFindings {
        let definition = machine.definition
        return PathFindings(
            steps: Dictionary(
                steps.map { (definition.steps[$0].name, path($1)) },
                uniquingKeysWith: { first, _ in first }
            ),
            edges: edges.mapValues(path),
            expected: Array(map.edges.joined()),
            impossible: map.impossible,
            unfilled: unfilled.sorted().map { definition.steps[$0].name },
            failures: failures,
            states: followed,
            eventsTried: eventsTried,
            isBounded: isBounded && !isDone
        )
    }

    /// The beginnings to search from: with what must be given, then with what may be given besides.
    private func beginnings(from beginning: PathBeginning) -> [PathBeginning] {
        let fields = machine.definition.fields
        let inputs = fields.indices.filter { slot in
            fields[slot].origin == .input
                && !beginning.input.contains { $0.field == fields[slot].name }
        }
        var found = [beginning]
        for slot in inputs {
            let field = fields[slot]
            let samples = candidates.candidates(for: slot, in: nil, now: beginning.clock)
            let matters = conditions.relevantSlots[0].contains(slot)
            var values: [Sample?] = field.isOptional || field.defaultValue != nil ? [nil] : []
            values += samples.prefix(matters ? Self.valuesPerInput : 1).map(Sample?.some)
            if field.isOptional, !matters { values = [nil] }
            found = found.flatMap { beginning in
                values.map { value in
                    var other = beginning
                    if let value {
                        other.input.append(SampleAnswer(field: field.name, sample: value))
                    }
                    return other
                }
            }
            found = Array(found.prefix(Self.beginnings))
        }
        return found
    }

    private static let idleStates = 2_000
    private static let valuesPerInput = 8
    private static let beginnings = 24
}
