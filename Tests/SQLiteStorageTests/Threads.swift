import Foundation
import Synchronization

/// Runs the body on that many threads at once, and waits for all; the results stand in the order of the threads.
func onThreads<Value: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> Value
) -> [Value] {
    let results = Mutex<[Int: Value]>([:])
    let group = DispatchGroup()
    for index in 0..<count {
        group.enter()
        // Threads, since a concurrent queue has only as many as there are processors.
        Thread {
            let value = body(index)
            results.withLock { $0[index] = value }
            group.leave()
        }.start()
    }
    group.wait()
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
