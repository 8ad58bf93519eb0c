/// Named values: an item of a list field, a consent.
///
/// A name has a place, so that an expression that knows the names at load need not look for one. Records
/// are the same if they have the same values under the same names, in whatever order.
public struct ExpressionRecord: Sendable {
    private let names: [String]
    private let values: [ExpressionValue?]

    /// Makes a record.
    ///
    /// It is read fastest where the names are ascending and complete: all names that its type has.
    ///
    /// - Parameters:
    ///   - names: The names, each once.
    ///   - values: As many values; a name whose value is `nil` is absent.
    public init(names: [String], values: [ExpressionValue?]) {
        self.names = names
        self.values = values
    }

    /// Makes a record of the values under their names.
    public init(_ fields: [String: ExpressionValue]) {
        let sorted = fields.sorted { $0.key < $1.key }
        self.init(names: sorted.map(\.key), values: sorted.map(\.value))
    }

    /// The values that are there, in the order of their names.
    public var entries: [(name: String, value: ExpressionValue)] {
        zip(names, values)
            .compactMap { name, value in value.map { (name, $0) } }
            .sorted { $0.0 < $1.0 }
    }

    /// How many values are there.
    var count: Int { values.count { $0 != nil } }

    /// The value under a name, which probably stands at a place; `nil` where it is absent.
    @inline(__always)
    func value(_ name: String, near place: Int = 0) -> ExpressionValue? {
        if place < names.count, names[place] == name {
            return place < values.count ? values[place] : nil
        }
        guard let place = names.firstIndex(of: name), place < values.count else { return nil }
        return values[place]
    }
}

extension ExpressionRecord: ExpressibleByDictionaryLiteral {
    /// Makes a record of names and values that are written down; of a name twice, the last value counts.
    public init(dictionaryLiteral fields: (String, ExpressionValue)...) {
        self.init(Dictionary(fields, uniquingKeysWith: { $1 }))
    }
}

extension ExpressionRecord: Hashable {
    /// Whether two records have the same values under the same names.
    public static func == (left: ExpressionRecord, right: ExpressionRecord) -> Bool {
        left.count == right.count && left.entries.allSatisfy { right.value($0.name) == $0.value }
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        for (name, value) in entries {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}
