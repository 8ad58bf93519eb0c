/// Text that is being read: where it began, and the apostrophes in it that are not to be shown.
struct PendingText {
    let start: Int
    var skipped: [Int] = []

    init(at start: Int) { self.start = start }

    /// Adds what was read, where there is anything.
    func end(at end: Int, in bytes: [UInt8], _ nodes: inout [MessageTree.Node]) {
        guard start < end else { return }
        var rest = skipped[...]
        let places =
            skipped.isEmpty
            ? []
            : (start..<end).filter { place in
                guard rest.first == place else { return true }
                rest.removeFirst()
                return false
            }
        let shown = places.isEmpty ? Array(bytes[start..<end]) : places.map { bytes[$0] }
        nodes.append(
            .text(
                MessageTree.Text(
                    value: String(decoding: shown, as: UTF8.self),
                    range: start..<end,
                    places: places
                )
            )
        )
    }
}
