public import Flows

/// One way from a step to a step, with what makes a walk take it.
public struct FlowEdge: Hashable, Sendable {
    /// Why a way is taken; a branch counts from 0, and `nil` is what is left when none holds.
    public enum Cause: Hashable, Sendable {
        /// A form, a review or a branch goes on.
        case next(branch: Int?)
        /// An event of the step.
        case event(EventName, branch: Int?)
        /// The time of the step is up, this many milliseconds after entering.
        case timer(after: Int64)
        /// The last wrong answer was given.
        case attempts
        /// Nobody touched the session.
        case expiry
        /// The person goes back.
        case back
        /// A review's answer is changed.
        case change
    }

    /// Where it begins.
    public let from: StepName
    /// Why it is taken.
    public let cause: Cause
    /// Where it leads; `nil` where the step is not left.
    public let to: StepName?

    /// Makes an edge.
    public init(from: StepName, cause: Cause, to: StepName?) {
        self.from = from
        self.cause = cause
        self.to = to
    }
}

extension FlowEdge: CustomStringConvertible {
    /// The edge as reports name it, such as `check_mail: confirmed → personal`.
    public var description: String { "\(from): \(cause) → \(to?.text ?? "stay")" }
}

extension FlowEdge.Cause: CustomStringConvertible {
    /// The cause as reports name it; branches count from 1 there.
    public var description: String {
        switch self {
        case .next(let branch): "next\(Self.suffix(branch))"
        case .event(let name, let branch): "\(name)\(Self.suffix(branch))"
        case .timer(let after): "after \(DurationText.text(of: after))"
        case .attempts: "last attempt"
        case .expiry: "expires"
        case .back: "back"
        case .change: "change"
        }
    }

    private static func suffix(_ branch: Int?) -> String { branch.map { " if \($0 + 1)" } ?? "" }
}
