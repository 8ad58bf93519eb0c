import Flows

/// A way that a flow names and no generated path can take.
public struct ImpossibleEdge: Hashable, Sendable {
    /// Why it is never taken.
    public enum Reason: String, Hashable, Sendable {
        /// The step has a shorter timer, which leads away first.
        case laterTimer = "a shorter timer of the step is first"
        /// Nobody comes to the step so late that it could expire before its timer runs out.
        case timerFirst = "a timer of the step is always first"
        /// Back leads to a review only from a form that is complete, and a proof is complete by leaving the form.
        case verdict = "the form is complete only once it is left"
    }

    /// The way.
    public let edge: FlowEdge
    /// Why it is never taken.
    public let reason: Reason
}

extension ImpossibleEdge: CustomStringConvertible {
    /// The way and the reason, as reports name them.
    public var description: String { "\(edge): \(reason.rawValue)" }
}
