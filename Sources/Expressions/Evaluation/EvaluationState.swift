/// What changes while a program runs.
struct EvaluationState {
    private(set) var stepsLeft: Int
    /// The macros that are running; `ExpressionLimits.macroNesting` knows no third.
    private var outer = Turn()
    private var inner = Turn()

    /// Where a macro is: its variable is not copied out of the items.
    private struct Turn {
        var items: [ExpressionValue] = []
        var index = 0
    }

    init(_ program: Program) { stepsLeft = ExpressionLimits.cost - program.nodes.count }

    /// How many steps were taken.
    var stepsTaken: Int { ExpressionLimits.cost - stepsLeft }

    /// Counts steps; whether so many were left.
    mutating func take(_ steps: Int) -> Bool {
        stepsLeft = Cost.plus(stepsLeft, -steps)
        return stepsLeft >= 0
    }

    func variable(_ depth: Int32) -> ExpressionValue {
        depth == 0 ? outer.items[outer.index] : inner.items[inner.index]
    }

    /// The value that a variable has under a name, if the variable is a record.
    func field(_ name: String, at place: Int32, ofVariable depth: Int32) -> ExpressionValue? {
        depth == 0
            ? outer.items[outer.index].field(name, at: place)
            : inner.items[inner.index].field(name, at: place)
    }

    /// Begins a macro over items.
    mutating func begin(_ depth: Int32, over items: [ExpressionValue]) {
        if depth == 0 { outer = Turn(items: items) } else { inner = Turn(items: items) }
    }

    /// Makes one of the items a macro's variable.
    mutating func turn(_ depth: Int32, to index: Int) {
        if depth == 0 { outer.index = index } else { inner.index = index }
    }
}

extension ExpressionValue {
    fileprivate func field(_ name: String, at place: Int32) -> ExpressionValue? {
        if case .record(let record) = self { record.value(name, near: Int(place)) } else { nil }
    }
}
