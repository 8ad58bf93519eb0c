import Documents
import Localization
import Testing

@Suite("LocaleChecks")
struct LocaleChecksTests {
    private let place = SourceRange.start(of: "flows/x.yaml")

    private func findings(
        _ text: String,
        _ demanded: [DemandedMessage] = []
    ) throws -> [Diagnostic] {
        var fixture = LocaleFixture(text)
        fixture.demanded += demanded
        return try fixture.findings()
    }

    @Test func `a misspelt key is told what it may have been`() throws {
        let found = try findings("# en.yaml\nstart:\n  title: A\n# ru.yaml\nstart:\n  tilte: Б")
        #expect(found.map(\.code) == ["L011", "L010"])
        #expect(found.first?.help == "did you mean `start.title`?")
        #expect(found.first?.range.start.line == 2)
        #expect(found.first?.range.file == "ru.yaml")
    }

    @Test(arguments: ["abcd", "dcba", "badc", "dab", "c"])
    func `a translation is held against its own message, whatever the order of its file`(
        order: String
    ) throws {
        let english = "abcd".map { "\($0): \"{\($0)} is here\"" }
        let czech = order.map { "\($0): \"{\($0)x} je tady\"" }
        let found = try findings(
            "# en.yaml\n\(english.joined(separator: "\n"))\n# cs.yaml\n\(czech.joined(separator: "\n"))"
        )
        let lacking = found.filter { $0.code == "L020" }.map(\.message)
        #expect(lacking == order.map { "`\($0)`: the message lacks the argument `\($0)`" })
        let missing = found.filter { $0.code == "L010" }.map(\.message)
        #expect(
            missing == "abcd".filter { !order.contains($0) }.map { "`\($0)` has no text in `cs`" }
        )
    }

    @Test func `English one is covered by a branch for exactly one`() throws {
        let found = try findings(
            "# en.yaml\nn: \"{n, plural, =0 {no} =1 {one day} other {# days}}\""
        )
        #expect(found == [])
    }

    @Test func `Russian one is not covered by a branch for exactly one`() throws {
        let message = "{n, plural, =1 {день} few {# дня} many {# дней} other {# дня}}"
        let found = try findings("# en.yaml\nn: \"{n}\"\n# ru.yaml\nn: \"\(message)\"")
        #expect(found.map(\.code) == ["L012"])
        #expect(found.first?.label == "Russian needs one, few, many, other")
        #expect(found.first?.help == "add one {…}")
    }

    @Test func `an English ordinal needs its four categories`() throws {
        let found = try findings("# en.yaml\nn: \"{n, selectordinal, one {#st} other {#th}}\"")
        #expect(found.map(\.message) == ["`n`: the English ordinal has no forms `two`, `few`"])
    }

    @Test func `a message may be shown by another key of the same demand`() throws {
        let demand = DemandedMessage(
            "signup.email.label",
            or: ["field.email.label"],
            at: place
        )
        #expect(try findings("# en.yaml\nfield:\n  email:\n    label: E-mail", [demand]) == [])
    }

    @Test func `a demanded message that English lacks is found at the demand`() throws {
        let demand = DemandedMessage("start.title", at: place)
        let found = try findings("# en.yaml\nstart:\n  titel: A", [demand])
        #expect(found.map(\.code) == ["L010"])
        #expect(found.first?.range.file == "flows/x.yaml")
        #expect(found.first?.help == "a text is there for `start.titel`")
    }

    @Test(arguments: ["parent_late.title", "parent_email.title", "start.parent_email.lable"])
    func `a key with two other parts is another message`(key: String) throws {
        let demand = DemandedMessage("parent_email.label", at: place)
        let parts = key.split(separator: ".")
        let text = parts.enumerated().map { depth, part in
            String(repeating: "  ", count: depth) + part + ":"
        }.joined(separator: "\n")
        let found = try findings("# en.yaml\n\(text) A", [demand])
        #expect(found.map(\.code) == ["L010"])
        #expect(found.first?.help == "add it to en.yaml")
    }

    @Test func `an optional demand may have no text, and is still checked where it has one`() throws
    {
        let demand = DemandedMessage("start.help", at: place, isOptional: true)
        #expect(try findings("# en.yaml\nstart: A", [demand]) == [])
        let found = try findings("# en.yaml\nstart:\n  help: \"{who}\"", [demand])
        #expect(found.map(\.code) == ["L021"])
    }

    @Test func `an argument that is not given says what is`() throws {
        let given = DemandedMessage("a", arguments: ["email": .text, "age": .integer], at: place)
        let found = try findings("# en.yaml\na: \"{branch}\"", [given])
        #expect(found.map(\.code) == ["L021"])
        #expect(found.first?.help == "there is: {age}, {email}")
        let near = try findings("# en.yaml\na: \"{emial}\"", [given])
        #expect(near.first?.help == "did you mean {email}?")
        let none = try findings("# en.yaml\na: \"{branch}\"", [DemandedMessage("a", at: place)])
        #expect(none.first?.help == "nothing is given to it")
    }

    @Test func `where a flow could not be read no message is said to be unused`() throws {
        var fixture = LocaleFixture("# en.yaml\na: A\n# messages.yaml\n{}")
        #expect(try fixture.findings().map(\.code) == ["L040"])
        fixture.isAllDemanded = false
        #expect(try fixture.findings() == [])
    }

    @Test func `an argument is used as what the flow gives`() throws {
        let demand = DemandedMessage("a", arguments: ["n": .integer, "d": .date], at: place)
        #expect(
            try findings(
                "# en.yaml\na: \"{n, plural, one {# day} other {# days}} {d, date}\"",
                [demand]
            )
                == []
        )
        let found = try findings("# en.yaml\na: \"{n, date} {d, number}\"", [demand])
        #expect(found.map(\.code) == ["L022", "L022"])
    }

    @Test func `a day has no time of day`() throws {
        let demand = DemandedMessage("a", arguments: ["d": .date], at: place)
        #expect(try findings("# en.yaml\na: \"{d, time}\"", [demand]).map(\.code) == ["L022"])
    }

    @Test func `one description serves for all keys that a pattern fits`() throws {
        let found = try findings(
            """
            # en.yaml
            field:
              email:
                label: E-mail
                hint: Hint
            # messages.yaml
            field.*.label: What stands beside a field
            # a flow needs: field.email.label
            # a flow needs: field.email.hint
            """
        )
        #expect(found.map(\.message) == ["`field.email.hint` has no description"])
    }

    @Test func `a description without a text and an unknown field are refused`() throws {
        let empty = try findings("# en.yaml\na: A\n# messages.yaml\na:\n  width: 4")
        #expect(empty.map(\.code).contains("L002"))
        let unknown = try findings(
            "# en.yaml\na: A\n# messages.yaml\na:\n  description: A\n  size: 4"
        )
        #expect(unknown.map(\.code).contains("L002"))
    }
}
