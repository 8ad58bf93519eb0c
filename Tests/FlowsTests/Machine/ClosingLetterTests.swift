import Documents
import Foundation
import Testing

@testable import Flows

@Suite("The letter about closing")
struct ClosingLetterTests {
    /// 2026-03-31T00:00:00Z, when it closes, and ten days before, when the notice goes up.
    private static let until: Int64 = 1_774_915_200_000
    private static let from = until - 10 * .day

    private static func text(
        open: String = "{until: 2026-03-31, notice: 10d}",
        fields: String = "[email, nickname]"
    ) -> String {
        """
        flow: example
        version: 1
        open: \(open)
        closed: shut
        expires: {after: 60d, goto: shut}
        constants: {places: 12}
        input: {level: {type: integer, default: 1}}
        fields: \(fields)
        steps:
          - {step: start, ask: [email]}
          - {step: about, ask: [nickname], events: {later: stay}}
          - step: check
            send: {mail: confirm, link: confirmed, limit: {times: 2, per: email, within: 1d}}
            events: {confirmed: done, other: start}
            after: {1d: done}
          - {step: done, end: done}
          - {step: shut, end: shut}
        """
    }

    private static let fields = """
        fields:
          email: {type: email}
          nickname: {type: text}
        """

    private static func flow(_ text: String = text()) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(text, fields: fields)
        return try #require(project.flows.first, "\(problems.map(\.message))")
    }

    /// A walk that began a while before the notice and has an address.
    private static func walk(_ text: String = text()) throws -> MachineWalk {
        let machine = FlowMachine(try flow(text), formats: PrefixFormats())
        var walk = try MachineWalk(machine, now: from - 5 * .day)
        try walk.submit(["email": .text("a@b.cz")])
        return walk
    }

    private static func walk(at moment: Int64) throws -> MachineWalk {
        var walk = try walk()
        walk.now = moment
        return walk
    }

    @Test(arguments: [(from - 1, false), (from, true), (until - 1, true), (until, false)])
    func `it goes out between the notice and the end`(moment: Int64, goesOut: Bool) throws {
        var walk = try Self.walk(at: moment)
        try walk.take(.timePassed)
        #expect(walk.sent == (goesOut ? ["closing"] : []))
        #expect(walk.orders.allSatisfy { $0.at == moment && $0.token == nil })
    }

    @Test
    func `it goes out once, whatever happens then`() throws {
        var walk = try Self.walk(at: Self.from)
        try walk.press("later")
        #expect(walk.sent == ["closing"])
        try walk.take(.languageChosen("ru"))
        #expect(walk.sent.isEmpty)
        try walk.waitAndSee(.day)
        #expect(walk.sent.isEmpty)
        try walk.submit(["nickname": .text("al")])
        #expect(walk.sent == ["confirm"])
    }

    @Test
    func `it is what time does next, and no more once it went out`() throws {
        var walk = try Self.walk()
        #expect(walk.machine.nextDeadline(of: walk.state) == Self.from)
        walk.now = Self.from
        try walk.take(.timePassed)
        // What nobody touches ends 60 days after the last thing that the person did.
        #expect(walk.machine.nextDeadline(of: walk.state) == Self.from + 55 * .day)
    }

    @Test
    func `an event that is refused brings it out as well, and it is kept that it did`() throws {
        var walk = try Self.walk(at: Self.from)
        let sequence = walk.state.sequence
        try walk.take(.pressed(visit: 99, event: "later"))
        #expect(walk.refusal == .stale)
        #expect(walk.sent == ["closing"])
        #expect(walk.state.sequence == sequence + 1)
        try walk.take(.pressed(visit: 99, event: "later"))
        #expect(walk.sent.isEmpty)
        #expect(walk.state.sequence == sequence + 1)
    }

    @Test
    func `who has given no address by then is not written to, and not later either`() throws {
        let machine = FlowMachine(try Self.flow(), formats: PrefixFormats())
        var walk = try MachineWalk(machine, now: Self.from - .day)
        walk.now = Self.from
        try walk.submit(["email": .text("a@b.cz")])
        #expect(walk.sent.isEmpty)
        #expect(walk.step == "about")
        try walk.waitAndSee(.day)
        #expect(walk.sent.isEmpty)
    }

    @Test
    func `who comes to the end with the same event is not written to`() throws {
        var walk = try Self.walk()
        try walk.submit(["nickname": .text("al")])
        walk.now = Self.from
        try walk.take(.timePassed)
        // The link's day is long over: time has ended the walk.
        #expect(walk.state.outcome == "done")
        #expect(walk.sent.isEmpty)
        walk = try Self.walk(at: Self.from - .hour)
        try walk.submit(["nickname": .text("al")])
        walk.now = Self.from
        try walk.openLast()
        #expect(walk.state.outcome == "done")
        #expect(walk.sent.isEmpty)
    }

    @Test
    func `who takes the address away with the same event is not written to`() throws {
        let optional = "[email: {optional: true}, nickname]"
        let text = Self.text(fields: optional)
            .replacing(
                ", limit: {times: 2, per: email, within: 1d}",
                with: ", if: has(email), limit: {times: 2}"
            )
        var walk = try Self.walk(text)
        try walk.back()
        walk.now = Self.from
        try walk.submit(["email": .text("")])
        #expect(walk["email"] == nil)
        #expect(walk.sent.isEmpty)
        #expect(walk.state.closingToldAt == Self.from)
    }

    @Test
    func `who begins under the notice reads it on every screen, and gets no letter`() throws {
        let machine = FlowMachine(try Self.flow(), formats: PrefixFormats())
        var walk = try MachineWalk(machine, now: Self.from)
        #expect(machine.nextDeadline(of: walk.state) == Self.from + 60 * .day)
        try walk.submit(["email": .text("a@b.cz")])
        try walk.waitAndSee(.day)
        #expect(walk.sent.isEmpty)
    }

    @Test
    func `an address that comes with the event is counted as at any other time`() throws {
        let walk = try Self.walk(at: Self.from)
        let event = FlowEvent.submitted(
            visit: walk.state.visit,
            answers: ["email": .text("c@d.cz")]
        )
        let counts = walk.machine.sendCounts(for: event, in: walk.state, now: Self.from)
        #expect(counts.map(\.values) == [[1: "c@d.cz"]])
    }

    @Test
    func `a state that was kept before there were such letters can be read`() throws {
        let walk = try Self.walk()
        let text = String(decoding: try JSONEncoder().encode(walk.state), as: UTF8.self)
        #expect(!text.contains("closingToldAt"))
        let state = try JSONDecoder().decode(FlowState.self, from: Data(text.utf8))
        #expect(state == walk.state)
    }

    @Test
    func `its words are demanded, with what is certainly known`() throws {
        let (project, _) = FlowFiles.read(Self.text(), fields: Self.fields)
        let demands = MessageDemands.of(project).required
        for key in ["mail.closing.subject", "mail.closing.body"] {
            let demand = try #require(demands.first { $0.keys == [key] })
            #expect(
                demand.arguments.map { "\($0.name): \($0.kind)" } == [
                    "closes_at: time", "email: text", "level: integer", "places: integer",
                    "title: text",
                ]
            )
        }
        #expect(demands.contains { $0.keys == ["mail.sender"] })
    }

    @Test(arguments: [
        text(open: "{until: 2026-03-31}"),
        text(open: "{from: 2026-03-01}"),
        text(fields: "[nickname]").replacing("- {step: start, ask: [email]}", with: "")
            .replacing("events: {later: stay}}", with: "next: done}")
            .replacing("  - step: check\n", with: "")
            .split(separator: "\n").filter { !$0.hasPrefix("    ") }.joined(separator: "\n"),
    ])
    func `a flow that tells nobody, or knows no address, demands no letter`(text: String) throws {
        let flow = try Self.flow(text)
        #expect(flow.closingLetter == nil)
        let keys = MessageDemands.of(flow, among: []).required.flatMap(\.keys)
        #expect(!keys.contains { $0.hasPrefix("mail.closing") })
        let machine = FlowMachine(flow, formats: PrefixFormats())
        let walk = try MachineWalk(machine, now: Self.from - .day)
        #expect(machine.nextDeadline(of: walk.state) == Self.from + 59 * .day)
    }

    @Test
    func `a notice longer than time itself begins at once`() throws {
        var flow = try Self.flow()
        flow.opening?.until = .min + 5
        #expect(flow.opening?.noticeFrom == .min)
        #expect(flow.opening?.closing(near: 0) == nil)
    }
}
