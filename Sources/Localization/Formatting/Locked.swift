import CICUBridge

/// A value that one thread at a time can reach.
///
/// Not `Mutex`: when threads compete, Linux's kernel hands that one over, which the thread sanitizer
/// does not see, so that it reports races where there are none. `NSLock` would bring Foundation.
///
/// A class, since threads share it; unchecked, since `value` is only reached with `lock` held.
final class Locked<Value>: @unchecked Sendable {
    private let lock: OpaquePointer?
    private var value: Value

    init(_ value: sending Value) {
        lock = pf_lock_make()
        self.value = value
    }

    deinit {
        pf_lock_free(lock)
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pf_lock_take(lock)
        defer { pf_lock_give_back(lock) }
        return body(&value)
    }
}
