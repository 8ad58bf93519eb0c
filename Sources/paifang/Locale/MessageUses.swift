import Answers
import Documents
import Flows
import Localization

/// Where flows need messages.
struct MessageUses {
    /// One place.
    struct Use: Hashable {
        let flow: FlowName
        /// The steps on whose screens it can stand; empty where it can stand on any.
        let steps: [StepName]
        let place: SourceRange
        let arguments: [DemandedArgument]
    }

    private var uses: [MessageKey: [Use]] = [:]
    /// What is needed or allowed, whether another key comes before it or not.
    private var needed: Set<MessageKey> = []

    init(of project: Project) {
        let names = Set(project.flows.flows.map(\.name))
        for flow in project.flows.flows {
            let demands = MessageDemands.of(flow, among: names)
            for text in demands.required + demands.allowed {
                let keys = text.keys.map { MessageKey($0) }
                needed.formUnion(keys)
                // What is looked up first is what is shown.
                guard let key = keys.first(where: { project.catalogs.has($0) }) else { continue }
                let use = Use(
                    flow: flow.name,
                    steps: Self.steps(of: text, in: flow),
                    place: text.range,
                    arguments: text.arguments
                )
                uses[key, default: []].append(use)
            }
        }
        needed.formUnion(AnswerMessages.demanded.map { MessageKey($0.key) })
    }

    /// The places where a message is needed, in the order of the flows.
    subscript(key: MessageKey) -> [Use] { uses[key] ?? [] }

    /// Whether a flow, or the reading of answers, can show a message.
    func isNeeded(_ key: MessageKey) -> Bool { needed.contains(key) }

    /// The steps of a text, which its key names, or which ask its field.
    private static func steps(of text: DemandedText, in flow: FlowDefinition) -> [StepName] {
        for key in text.keys {
            let parts = key.split(separator: ".").map(String.init)
            guard parts.count > 2 else { continue }
            if parts[0] == flow.name.text, flow.step(StepName(parts[1])) != nil {
                return [StepName(parts[1])]
            }
            if parts[0] == "mail" || parts[0] == "sms" {
                return flow.steps.filter { step in step.sends.contains { $0.name.text == parts[1] }
                }
                .map(\.name)
            }
            let field = FieldName(parts[1])
            guard let slot = flow.fields.firstIndex(where: { $0.name == field }) else { continue }
            return flow.steps.filter { $0.asked.contains(slot) }.map(\.name)
        }
        return []
    }
}
