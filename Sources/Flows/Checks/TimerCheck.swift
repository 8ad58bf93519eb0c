import Documents

/// W33: the timers of a step run out at different times.
enum TimerCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        flow.definition.steps.flatMap { step in
            zip(step.timers, step.timers.dropFirst()).compactMap { first, second in
                guard first.after == second.after else { return nil }
                return Diagnostic(
                    "W33",
                    at: second.range,
                    "two timers of the step `\(step.name)` run out at the same time",
                    notes: ["the first in the file is taken, the other never"],
                    help: "leave one of them, or give it another time",
                    related: [.init(range: first.range, label: "the other timer")]
                )
            }
        }
    }
}
