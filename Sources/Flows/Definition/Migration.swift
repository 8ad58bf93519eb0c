public import Documents

/// Where people go who have begun an earlier version of the flow.
public struct Migration: Sendable {
    /// A step of the earlier version, and the one that its people go to.
    public struct Move: Sendable {
        /// The step's name in the earlier version.
        public var old: StepName
        /// The index of the step in this version.
        public var target: Int
        /// Where the flow names the earlier step.
        public var range: SourceRange
    }

    /// The earlier version.
    public var from: Int
    /// The moves, in file order; whoever stands at another step goes on under the old texts.
    public var moves: [Move]
    /// Where the version is named.
    public var range: SourceRange
}
