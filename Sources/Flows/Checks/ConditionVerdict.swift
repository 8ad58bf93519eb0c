import Documents

/// What was found out about conditions, and of which it was not found out whether they can go both ways.
struct ConditionVerdict {
    var findings: [Diagnostic]
    private(set) var undecided: [SourceRange] = []

    init(_ findings: [Diagnostic] = []) { self.findings = findings }

    /// That there are too many cases to say anything.
    static func undecided(_ condition: Condition) -> ConditionVerdict {
        var verdict = ConditionVerdict()
        verdict.undecided = [condition.range]
        return verdict
    }

    static func += (left: inout ConditionVerdict, right: ConditionVerdict) {
        left.findings += right.findings
        for place in right.undecided where !left.undecided.contains(place) {
            left.undecided.append(place)
        }
    }
}
