import Documents
import Flows
import Localization
import Screens
import Testing
import YAML

/// A walk whose screens a test looks at.
struct ScreenWalk {
    let machine: FlowMachine
    let builder: ScreenBuilder
    var state: FlowState
    var input = ScreenInput()
    var now: Int64 = 0

    init(
        _ machine: FlowMachine,
        _ catalogs: Catalogs,
        locale: String = "en",
        zone: String = "UTC",
        given: [FieldName: FieldValue] = [:],
        now: Int64 = 0
    ) throws {
        self.machine = machine
        self.now = now
        builder = ScreenBuilder(
            machine: machine,
            catalogs: catalogs,
            formats: Dictionary(
                uniqueKeysWithValues: catalogs.languages.map { ($0, RegionalFormats($0)) }
            ),
            display: Marked(),
            openFlows: ["other"]
        )
        state = try machine.begin(
            input: given,
            locale: locale,
            zone: zone,
            now: now,
            fresh: Self.fresh(0)
        ).state
    }

    /// A walk through a flow whose head is left out, with the words of a locale file.
    init(_ flow: String, words: String, given: [FieldName: FieldValue] = [:]) throws {
        try self.init(
            Self.machine("flow: example\nversion: 1\n" + flow, fields: Self.fields),
            Catalogs([Self.catalog("en", Self.words + words)]),
            given: given
        )
    }

    var screen: Screen {
        get throws { try builder.screen(of: state, input: input, now: now) }
    }

    /// The field of a screen that a path names; of a record, the part of the record.
    func field(_ name: FieldName, _ index: Int? = nil, _ part: FieldName = "") throws -> ScreenField
    {
        let item = index.map { ItemPath(index: $0, field: part) }
        return try #require(screen.fields.first { $0.path == AnswerPath(name, item: item) })
    }

    mutating func take(_ event: FlowEvent, history: [Int: SendHistory] = [:]) throws {
        var fresh = Self.fresh(UInt8(truncatingIfNeeded: state.sequence))
        fresh.history = history
        let advance = try machine.advance(state, event, now: now, fresh: fresh)
        state = advance.state
        input.refusal = advance.refusal
        for problem in advance.problems {
            input.problems[AnswerPath(problem.field, item: problem.item)] = problem
        }
    }

    mutating func answer(_ answers: [FieldName: FieldValue]) throws {
        try take(.answered(visit: state.visit, answers: answers))
    }

    mutating func submit(_ answers: [FieldName: FieldValue] = [:]) throws {
        try take(.submitted(visit: state.visit, answers: answers))
    }

    mutating func end(_ outcome: OutcomeName, _ gives: [FieldName: FieldValue] = [:]) throws {
        let key = state.pendingCall ?? "none"
        try take(.effectEnded(key: key, outcome: outcome, gives: gives))
    }

    private static func fresh(_ number: UInt8) -> Fresh {
        Fresh(tokenHashes: [[number, 1], [number, 2]])
    }

    // MARK: - Reading

    static func machine(
        _ flow: String,
        fields: String,
        effects: String = Self.effects
    ) throws -> FlowMachine {
        let (project, problems) = FlowProject.read(
            flows: [try file("flow.yaml", flow)],
            fields: try file("fields.yaml", fields),
            effects: try file("effects.yaml", effects),
            hash: { _ in "" }
        )
        let errors = problems.filter { $0.severity == .error }.map(\.message)
        try #require(errors.isEmpty, "\(errors)")
        return FlowMachine(try #require(project.flows.first), formats: AnyFormat())
    }

    private static func file(_ path: String, _ text: String) throws -> ProjectFile {
        let source = SourceText(path: path, text: text)
        let read = YAMLReader.read(source).root
        let root = try #require(read)
        return ProjectFile(source: source, root: root)
    }

    static func catalog(_ language: String, _ text: String) throws -> Catalog {
        let source = SourceText(path: "\(language).yaml", text: text)
        let read = YAMLReader.read(source).root
        let root = try #require(read)
        let (catalog, problems) = Catalog.load(
            root,
            language: LanguageTag(language),
            source: source
        )
        let errors = problems.filter { $0.severity == .error }.map(\.message)
        try #require(errors.isEmpty, "\(errors)")
        return catalog
    }

    private struct AnyFormat: FieldFormats {
        func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason? { nil }

        func problem(withPhone number: String, of country: String) -> FieldProblem.Reason? { nil }

        func problem(
            withDocument number: String,
            kind: String,
            of country: String
        ) -> FieldProblem.Reason? { nil }
    }

    /// Marks what it was asked to show.
    private struct Marked: AnswerDisplay {
        func shown(_ text: String, as type: FieldType) -> String { "<\(text)>" }
        func callingCode(of country: String) -> String? { country == "CZ" ? "420" : nil }
    }

    static let fields = """
        fields:
          email: {type: email}
          mobile: {type: phone}
          landline: {type: phone, offer: mobile}
          citizenship: {type: country, set: once}
          pet: {type: choice, of: pets}
        options:
          pets: [cat, dog]
        """
    static let effects = """
        effects:
          ping: {outcomes: {done: {success: true}}}
          open_account: {needs: [citizenship], outcomes: {done: {success: true}}}
        """
    /// Words that all flows of these tests share.
    static let words = """
        answer.true: "Yes"
        answer.false: "No"
        answer.kept: kept
        answer.passed: passed
        answer.accepted: "version {version}, {at, date, long}"
        answer.offer: "Take {value}"
        answer.latin: "Latin: {value}"
        refused.stale: Stale
        refused.too_soon: "Wait {wait_seconds, plural, one {# second} other {# seconds}}"
        refused.used_up: Used up
        refused.fixed: "{field} is fixed"
        error.missing: Missing
        error.unfit: Unfit
        captcha.none: No question
        options.pets.cat: Cat
        options.pets.dog: Dog

        """
}
