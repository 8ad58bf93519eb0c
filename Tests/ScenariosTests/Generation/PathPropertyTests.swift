import Answers
import Flows
import Foundation
import Localization
import Scenarios
import Screens
import Synchronization
import Testing

/// What must hold on every path of every flow, at every step of it.
@Suite("Properties of generated paths")
struct PathPropertyTests {
    static let flows = [
        "project", "everything", "timers", "conditions", "parts", "starter", "guide",
    ]

    @Test(arguments: flows)
    func `a path can be walked again`(name: String) throws {
        try Self.forEachPath(of: name) { machine, path in
            let walk = try path.play(on: machine)
            #expect(path.steps.isEmpty || walk.step.name == path.steps.last?.arrival)
        }
    }

    @Test(arguments: flows)
    func `restoring the session after every step changes nothing`(name: String) throws {
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        try Self.forEachPath(of: name) { machine, path in
            var walk = try VirtualWalk(machine, path.beginning)
            var restored = walk
            for index in path.steps.indices {
                let bytes = try encoder.encode(restored.state)
                restored.state = try decoder.decode(FlowState.self, from: bytes)
                try walk.follow(path, at: index)
                try restored.follow(path, at: index)
                #expect(restored.last == walk.last)
            }
        }
    }

    @Test(arguments: flows)
    func `Back and forward again change nothing`(name: String) throws {
        var compared = 0
        try Self.forEachPath(of: name) { machine, path in
            var walk = try VirtualWalk(machine, path.beginning)
            for (index, step) in path.steps.enumerated() {
                let wasChanging = walk.state.returnsTo != nil
                try walk.follow(path, at: index)
                guard case .submit = step.event, !wasChanging, walk.state.returnsTo == nil,
                    try machine.canGoBack(walk.state, now: walk.now)
                else { continue }
                var other = walk
                try other.take(.wentBack(visit: other.state.visit))
                guard try Self.sendAgain(&other) else { continue }
                try other.take(Self.forward(from: other))
                #expect(other.last.problems == [])
                #expect(other.step.name == walk.step.name)
                #expect(other.state.fields == walk.state.fields)
                #expect(other.state.trail == walk.state.trail)
                #expect(other.state.finished == walk.state.finished)
                compared += 1
            }
        }
        // Paths through forms that follow each other are needed to see it; the small flows have few.
        let least = ["project": 150, "parts": 20, "guide": 1]
        #expect(compared >= least[name, default: 3], "\(compared)")
    }

    @Test(arguments: ["project", "everything", "parts", "starter"])
    func `a change that is not made changes nothing`(name: String) throws {
        var compared = 0
        try Self.forEachPath(of: name) { machine, path in
            let walk = try path.play(on: machine)
            guard case .review = walk.step.kind else { return }
            for slot in machine.reviewed(in: walk.state) where !walk.state.fixed.contains(slot) {
                var other = walk
                let field = machine.definition.fields[slot].name
                try other.take(.changeAsked(visit: other.state.visit, field: field))
                #expect(other.step.asked.contains(slot))
                try other.take(.wentBack(visit: other.state.visit))
                #expect(other.step.name == walk.step.name)
                #expect(other.state.fields == walk.state.fields)
                #expect(other.state.trail == walk.state.trail)
                compared += 1
            }
        }
        #expect(compared > 3, "\(compared)")
    }

    @Test(arguments: flows)
    func `another language changes nothing but the words`(name: String) throws {
        let catalogs = try GenerationFlows.catalogs()
        let languages = ["cs", "ru", "zh", "id"]
        try Self.forEachPath(of: name) { machine, path in
            let shapes = ScreenShapes(machine, catalogs)
            var walk = try VirtualWalk(machine, path.beginning)
            var other = walk
            for (index, step) in path.steps.enumerated() {
                try walk.follow(path, at: index)
                try other.follow(path, at: index)
                // To choose a language is something that a person does: beside anything else it would begin
                // the time of an unused session anew.
                if step.event.isOfPerson {
                    try other.take(.languageChosen(languages[index % languages.count]))
                }
                #expect(Self.withoutWords(other.state) == Self.withoutWords(walk.state))
                #expect(try shapes.shape(of: other) == shapes.shape(of: walk))
            }
        }
    }

