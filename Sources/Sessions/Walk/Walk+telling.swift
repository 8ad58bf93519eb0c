public import Flows
import Screens

/// What a walk's screen says about the last action, as codes.
extension Walk {
    /// What is wrong with what stands on the screen, by place.
    public var problems: [FieldProblem] {
        input.problems.map { path, problem in
            FieldProblem(field: path.field, item: path.item, reason: problem.reason)
        }
    }

    /// Why the last action was refused.
    public var refusal: Refusal? { input.refusal }
}
