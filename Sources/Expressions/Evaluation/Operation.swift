/// What a node does, grouped by what it gives.
///
/// Holds numbers only, so that reading one counts no references.
enum Operation: Sendable {
    case load(Load)
    case conditional(NodeIndex, NodeIndex, NodeIndex)
    case condition(ConditionOperation)
    case integer(IntegerOperation)
    case real(RealOperation)
    case text(TextOperation)
    case timestamp(TimestampOperation)
    case duration(DurationOperation)
    case money(MoneyOperation)
    case collection(CollectionOperation)
}

/// Fetches a value that is there already.
enum Load: Sendable {
    case constant(Int32)
    case slot(Int32, name: Int32)
    /// The variable of a macro: 0 for the outer, 1 for the inner.
    case variable(Int32)
    /// `place` is where a record of the declared type has the name.
    case field(of: NodeIndex, name: Int32, place: Int32)
    case item(of: NodeIndex, at: NodeIndex)
    case entry(of: NodeIndex, key: NodeIndex)
    case now, today, locale
}

enum ConditionOperation: Sendable {
    case isSet(slot: Int32)
    case hasField(of: NodeIndex, name: Int32, place: Int32)
    case not(NodeIndex)
    case every(Children)
    case some(Children)
    case compare(Relation, ValueKind, NodeIndex, NodeIndex)
    case isItem(NodeIndex, of: NodeIndex)
    case isKey(NodeIndex, of: NodeIndex)
    case startsWith(NodeIndex, NodeIndex)
    case endsWith(NodeIndex, NodeIndex)
    case contains(NodeIndex, NodeIndex)
    case matches(NodeIndex, pattern: Int32)
    case luhn(NodeIndex)
    case loop(Loop)
}

/// A macro over the items of a list or the keys of a map.
struct Loop: Sendable {
    enum Quantifier: String, Sendable {
        case all
        case exists
        case existsOne = "exists_one"
    }

    let quantifier: Quantifier
    let target: NodeIndex
    let variable: Int32
    let body: NodeIndex
    /// How many nodes the body has: what one turn costs.
    let bodySize: Int32
}

enum Relation: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    init?(_ symbol: BinaryOperator) {
        switch symbol {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        case .isIn, .add, .subtract, .multiply, .divide, .remainder: return nil
        }
    }

    var isEquality: Bool { self == .equal || self == .notEqual }

    @inline(__always)
    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

enum Arithmetic: Sendable {
    case add, subtract, multiply, divide, remainder

    init?(_ symbol: BinaryOperator) {
        switch symbol {
        case .add: self = .add
        case .subtract: self = .subtract
        case .multiply: self = .multiply
        case .divide: self = .divide
        case .remainder: self = .remainder
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: return nil
        }
    }
}

enum IntegerOperation: Sendable {
    case negate(NodeIndex)
    case arithmetic(Arithmetic, NodeIndex, NodeIndex)
    case textSize(NodeIndex)
    case collectionSize(NodeIndex)
    case fromReal(NodeIndex)
    case fromText(NodeIndex)
    case fromTimestamp(NodeIndex)
    /// A part of a moment, in UTC or in the zone that the second node names.
    case part(TimePart, NodeIndex)
    case zonedPart(TimePart, NodeIndex, zone: NodeIndex)
    case durationPart(TimePart, NodeIndex)
    case elapsed(CalendarUnit, since: NodeIndex)
}

enum RealOperation: Sendable {
    case negate(NodeIndex)
    case add(NodeIndex, NodeIndex)
    case subtract(NodeIndex, NodeIndex)
    case multiply(NodeIndex, NodeIndex)
    case divide(NodeIndex, NodeIndex)
    case fromInteger(NodeIndex)
    case fromText(NodeIndex)
}

enum TextOperation: Sendable {
    case concatenate(NodeIndex, NodeIndex)
    case fromBool(NodeIndex)
    case fromInteger(NodeIndex)
    case fromReal(NodeIndex)
    case fromTimestamp(NodeIndex)
    case fromDuration(NodeIndex)
}

enum TimestampOperation: Sendable {
    case add(NodeIndex, NodeIndex)
    case subtract(NodeIndex, NodeIndex)
    case fromText(NodeIndex)
    case fromInteger(NodeIndex)
    case monthEnd(NodeIndex)
}

enum DurationOperation: Sendable {
    case add(NodeIndex, NodeIndex)
    case subtract(NodeIndex, NodeIndex)
    case between(NodeIndex, NodeIndex)
    case fromText(NodeIndex)
}

enum MoneyOperation: Sendable {
    case add(NodeIndex, NodeIndex)
    case subtract(NodeIndex, NodeIndex)
}

enum CollectionOperation: Sendable {
    case list(Children)
    /// Keys and values in turn.
    case map(Children)
    case concatenate(NodeIndex, NodeIndex)
}

/// A part of a moment or a length of time, by the function that gives it.
enum TimePart: String, Sendable {
    case fullYear = "getFullYear"
    case month = "getMonth"
    case date = "getDate"
    case dayOfMonth = "getDayOfMonth"
    case dayOfWeek = "getDayOfWeek"
    case dayOfYear = "getDayOfYear"
    case hours = "getHours"
    case minutes = "getMinutes"
    case seconds = "getSeconds"
    case milliseconds = "getMilliseconds"

    /// Whether a length of time has such a part.
    var isOfDuration: Bool {
        switch self {
        case .hours, .minutes, .seconds, .milliseconds: true
        case .fullYear, .month, .date, .dayOfMonth, .dayOfWeek, .dayOfYear: false
        }
    }
}

/// A unit of the calendar, by the function that counts it.
enum CalendarUnit: String, Sendable {
    case years, months, days
}
