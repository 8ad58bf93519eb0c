import Documents
import Flows
import Testing

@Suite("Conditions that decide nothing")
struct BranchTests {
    private static func flow(_ branches: String...) -> String {
        """
        constants: {most: 3}
        fields:
          - email
          - citizenship
          - pet
          - age: {type: integer, min: 18, max: 99}
          - price: {type: money, currency: USD}
          - born: {type: date}
          - flag: {type: bool, default: false}
          - nick: {type: text, optional: true, length: {max: 20}}
        steps:
          - step: start
            ask: [email, citizenship, pet, age, price, born, flag, nick]
            next:
        \(branches.map { "      - \($0)" }.joined(separator: "\n"))
              - {else: done}
          - {step: other, end: other}
          - {step: done, end: done}
        """
    }

    /// A branch on what is asked further on, from where a walk may or may not come back.
    private static func onLater(_ condition: String, back: String) -> String {
        """
        fields: [email, nick: {type: text, optional: true}]
        steps:
          - step: start
            ask: [email]
            next: [{if: \(condition), goto: other}, {else: more}]
          - {step: more, ask: [nick]\(back)}
          - {step: done, end: done}
          - {step: other, end: other}
        """
    }

    private static func one(_ condition: String) -> String {
        flow("{if: \(condition), goto: other}")
    }

    @Test(arguments: [
        MarkedFlow("W32", "never holds", one("1️⃣'age < 18'")),
        MarkedFlow("W32", "always holds", one("1️⃣'age >= 18'")),
        MarkedFlow("W32", "never holds", one("1️⃣'age > 30 && age < 31'")),
        MarkedFlow("W32", "never holds", one("1️⃣'flag && !flag'")),
        MarkedFlow("W32", "always holds", one("1️⃣'pet == \"cat\" || pet == \"dog\"'")),
        MarkedFlow("W32", "always holds", one("1️⃣'pet in [\"cat\", \"dog\"]'")),
        MarkedFlow("W32", "never holds", one("1️⃣'has(nick) && nick.size() > 20'")),
        MarkedFlow("W32", "never holds", one("1️⃣'flag ? !flag : flag'")),
        MarkedFlow("W32", "always holds", one("1️⃣has(email)")),
        MarkedFlow("W32", "never holds", onLater("1️⃣has(nick)", back: ", back: never")),
        MarkedFlow("W32", "always fails", one("1️⃣1 / (most - 3) == 1")),
        MarkedFlow("W32", "`pet` is never \"bird\"", one("'pet == 1️⃣\"bird\"'")),
        MarkedFlow("W32", "`citizenship` is never \"cz\"", one("'citizenship == 1️⃣\"cz\" || flag'")),
        MarkedFlow(
            "W32",
            "one before it takes all that it would",
            flow("{if: age > 20, goto: other}", "{if: 1️⃣age > 30 && flag, goto: other}")
        ),
        MarkedFlow(
            "W32",
            "those before it take all that it would",
            flow(
                "{if: age > 30, goto: other}",
                "{if: 'flag && age <= 30', goto: other}",
                "{if: 1️⃣flag, goto: other}"
            )
        ),
        MarkedFlow(
            "W32",
            "the branches before it take all other cases",
            flow("{if: has(nick), goto: other}", "{if: 1️⃣'!has(nick)', goto: done}")
        ),
    ])
    func `a condition that can't go both ways is found`(flow: MarkedFlow) throws {
        try flow.check()
    }

