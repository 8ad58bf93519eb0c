import Documents

/// W31: what the flow lists as its fields is asked somewhere.
enum UnusedFieldCheck {
    static func run(_ flow: CheckedFlow, besides reported: Set<Int>) -> [Diagnostic] {
        let asked = Set(flow.definition.steps.flatMap(\.asked))
        return flow.definition.fields.enumerated().compactMap { slot, field in
            guard field.origin == .asked, !asked.contains(slot), !reported.contains(slot) else {
                return nil
            }
            return Diagnostic(
                "W31",
                at: field.range,
                "the field `\(field.name)` is never asked",
                help: "ask it in a step, or take it out"
            )
        }
    }
}
