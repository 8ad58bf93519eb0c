/// What changes while a program runs.
struct EvaluationState {
    private(set) var stepsLeft: Int
    /// The variables of the macros that are running, the outer one first.
    private var variables: [ExpressionValue] = []

    init(_ program: Program) { stepsLeft = ExpressionLimits.cost - program.nodes.count }

    /// How many steps were taken.
    var stepsTaken: Int { ExpressionLimits.cost - stepsLeft }

    /// Counts steps; whether so many were left.
    mutating func take(_ steps: Int) -> Bool {
        stepsLeft = Cost.plus(stepsLeft, -steps)
        return stepsLeft >= 0
    }

    func variable(_ depth: Int32) -> ExpressionValue { variables[Int(depth)] }

    mutating func set(_ depth: Int32, to value: ExpressionValue) {
        if variables.count > Int(depth) {
            variables[Int(depth)] = value
        } else {
            variables.append(value)
        }
    }
}