    @Test(arguments: [
        one("'age > 18'"),
        one("'age == 18'"),
        one("'age > most * 10'"),
        one("'price > price - price'"),
        one("'flag || has(nick)'"),
        onLater("has(nick)", back: ""),
        one("'pet == \"cat\"'"),
        one("'email == \"cat\"'"),
        one("'locale == \"cs\"'"),
        one("'years(born) > 20 && years(born) < 30'"),
        one("'born < today && now > timestamp(\"2026-01-01T00:00:00Z\")'"),
        one("'has(nick) && nick.size() == 20'"),
        one("'email.endsWith(\".cz\") && !email.endsWith(\".com\")'"),
        flow("{if: age > 30, goto: other}", "{if: age > 20, goto: other}"),
        // Comparisons with two values are not the same comparison.
        flow("{if: age == 20, goto: other}", "{if: age == 30 || age == 40, goto: other}"),
        flow(
            "{if: 'citizenship == \"RU\"', goto: other}",
            "{if: 'citizenship in [\"CZ\", \"SK\"]', goto: other}"
        ),
        flow("{if: 'flag && has(nick)', goto: other}", "{if: flag, goto: other}"),
        flow("{if: 'pet == \"cat\"', goto: other}", "{if: 'citizenship == \"CZ\"', goto: other}"),
        flow("{if: 'email.size() > 9', goto: other}", "{if: 'email.size() > 8', goto: other}"),
    ])
    func `a condition that can go both ways is left alone`(body: String) {
        let problems = FlowFiles.read(
            "flow: example\nversion: 1\n" + body,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        ).problems
        #expect(problems.map { "\($0.code) \($0.message)" } == [])
    }

    /// A flow with as many yes-or-no fields as there are names, and branches on them.
    private static func switches(_ names: [String], _ branches: [String]) -> String {
        """
        flow: example
        version: 1
        fields:
        \(names.map { "  - \($0): {type: bool, default: false}" }.joined(separator: "\n"))
        steps:
          - step: start
            ask: [\(names.joined(separator: ", "))]
            next:
        \(branches.map { "      - {if: '\($0)', goto: other}" }.joined(separator: "\n"))
              - {else: done}
          - {step: done, end: done}
          - {step: other, end: other}
        """
    }

    @Test
    func `many conditions that have little to do with each other are decided all the same`() throws
    {
        let names = (1...40).map { "s\($0)" }
        // 2 to the power of 40 cases.
        let pairs = stride(from: 0, to: 38, by: 2).map { "(\(names[$0]) || \(names[$0 + 1]))" }
        let (project, problems) = FlowFiles.read(
            Self.switches(
                names,
                [
                    pairs.joined(separator: " && ") + " && s39",
                    pairs.joined(separator: " && ") + " && s39 && s40",
                    pairs.joined(separator: " && ") + " && s40 && !s40",
                ]
            )
        )
        #expect(
            problems.map(\.message) == [
                "this branch can never be taken: one before it takes all that it would",
                "this condition never holds: this branch can never be taken",
            ]
        )
        #expect(try #require(project.flows.first).undecided == [])
    }

    @Test
    func `what takes too long to decide is noted, and not called wrong`() throws {
        let names = (1...60).map { "s\($0)" }
        var random = Seeded(state: 1)
        // Each branch takes an eighth of all cases; together they leave nothing, which is hard to see.
        let branches = (0..<300).map { _ in
            (0..<3).map { _ in (random.chance(2) ? "!" : "") + random.pick(names) }
                .joined(separator: " && ")
        }
        let (project, problems) = FlowFiles.read(Self.switches(names, branches))
        let undecided = try #require(project.flows.first).undecided
        #expect(undecided.contains { $0.start.line > 200 })
        // A branch that asks for the same thing both ways is found nevertheless.
        #expect(problems.allSatisfy { $0.code == "W32" })
    }

    @Test
    func `a rule of an account field may ask what one flow has always set`() {
        let problems = FlowFiles.read(
            """
            flow: example
            version: 1
            fields: [email, age]
            steps:
              - {step: start, ask: [email]}
              - {step: more, ask: [age]}
              - {step: done, end: done}
            """,
            fields: """
                fields:
                  email: {type: email}
                  age: {type: integer, rules: {adult: 'has(email) || value > 17'}}
                """
        ).problems
        #expect(problems.map(\.message) == [])
    }
}
