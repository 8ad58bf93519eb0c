/// Values side by side in memory that somebody else holds, looked at without counting references.
///
/// Good for as long as its holder is there: a ``TextDraft`` until the next text, or ``HeldTexts``.
struct Row<Element>: RandomAccessCollection {
    let count: Int
    private let base: UnsafePointer<Element>

    init(_ base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    /// Values of a table that is there as long as the program, in memory of their own.
    init(keeping values: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count + 1)
        _ = memory.initialize(fromContentsOf: values)
        // There is always room for one.
        base = UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
        count = values.count
    }

    /// Gives the memory of ``init(keeping:)`` back after all.
    func deallocate() {
        let values = UnsafeMutablePointer(mutating: base)
        values.deinitialize(count: count)
        values.deallocate()
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    /// The value at an index, which must be one of the row's.
    subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index beyond the row")
        return base[index]
    }

    /// Where a value stands.
    func address(of index: Int) -> UnsafePointer<Element> {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index beyond the row")
        return base + index
    }

    func makeIterator() -> UnsafeBufferPointer<Element>.Iterator { buffer.makeIterator() }

    /// The values as memory.
    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}

/// What never changes may be looked at by several cores.
extension Row: @unchecked Sendable where Element: Sendable {}
