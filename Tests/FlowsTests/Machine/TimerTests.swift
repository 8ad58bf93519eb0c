import Testing

@testable import Flows

@Suite("Timers")
struct TimerTests {
    static let chain = """
        steps:
          - {step: one, after: {1h: two, 30m: half}, events: {go: two, stay_here: stay}}
          - {step: half, after: {10m: two}}
          - {step: two, after: {1h: three}, events: {go: three}}
          - {step: three, events: {stop: done}}
          - {step: done, end: done}
        """

    @Test func `the earliest deadline comes first`() throws {
        var walk = try MachineWalk(Self.chain)
        #expect(walk.machine.nextDeadline(of: walk.state) == 30 * .minute)
        try walk.waitAndSee(30 * .minute)
        #expect(walk.step == "half")
    }

    @Test(
        arguments: [(Int64.minute * 30 - 1, "one"), (.minute * 30, "half")] as [(Int64, StepName)]
    )
    func `a deadline is due when it is reached`(now: Int64, step: StepName) throws {
        var walk = try MachineWalk(Self.chain)
        try walk.waitAndSee(now)
        #expect(walk.step == step)
    }

    @Test func `several that are due fire each at its own moment`() throws {
        var walk = try MachineWalk(Self.chain)
        try walk.waitAndSee(90 * .minute)
        // 30m to `half`, 10m to `two`, which goes on at 1h40m.
        #expect(walk.step == "two")
        #expect(walk.state.visit == 3)
        #expect(walk.state.deadlines.map(\.at) == [100 * .minute])
    }

    @Test func `one event with several deadlines is one change`() throws {
        var walk = try MachineWalk(Self.chain)
        let sequence = walk.state.sequence
        try walk.waitAndSee(10 * .hour)
        #expect(walk.step == "three")
        #expect(walk.state.sequence == sequence + 1)
    }

    @Test func `what happens after deadlines happens now`() throws {
        var walk = try MachineWalk(
            """
            steps:
              - {step: one, after: {1h: two}, events: {stop: done}}
              - {step: two, events: {account_suspended: three}}
              - {step: three, after: {1h: done}, events: {stop: done}}
              - {step: done, end: done}
            """
        )
        walk.wait(90 * .minute)
        try walk.take(.signalled("account_suspended"))
        #expect(walk.step == "three")
        #expect(walk.state.deadlines.map(\.at) == [150 * .minute])
    }

    @Test func `time that brings nothing changes nothing`() throws {
        var walk = try MachineWalk(Self.chain)
        let before = walk.state
        try walk.waitAndSee(.minute)
        #expect(walk.state == before)
        #expect(walk.refusal == nil)
    }

    @Test func `staying does not wind a timer up again`() throws {
        var walk = try MachineWalk(Self.chain)
        walk.wait(29 * .minute)
        try walk.press("stay_here")
        try walk.waitAndSee(.minute)
        #expect(walk.step == "half")
    }

    @Test func `an event that comes too late is stale, and the deadline is saved`() throws {
        var walk = try MachineWalk(Self.chain)
        let before = walk.state
        walk.wait(30 * .minute)
        try walk.press("go")
        #expect(walk.refusal == .stale)
        #expect(walk.step == "half")
        #expect(walk.state != before)
    }

    @Test func `a letter that goes out by a deadline is ordered beside the refusal`() throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: wait, after: {1h: remind}, events: {go: done}}
              - {step: remind, send: {mail: reminder, limit: {times: 1}}, events: {stop: done}}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        walk.wait(2 * .hour)
        try walk.press("go")
        #expect(walk.refusal == .stale)
        #expect(walk.sent == ["reminder"])
    }

    @Test func `timers that lead round in a circle end somewhere after years`() throws {
        var walk = try MachineWalk(
            """
            steps:
              - {step: tick, after: {1s: tock}, events: {stop: done}}
              - {step: tock, after: {1s: tick}, events: {stop: done}}
              - {step: done, end: done}
            """
        )
        try walk.waitAndSee(36_500 * .day)
        #expect(walk.state.visit == Transition.deadlinesPerEvent + 2)
        #expect(walk.state.deadlines.map(\.at) == [walk.now + .second])
    }

    @Test func `conditions behind a deadline are judged at its moment`() throws {
        var walk = try MachineWalk(
            """
            steps:
              - {step: wait, after: {1h: judge}}
              - step: judge
                next:
                  - {if: 'now < timestamp("1970-01-01T01:30:00Z")', goto: early}
                  - {else: late}
              - {step: early, end: early}
              - {step: late, end: late}
            """
        )
        try walk.waitAndSee(5 * .hour)
        #expect(walk.state.outcome == "early")
    }
}

