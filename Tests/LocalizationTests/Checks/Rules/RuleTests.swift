import Documents
import Localization
import Testing

@Suite("Rules over one message")
struct RuleTests {
    @Test(arguments: RuleCases.all.filter(\.fires))
    func `a message that is wrong has the finding`(wrong: RuleCase) throws {
        let findings = try wrong.fixture.findings()
        let found = findings.first { $0.code == wrong.code }
        #expect(found != nil, "\(findings.map(\.code))")
        #expect(found?.range.file == "\(wrong.language).yaml")
    }

    @Test(arguments: RuleCases.all.filter { !$0.fires })
    func `a message near it has no finding`(right: RuleCase) throws {
        // Words are looked at by rules of their own.
        let findings = try right.fixture.findings().filter { $0.code < "L100" }
        #expect(findings.map { "\($0.code) \($0.message)" } == [])
    }

    @Test(arguments: LocaleFindings.explanations.keys.filter { $0 < "L100" }.sorted())
    func `each code about one message has messages with and without it`(code: String) {
        let cases = RuleCases.all.filter { $0.code == code }
        let isAboutFiles = ["L002", "L003", "L01", "L04", "L05", "L060"].contains {
            code.hasPrefix($0)
        }
        guard
            !isAboutFiles
                || ["L012", "L013", "L014", "L015", "L016", "L017", "L018", "L019"].contains(code)
        else { return }
        #expect(cases.contains { $0.fires })
        #expect(cases.contains { !$0.fires })
    }

    @Test func `full-width braces are mended, a translated name is told the right one`() throws {
        let braces = RuleCase.wrong("L020", "zh", "请看｛n｝和｛m｝。", en: "See {n} and {m}.")
        let found = try braces.fixture.findings().filter { $0.code == "L020" }
        #expect(found.map { $0.fix?.replacement } == ["{n}", "{m}"])
        #expect(found.map(\.range.start.column) == [7, 11])
        let name = RuleCase.wrong("L021", "id", "Lihat {angka}.", en: "See {n}.")
        let help = try name.fixture.findings().first { $0.code == "L021" }?.help
        #expect(help == "write {n}: names in braces are not translated")
    }

    @Test func `what stood in a branch that isn’t there is told with the branch`() throws {
        func codes(_ text: String, en english: String) throws -> [String] {
            try RuleCase.wrong("L033", "id", text, en: english).fixture.findings().map(\.code)
                .filter { $0 < "L100" }
        }
        let english = "{has, select, yes {It says {what}.} other {Nothing.}}"
        #expect(try codes("{has, select, other {Tidak ada.}}", en: english) == ["L033"])
        #expect(try codes("{has, select, yes {} other {Tidak ada.}}", en: english) == ["L032"])
        let lacking = "{has, select, yes {Ada.} other {Tidak ada.}}"
        #expect(try codes(lacking, en: english) == ["L020"])
        let both = english + " {what}"
        #expect(try codes("{has, select, other {Tidak ada.}}", en: both) == ["L020", "L033"])
    }

    // MARK: - Decimals and choices

    private func findings(
        _ text: String,
        _ arguments: [String: MessageArgumentKind],
        choices: [String: [String]] = [:]
    ) throws -> [Diagnostic] {
        var fixture = LocaleFixture(text)
        let place = SourceText(path: "flows/x.yaml", text: "a: b").range(0..<1)
        fixture.demanded = [
            DemandedMessage("m", arguments: arguments, choices: choices, at: place)
        ]
        return try fixture.findings().filter { $0.code < "L100" }
    }

    @Test func `a number that may have decimals needs the category of decimals`() throws {
        let text = """
            # en.yaml
            m: "{n, plural, one {# day} other {# days}}"
            # cs.yaml
            m: "{n, plural, one {# den} few {# dny} other {# dní}}"
            """
        let found = try findings(text, ["n": .number])
        #expect(found.map(\.code) == ["L012"])
        #expect(found.first?.label == "Czech needs one, few, many, other")
        #expect(found.first?.notes.first == "shows as: «1,5 dní»   (decimals fall back to `other`)")
        #expect(try findings(text, ["n": .integer]) == [])
    }

    @Test func `a branch for a word that the flow doesn’t know is never taken`() throws {
        let text = "# en.yaml\nm: \"{kind, select, pasport {a passport} other {a card}}\""
        let found = try findings(text, ["kind": .choice], choices: ["kind": ["passport", "card"]])
        #expect(found.map(\.code) == ["L034"])
        #expect(found.first?.help == "did you mean `passport`?")
        #expect(found.first?.fix?.replacement == "passport")
        #expect(try findings(text, ["kind": .choice]) == [])
    }

    @Test func `a branch that only the flow knows is no finding`() throws {
        let text = """
            # en.yaml
            m: "{kind, select, passport {a passport} other {a card}}"
            # cs.yaml
            m: "{kind, select, passport {pas} card {průkaz} other {doklad}}"
            """
        #expect(
            try findings(text, ["kind": .choice], choices: ["kind": ["passport", "card"]]) == []
        )
    }
}
