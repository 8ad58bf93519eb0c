public import Flows

/// What a generated path begins with.
public struct PathBeginning: Hashable, Sendable {
    /// What whoever starts the flow gives.
    public var input: [SampleAnswer]
    /// The language, a BCP 47 tag.
    public var locale: String
    /// The time zone, an IANA name.
    public var zone: String
    /// When it begins, in milliseconds since 1970.
    public var clock: Int64

    /// Makes a beginning; the clock stands at 2026-03-01T09:00:00Z where nothing else is said.
    public init(
        input: [SampleAnswer] = [],
        locale: String = "en",
        zone: String = "UTC",
        clock: Int64 = 1_772_355_600_000
    ) {
        self.input = input
        self.locale = locale
        self.zone = zone
        self.clock = clock
    }
}

/// A way through a flow from its beginning, event by event; can be printed as a scenario and played again.
public struct GeneratedPath: Hashable, Sendable {
    /// The flow.
    public let flow: FlowName
    /// What it begins with.
    public let beginning: PathBeginning
    /// What happens, in order.
    public let steps: [PathStep]

    /// Makes a path.
    public init(flow: FlowName, beginning: PathBeginning, steps: [PathStep]) {
        self.flow = flow
        self.beginning = beginning
        self.steps = steps
    }

    /// Walks the path.
    ///
    /// - Returns: The walk at the path's end.
    /// - Throws: ``PathFailure`` where the flow goes another way by now.
    public func play(on machine: FlowMachine) throws(PathFailure) -> VirtualWalk {
        var walk: VirtualWalk
        do throws(MachineFailure) {
            walk = try VirtualWalk(machine, beginning)
        } catch {
            throw .stopped(at: 0, error)
        }
        for index in steps.indices { try walk.follow(self, at: index) }
        return walk
    }
}

/// Why a path can't be walked any more.
public enum PathFailure: Error, Hashable, Sendable {
    /// The machine stops at the path's step of this index.
    case stopped(at: Int, MachineFailure)
    /// What the path's step of this index names is not possible.
    case impossible(at: Int)
    /// The path's step of this index is refused, or its answers are not taken.
    case refused(at: Int, Refusal?)
    /// The path's step of this index leads elsewhere.
    case elsewhere(at: Int, StepName)
}

extension VirtualWalk {
    /// Takes the event of a path's step.
    ///
    /// - Throws: ``PathFailure`` where it does not lead to where the path leads.
    public mutating func follow(_ path: GeneratedPath, at index: Int) throws(PathFailure) {
        let next = path.steps[index]
        guard let event = event(for: next.event) else { throw .impossible(at: index) }
        let advance: Advance
        do throws(MachineFailure) {
            advance = try take(event, after: next.after)
        } catch {
            throw .stopped(at: index, error)
        }
        guard advance.refusal == nil, advance.problems.isEmpty || next.event.isWrong else {
            throw .refused(at: index, advance.refusal)
        }
        guard step.name == next.arrival else { throw .elsewhere(at: index, step.name) }
    }
}

extension PathEvent {
    /// Whether it is a wrong answer, which is not taken.
    var isWrong: Bool {
        if case .fail = self { true } else { false }
    }
}
