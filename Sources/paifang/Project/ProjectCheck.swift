import Answers
import Dispatch
import Documents
import Flows
import Localization

/// Everything that is found in a project: in its files, and between flows and words.
struct ProjectCheck {
    let findings: [Diagnostic]

    init(_ project: Project) {
        let documents = DocumentCheck(
            flows: project.flows.flows,
            documents: project.documents,
            source: project.catalogs.source
        )
        let isSound = !project.problems.contains { $0.severity == .error }
        let (words, others) = SideBySide.both {
            LocaleChecks.check(
                catalogs: project.catalogs,
                demanded: Self.demanded(by: project.flows),
                isAllDemanded: project.flows.isWhole,
                descriptions: project.descriptions,
                glossary: project.glossary,
                perform: DispatchQueue.concurrentPerform
            )
            // Descriptions say which names stay as they are in every language.
            .filter { project.descriptions != nil || $0.code != "L101" }
        } _: {
            let states = StateCheck.findings(
                project.catalogs,
                project.states,
                documents: project.translations
            )
            // A scenario is held against sound flows only: what a broken one lacks is no mistake of it.
            return states + (isSound ? ScenarioFiles(of: project).problems : [])
        }
        findings =
            project.problems + documents.untranslated(into: project.languages) + words
            + (others ?? [])
    }

    /// Every message that is needed or allowed.
    private static func demanded(by flows: FlowProject) -> [DemandedMessage] {
        let demands = MessageDemands.of(flows)
        let place = flows.flows.first?.range ?? SourceRange.start(of: "flows")
        var arguments = NamedArguments()
        return demands.required.map { message($0, isOptional: false, &arguments) }
            + demands.allowed.map { message($0, isOptional: true, &arguments) }
            + AnswerMessages.demanded.map {
                DemandedMessage(
                    MessageKey($0.key),
                    arguments: $0.arguments,
                    at: place,
                    isGeneral: true
                )
            }
    }

    private static func message(
        _ text: DemandedText,
        isOptional: Bool,
        _ arguments: inout NamedArguments
    ) -> DemandedMessage {
        arguments.take(text.arguments)
        return DemandedMessage(
            MessageKey(text.keys[0]),
            or: text.keys.dropFirst().map { MessageKey($0) },
            arguments: arguments.kinds,
            choices: arguments.choices,
            at: text.range,
            isOptional: isOptional
        )
    }

    /// Arguments by name; those of one message are mostly those of the message before.
    private struct NamedArguments {
        private var taken: [DemandedArgument] = []
        private(set) var kinds: [String: MessageArgumentKind] = [:]
        private(set) var choices: [String: [String]] = [:]

        mutating func take(_ arguments: [DemandedArgument]) {
            guard arguments != taken else { return }
            taken = arguments
            kinds = [:]
            choices = [:]
            for argument in arguments {
                kinds[argument.name] = ProjectCheck.kind(of: argument.kind)
                if !argument.options.isEmpty { choices[argument.name] = argument.options }
            }
        }
    }

    private static func kind(of kind: DemandedArgument.Kind) -> MessageArgumentKind {
        switch kind {
        case .text: .text
        case .integer: .integer
        case .number: .number
        case .date: .date
        case .time: .time
        case .money: .money
        case .choice: .choice
        case .list: .list
        }
    }
}
