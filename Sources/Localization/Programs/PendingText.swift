/// Text that is being read: where it began, and the apostrophes in it that are not to be shown.
struct PendingText {
    let start: Int
    var skipped: [Int] = []

    init(at start: Int) { self.start = start }

    /// Adds what was read, where there is anything.
    func end(at end: Int, in bytes: [UInt8], _ nodes: inout [MessageTree.Node]) {
        guard start < end else { return }
        let range = start..<end
        guard !skipped.isEmpty else {
            let value = String(decoding: bytes[range], as: UTF8.self)
            return nodes.append(.text(MessageTree.Text(value: value, range: range, places: [])))
        }
        var rest = skipped[...]
        let places = range.filter { place in
            guard rest.first == place else { return true }
            rest.removeFirst()
            return false
        }
        // Apostrophes alone quote nothing, and are text as they stand.
        let shown = places.isEmpty ? Array(bytes[range]) : places.map { bytes[$0] }
        let value = String(decoding: shown, as: UTF8.self)
        nodes.append(.text(MessageTree.Text(value: value, range: range, places: places)))
    }
}
