import Flows
import Foundation

/// The wallet sign-up, walked by one person for whom all goes well: 13 events.
///
/// What a host has in its hands before it asks the machine is made before the clock runs: the event with the
/// answers as they were read, the time, the hashes of new tokens. What stands behind the machine is not
/// measured: reading answers, the world's formats, storing.
enum MachineBenchmarks {
    static func run() {
        do {
            let machine = try WalletWalk.machine()
            let walk = try WalletWalk.record(machine)
            steps(machine, walk)
            kinds(machine, walk)
            beside(machine, walk)
            try memory(machine)
        } catch {
            print("machine: \(error)")
        }
    }

    /// The same walk 200 times and nothing beside it, for a profiler that counts instructions.
    static func walks() {
        do {
            let machine = try WalletWalk.machine()
            let walk = try WalletWalk.record(machine)
            repeatWalk(machine, walk, times: 1)
            repeatWalk(machine, walk, times: 200)
            print("{\"steps\": \(201 * walk.inputs.count)}")
        } catch {
            print("walks: \(error)")
        }
    }

    /// A function of its own, so that a profiler can begin and end with it.
    @inline(never)
    private static func repeatWalk(_ machine: FlowMachine, _ walk: WalletWalk, times: Int) {
        for _ in 0..<times {
            var state = walk.start
            for index in walk.inputs.indices {
                guard walk.advance(machine, in: &state, at: index) != nil else { return }
            }
        }
    }

    private static func steps(_ machine: FlowMachine, _ walk: WalletWalk) {
        var seen = 0
        let count = Double(walk.inputs.count)
        // A host that gives its state away and goes on with the new one.
        let given = Figure.measure(times: 200, rounds: 100) {
            var state = walk.start
            for index in walk.inputs.indices {
                guard let reaction = walk.advance(machine, in: &state, at: index) else { return }
                seen &+= reaction.outputs.count
            }
            seen &+= state.visit
        }
        Figure(name: "machine.walletStep", nanoseconds: given / count).report()
        // A host that keeps the old state until the new one is saved.
        let kept = Figure.measure(times: 200, rounds: 100) {
            var state = walk.start
            for index in walk.inputs.indices {
                let old = state
                guard let advance = walk.advance(machine, state, at: index) else { return }
                seen &+= advance.outputs.count &+ old.visit
                state = advance.state
                withExtendedLifetime(old) {}
            }
            seen &+= state.visit
        }
        Figure(name: "machine.walletStep.oldStateKept", nanoseconds: kept / count).report()
        precondition(seen > 0, "the optimizer must not drop what is measured")
    }

    /// Each event by itself, from a state that is kept.
    private static func kinds(_ machine: FlowMachine, _ walk: WalletWalk) {
        var seen = 0
        for index in walk.inputs.indices {
            let one = Figure.measure(times: 200, rounds: 100) {
                let advance = walk.advance(machine, walk.before[index], at: index)
                seen &+= advance?.state.visit ?? 0
            }
            Figure(name: "machine.wallet.\(walk.inputs[index].name)", nanoseconds: one).report()
        }
        precondition(seen > 0, "the optimizer must not drop what is measured")
    }

    /// What a host asks of the machine besides.
    private static func beside(_ machine: FlowMachine, _ walk: WalletWalk) {
        var seen = 0
        let begin = Figure.measure(times: 200, rounds: 100) {
            let begun = try? machine.begin(
                input: [:],
                locale: "en",
                zone: "Europe/Prague",
                now: WalletWalk.start,
                fresh: Fresh()
            )
            seen &+= begun?.state.visit ?? 0
        }
        Figure(name: "machine.begin", nanoseconds: begin).report()
        let counting = Figure.measure(times: 200, rounds: 100) {
            seen &+= machine.sendCounts(for: walk.inputs[0].event, in: walk.start).count
        }
        Figure(name: "machine.sendCounts", nanoseconds: counting).report()
        if let password = machine.definition.field("payment_password") {
            let rules = Figure.measure(times: 200, rounds: 100) {
                let broken = try? machine.rules.problems(
                    withSecret: "271828",
                    of: password,
                    state: walk.start,
                    now: WalletWalk.start
                )
                seen &+= broken == [] ? 1 : 0
            }
            Figure(name: "machine.passwordRules", nanoseconds: rules).report()
        }
        precondition(seen > 0, "the optimizer must not drop what is measured")
    }

    /// What a session takes in memory while the person looks at the review, all answers given.
    private static func memory(_ machine: FlowMachine) throws {
        let count = 20_000
        // What is set up once, such as the first pages of the allocator, belongs to no session.
        var sessions = [try WalletWalk.session(machine, number: 0)]
        sessions.reserveCapacity(count + 1)
        let before = try residentBytes()
        for number in 1...count { sessions.append(try WalletWalk.session(machine, number: number)) }
        let after = try residentBytes()
        precondition(sessions.allSatisfy { $0.outcome == nil }, "they are alive")
        Figure.report("machine.sessionAtReview", bytes: Double(after - before) / Double(count))
        let size = Double(MemoryLayout<FlowState>.stride)
        Figure.report("machine.sessionAtReview.inline", bytes: size)
    }

    /// The memory of this process that is really there.
    private static func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }
}
