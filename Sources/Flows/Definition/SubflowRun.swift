public import Documents

/// One place of a flow where another flow is run as a part of it.
///
/// The steps and fields of the sub-flow are steps and fields of the caller, under names that begin with the
/// name of the step that runs it: `verify.enter_code`. Its words stay its own.
public struct SubflowRun: Sendable {
    /// A value that the caller hands over.
    public struct Input: Sendable {
        /// The slot of the sub-flow's input.
        public var slot: Int
        /// The slot of the caller it is taken from; `nil` where the input keeps its default, or is written out.
        public var source: Int?
        /// The value that is written out.
        public var value: FieldValue?
        /// Where the caller names it.
        public var range: SourceRange
    }

    /// The step that runs it, by its index.
    public var step: Int
    /// The flow that is run.
    public var flow: FlowName
    /// What the names of its steps and fields begin with, such as `verify.`.
    public var prefix: String
    /// The indices of its steps.
    public var steps: Range<Int>
    /// Its slots.
    public var slots: Range<Int>
    /// Its inputs.
    public var inputs: [Input]
    /// The slots that keep their value from one run to the next: given by an effect that is called once.
    public var keptSlots: Set<Int>
    /// Where the caller names the flow.
    public var range: SourceRange
}

extension FlowDefinition {
    /// The steps by which somebody signs in, where the flow needs an account.
    public var signInSteps: Range<Int> {
        runs.first { $0.step == 0 && $0.flow == "sign-in" }?.steps ?? 0..<0
    }

    /// The steps that stand in the flow's own file.
    public var ownSteps: Range<Int> {
        0..<(runs.map(\.steps.lowerBound).min() ?? steps.count)
    }

    /// The slots that belong to the flow itself, and not to one that it runs.
    public var ownSlots: Range<Int> {
        0..<(runs.map(\.slots.lowerBound).min() ?? fields.count)
    }

    /// The run that a name belongs to, by its prefix; `nil` for a name of the flow itself.
    public func run(of name: String) -> SubflowRun? {
        runs.last { name.hasPrefix($0.prefix) }
    }

    /// The flow that a step, field or effect comes from, and its name there.
    public func origin(of name: String) -> (flow: FlowName, name: String) {
        guard let run = run(of: name) else { return (self.name, name) }
        return (run.flow, String(name.dropFirst(run.prefix.count)))
    }

    /// The key of words that belong to a step or a field: `<flow>.<name>`, in the flow it comes from.
    public func key(of name: String) -> String {
        let (flow, name) = origin(of: name)
        return "\(flow).\(name)"
    }
}
