import Testing

@testable import Flows

@Suite("Progress")
struct ProgressTests {
    private func place(_ walk: MachineWalk) -> [Int]? {
        walk.machine.progress(of: walk.state, now: walk.now).map { [$0.position, $0.count] }
    }

    @Test func `the wallet sign-up has nine steps that are shown`() throws {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        var places: [[Int]?] = [place(walk)]
        for step in WalletWalk.steps {
            try step(&walk)
            #expect(walk.refusal == nil)
            #expect(walk.problems == [])
            places.append(place(walk))
        }
        let positions = [1, 2, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 9]
        #expect(places.dropLast() == positions.map { [$0, 9] }[...])
        #expect(walk.state.outcome == "registered")
        #expect(places.last == .some(nil))
    }

    @Test func `a step beside the way stands where the way goes on`() throws {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        try WalletWalk.steps[0](&walk)
        try WalletWalk.steps[1](&walk)
        try walk.waitAndSee(.day)
        #expect(walk.step == "link_expired")
        #expect(place(walk) == [2, 9])
    }

    @Test func `a condition that can be judged decides the way that is to be expected`() throws {
        var walk = try MachineWalk(ReviewTests.flow)
        #expect(place(walk) == [1, 5])
        try walk.submit(["a": .integer(1)])
        try walk.submit(["citizenship": .text("CZ"), "kind": .text("business")])
        #expect(place(walk) == [3, 6])
    }
}

@Suite("The wallet sign-up")
struct WalletTests {
    @Test func `one letter is ordered with each entry, and the account is made once`() throws {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        var sent: [LetterName] = []
        var calls: [EffectName] = []
        for step in WalletWalk.steps {
            try step(&walk)
            sent += walk.sent
            calls += walk.calls
        }
        #expect(sent == ["confirm_email", "confirm_email", "welcome"])
        #expect(calls == ["find_account", "create_account"])
    }

    @Test func `a day sharp is too late, and a new letter can be had`() throws {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        try WalletWalk.steps[0](&walk)
        try WalletWalk.steps[1](&walk)
        walk.wait(.day)
        try walk.openLast()
        #expect(walk.refusal == .expired)
        try walk.press("send_again")
        try walk.end("answered", ["is_known": .bool(false)])
        #expect(walk.sent == ["confirm_email"])
        try walk.openLast()
        #expect(walk.step == "personal")
    }

    @Test func `another citizenship at the review asks for another document, and nothing else`()
        throws
    {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        for step in WalletWalk.steps.prefix(11) { try step(&walk) }
        #expect(walk.step == "check_answers")
        try walk.change("citizenship")
        try walk.submit(["citizenship": .text("RU")])
        // Any number fits here, and a passport is on offer everywhere: everything still holds.
        #expect(walk.step == "check_answers")
        try walk.change("document_type")
        try walk.submit(["document_type": .text("driving_licence")])
        try walk.change("citizenship")
        try walk.submit(["citizenship": .text("CZ")])
        #expect(walk.step == "document")
        try walk.submit(["document_type": .text("passport")])
        #expect(walk.step == "check_answers")
    }

    @Test func `a walk nobody touches is abandoned after a week`() throws {
        var walk = try MachineWalk(Machines.wallet(), now: 20_000 * .day)
        for step in WalletWalk.steps.prefix(6) { try step(&walk) }
        try walk.waitAndSee(7 * .day - 1)
        #expect(walk.step == "address")
        try walk.waitAndSee(1)
        #expect(walk.state.outcome == "abandoned")
    }
}
