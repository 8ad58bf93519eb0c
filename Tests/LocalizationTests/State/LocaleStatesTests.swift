import Documents
import Localization
import Testing
import YAML

@Suite("LocaleStates")
struct LocaleStatesTests {
    private let russian = LanguageTag("ru")

    private func catalog(_ text: String, _ language: String) throws -> Catalog {
        let source = SourceText(path: "\(language).yaml", text: text)
        let root = try #require(YAMLReader.read(source).root)
        return Catalog.load(root, language: LanguageTag(language), source: source).catalog
    }

    private func hash(_ text: String) -> SourceHash { SourceHash(of: text) }

    private let english = """
        old: "Old text"
        new: "Not yet here"
        done: "{n, plural, one {# day left} other {# days left}}"
        lost: Lost
        own: Brand
        flow.title: "Two words"

        """
    private let translation = """
        old: "Старый текст"
        new: "Not yet here"
        done: "{n, plural, other {# дн.}}"
        own: "Другое"
        flow.title: "Два слова"

        """

    /// Words and states: stale, new, up to date, missing, translated without a word to us, not recorded.
    private func sample() throws -> (Catalogs, LocaleStates) {
        var states = LocaleStates()
        let state = LocaleState([
            "old": .init(.reviewed, hash("Older text")),
            "new": .init(.new, hash("Not yet here")),
            "done": .init(
                .machine,
                hash("{n,plural,other{# days left}one{# day left}}")
            ),
            "own": .init(.new, hash("Brand")),
        ])
        states.add(state, of: russian, file: "state/ru.yaml")
        let catalogs = Catalogs([try catalog(english, "en"), try catalog(translation, "ru")])
        return (catalogs.withholdingNew(states), states)
    }

