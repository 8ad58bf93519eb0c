import Documents

/// One flow file as a part of the flow that is read: the flow itself, or one that it runs.
struct FlowPart {
    let root: DocumentNode
    let source: SourceText
    /// The name of the flow.
    let flow: String
    /// What the names of its steps and fields begin with in the whole flow; empty for the flow itself.
    var prefix = ""
    /// The part and the step that run it.
    var caller: (part: Int, step: Int)?
    /// The index of its first step.
    var firstStep = 0
    /// Its steps.
    var nodes: [DocumentNode] = []
    var firstSlot = 0
    var slotCount = 0
    var slotByName: [String: Int] = [:]
    var stepByName: [String: Int] = [:]
    /// Where every step's name stands.
    var stepPlaces: [String: SourceRange] = [:]
    /// The names of the effects it calls, each once, in file order.
    var calledEffects: [String] = []
    var constants: [FlowReader.Constant] = []

    init(root: DocumentNode, source: SourceText, flow: String) {
        self.root = root
        self.source = source
        self.flow = flow
    }

    /// The ways in which it ends, each once, in file order.
    var outcomes: [Word] {
        var seen: Set<String> = []
        return nodes.compactMap { node -> Word? in
            guard let end = node["end"], let name = node["step"], let text = name.text else {
                return nil
            }
            guard let outcome = end.text, !outcome.isEmpty else {
                return Word(text: text, range: name.range)
            }
            return Word(text: outcome, range: end.range)
        }.filter { seen.insert($0.text).inserted }
    }
}
