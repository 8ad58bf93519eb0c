/// Memory for values that grows, and is used again when it was cleared.
struct Bin<Value>: ~Copyable {
    private(set) var count = 0
    private var base: UnsafeMutablePointer<Value>
    private var capacity: Int

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    subscript(index: Int) -> Value {
        get {
            precondition(index >= 0 && index < count, "an index beyond the bin")
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count, "an index beyond the bin")
            base[index] = newValue
        }
    }

    mutating func append(_ value: Value) {
        reserve(1)
        (base + count).initialize(to: value)
        count += 1
    }

    /// Adds up to so many values, which somebody writes, and counts.
    mutating func extend(by most: Int, _ fill: (UnsafeMutablePointer<Value>) -> Int) {
        reserve(most)
        let added = fill(base + count)
        precondition(added >= 0 && count + added <= capacity)
        count += added
    }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        let wider = max(2 * capacity, count + more)
        let other = UnsafeMutablePointer<Value>.allocate(capacity: wider)
        other.moveInitialize(from: base, count: count)
        base.deallocate()
        base = other
        capacity = wider
    }

    mutating func clear() {
        base.deinitialize(count: count)
        count = 0
    }

    /// The values; good until there are more, or none.
    var row: Row<Value> { Row(UnsafePointer(base), count: count) }

    func row(_ range: Range<Int>) -> Row<Value> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Row(UnsafePointer(base + range.lowerBound), count: range.count)
    }
}
