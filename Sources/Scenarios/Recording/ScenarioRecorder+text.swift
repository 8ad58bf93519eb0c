import Documents
import Expressions
import Flows

extension ScenarioRecorder {
    /// The scenario file; all of what was recorded so far.
    public var text: String {
        var lines = [
            "# Recorded by paifang run --record; samples stand for what is personal or secret."
        ]
        lines.append("flow: \(flow)")
        if let given = player?.given {
            lines += [
                "given:", "  clock: \(ExpressionTimestamp(milliseconds: given.clock).text)",
                "  locale: \(PathText.scalar(locale))", "  zone: \(PathText.scalar(given.zone))",
            ]
            if !given.input.isEmpty {
                lines.append("  input: \(PathText.flow(Outcomes.object(given.input)))")
            }
            if !given.effects.isEmpty {
                lines.append("  effects: \(PathText.flow(Outcomes.written(given.effects)))")
            }
        }
        lines += ["scenarios:", "  recorded:"]
        let written = entries.flatMap(\.lines)
        lines += written.isEmpty ? ["    - then: {ended: false}"] : written.map { "    \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
