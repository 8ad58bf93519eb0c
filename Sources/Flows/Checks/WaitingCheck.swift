import Documents

/// W30: a walk that waits for somebody or something ends some day.
enum WaitingCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        guard flow.definition.expiry == nil else { return [] }
        return flow.definition.steps.compactMap { step in
            switch step.kind {
            case .waiting, .call:
                guard step.timers.isEmpty else { return nil }
                return Diagnostic(
                    "W30",
                    at: step.range,
                    "the step `\(step.name)` may wait for ever",
                    help: "add `after: {24h: <step>}`, or `expires` to the flow"
                )
            case .form, .review, .branch, .end:
                return nil
            }
        }
    }
}
