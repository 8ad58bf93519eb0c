/// The largest that a value can be, as far as it is known at load.
indirect enum Bound: Sendable {
    /// A value of fixed size.
    case single
    /// A text of at most so many bytes.
    case text(bytes: Int)
    /// At most so many values, each within another bound.
    case items(count: Int, Bound)
    /// At most so many entries.
    case entries(count: Int, key: Bound, value: Bound)

    /// The bound of a declared type, with the length that was declared.
    init(of type: ExpressionType, length: Int? = nil) {
        let count = max(0, length ?? ExpressionLimits.assumedListLength)
        switch type {
        case .string:
            // A code point takes at most four bytes.
            let codePoints = max(0, length ?? ExpressionLimits.assumedTextLength)
            self = .text(bytes: Cost.times(codePoints, 4))
        case .list(let item): self = .items(count: count, Bound(of: item))
        case .map(let key, let value):
            self = .entries(count: count, key: Bound(of: key), value: Bound(of: value))
        case .record(let fields):
            let widest = fields.values.map { Bound(of: $0) }.max { $0.weight < $1.weight }
            self = .items(count: fields.count, widest ?? .single)
        case .bool, .int, .double, .timestamp, .duration, .null, .money, .nothing: self = .single
        }
    }

    /// The bound of a value that is known.
    init(of value: ExpressionValue) {
        switch value {
        case .string(let text): self = .text(bytes: text.utf8.count)
        case .list(let items):
            self = .items(count: items.count, Bound.widest(items.map(Bound.init)))
        case .map(let entries):
            self = .entries(
                count: entries.count,
                key: Bound.widest(entries.map { Bound(of: $0.key) }),
                value: Bound.widest(entries.map { Bound(of: $0.value) })
            )
        case .record(let record):
            let bounds = record.entries.map { Bound(of: $0.value) }
            self = .items(count: bounds.count, Bound.widest(bounds))
        case .null, .bool, .int, .double, .timestamp, .duration, .money: self = .single
        }
    }

    static func widest(_ bounds: [Bound]) -> Bound {
        bounds.reduce(.single) { $0.joined(with: $1) }
    }

    /// What comparing such a value with an equal one costs.
    var weight: Int {
        switch self {
        case .single: 1
        case .text(let bytes): Cost.walk(bytes)
        case .items(let count, let item): Cost.plus(1, Cost.times(count, Cost.plus(1, item.weight)))
        case .entries(let count, let key, let value):
            Cost.plus(
                1,
                Cost.times(
                    count,
                    Cost.plus(Cost.times(count, Cost.plus(1, key.weight)), value.weight)
                )
            )
        }
    }

    var bytes: Int {
        if case .text(let bytes) = self { bytes } else { 0 }
    }

    var count: Int {
        switch self {
        case .items(let count, _), .entries(let count, _, _): count
        case .single, .text: 0
        }
    }

    /// The bound of what stands inside: an item of a list, a value of a map.
    var item: Bound {
        switch self {
        case .items(_, let item): item
        case .entries(_, _, let value): value
        case .single, .text: .single
        }
    }

    /// The bound of what a macro runs over: an item of a list, a key of a map.
    var element: Bound {
        if case .entries(_, let key, _) = self { key } else { item }
    }

    /// A bound that covers this one and another.
    func joined(with other: Bound) -> Bound {
        switch (self, other) {
        case (.text(let left), .text(let right)): .text(bytes: max(left, right))
        case (.items(let left, let leftItem), .items(let right, let rightItem)):
            .items(count: max(left, right), leftItem.joined(with: rightItem))
        case (.entries(let left, let leftKey, let one), .entries(let right, let rightKey, let two)):
            .entries(
                count: max(left, right),
                key: leftKey.joined(with: rightKey),
                value: one.joined(with: two)
            )
        case (.single, _): other
        default: self
        }
    }
}
