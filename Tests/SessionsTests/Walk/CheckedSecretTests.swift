import Flows
import Foundation
import Screens
import Secrets
import Synchronization
import Testing

@testable import Sessions

/// Secrets that are compared with an account's, that must differ, and that are handed on.
@Suite("Secrets that are compared or handed on")
struct CheckedSecretTests {
    private static let texts = FlowTexts(
        flow: """
            flow: door
            version: 1
            expires: {after: 30d, goto: over}
            input: {is_new: {type: bool}}
            fields:
              - [email, pin]
              - other: {type: secret, use: new, unlike: pin}
              - known: {type: secret, use: check, check: account.pin}
              - card: {type: secret, use: relay, length: {min: 4, max: 19}}
            steps:
              - {step: fork, next: [{if: is_new, goto: start}, {else: identify}]}
              - {step: start, ask: [email, pin, other]}
              - step: make
                call: create_account
                events: {done: prove, email_taken: over, unavailable: over}
              - {step: identify, ask: [email]}
              - step: prove
                ask: [known]
                attempts: {times: 3, apart: 2s, per: [session, email], within: 24h, goto: locked}
                next: pay
              - {step: pay, ask: [card], events: {skip: over}}
              - {step: charging, call: charge, events: {done: over, declined: pay, unavailable: pay}}
              - {step: locked, events: {again: prove, stop: over}}
              - {step: over, end: done}
            """,
        fields: """
            fields:
              email: {type: email, privacy: personal}
              pin: {type: secret, use: new, length: {min: 4, max: 8}}
            """,
        effects: """
            effects:
              create_account:
                needs: [email, pin]
                outcomes: {done: {gives: {account_id: text}, success: true}, email_taken: {}}
                once: flow
              charge:
                needs: [card]
                outcomes: {done: {success: true}, declined: {}}
            """
    )

    private static let known = AnswerPath("known")
    private static let wrong = "1357"
    private static let right = "2468"

    /// A bench on which `a@b.cz` has an account with the pin `2468`.
    private static func bench() throws -> WalkBench {
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        let walk = try bench.begin(["is_new": .bool(true)])
        #expect(walk.answer("a@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.answer(secret: right, repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.answer(secret: "8642", repeated: nil, at: AnswerPath("other")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "prove")
        return bench
    }

    private static func proving(_ bench: WalkBench, as address: String = "a@b.cz") throws -> Walk {
        let walk = try bench.begin(["is_new": .bool(false)])
        #expect(walk.answer(address, at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    private static func guess(_ walk: Walk, _ secret: String, _ bench: WalkBench) -> WalkReply {
        bench.clock.move(by: 2 * .second)
        return walk.answer(secret: secret, repeated: nil, at: known)
    }

