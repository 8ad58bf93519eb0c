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

    /// Makes two things at once, of which the first may be made side by side in itself.
    ///
    /// What is done within ``map(_:_:)`` can't be: threads are not shared out twice.
    static func both<One: Sendable, Other: Sendable>(
        _ one: () -> One,
        _ other: @Sendable () -> Other
    ) -> (One, Other?) {
        let made = Slot<Other>()
        let first = withoutActuallyEscaping(other) { other in
            let group = DispatchGroup()
            DispatchQueue.global(qos: .userInitiated).async(group: group) {
                made.value.withLock { $0 = other() }
            }
            defer { group.wait() }
            return one()
        }
        return (first, made.value.withLock(\.self))
    }

    private final class Slot<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