    @Test func `each translation stands to the English text as it does`() throws {
        let (catalogs, states) = try sample()
        let conditions = catalogs.keys.map { states.condition(of: $0, in: russian, catalogs) }
        #expect(
            conditions == [
                .stale, .new, .upToDate(.machine), .missing, .unrecorded, .unrecorded,
            ]
        )
    }

    @Test func `who reads gets English for what is not translated, marked as English`() throws {
        let (catalogs, _) = try sample()
        let words = catalogs.words("new", in: russian)
        #expect(words.text == "Not yet here" && words.isFallback && words.language.rawValue == "en")
        #expect(catalogs.words("old", in: russian).text == "Старый текст")
    }

    @Test func `what is new is no missing message besides`() throws {
        let (catalogs, states) = try sample()
        let findings = LocaleChecks.check(catalogs: catalogs)
        #expect(!findings.contains { $0.message.contains("`new`") })
        let codes = StateCheck.findings(catalogs, states).map(\.code)
        #expect(codes == ["L151", "L152", "L153"])
    }

    @Test func `new messages are told one by one up to twenty, and counted beyond`() throws {
        let text = (1...30).map { "key\($0): Text\n" }.joined()
        var states = LocaleStates()
        let entries = (1...30).map {
            (MessageKey("key\($0)"), LocaleState.Entry(.new, hash("Text")))
        }
        states.add(
            LocaleState(Dictionary(uniqueKeysWithValues: entries)),
            of: russian,
            file: "state/ru.yaml"
        )
        let catalogs = Catalogs([try catalog(text, "en"), try catalog(text, "ru")])
            .withholdingNew(states)
        let findings = StateCheck.findings(catalogs, states)
        #expect(findings.count == 20)
        #expect(findings.first?.range.start.line == 1)
        #expect(
            findings.last?.message == "`key20` is not translated, nor are 10 more messages"
        )
    }

    @Test func `a language without a state file is left alone, one without words is not`() throws {
        let catalogs = Catalogs([try catalog(english, "en"), try catalog(translation, "ru")])
        #expect(StateCheck.findings(catalogs, LocaleStates()).isEmpty)
        var states = LocaleStates()
        states.add(LocaleState(), of: LanguageTag("de"), file: "state/de.yaml")
        #expect(StateCheck.findings(catalogs, states).map(\.code) == ["L154"])
    }

    @Test func `an English message that can’t be read is there, and its states belong to it`()
        throws
    {
        let broken = "m: \"{name\"\nother: Other\n"
        let catalogs = Catalogs([
            try catalog(broken, "en"), try catalog("other: Другое\n", "ru"),
        ])
        var states = LocaleStates()
        func add(_ keys: String...) throws {
            let text = keys.map { "\($0): translated \(hash("Other").rawValue)\n" }.joined()
            let (root, _) = YAMLReader.read(SourceText(path: "state/ru.yaml", text: text))
            let state = LocaleState.load(try #require(root)).state
            states.add(state, of: russian, file: "state/ru.yaml")
        }
        try add("m", "other")
        #expect(StateCheck.findings(catalogs, states).map(\.code) == [])
        try add("m", "other", "gone")
        #expect(StateCheck.findings(catalogs, states).map(\.code) == ["L154"])
    }

    @Test func `what is written is read again`() throws {
        let state = LocaleState([
            "a.b": .init(.translated, hash("x")), "yes": .init(.new, hash("y")),
            "odd: key": .init(.machine, hash("z")), "": .init(.reviewed, hash("")),
            LocaleState.key(ofDocument: "terms", version: 2): .init(.reviewed, hash("q")),
        ])
        let (root, problems) = YAMLReader.read(SourceText(path: "x.yaml", text: state.text))
        let read = LocaleState.load(try #require(root))
        #expect(problems.isEmpty && read.problems.isEmpty)
        #expect(read.state.entries.mapValues(\.hash) == state.entries.mapValues(\.hash))
        #expect(read.state.entries.mapValues(\.status) == state.entries.mapValues(\.status))
        #expect(state.text.contains("\ndocuments/terms/2: reviewed "))
        #expect(state.text.contains("\n\"odd: key\": machine "))
    }

    @Test func `one of four forms is a quarter, and what is stale or new covers nothing`() throws {
        let (catalogs, states) = try sample()
        let coverage = LocaleCoverage(catalogs, states, flows: ["flow"])
        #expect(coverage.rows.map(\.flow) == ["flow", nil])
        let flow = try #require(coverage.rows.first)
        #expect(flow.keys == .init(covered: 1, total: 1) && flow.words.total == 2)
        let shared = try #require(coverage.rows.last)
        #expect(shared.keys == .init(covered: 2, total: 5))
        // `done` has one of four forms; `own` its only one; `old`, `new` and `lost` none.
        #expect(shared.branches == .init(covered: 2, total: 8))
        // Old text, Not yet here, day left and days left, Lost, Brand.
        #expect(shared.words == .init(covered: 5, total: 11))
        #expect(shared.stale == 1 && shared.missing == 1 && shared.unrecorded == 1)
        #expect(shared.statuses == [.new: 1, .machine: 1])
        let all = coverage.total(of: russian)
        #expect(all.keys == .init(covered: 3, total: 6) && all.keys.percent == 50)
        #expect(coverage.total(of: LanguageTag("cs")).keys.percent == 100)
    }

    @Test(arguments: [
        ("{n, plural, =0 {нет} one {#} few {#} many {#} other {#}}", 5, 5),
        ("{n, plural, one {#} other {#}}", 2, 4),
        ("{g, select, male {{n, plural, other {#}}} other {x}}", 2, 5),
        ("Слова {n}", 1, 1),
    ])
    func `forms are counted as the language needs them`(
        pattern: String,
        covered: Int,
        total: Int
    ) throws {
        let catalogs = Catalogs([
            try catalog("a: \"{n, plural, other {#}} {g}\"\n", "en"),
            try catalog("a: \"\(pattern)\"\n", "ru"),
        ])
        let row = LocaleCoverage(catalogs, LocaleStates(), flows: []).total(of: russian)
        #expect(row.branches == .init(covered: covered, total: total))
    }

    @Test func `our own translations are complete`() throws {
        let catalogs = Catalogs(
            try LocaleFiles.languages.compactMap { try LocaleFiles.load($0).catalog }
        )
        let coverage = LocaleCoverage(catalogs, LocaleStates(), flows: ["wallet-signup"])
        for row in coverage.rows {
            #expect(row.keys.percent == 100 && row.branches.percent == 100, "\(row)")
        }
        #expect(coverage.rows.count == 8)
    }
}