    @Test
    func `the right one leads on, and leaves nothing behind`() throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench, as: "A@b.cz")
        #expect(walk.answer(Self.right, at: Self.known) == .accepted)
        #expect(walk.state.references.isEmpty)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "pay")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `a wrong one, and any for an address that nobody has, is told in the same words`() throws {
        let bench = try Self.bench()
        let known = try Self.proving(bench)
        let unknown = try Self.proving(bench, as: "nobody@b.cz")
        #expect(Self.guess(known, Self.wrong, bench) == .problem)
        #expect(Self.guess(unknown, Self.right, bench) == .problem)
        #expect(known.reason("known") == "wrong" && unknown.reason("known") == "wrong")
        #expect(known.submit() == .problem && known.screen.step == "prove")
        #expect(known.screen.fields.map(\.problem) == unknown.screen.fields.map(\.problem))
        #expect(Self.guess(known, Self.right, bench) == .accepted)
        #expect(known.submit() == .moved)
    }

    @Test
    func `the last wrong one leads away, and a new walk has no new tries`() throws {
        let bench = try Self.bench()
        let first = try Self.proving(bench)
        #expect(Self.guess(first, Self.wrong, bench) == .problem)
        #expect(Self.guess(first, Self.wrong, bench) == .problem)
        let second = try Self.proving(bench)
        #expect(Self.guess(second, Self.wrong, bench) == .moved)
        #expect(second.screen.step == "locked")
        // Neither is the right one compared any more, in whatever walk and after whatever restart.
        #expect(Self.guess(first, Self.right, bench) == .moved)
        #expect(first.screen.step == "locked")
        let again = try bench.again()
        let third = try Self.proving(again)
        #expect(Self.guess(third, Self.right, bench) == .moved)
        #expect(third.screen.step == "locked")
        #expect(try again.engine.journalFinding(of: third.sessionID) == nil)
        // Another address is another count.
        let other = try Self.proving(bench, as: "c@d.cz")
        #expect(Self.guess(other, Self.wrong, bench) == .problem)
    }

    @Test
    func `after the window the tries are new`() throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        for _ in 0..<2 { #expect(Self.guess(walk, Self.wrong, bench) == .problem) }
        #expect(Self.guess(walk, Self.wrong, bench) == .moved)
        #expect(walk.press("again") == .moved)
        #expect(Self.guess(walk, Self.right, bench) == .moved)
        #expect(walk.screen.step == "locked")
        bench.clock.move(by: .day)
        #expect(walk.press("again") == .moved)
        #expect(Self.guess(walk, Self.right, bench) == .accepted)
    }

    @Test
    func `right ones are not counted`() throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        for _ in 0..<8 { #expect(Self.guess(walk, Self.right, bench) == .accepted) }
    }

    @Test
    func `two tries stand apart, and nothing is compared between them`() throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        #expect(Self.guess(walk, Self.wrong, bench) == .problem)
        bench.clock.move(by: 1_999)
        #expect(walk.answer(Self.right, at: Self.known) == .refused)
        #expect(walk.refusal == .tooSoon(readyAt: bench.clock.now + 1))
        bench.clock.move(by: 1)
        #expect(walk.answer(Self.right, at: Self.known) == .accepted)
    }

    @Test
    func `an account's secret is guessed ten times a day at most, whatever the flow bears`() throws
    {
        var texts = Self.texts
        texts.flow = texts.flow.replacing("times: 3, apart: 2s", with: "times: 100")
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        let walk = try Self.proving(bench)
        for _ in 0..<10 { #expect(walk.answer(Self.wrong, at: Self.known) == .problem) }
        #expect(walk.answer(Self.wrong, at: Self.known) == .moved)
        #expect(walk.screen.step == "locked")
    }

    @Test
    func `of two hundred guesses at once three are compared`() throws {
        var texts = Self.texts
        texts.flow = texts.flow.replacing("apart: 2s, ", with: "")
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        let (engine, now) = (bench.engine, bench.clock.now)
        let session = try engine.read(try Self.proving(bench).sessionID)
        let counted = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 200) { _ in
            if case .counted? = try? engine.count(tryAt: session, now: now) {
                counted.withLock { $0 += 1 }
            }
        }
        #expect(counted.withLock { $0 } == 3)
    }

    @Test(arguments: [FaultyStore.Fault.before, .after])
    func `nothing is said about one that could not be counted`(fault: FaultyStore.Fault) throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        for secret in [Self.right, Self.wrong] {
            bench.store.fail(atWrite: 1, fault)
            guard case .failed = walk.answer(secret: secret, repeated: nil, at: Self.known) else {
                Issue.record("it was answered")
                return
            }
            bench.store.heal()
        }
    }

    // MARK: - Unlike

    @Test
    func `a secret that is like another is not taken, whichever comes last`() throws {
        let bench = try WalkBench(WalkBench.Parts(texts: Self.texts))
        let walk = try bench.begin(["is_new": .bool(true)])
        #expect(walk.answer(Self.right, at: AnswerPath("pin")) == .accepted)
        #expect(walk.answer(Self.right, at: AnswerPath("other")) == .problem)
        #expect(walk.reason("other") == "unlike")
        #expect(walk.answer("8642", at: AnswerPath("other")) == .accepted)
        #expect(walk.answer("8642", at: AnswerPath("pin")) == .problem)
        #expect(walk.reason("pin") == "unlike")
        #expect(walk.answer("1122", at: AnswerPath("pin")) == .accepted)
    }

    // MARK: - Relay

    @Test
    func `what is handed on reaches the host in the clear, and is on the disk no more behind it`()
        throws
    {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        #expect(walk.answer(Self.right, at: Self.known) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.answer("123", at: AnswerPath("card")) == .problem)
        #expect(walk.answer("4111 1111 1111 1111", at: AnswerPath("card")) == .accepted)
        let reference = try #require(walk.state.references.first)
        #expect(try bench.store.secret(reference) != nil)
        // After a restart it is still there: the effect has not had it.
        let resumed = try bench.resume(walk.sessionID)
        bench.host.answer("charge", with: EffectResult("declined"))
        #expect(resumed.submit() == .moved)
        let call = try #require(bench.host.calls.last)
        let text = call.secrets["card"].map { bytes in
            bytes.withBytes { String(decoding: $0, as: UTF8.self) }
        }
        #expect(text == "4111 1111 1111 1111")
        #expect(resumed.screen.step == "pay" && resumed.state.references.isEmpty)
        #expect(try bench.store.secret(reference) == nil)
        #expect(resumed.submit() == .problem)
        let disk = try bench.bytesOnDisk()
        #expect(!disk.contains(Array("4111 1111".utf8)))
        // A word by itself, or a beginning of the number: a random name may hold these digits, too.
        #expect(!bench.log.all.contains { $0.contains(/\b4111\b|41111/) })
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `it is kept by nobody once the flow has ended without the effect`() throws {
        let bench = try Self.bench()
        let walk = try Self.proving(bench)
        #expect(walk.answer(Self.right, at: Self.known) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.answer("4111 1111 1111 1111", at: AnswerPath("card")) == .accepted)
        let reference = try #require(walk.state.references.first)
        #expect(walk.press("skip") == .moved)
        #expect(try bench.store.secret(reference) == nil)
    }
}
