import Flows
import Foundation
import Synchronization
import Testing

@testable import Sessions

/// Codes that are guessed where a link is opened on another device.
@Suite("Guesses")
struct GuessTests {
    @Test
    func `wrong codes are counted over restarts, and the fifth kills the link`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = try #require(first.codeForElsewhere)
        for number in 1...5 {
            let again = try bench.again()
            #expect(again.elsewhere(bench.wrong(code)).refusal == .wrongCode)
            #expect(try again.engine.read(first.sessionID).state.links.last?.wrongCodes == number)
        }
        #expect(bench.elsewhere(code).refusal == .tooManyTries)
        #expect(bench.elsewhere(nil).refusal == .tooManyTries)
        let holder = try bench.first(first.sessionID)
        #expect(holder.openLink(try bench.token()) == .refused)
        #expect(holder.refusal == .tooManyTries)
        bench.clock.move(by: .minute)
        #expect(holder.press("resend") == .moved)
        #expect(bench.elsewhere(holder.codeForElsewhere).walk != nil)
        #expect(try bench.engine.journalFinding(of: first.sessionID) == nil)
    }

    @Test
    func `the fifth may still be right`() throws {
        let bench = try WalkBench()
        let code = try #require(try bench.waiting().codeForElsewhere)
        for _ in 1...4 { #expect(bench.elsewhere(bench.wrong(code)).refusal == .wrongCode) }
        #expect(bench.elsewhere(code).walk != nil)
    }

    @Test(arguments: [FaultyStore.Fault.before, .after])
    func `nothing is said about a code that could not be counted`(fault: FaultyStore.Fault) throws {
        let bench = try WalkBench()
        let code = try #require(try bench.waiting().codeForElsewhere)
        for text in [bench.wrong(code), code] {
            bench.store.fail(atWrite: 1, fault)
            guard case .failed = bench.elsewhere(text) else {
                Issue.record("it was answered")
                return
            }
        }
    }

    // T6: 200 guesses at once, several services, a restart in between.
    @Test
    func `of many guesses at once five are judged at most`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = try #require(first.codeForElsewhere)
        let link = try bench.token()
        let wrong = bench.wrong(code)
        let replies = Mutex<[Refusal?]>([])
        for _ in 0..<2 {
            let services = try (0..<4).map { _ in try bench.again() }
                .map { (engine: $0.engine, surroundings: $0.surroundings) }
            DispatchQueue.concurrentPerform(iterations: 100) { number in
                let service = services[number % services.count]
                let reply = Walk.openElsewhere(
                    link,
                    code: wrong,
                    engine: service.engine,
                    surroundings: service.surroundings
                )
                replies.withLock { $0.append(reply.refusal) }
            }
        }
        let all = replies.withLock { $0 }
        #expect(all.count == 200)
        #expect(all.count { $0 == .wrongCode } == 5)
        #expect(
            all.allSatisfy { [.wrongCode, .tooManyTries, .stale].contains($0) },
            "\(Set(all.map { "\(String(describing: $0))" }))"
        )
        #expect(bench.elsewhere(code).refusal == .tooManyTries)
    }

    // T4: whoever is first holds it; the others are told that the link was used.
    @Test
    func `of many devices with the right code one goes on`() throws {
        let bench = try WalkBench()
        let code = try #require(try bench.waiting().codeForElsewhere)
        let link = try bench.token()
        let (engine, surroundings) = (bench.engine, bench.surroundings)
        let replies = Mutex<[Refusal?]>([])
        DispatchQueue.concurrentPerform(iterations: 64) { _ in
            let reply = Walk.openElsewhere(
                link,
                code: code,
                engine: engine,
                surroundings: surroundings
            )
            replies.withLock { $0.append(reply.refusal) }
        }
        let all = replies.withLock { $0 }
        #expect(all.count { $0 == nil } == 1)
        #expect(all.allSatisfy { [nil, .used, .stale].contains($0) })
    }
}
