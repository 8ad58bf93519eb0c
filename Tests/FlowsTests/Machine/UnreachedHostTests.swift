import Testing

@testable import Flows

/// Hosts that can't be reached, and may have done all the same what they were asked.
@Suite("Hosts that are not reached")
struct UnreachedHostTests {
    private static func flow(_ effect: String) -> String {
        """
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email, citizenship]}
          - step: create
            call: \(effect)
            events: {done: made, failed: trouble, unavailable: trouble}
            after: {1h: trouble}
          - {step: trouble, events: {again: create, correct: start}}
          - {step: made, end: made}
        """
    }

    private func walk(_ effect: String = "create_account") throws -> (MachineWalk, key: String) {
        var walk = try MachineWalk(Self.flow(effect))
        try walk.submit(["email": .text("a@b.cz"), "citizenship": .text("CZ")])
        let key = try #require(walk.state.pendingCall)
        try walk.end("unavailable")
        #expect(walk.step == "trouble")
        return (walk, key)
    }

    @Test func `what is done once is asked for with the same key`() throws {
        var (walk, key) = try walk()
        for _ in 0..<2 {
            try walk.press("again")
            #expect(walk.state.pendingCall == key)
            try walk.end("unavailable")
        }
        try walk.press("again")
        try walk.end("done", ["account_id": .text("7")])
        #expect(walk.step == "made")
        #expect(walk.state.leftCall == nil)
    }

    @Test func `with other answers it is another call`() throws {
        var (walk, key) = try walk()
        try walk.press("correct")
        try walk.submit(["citizenship": .text("DE")])
        #expect(walk.calls == ["create_account"])
        #expect(walk.state.pendingCall != key)
    }
}
