import Documents
import Testing

@testable import Flows

/// A flow as both sides read it.
struct SampleFlow {
    /// When every walk begins, and where: a moment at which it is another day there than in UTC.
    static let start: Int64 = 1_700_000_000_000 + 2 * .hour
    static let zone = "Europe/Prague"

    let name: String
    let machine: FlowMachine
    private(set) var flow: ModelFlow

    init(_ name: String, flow: String, fields: String, effects: String) throws {
        let (project, problems) = FlowFiles.read(flow, fields: fields, effects: effects)
        let errors = problems.filter { $0.severity == .error }
            .map { "\(name) \($0.range.start.line): \($0.code) \($0.message)" }
        try #require(errors.isEmpty, "\(errors)")
        self.name = name
        machine = FlowMachine(try #require(project.flows.first), formats: PrefixFormats())
        self.flow = try ModelFlow(flow: flow, fields: fields, effects: effects)
    }

    /// Lets the model read something else than the machine.
    mutating func misread(_ text: String, as other: String) throws {
        let flow = try #require(SampleTexts.flows.first { $0.name == name }).text
        try #require(flow.contains(text))
        self.flow = try ModelFlow(
            flow: flow.replacing(text, with: other),
            fields: SampleTexts.fields,
            effects: SampleTexts.effects
        )
    }

    /// The model of a walk that a script begins.
    func model(_ script: Script) -> Model {
        Model(
            flow,
            formats: PrefixFormats(),
            input: script.input,
            locale: "en",
            zone: Self.zone,
            now: Self.start,
            log: script.others
        )
    }

    /// The project's own flow, and small ones that have what it lacks.
    static let names = ["wallet-signup"] + SampleTexts.flows.map(\.name)

    /// One of them, by its name.
    static func named(_ name: String) throws -> SampleFlow {
        if let flow = SampleTexts.flows.first(where: { $0.name == name }) {
            return try SampleFlow(
                name,
                flow: "flow: \(name)\nversion: 1\n" + flow.text,
                fields: SampleTexts.fields,
                effects: SampleTexts.effects
            )
        }
        let texts = try ProjectFilesTests.texts()
        return try SampleFlow(
            name,
            flow: texts.flow,
            fields: texts.fields,
            effects: texts.effects
        )
    }
}
