/// Which messages the flows of a project need: every key follows from a name in a flow.
///
/// Overview: no text stands in a flow file, and no key either. So coverage and unused keys are exact.
///
/// What is not here: the words of front ends, such as the label of Back, and the reasons of answers that
/// a type can't take, such as `error.date.no_such_day`.
public struct MessageDemands: Sendable {
    /// The messages that must be there: one of the keys of each.
    public let required: [DemandedText]
    /// The messages that are shown where they are there.
    public let allowed: [DemandedText]

    /// The demands of all flows, in the order of the files; what several flows need stands once, with the
    /// arguments that all of them give.
    public static func of(_ project: FlowProject) -> MessageDemands {
        let names = Set(project.flows.map(\.name))
        let each = project.flows.map { of($0, among: names) }
        return MessageDemands(
            required: merged(each.flatMap(\.required)),
            allowed: merged(each.flatMap(\.allowed))
        )
    }

    /// The demands of one flow among others of these names.
    public static func of(_ flow: FlowDefinition, among names: Set<FlowName>) -> MessageDemands {
        var demands = FlowDemands(flow: flow, flowNames: names)
        demands.collect()
        return MessageDemands(required: demands.required, allowed: demands.allowed)
    }

    private static func merged(_ texts: [DemandedText]) -> [DemandedText] {
        var places: [[String]: Int] = [:]
        var merged: [DemandedText] = []
        for text in texts {
            guard let place = places[text.keys] else {
                places[text.keys] = merged.count
                merged.append(text)
                continue
            }
            let first = merged[place]
            merged[place] = DemandedText(
                keys: first.keys,
                arguments: first.arguments.filter(text.arguments.contains),
                range: first.range
            )
        }
        return merged
    }
}
