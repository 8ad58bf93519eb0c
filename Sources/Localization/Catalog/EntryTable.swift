/// Messages in the order of their file, each found by its key.
///
/// The entries hold their keys, and keys their hashes, so that beside the list there is but a table of places.
struct EntryTable: Sendable {
    /// The messages in order.
    private(set) var list: [Catalog.Entry] = []
    /// Where keys stand.
    ///
    /// The upper half of a key's hash above a place in the list, counted from 1; 0 where nothing is. Who does not find
    /// a free slot where its hash says goes on to the next; half of them are free at least.
    private var slots = [UInt64](repeating: 0, count: 2)

    init(_ entries: [Catalog.Entry] = []) {
        reserveCapacity(entries.count)
        for entry in entries { append(entry) }
    }

    /// The message of a key; `nil` where there is none.
    subscript(key: MessageKey) -> Catalog.Entry? { place(of: key).map { list[$0] } }

    /// Where the message of a key stands in the list; `nil` where there is none.
    func place(of key: MessageKey) -> Int? {
        let slot = slots[slot(of: key)]
        return slot == 0 ? nil : Self.place(slot)
    }

    /// Adds a message; the first of two with one key counts.
    mutating func append(_ entry: Catalog.Entry) {
        if 2 * (list.count + 1) > slots.count { spread(over: 2 * slots.count) }
        let free = slot(of: entry.key)
        guard slots[free] == 0 else { return }
        list.append(entry)
        slots[free] = Self.tag(entry.key) | UInt64(list.count)
    }

    /// Makes room for so many messages.
    mutating func reserveCapacity(_ count: Int) {
        list.reserveCapacity(count)
        var size = slots.count
        while size < 2 * count { size *= 2 }
        if size > slots.count { spread(over: size) }
    }

    private mutating func spread(over size: Int) {
        slots = [UInt64](repeating: 0, count: size)
        for (place, entry) in list.enumerated() {
            slots[slot(of: entry.key)] = Self.tag(entry.key) | UInt64(place + 1)
        }
    }

    /// The slot of a key, or the free one that would be its own.
    private func slot(of key: MessageKey) -> Int {
        let tag = Self.tag(key)
        var index = key.hash & (slots.count - 1)
        while true {
            let slot = slots[index]
            if slot == 0 { return index }
            if slot & ~0xFFFF_FFFF == tag, list[Self.place(slot)].key == key { return index }
            index = (index + 1) & (slots.count - 1)
        }
    }

    private static func place(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

    private static func tag(_ key: MessageKey) -> UInt64 {
        UInt64(truncatingIfNeeded: key.hash) & ~0xFFFF_FFFF
    }
}
