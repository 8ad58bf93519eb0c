import Documents
import Localization
import Testing

@Suite("Findings about messages, as they are shown")
struct MessageFindingsTests {
    private func findings(_ text: String, _ demands: [DemandedMessage] = []) throws -> [Diagnostic]
    {
        var fixture = LocaleFixture(text)
        fixture.demanded = demands
        return try fixture.findings()
    }

    @Test
    func `a finding shows what a reader would see, the English message, and the place of use`()
        throws
    {
        let czech = """
            wallet:
              left: "{count, plural, one {Zbývá # pokus} other {Zbývá # pokusů}}"

            """
        let text = """
            # en.yaml
            wallet:
              left: "{count, plural, one {# attempt left} other {# attempts left}}"
            # messages.yaml
            wallet.left: How many attempts are left
            # cs.yaml
            \(czech)
            """
        let flow = SourceText(path: "flows/wallet.yaml", text: "flow: wallet\nsteps: []\n")
        let demand = DemandedMessage(
            "wallet.left",
            arguments: ["count": .integer],
            at: flow.range(13..<18)
        )
        let report = DiagnosticReport(
            try findings(text, [demand]),
            sources: ["cs.yaml": SourceText(path: "cs.yaml", text: czech)]
        )
        #expect(
            report.text { $0.unicodeScalars.count } == """
                error[L012]: `wallet.left`: the Czech plural has no form `few`
                 --> cs.yaml:2:10
                  |
                2 |   left: "{count, plural, one {Zbývá # pokus} other {Zbývá # pokusů}}"
                  |          ^^^^^^^^^^^^^^^^ Czech needs one, few, other
                  |
                  = shows as: «Zbývá 2 pokusů»   (2, 3, 4 fall back to `other`)
                  = English:  {count, plural, one {# attempt left} other {# attempts left}}
                  = used in:  flows/wallet.yaml:2
                  = try:      add few {…}
                  = more:     paifang explain L012

                1 error in 1 file

                """
        )
    }

    @Test func `the branch with the fault is the one that is shown`() throws {
        let text = """
            # en.yaml
            m: "{sex, select, female {She has {n, plural, one {# cat} other {# cats}}} other {They do}}"
            # ru.yaml
            m: "{sex, select, female {У неё {n, plural, one {# кот} few {кота} many {# котов} other {# кота}}} other {Да}}"
            """
        let found = try findings(text)
        #expect(found.map(\.code) == ["L016"])
        #expect(found.first?.notes.first == "shows as: «У неё кота»")
    }

    @Test func `examples come from the descriptions, else from the kind of an argument`() throws {
        let text = """
            # en.yaml
            m: "Don't tell {name}, {count}, {other}"
            # messages.yaml
            m:
              description: A message
              arguments:
                name: Olga
                count: 24
            """
        let flow = SourceText(path: "flows/x.yaml", text: "a: b").range(0..<1)
        let demand = DemandedMessage(
            "m",
            arguments: ["name": .text, "count": .integer, "other": .text],
            at: flow
        )
        let found = try findings(text, [demand])
        #expect(found.map(\.code) == ["L036"])
        #expect(found.first?.notes.first == "shows as: «Don't tell Olga, 24, ‹other›»")
    }

    @Test func `of a long text the paragraph with the fault is shown`() throws {
        let text = """
            # en.yaml
            m: |
              First {n}.

              You don't.

              Last {n}.
            """
        let found = try findings(text)
        #expect(found.map(\.code) == ["L036"])
        #expect(found.first?.notes == ["shows as: «You don't.»"])
        #expect(found.first?.range.start == SourcePosition(byte: 28, line: 4, column: 10))
    }

    @Test func `a branch that nobody reads shows nothing`() throws {
        let text = """
            # en.yaml
            m: "{n, plural, one {# day} other {# days}}"
            # zh.yaml
            m: "{n, plural, one {一天 #} other {# 天}}"
            """
        let found = try findings(text)
        #expect(found.map(\.code) == ["L013"])
        #expect(found.first?.notes.contains { $0.hasPrefix("shows as") } == false)
    }

    @Test func `a message that can’t be read is no missing message as well`() throws {
        let text = "# en.yaml\na: A\nb: B\n# ru.yaml\na: \"{\"\nb: {x}"
        #expect(Set(try findings(text).map(\.code)) == ["L001", "L002"])
        let english = "# en.yaml\na: \"{\"\n# ru.yaml\na: А"
        let flow = SourceRange.start(of: "flows/x.yaml")
        #expect(try findings(english, [DemandedMessage("a", at: flow)]).map(\.code) == ["L001"])
    }

    @Test func `a branch that was translated is told to be the one that is missing`() throws {
        let text = """
            # en.yaml
            m: "{who, select, female {She} company {It} other {They}}"
            # ru.yaml
            m: "{who, select, female {Она} фирма {Она} other {Они}}"
            """
        let found = try findings(text).filter { $0.code < "L100" }
        #expect(found.map(\.code) == ["L034"])
        #expect(found.first?.help == "did you mean `company`?")
        #expect(found.first?.fix?.replacement == "company")
        #expect(found.first?.notes.first == "shows as: «Они»   (`company` falls back to `other`)")
    }

    @Test func `a message that any flow may show is used nowhere in particular`() throws {
        let place = SourceText(path: "flows/x.yaml", text: "a: b").range(0..<1)
        let demand = DemandedMessage("m", at: place, isGeneral: true)
        let found = try findings("# en.yaml\nm: Don't", [demand]).filter { $0.code < "L100" }
        #expect(found.first?.notes == ["shows as: «Don't»"])
    }

    // MARK: - Mends

    private static let mends: [(wrong: String, right: String, code: String)] = [
        (
            "m: \"{n, plural, one {# den} few {# dny} other {{nn} dní}}\"",
            "m: \"{n, plural, one {# den} few {# dny} other {{n} dní}}\"", "L021"
        ),
        ("m: 'Don''t {n}'", "m: 'Don’t {n}'", "L036"),
        ("m: 'It''''s {n}'", "m: 'It’s {n}'", "L036"),
        ("m: \"It's \\\"{n}\\\"\"", "m: \"It’s \\\"{n}\\\"\"", "L036"),
        ("m: It's {n}", "m: It’s {n}", "L036"),
        ("m: |\n  One\n\n  it's {n}", "m: |\n  One\n\n  it’s {n}", "L036"),
        ("m: \"{n} Cafe\u{301}\"", "m: \"{n} Café\"", "L061"),
        ("m: \"{n} Cafe\\u0301\"", "m: \"{n} Café\"", "L061"),
        ("m: \"{n} \\u202Ex\"", "m: \"{n} x\"", "L062"),
        (
            "m: \"{n, plural, one {# day} two {#} few {# dny} other {# dní}}\"",
            "m: \"{n, plural, one {# day} few {# dny} other {# dní}}\"", "L013"
        ),
        (
            "m: \"{n, plural, one {# day} few {2 dny} other {# dní}}\"",
            "m: \"{n, plural, one {# day} few {# dny} other {# dní}}\"", "L015"
        ),
        ("m: \"{n} '{n}'\"", "m: \"{n} {n}\"", "L037"),
        ("m: \"{п}\"", "m: \"{n}\"", "L024"),
        ("m: 'O''{n}'", "m: 'O’{n}'", "L005"),
        (
            "m: \"{n, plurl, one {#} few {#.} other {# x}}\"",
            "m: \"{n, plural, one {#} few {#.} other {# x}}\"", "L006"
        ),
        (
            "m: \"{n, plural, one {#} fev {#.} few {#.} other {# x}}\"",
            "m: \"{n, plural, one {#} fev {#.} few {#.} other {# x}}\"", "L0"
        ),
    ]

    @Test(arguments: mends)
    func `a mend is written as the text around it is`(wrong: String, right: String, code: String)
        throws
    {
        let fixture = LocaleFixture("# en.yaml\nm: \"{n}\"\n# cs.yaml\n\(wrong)")
        let fixes = try fixture.findings().filter { $0.code == code }.compactMap(\.fix)
        let mended = SourceText(path: "cs.yaml", text: wrong).mended(by: fixes)
        #expect(
            Array(mended.bytes) == Array(right.utf8),
            "\(String(decoding: mended.bytes, as: UTF8.self))"
        )
    }

    @Test func `what would not be plain text any more is left to the author`() throws {
        let fixture = LocaleFixture(
            "# en.yaml\nm: \"{n}\"\n# cs.yaml\nm: x\u{202E}{n}\nk: \u{202E}{n}\n"
        )
        let found = try fixture.findings().filter { $0.code == "L062" }
        #expect(found.map { $0.fix != nil } == [true, false])
    }
}
