import Documents
import Testing

@testable import Flows

@Suite("Flows that open and close")
struct OpeningTests {
    private static func text(_ head: String) -> String {
        """
        flow: example
        version: 1
        \(head)
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: done, end: done}
          - {step: too_late, end: closed}
        """
    }

    private static let march =
        "open: {from: 2026-03-01, until: 2026-03-31, notice: 10d}\nclosed: too_late"
    /// Midnight of 2026-03-01 in UTC.
    private static let first: Int64 = 1_772_323_200_000
    private static let day: Int64 = 86_400_000

    private static func flow(_ head: String = march) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(text(head), fields: FlowFiles.fields)
        return try #require(project.flows.first, "\(problems.map(\.message))")
    }

    private static let beginnings: [(moment: Int64, step: StepName)] = [
        (-1, "too_late"), (0, "start"), (30 * day - 1, "start"), (30 * day, "too_late"),
    ]
    private static let notices: [(moment: Int64, closing: Int64?)] = [
        (19 * day, nil), (20 * day, first + 30 * day), (30 * day - 1, first + 30 * day),
        (30 * day, nil),
    ]

    @Test(arguments: beginnings)
    func `newcomers begin while it is open, and at the step for others at any other time`(
        moment: Int64,
        step: StepName
    ) throws {
        let machine = FlowMachine(try Self.flow(), formats: PrefixFormats())
        let walk = try MachineWalk(machine, now: Self.first + moment)
        #expect(walk.step == step)
        #expect((walk.state.outcome == "closed") == (step == "too_late"))
    }

    @Test
    func `who is under way goes on after the end`() throws {
        let machine = FlowMachine(try Self.flow(), formats: PrefixFormats())
        var walk = try MachineWalk(machine, now: Self.first)
        walk.wait(90 * Self.day)
        try walk.submit(["email": .text("a@b.c")])
        #expect(walk.step == "done")
    }

    @Test(arguments: notices)
    func `the notice begins as long before the end as it says`(
        moment: Int64,
        closing: Int64?
    ) throws {
        #expect(try Self.flow().opening?.closing(near: Self.first + moment) == closing)
    }

    @Test
    func `a moment of the day may be written, and one side may be left open`() throws {
        let opening = try Self.flow("open: {from: '2026-03-01T09:00:00Z'}\nclosed: too_late")
            .opening
        #expect(opening?.from == Self.first + 9 * 3_600_000)
        #expect(opening?.until == nil)
        #expect(opening?.isOpen(at: .max) == true)
    }

    @Test
    func `the words of the notice are demanded where there is one`() throws {
        let keys = { (head: String) in
            MessageDemands.of(FlowFiles.read(Self.text(head), fields: FlowFiles.fields).project)
                .required.flatMap(\.keys)
        }
        #expect(keys(Self.march).contains("example.closing"))
        #expect(!keys("open: {from: 2026-03-01}\nclosed: too_late").contains("example.closing"))
    }

    @Test(arguments: [
        MarkedFlow("E38", "`open` needs the key `closed`", "1️⃣open: {from: 2026-03-01}"),
        MarkedFlow("E38", "`closed` needs the key `open`", "1️⃣closed: done"),
        MarkedFlow("E38", "`open` needs `from` or `until`", "1️⃣open: {}\nclosed: done"),
        MarkedFlow(
            "E38",
            "`notice` needs the key `until`",
            "open: {from: 2026-03-01, 1️⃣notice: 1d}\nclosed: done"
        ),
        MarkedFlow(
            "E35",
            "`until` is not later",
            "open: 1️⃣{from: 2026-03-01, until: 2026-03-01}\nclosed: done"
        ),
        MarkedFlow("E35", "`closed` must name an end", "open: {from: 2026-03-01}\nclosed: 1️⃣start"),
        MarkedFlow("E02", "there is no step `dne`", "open: {from: 2026-03-01}\nclosed: 1️⃣dne"),
        MarkedFlow("E39", "`soon` is no date", "open: {from: 1️⃣soon}\nclosed: done"),
        MarkedFlow("E05", "is no duration", "open: {until: 2026-03-01, notice: 1️⃣30}\nclosed: done"),
    ])
    func `what can't be is said where it stands`(flow: MarkedFlow) throws {
        try MarkedFlow(
            flow.code,
            flow.message,
            flow.body
                + "\nfields: [email]\nsteps:\n  - {step: start, ask: [email]}\n  - {step: done, end: done}\n"
        ).check()
    }
}
