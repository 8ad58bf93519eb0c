import Answers
public import Flows
public import Localization
import Screens
public import Sessions

/// What scenarios are played in: the flows, the words, and what is known about the world.
///
/// A class, so that every walk holds it without copying; it never changes.
public final class Stage: Sendable {
    /// The languages that are walked in, in their order.
    public let languages: [LanguageTag]
    let catalogs: Catalogs
    let reader: AnswerReader
    let documents: DocumentLibrary
    let letters: LetterWriter
    let openings = GeneratedOpenings()
    let flows: [FlowName: FlowStage]
    /// The key of the question against robots that everybody is asked.
    private let captcha: MessageKey

    /// Sets a stage.
    ///
    /// - Parameters:
    ///   - flows: The flows that are walked.
    ///   - catalogs: The words of all languages.
    ///   - documents: The documents that can be accepted.
    public init(
        flows: [FlowDefinition],
        catalogs: Catalogs,
        documents: DocumentLibrary
    ) {
        let display = AnswerFormats()
        var formats: [LanguageTag: RegionalFormats] = [:]
        for language in catalogs.languages { formats[language] = RegionalFormats(language) }
        languages = catalogs.languages.filter { !$0.isPseudo }
        self.catalogs = catalogs
        self.documents = documents
        reader = AnswerReader(catalogs: catalogs, formats: formats)
        letters = LetterWriter(
            catalogs: catalogs,
            formats: formats,
            display: display,
            linkForm: .address(base: "https://example.org")
        )
        captcha =
            catalogs.keys.first { $0.rawValue.hasPrefix("captcha.question.") } ?? "captcha.none"
        let names = Set(flows.map(\.name))
        var stages: [FlowName: FlowStage] = [:]
        for flow in flows {
            let machine = FlowMachine(flow, formats: display)
            stages[flow.name] = FlowStage(
                machine: FlowMachine(flow, formats: display, keepsPassages: true),
                builder: ScreenBuilder(
                    machine: machine,
                    catalogs: catalogs,
                    formats: formats,
                    display: display,
                    openFlows: names
                ),
                map: CoverageMap(flow, among: names, catalogs: catalogs)
            )
        }
        self.flows = stages
    }

    /// The keys with one more part behind a prefix that ends with a full stop, in file order.
    func keys(directlyBelow prefix: String) -> [MessageKey] {
        catalogs.keys.filter { key in
            key.rawValue.hasPrefix(prefix) && !key.rawValue.dropFirst(prefix.count).contains(".")
        }
    }

    /// The question against robots.
    func captchaQuestion(in language: LanguageTag) -> Words {
        catalogs.words(captcha, in: language)
    }
}

/// One flow of a stage; a class for the same reason.
final class FlowStage: Sendable {
    /// A machine that tells which ways were gone.
    let machine: FlowMachine
    let builder: ScreenBuilder
    let map: CoverageMap

    init(machine: FlowMachine, builder: ScreenBuilder, map: CoverageMap) {
        self.machine = machine
        self.builder = builder
        self.map = map
    }

    var definition: FlowDefinition { machine.definition }
}
