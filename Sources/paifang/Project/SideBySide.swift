import Dispatch
import Synchronization

/// Does several things at once, on as many cores as there are, and waits for all of them.
enum SideBySide {
    /// What is made of each item, in the order of the items.
    static func map<Item: Sendable, Made: Sendable>(
        _ items: [Item],
        _ make: @Sendable (Item) -> Made
    ) -> [Made] {
        let made = Mutex([Made?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let one = make(items[index])
            made.withLock { $0[index] = one }
        }
        return made.withLock { $0.compactMap(\.self) }
    }
}
