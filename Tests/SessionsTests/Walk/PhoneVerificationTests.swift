import Flows
import Foundation
import Screens
import Synchronization
import Testing

@testable import Sessions

/// The phone verification of the project, as a part of a flow that knows the number.
@Suite("Phone verification as a part of another flow")
struct PhoneVerificationTests {
    private static let texts = {
        var texts = FlowTexts(
            flow: """
                flow: account-recovery
                version: 1
                expires: {after: 7d, goto: over}
                fields: [{home: {type: country}}, {mobile: {type: phone}}, {strict: {type: bool}}]
                steps:
                  - {step: start, ask: [home, mobile, strict]}
                  - step: verify
                    run: phone-verification
                    with: {known_country: home, known_phone: mobile, only_known: strict}
                    events: {verified: proven, no_phone: otherwise, failed: over, gave_up: over}
                  - {step: proven, back: never, events: {go_on: over}}
                  - {step: otherwise, back: never, events: {go_on: over}}
                  - {step: over, end: done}
                """,
            fields: "fields: {}",
            effects: "effects: {}"
        )
        texts.others = [Material.text("flows/phone-verification.yaml") ?? ""]
        return texts
    }()

    private static let code = AnswerPath("verify.sms_code")

    private func walk(_ bench: WalkBench, strict: String = "yes") throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("CZ", at: AnswerPath("home")) == .accepted)
        #expect(walk.answer("+420 601 123 456", at: AnswerPath("mobile")) == .accepted)
        #expect(walk.answer(strict, at: AnswerPath("strict")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "verify.number")
        return walk
    }

    private func bench() throws -> WalkBench { try WalkBench(WalkBench.Parts(texts: Self.texts)) }

    @Test func `what the flow knows stands there, and the code leads back to it`() throws {
        let bench = try bench()
        let walk = try walk(bench)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "verify.enter_code")
        #expect(bench.transport.letters.map(\.recipient) == ["+420601123456"])
        let code = try #require(walk.ownCode)
        #expect(walk.answer(code, at: Self.code) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "proven")
        #expect(walk.ownCode == nil)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test func `where only the known number will do another one is refused`() throws {
        let bench = try bench()
        let walk = try walk(bench)
        let number = AnswerPath("verify.phone")
        #expect(walk.answer("602 123 456", at: number) == .problem)
        #expect(walk.press("no_phone") == .moved)
        #expect(!walk.screen.buttons.contains { $0.event == "other_number" })
        #expect(walk.press("no_phone") == .moved)
        #expect(walk.screen.step == "otherwise")
        #expect(bench.transport.letters.isEmpty)
    }

    @Test func `where any number will do another one is proven`() throws {
        let bench = try bench()
        let walk = try walk(bench, strict: "no")
        #expect(walk.answer("602 123 456", at: AnswerPath("verify.phone")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(bench.transport.letters.map(\.recipient) == ["+420602123456"])
    }

    @Test func `a number gets three messages an hour, however many people ask for it`() throws {
        let bench = try bench()
        for _ in 0..<3 {
            #expect(try walk(bench).submit() == .moved)
            bench.clock.move(by: .minute)
        }
        let fourth = try walk(bench)
        // The step is entered, says that nothing went out, and when something may.
        #expect(fourth.submit() == .moved)
        #expect(fourth.state.unsent == .usedUp(readyAt: WalkBench.start + .hour))
        #expect(bench.transport.letters.count == 3)
        bench.clock.set(WalkBench.start + .hour)
        #expect(fourth.refresh())
        #expect(fourth.press("resend") == .moved)
        #expect(bench.transport.letters.count == 4)
    }

    @Test func `what all people share is used up for each, until the window lets one go`() throws {
        var texts = Self.texts
        texts.others = texts.others.map {
            $0.replacingOccurrences(of: "in_all: 1000", with: "in_all: 3")
        }
        let bench = try WalkBench(WalkBench.Parts(texts: texts))
        func ask(_ number: String) throws -> (Walk, WalkReply) {
            let walk = try walk(bench, strict: "no")
            #expect(walk.answer(number, at: AnswerPath("verify.phone")) == .accepted)
            return (walk, walk.submit())
        }
        for number in ["602 123 451", "602 123 452", "602 123 453"] {
            #expect(try ask(number).1 == .moved)
            bench.clock.move(by: .second)
        }
        let (fourth, reply) = try ask("602 123 454")
        #expect(reply == .moved)
        #expect(fourth.state.unsent == .usedUp(readyAt: WalkBench.start + .hour))
        #expect(bench.transport.letters.count == 3)
        bench.clock.set(WalkBench.start + .hour)
        #expect(fourth.refresh())
        #expect(fourth.press("resend") == .moved)
        #expect(bench.transport.letters.count == 4)
    }

    // T6: 200 guesses at once, several services, a restart in between.
    @Test func `of many codes that are typed at once five are answered at most`() throws {
        let bench = try bench()
        let first = try walk(bench)
        #expect(first.submit() == .moved)
        let right = try #require(first.ownCode)
        let wrong = bench.wrong(right)
        let id = first.sessionID
        let replies = Mutex<[WalkReply]>([])
        for _ in 0..<2 {
            let services = try (0..<4).map { _ in try bench.again() }
                .map { (engine: $0.engine, surroundings: $0.surroundings) }
            DispatchQueue.concurrentPerform(iterations: 100) { number in
                let service = services[number % services.count]
                guard let session = try? service.engine.load(id) else { return }
                let walk = Walk(
                    session,
                    engine: service.engine,
                    surroundings: service.surroundings
                )
                let reply = walk.answer(wrong, at: Self.code)
                replies.withLock { $0.append(reply) }
            }
        }
        let all = replies.withLock { $0 }
        #expect(all.count == 200)
        #expect(all.count { $0 == .problem } == 4)
        #expect(all.count { $0 == .moved } == 1)
        #expect(all.allSatisfy { [.problem, .moved, .refused].contains($0) })
        let last = try bench.resume(id)
        #expect(last.screen.step == "over")
        #expect(last.answer(right, at: Self.code) == .refused)
        #expect(try bench.engine.journalFinding(of: id) == nil)
    }

    @Test func `outside of a sandbox no code answers itself`() throws {
        let bench = try WalkBench(WalkBench.Parts(texts: Self.texts, isSandbox: false))
        let walk = try walk(bench)
        #expect(walk.submit() == .moved)
        #expect(walk.ownCode == nil)
    }
}