    @Test(arguments: flows)
    func `an event for an earlier visit is refused and changes nothing`(name: String) throws {
        try Self.forEachPath(of: name) { machine, path in
            var walk = try VirtualWalk(machine, path.beginning)
            for index in path.steps.indices {
                let stale = Self.personEvents(visit: walk.state.visit, at: walk.step, machine)
                let visit = walk.state.visit
                try walk.follow(path, at: index)
                guard walk.state.visit != visit else { continue }
                for event in stale {
                    var other = walk
                    try other.take(event)
                    #expect(other.last.refusal == (walk.state.outcome == nil ? .stale : .ended))
                    #expect(other.state == walk.state)
                    #expect(other.last.outputs == [])
                }
            }
        }
    }

    @Test(arguments: flows)
    func `no promise is broken`(name: String) throws {
        for machine in try GenerationFlows.named(name) {
            let paths = GeneratedPaths(machine, maximumStates: Self.states)
            #expect(paths.findings.failures == [])
            for path in paths.all {
                let walk = try path.play(on: machine)
                for (promise, record) in zip(machine.definition.promises, walk.state.promises) {
                    #expect(record.count <= promise.atMost ?? .max)
                }
            }
        }
    }

    // MARK: - Walking

    private static let states = 700

    private static func forEachPath(
        of name: String,
        _ body: (FlowMachine, GeneratedPath) throws -> Void
    ) throws {
        let found = try known.withLock { known in
            if let found = known[name] { return found }
            let found = try GenerationFlows.named(name).map { machine in
                // Flows with parts have more states, and here every edge is to be walked.
                let most = name == "parts" ? 5_000 : states
                return (machine, GeneratedPaths(machine, maximumStates: most).all)
            }
            known[name] = found
            return found
        }
        for (machine, paths) in found {
            #expect(paths.count > machine.definition.steps.count)
            for path in paths { try body(machine, path) }
        }
    }

    /// The paths of flows that were searched, by name.
    private static let known = Mutex<[String: [(FlowMachine, [GeneratedPath])]]>([:])

    /// Waits for the code that must be typed again, where Back came too soon for another; false where none may go out.
    private static func sendAgain(_ walk: inout VirtualWalk) throws -> Bool {
        guard let unsent = walk.state.unsent else { return true }
        let again = walk.step.events.first { event in
            event.route.targets == [.step(walk.state.step)]
        }
        guard case .tooSoon(let readyAt) = unsent, let again else { return false }
        let press = FlowEvent.pressed(visit: walk.state.visit, event: again.name)
        try walk.take(press, after: readyAt - walk.now)
        return walk.state.unsent == nil
    }

    /// A submit with nothing but what each submit must prove anew.
    private static func forward(from walk: VirtualWalk) -> FlowEvent {
        var answers: [FieldName: FieldValue] = [:]
        for slot in walk.step.asked {
            let field = walk.machine.definition.fields[slot]
            if case .captcha = field.type { answers[field.name] = .passed }
            if case .code = field.type { answers[field.name] = .passed }
            if field.check != nil { answers[field.name] = .passed }
        }
        return .submitted(visit: walk.state.visit, answers: answers)
    }

    /// Everything a person can do on a screen of a visit.
    private static func personEvents(
        visit: Int,
        at step: StepDefinition,
        _ machine: FlowMachine
    ) -> [FlowEvent] {
        let fields = machine.definition.fields
        let field = (step.asked.first ?? fields.indices.first).map { fields[$0].name } ?? "none"
        return [
            .answered(visit: visit, answers: [:]), .submitted(visit: visit, answers: [:]),
            .wentBack(visit: visit), .changeAsked(visit: visit, field: field),
            .answerFailed(visit: visit, field: field),
        ] + step.events.map { .pressed(visit: visit, event: $0.name) }
    }

    /// A state without what another language may change: the language, and the numbers of events.
    private static func withoutWords(_ state: FlowState) -> FlowState {
        var state = state
        state.locale = "en"
        state.sequence = 0
        state.pendingCall = state.pendingCall.map { _ in "called" }
        state.leftCall?.key = "called"
        return state
    }
}
