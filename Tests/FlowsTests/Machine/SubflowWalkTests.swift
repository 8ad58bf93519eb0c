import Documents
import Testing

@testable import Flows

@Suite("Walks through flows that run flows")
struct SubflowWalkTests {
    static let address = """
        flow: address
        version: 1
        input: {owner: {type: email}, note: {type: text, default: none}}
        fields: [{city: {type: text}}, {street: {type: text}}]
        expires: {after: 1h, goto: left}
        steps:
          - {step: where, ask: [city]}
          - {step: exactly, ask: [street], next: [{if: 'city == "X"', goto: left}, {else: right}]}
          - {step: right, end: found}
          - {step: left, end: lost}
        """

    static let caller = """
        flow: caller
        version: 1
        fields: [email, {alias: {type: text}}]
        steps:
          - {step: start, ask: [email]}
          - step: home
            run: address
            with: {owner: email}
            events:
              found: [{if: 'email == "a@b.c"', goto: after}, {else: start}]
              lost: start
          - {step: after, ask: [alias]}
          - {step: check, review: all}
          - {step: done, end: done}
        """

    static func walk(_ caller: String = caller, _ other: String = address) throws -> MachineWalk {
        let (project, problems) = FlowFiles.read(
            [("caller.yaml", caller), ("address.yaml", other)],
            fields: Machines.fields,
            effects: Machines.effects
        )
        try #require(problems.map { "\($0.code) \($0.message)" } == [])
        let flow = try #require(project.flow("caller"))
        return try MachineWalk(FlowMachine(flow, formats: PrefixFormats()))
    }

    @Test func `what is written out is handed over, also where something else is usual`() throws {
        var walk = try Self.walk(
            Self.caller.replacing("{owner: email}", with: "{owner: email, is_new: true}"),
            Self.address.replacing(
                "note: {type: text, default: none}",
                with: "note: {type: text, default: none}, is_new: {type: bool, default: false}"
            )
        )
        try walk.submit(["email": .text("a@b.c")])
        #expect(walk["home.is_new"] == .bool(true))
        #expect(walk["home.note"] == .text("none"))
    }

    @Test
    func `the walk goes into the sub-flow and out where the caller says`() throws {
        var walk = try Self.walk()
        try walk.submit(["email": .text("a@b.c")])
        #expect(walk.step == "home.where")
        #expect(walk["home.owner"] == .text("a@b.c"))
        #expect(walk["home.note"] == .text("none"))
        try walk.submit(["home.city": .text("Y")])
        try walk.submit(["home.street": .text("1")])
        #expect(walk.step == "after")
    }

    @Test
    func `another outcome leads elsewhere, and a new run begins with nothing answered`() throws {
        var walk = try Self.walk()
        try walk.submit(["email": .text("a@b.c")])
        try walk.submit(["home.city": .text("X")])
        try walk.submit(["home.street": .text("1")])
        #expect(walk.step == "start")
        try walk.submit()
        #expect(walk.step == "home.where")
        #expect(walk["home.city"] == nil)
        #expect(walk["home.street"] == nil)
        #expect(walk["home.owner"] == .text("a@b.c"))
    }

    @Test
    func `Back leads out of a sub-flow and into it again, with the answers shown`() throws {
        var walk = try Self.walk()
        try walk.submit(["email": .text("a@b.c")])
        try walk.submit(["home.city": .text("Y")])
        try walk.submit(["home.street": .text("1")])
        try walk.back()
        #expect(walk.step == "home.exactly")
        #expect(walk["home.street"] == .text("1"))
        try walk.back()
        try walk.back()
        #expect(walk.step == "start")
    }

    /// At the review, everything answered.
    private static func atReview() throws -> MachineWalk {
        var walk = try Self.walk()
        try walk.submit(["email": .text("a@b.c")])
        try walk.submit(["home.city": .text("Y")])
        try walk.submit(["home.street": .text("1")])
        try walk.submit(["alias": .text("Al")])
        try #require(walk.step == "check")
        return walk
    }

    @Test
    func `a review shows and changes what a sub-flow asked`() throws {
        var walk = try Self.atReview()
        let shown = walk.machine.reviewed(in: walk.state)
            .map { walk.machine.definition.fields[$0].name.text }
        #expect(shown == ["email", "home.city", "home.street", "alias"])
        try walk.change("home.city")
        try walk.submit(["home.city": .text("Z")])
        #expect(walk.step == "check")
        #expect(walk["home.city"] == .text("Z"))
    }

    @Test
    func `on the way back to a review a run that was given the same stays as it was`() throws {
        var walk = try Self.atReview()
        try walk.change("email")
        try walk.submit(["email": .text("a@b.c")])
        #expect(walk.step == "check")
        #expect(walk["home.street"] == .text("1"))
    }

    @Test
    func `a run that is given something else on the way back is walked again`() throws {
        var walk = try Self.atReview()
        try walk.change("email")
        try walk.submit(["email": .text("other@b.c")])
        #expect(walk.step == "home.where")
        #expect(walk["home.city"] == nil)
        #expect(walk["home.owner"] == .text("other@b.c"))
    }

    @Test
    func `the sub-flow's own expiry does not count`() throws {
        var walk = try Self.walk()
        try walk.submit(["email": .text("a@b.c")])
        try walk.waitAndSee(7_200_000)
        #expect(walk.step == "home.where")
    }

    @Test
    func `progress counts the steps of caller and sub-flow together`() throws {
        var walk = try Self.walk()
        let count = { (walk: MachineWalk) in
            walk.machine.progress(of: walk.state, now: 0).map { "\($0.position) of \($0.count)" }
        }
        try walk.submit(["email": .text("a@b.c")])
        #expect(count(walk) == "2 of 5")
        try walk.submit(["home.city": .text("Y")])
        try walk.submit(["home.street": .text("1")])
        #expect(count(walk) == "4 of 5")
    }

    @Test
    func `what an effect gives once stays for the next run of the sub-flow`() throws {
        let other = """
            flow: address
            version: 1
            input: {email: {type: email}, owner: {type: email, optional: true}}
            steps:
              - {step: make, call: create_account, events: {done: found_it, failed: failed_it, unavailable: failed_it}, after: {1h: failed_it}}
              - {step: found_it, events: {go_on: found_end}, after: {1h: lost_end}}
              - {step: failed_it, end: failed}
              - {step: found_end, end: found}
              - {step: lost_end, end: lost}
            """
        let caller = """
            flow: caller
            version: 1
            fields: [email, citizenship]
            steps:
              - {step: start, ask: [email]}
              - step: home
                run: address
                with: {email: email}
                events: {found: done, lost: start, failed: done}
              - {step: done, end: done}
            """.replacing("[email, citizenship]", with: "[email]")
        var walk = try Self.walk(
            caller,
            other.replacing(
                "input: {email",
                with: "fields: [{citizenship_note: {type: text, optional: true}}]\ninput: {email"
            ).replacing(
                "  - {step: make,",
                with: "  - {step: say, ask: [citizenship_note]}\n  - {step: make,"
            )
        )
        try walk.submit(["email": .text("a@b.c")])
        try walk.submit()
        #expect(walk.calls == ["home.create_account"])
        try walk.end("done", ["home.account_id": .text("7")])
        #expect(walk.step == "home.found_it")
        try walk.waitAndSee(3_600_000)
        #expect(walk.step == "start")
        try walk.submit()
        try walk.submit()
        #expect(walk.step == "home.found_it")
        #expect(walk.calls == [])
        #expect(walk["home.account_id"] == .text("7"))
    }
}
