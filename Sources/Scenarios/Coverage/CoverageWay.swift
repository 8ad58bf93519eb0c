/// A way from a step to another, as pictures of a flow name it.
public struct CoverageWay: Sendable, Hashable {
    /// The step it leaves; `nil` for the way that leads from any step.
    public let from: String?
    /// The event's name, or `next`, `after`, `attempts` or `expires`.
    public let event: String
    /// Which of the branches of its event it is, from 0, `else` last; `nil` where there are none.
    public let branch: Int?
    /// The step it leads to; the same where the walk stays.
    public let to: String
}
