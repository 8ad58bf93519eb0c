public import Documents

/// One way that a walk has gone, for whoever counts which ways are gone.
public struct Passage: Hashable, Sendable {
    /// What led on.
    public enum Way: Hashable, Sendable {
        /// The walk began.
        case beginning
        /// A route that stands at this place, by the branch of this index; behind the last stands `else`.
        case route(SourceRange, branch: Int)
        /// A timer of the step ran out: its shortest, since the step is left by it.
        case timer
        /// Nobody had touched the walk for too long.
        case expiry
        /// One wrong answer too many.
        case attempts
        /// Back, or a change from a review.
        case back
    }

    /// The index of the step it led away from.
    public let from: Int
    /// What led on.
    public let way: Way
    /// The index of the step that was entered; the same as ``from`` where the walk stayed.
    public let to: Int

    init(from: Int, way: Way, to: Int) {
        self.from = from
        self.way = way
        self.to = to
    }
}

/// What came of a condition of something that may go out, for whoever counts which conditions were met.
public struct SendVerdict: Hashable, Sendable {
    /// Where the condition stands.
    public let range: SourceRange
    /// Whether it held.
    public let isHeld: Bool

    init(range: SourceRange, isHeld: Bool) {
        self.range = range
        self.isHeld = isHeld
    }
}
