import Testing

@testable import Flows

@Suite("Tokens of letters")
struct TokenTests {
    @Test func `two links of one step take two tokens, in order`() throws {
        let machine = try Machines.machine(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: letter
                send:
                  - {mail: one, link: yes, limit: {times: 9}}
                  - {mail: two, limit: {times: 9}}
                  - {mail: three, link: no, limit: {times: 9}}
                events: {yes: done, no: done}
              - {step: done, end: done}
            """
        )
        #expect(machine.tokensPerEvent == 2)
        var walk = try MachineWalk(machine)
        try walk.submit(["email": .text("a@b.cz")])
        #expect(walk.orders.map(\.token) == [0, nil, 1])
        #expect(Set(walk.orders.map(\.key)).count == 3)
        try walk.open(1)
        #expect(walk.state.links.map(\.status) == [.superseded, .used])
    }

    @Test(arguments: [
        ("", Int64.minute * 11),
        // Time enters the step, leads the idle walk away, and enters it again.
        ("expires: {after: 20m, goto: idle}", .minute * 41),
    ])
    func `there are tokens for a step that time and an event enter at once`(
        expiry: String,
        away: Int64
    ) throws {
        var walk = try MachineWalk(
            """
            \(expiry)
            input: {address: email}
            steps:
              - {step: start, events: {stop: done}, after: {10m: letter}}
              - step: letter
                send: {mail: confirm, to: address, link: yes, limit: {times: 4}}
                events: {yes: done, account_suspended: letter, rest: idle}
              - {step: idle, events: {stop: done}, after: {10m: letter}}
              - {step: done, end: done}
            """,
            input: ["address": .text("a@b.cz")]
        )
        walk.wait(away)
        try walk.take(.signalled("account_suspended"))
        #expect(walk.refusal == nil)
        #expect(walk.step == "letter")
        #expect(Set(walk.state.links.map(\.hash)).count == walk.state.links.count)
        try walk.openLast()
        #expect(walk.step == "done")
    }
}
