/// What changes while a program runs.
struct EvaluationState {
    private(set) var stepsLeft: Int
    /// The variables of the macros that are running; `ExpressionLimits.macroNesting` knows no third.
    private var outer = ExpressionValue.null
    private var inner = ExpressionValue.null

    init(_ program: Program) { stepsLeft = ExpressionLimits.cost - program.nodes.count }

    /// How many steps were taken.
    var stepsTaken: Int { ExpressionLimits.cost - stepsLeft }

    /// Counts steps; whether so many were left.
    mutating func take(_ steps: Int) -> Bool {
        stepsLeft = Cost.plus(stepsLeft, -steps)
        return stepsLeft >= 0
    }

    func variable(_ depth: Int32) -> ExpressionValue { depth == 0 ? outer : inner }

    /// The value that a variable has under a name, if the variable is a record.
    func field(_ name: String, at place: Int32, ofVariable depth: Int32) -> ExpressionValue? {
        guard case .record(let record) = depth == 0 ? outer : inner else { return nil }
        return record.value(name, near: Int(place))
    }

    mutating func set(_ depth: Int32, to value: ExpressionValue) {
        if depth == 0 { outer = value } else { inner = value }
    }
}
