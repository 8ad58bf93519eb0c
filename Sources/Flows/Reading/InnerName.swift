/// A name that a flow has that is run, and the flow that runs it has not: of what is run only the outcome is known.
package struct InnerName {
    /// The name in the flow that is run; `nil` for the step that runs it.
    let name: String?
    let flow: String
    let step: String

    /// What it is.
    package var message: String {
        guard let name else { return "`\(step)` is the step that runs `\(flow)`, and no value" }
        return "`\(name)` belongs to the flow `\(flow)`, which `\(step)` runs"
    }

    /// Why it can't be had.
    package static let note = "of a flow that is run only the outcome is known"

    /// What to do.
    package var help: String {
        "let `\(flow)` itself decide by it or give it to the host, and go on by the outcome"
    }

    /// Looks whether a flow that is run at a step has a name: a field's by itself, or behind the name of the step.
    init?(_ text: String, in flow: String, runAt step: String, hasField: (String) -> Bool) {
        let isBehind = text.hasPrefix(step + ".")
        let field = isBehind ? String(text.dropFirst(step.count + 1)) : text
        guard text == step || isBehind || hasField(field) else { return nil }
        name = text == step ? nil : field
        self.flow = flow
        self.step = step
    }
}

extension FlowReader {
    /// What a flow that is run here has under a name.
    func inner(_ name: String) -> InnerName? {
        parts.lazy.filter { $0.caller?.part == current }.compactMap { run in
            let step = run.prefix.dropFirst(part.prefix.count).dropLast()
            return InnerName(name, in: run.flow, runAt: String(step)) {
                run.slotByName[$0] != nil
            }
        }.first
    }
}

extension FlowDefinition {
    /// What a flow has under a name that is run beside a step.
    package func inner(_ name: String, besides step: StepName) -> InnerName? {
        let prefix = run(of: step.text)?.prefix ?? ""
        return runs.lazy.compactMap { run in
            let step = run.prefix.dropFirst(prefix.count).dropLast()
            guard run.prefix.hasPrefix(prefix), !step.isEmpty, !step.contains(".") else {
                return nil
            }
            return InnerName(name, in: run.flow.text, runAt: String(step)) { field in
                self.fields[run.slots].contains { $0.name.text == run.prefix + field }
            }
        }.first
    }
}
