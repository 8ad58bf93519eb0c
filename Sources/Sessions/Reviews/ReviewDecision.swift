/// What a reviewer has decided about a case.
public enum ReviewDecision: Sendable, Hashable, Codable {
    /// What was shown proves what it must.
    case approved
    /// It does not: a reason of the list that the flow names, and perhaps words of the reviewer's own.
    case refused(reason: String, remark: String)
    /// An answer to what was asked.
    case answered(String)

    /// The name of the effect that a flow asks it by.
    var effect: String {
        switch self {
        case .approved, .refused: "read_review"
        case .answered: "read_reply"
        }
    }
}

extension ReviewDecision: CustomStringConvertible, CustomReflectable {
    /// Which decision it is; no word of the reviewer's.
    public var description: String {
        switch self {
        case .approved: "approved"
        case .refused: "refused"
        case .answered: "replied"
        }
    }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