@Suite("Expiry")
struct ExpiryTests {
    static let flow = """
        expires: {after: 7d, goto: abandoned}
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: wait, events: {nod: stay, go: done}, after: {3d: reminded}}
          - {step: reminded, events: {nod: stay, go: done}}
          - {step: done, end: done}
          - {step: abandoned, events: {back_again: start}, after: {2d: reminded}}
        """

    private func walk(after answers: Int64 = 0) throws -> MachineWalk {
        var walk = try MachineWalk(Self.flow)
        walk.wait(answers)
        try walk.submit(["email": .text("a@b.cz")])
        return walk
    }

    @Test(
        arguments: [(7 * Int64.day - 1, "reminded"), (7 * .day, "abandoned")] as [(Int64, StepName)]
    )
    func `it counts from the last thing the person did`(idle: Int64, step: StepName) throws {
        var walk = try walk(after: 5 * .day)
        try walk.waitAndSee(idle)
        #expect(walk.step == step)
    }

    @Test func `what time does is nothing that the person did`() throws {
        var walk = try walk()
        try walk.waitAndSee(3 * .day)
        #expect(walk.machine.nextDeadline(of: walk.state) == 7 * .day)
    }

    @Test func `a button that stays counts`() throws {
        var walk = try walk()
        walk.wait(2 * .day)
        try walk.press("nod")
        try walk.waitAndSee(5 * .day)
        #expect(walk.step == "reminded")
    }

    @Test func `a refused event does not count`() throws {
        var walk = try walk()
        walk.wait(2 * .day)
        try walk.press("nothing")
        #expect(walk.machine.nextDeadline(of: walk.state) == 3 * .day)
        try walk.waitAndSee(5 * .day)
        #expect(walk.step == "abandoned")
    }

    @Test func `a walk expires once, until the person does something`() throws {
        var walk = try walk()
        try walk.waitAndSee(7 * .day)
        #expect(walk.step == "abandoned")
        #expect(walk.machine.nextDeadline(of: walk.state) == 9 * .day)
        try walk.waitAndSee(100 * .day)
        #expect(walk.step == "reminded")
        #expect(walk.machine.nextDeadline(of: walk.state) == nil)
        try walk.press("nod")
        try walk.waitAndSee(7 * .day)
        #expect(walk.step == "abandoned")
    }

    @Test func `two at one moment: the step's own deadline comes first`() throws {
        var walk = try MachineWalk(
            """
            expires: {after: 1h, goto: abandoned}
            steps:
              - {step: wait, after: {1h: timely}}
              - {step: timely, events: {go: done}}
              - {step: done, end: done}
              - {step: abandoned, end: abandoned}
            """
        )
        try walk.waitAndSee(.hour)
        #expect(walk.state.outcome == "abandoned")
        #expect(walk.state.visit == 3)
    }

    @Test func `a walk that waits where idle walks end is not disturbed`() throws {
        var walk = try MachineWalk(
            """
            expires: {after: 1h, goto: rest}
            steps:
              - {step: rest, events: {go: done}, after: {3h: later}}
              - {step: later, events: {go: done}}
              - {step: done, end: done}
            """
        )
        #expect(walk.machine.nextDeadline(of: walk.state) == 3 * .hour)
        let before = walk.state
        try walk.waitAndSee(2 * .hour)
        #expect(walk.state == before)
        // What was past while it rested does not come back later.
        try walk.waitAndSee(.hour)
        #expect(walk.step == "later")
        #expect(walk.machine.nextDeadline(of: walk.state) == nil)
    }

    @Test func `an ended walk does not expire`() throws {
        var walk = try walk()
        try walk.press("go")
        #expect(walk.machine.nextDeadline(of: walk.state) == nil)
        try walk.waitAndSee(100 * .day)
        #expect(walk.state.outcome == "done")
    }

    @Test func `whom time leads away from a change is not let past the form that it leads to`()
        throws
    {
        var walk = try MachineWalk(
            """
            fields:
              - a: {type: integer}
              - b: {type: integer}
              - c: {type: integer}
            steps:
              - {step: one, ask: [a]}
              - {step: two, ask: [b], after: {1h: late}}
              - {step: check, review: all}
              - {step: done, end: done}
              - {step: late, ask: [c], next: sum}
              - {step: sum, next: [{if: 'c > 1', goto: done}, {else: check}]}
            """
        )
        try walk.submit(["a": .integer(1)])
        try walk.submit(["b": .integer(1)])
        try walk.change("b")
        try walk.waitAndSee(.hour)
        #expect(walk.step == "late")
        #expect(walk.trail == ["one"])
        try walk.back()
        #expect(walk.step == "one")
    }
}
