import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Crashes")
struct CrashTests {
    /// Fills, submits and waits until something fails or the walk has ended; the acknowledged answers.
    private func drive(_ walk: Walk, until step: StepName) -> Set<String> {
        var acknowledged: Set<String> = []
        for _ in 0..<10 where walk.screen.step != step {
            let screen = walk.screen
            for field in screen.fields where screen.kind == .form && !field.isAnswered {
                let name = field.path.name
                if case .failed = walk.reply(Walk.samples[name] ?? "", to: name) {
                    return acknowledged
                }
                acknowledged.insert(name)
            }
            if case .failed = walk.submit() { return acknowledged }
        }
        return acknowledged
    }

    /// After a crash: the walk as another program finds it, a while later.
    private func afterwards(_ bench: WalkBench) throws -> (WalkBench, Walk)? {
        bench.store.heal()
        // Longer than a letter stays leased.
        bench.clock.move(by: 2 * .minute)
        let again = try bench.again()
        guard let id = try again.engine.sessions().first?.id else { return nil }
        return (again, try again.resume(id))
    }

    @Test(arguments: 1...11, [FaultyStore.Fault.before, .after])
    func `on the way to the first letter lose no acknowledged answer and send no second letter`(
        write: Int,
        fault: FaultyStore.Fault
    ) throws {
        let bench = try WalkBench()
        bench.store.fail(atWrite: write, fault)
        var acknowledged: Set<String> = []
        do {
            acknowledged = drive(try bench.begin(), until: "check_mail")
        } catch SessionFailure.store {
            #expect(write < 4)
        }
        guard let (again, walk) = try afterwards(bench) else {
            #expect(acknowledged.isEmpty)
            return
        }
        let answered = Set(
            walk.definition.fields.indices.filter { walk.state.fields[$0] != nil }
                .map { walk.definition.fields[$0].name.text }
        )
        if walk.screen.step == "start" { #expect(acknowledged.isSubset(of: answered)) }
        try again.go(walk, to: "check_mail")
        #expect(try again.engine.journalFinding(of: walk.sessionID) == nil)
        #expect(Set(bench.transport.letters.map(\.id)).count == 1)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test(arguments: 1...10, [FaultyStore.Fault.before, .after])
    func `at the end make one account and send one welcome`(
        write: Int,
        fault: FaultyStore.Fault
    ) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "wallet")
        bench.store.fail(atWrite: write, fault)
        _ = drive(walk, until: "registered")
        let (again, resumed) = try #require(try afterwards(bench))
        try again.go(resumed, to: "registered")
        #expect(try again.engine.journalFinding(of: walk.sessionID) == nil)
        let letters = bench.transport.letters
        #expect(Set(letters.map(\.id)).count == 2)
        // Delivered and not noted as such: the same letter may come once more, under the same name.
        #expect(letters.count <= 3)
        let creations = Set(bench.host.calls.filter { $0.effect == "create_account" }.map(\.key))
        let later = Set(again.host.calls.filter { $0.effect == "create_account" }.map(\.key))
        #expect(creations.union(later).count == 1)
        let index = bench.keys.index(ofAddress: "anna.novakova@example.com")
        #expect(
            try again.store.account(emailIndex: index)?.creationKey == creations.union(later).first
        )
    }

    @Test
    func `a call that was cut off ends when the walk is looked at again`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        // The submit is saved; what the host has answered is not.
        bench.store.fail(atWrite: 3, .before)
        #expect(walk.submit() == .failed("failure.store"))
        #expect(walk.screen.kind == .working)
        bench.store.heal()
        #expect(walk.refresh())
        #expect(walk.screen.step == "registered")
        #expect(bench.host.calls.map(\.key).count == 3)
        #expect(Set(bench.host.calls.map(\.key)).count == 2)
    }

    @Test
    func `an answer that could not be saved is not acknowledged`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        bench.store.fail(atWrite: 1, .before)
        #expect(walk.reply("anna@example.com", to: "email") == .failed("failure.store"))
        #expect(walk.field("email")?.isAnswered == false)
        bench.store.heal()
        #expect(walk.reply("anna@example.com", to: "email") == .accepted)
    }

    @Test
    func `a welcome that a crash kept back goes out when the ended walk is read`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        // submit, account, outcome; then the letter is to be leased.
        bench.store.fail(atWrite: 4, .before)
        _ = walk.submit()
        #expect(bench.transport.letters.count == 1)
        let (_, resumed) = try #require(try afterwards(bench))
        #expect(resumed.screen.step == "registered")
        #expect(bench.transport.letters.count == 2)
    }
}
