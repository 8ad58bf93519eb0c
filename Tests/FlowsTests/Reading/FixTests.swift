import Documents
import Flows
import Testing

@Suite("Mends of flows")
struct FixTests {
    /// A misspelt word in a file, and what was meant.
    struct Slip: Sendable, CustomTestStringConvertible {
        let code: String
        let word: String
        let meant: String
        /// The file with `%` for the word.
        let text: String

        var testDescription: String { "\(code) \(word)" }

        func file(_ word: String) -> String {
            "flow: example\nversion: 1\n"
                + text.split(separator: "%", omittingEmptySubsequences: false).joined(
                    separator: word
                )
        }
    }

    /// A flow with a branch on a condition.
    private static func branch(_ condition: String) -> String {
        """
        fields: [citizenship]
        steps:
          - step: start
            ask: [citizenship]
            next:
              - {if: '\(condition)', goto: finish}
              - {else: other}
          - {step: other, end: other}
          - {step: finish, end: finish}

        """
    }

    private static let end = "\n  - {step: finish, end: finish}\n"

    static let slips = [
        Slip(
            code: "E02",
            word: "finihs",
            meant: "finish",
            text: "fields: [email]\nsteps:\n  - {step: start, ask: [email], next: %}" + end
        ),
        Slip(
            code: "E02",
            word: "'finihs'",
            meant: "'finish'",
            text: "fields: [email]\nsteps:\n  - {step: start, ask: [email], next: %}" + end
        ),
        Slip(
            code: "E13",
            word: "emial",
            meant: "email",
            text: "fields: [email]\nsteps:\n  - {step: start, ask: [%]}" + end
        ),
        Slip(
            code: "E13",
            word: "citizneship",
            meant: "citizenship",
            text: "fields: [email, %]\nsteps:\n  - {step: start, ask: [email, citizenship]}" + end
        ),
        Slip(
            code: "E30",
            word: "aks",
            meant: "ask",
            text: "fields: [email]\nsteps:\n  - {step: start, %: [email]}" + end
        ),
        Slip(
            code: "E30",
            word: "on",
            meant: "events",
            text: "steps:\n  - {step: start, %: {go: finish}}" + end
        ),
        Slip(
            code: "E30",
            word: "optoinal",
            meant: "optional",
            text: "fields:\n  - note: {type: text, %: true}\nsteps:\n  - {step: start, ask: [note]}"
                + end
        ),
        Slip(
            code: "E39",
            word: "nevre",
            meant: "never",
            text: "fields: [email]\nsteps:\n  - {step: start, ask: [email], back: %}" + end
        ),
        Slip(
            code: "E39",
            word: "pets_",
            meant: "pets",
            text:
                "fields:\n  - beast: {type: choice, of: %}\nsteps:\n  - {step: start, ask: [beast]}"
                + end
        ),
        Slip(
            code: "E22",
            word: "pnig",
            meant: "ping",
            text: "steps:\n  - {step: start, call: %, events: {done: finish, unavailable: finish}}"
                + end
        ),
        Slip(
            code: "E22",
            word: "pnig.done",
            meant: "ping.done",
            text:
                "steps:\n  - {step: start, call: ping, events: {done: finish, unavailable: finish}}"
                + end + "promises: {%: {at_most: 1}}\n"
        ),
        Slip(
            code: "E39",
            word: "ping.doen",
            meant: "ping.done",
            text:
                "steps:\n  - {step: start, call: ping, events: {done: finish, unavailable: finish}}"
                + end + "promises: {%: {at_most: 1}}\n"
        ),
        Slip(
            code: "E02",
            word: "looks.done",
            meant: "look.done",
            text: "steps:\n  - {step: look, call: ping, events: {done: go, unavailable: look_no}}\n"
                + "  - {step: look_no, end: bad}\n"
                + "  - {step: go, call: create_account, events: {done: finish, failed: finish, unavailable: finish}}"
                + end + "fields: [email]\npromises: {create_account.done: {only_after: %}}\n"
        ),
        Slip(code: "E10", word: "=", meant: "==", text: branch("citizenship % \"CZ\"")),
        Slip(
            code: "E10",
            word: "and",
            meant: "&&",
            text: branch("citizenship == \"CZ\" % today < now")
        ),
        Slip(
            code: "E14",
            word: "Europe/Prauge",
            meant: "Europe/Prague",
            text: branch("citizenship == \"CZ\" && now.getHours(\"%\") > 8")
        ),
        Slip(
            code: "E11",
            word: "citizneship",
            meant: "citizenship",
            text:
                "fields: [citizenship]\nsteps:\n  - step: start\n    ask: [citizenship]\n    next:\n"
                + "      - {if: '% == \"CZ\"', goto: finish}\n      - {else: other}\n"
                + "  - {step: other, end: other}" + end
        ),
    ]

    private func problems(_ text: String) -> [Diagnostic] {
        FlowFiles.read(text, fields: FlowFiles.fields, effects: FlowFiles.effects).problems
    }

    @Test(arguments: slips)
    func `a slip is mended to what was meant, and nothing else changes`(slip: Slip) throws {
        let text = slip.file(slip.word)
        let found = problems(text)
        let finding = try #require(found.first { $0.code == slip.code }, "\(found)")
        let fix = try #require(finding.fix)
        let mended = SourceText(path: "flow.yaml", text: text).mended(by: [fix])
        #expect(String(decoding: mended.bytes, as: UTF8.self) == slip.file(slip.meant))
        #expect(!problems(slip.file(slip.meant)).contains { $0.code == slip.code })
    }

    @Test func `a time zone in a constant is asked about, and mended by hand`() {
        let found = problems(
            "flow: example\nversion: 1\nconstants: {home: Europe/Prauge}\n"
                + Self.branch("citizenship == \"CZ\" && now.getHours(home) > 8")
        )
        #expect(found.map(\.code) == ["E14"])
        #expect(found.first?.help == "did you mean `Europe/Prague`?")
        #expect(found.first?.fix == nil)
    }

    @Test func `where two names come near, nothing is mended, and the nearest is asked about`() {
        let found = problems(
            """
            flow: example
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email], next: part_c}
              - {step: part_a, end: part_a}
              - {step: part_b, end: part_b}
            """
        )
        let finding = found.first { $0.code == "E02" }
        #expect(finding?.help == "did you mean `part_a`?")
        #expect(finding?.fix == nil)
    }

    @Test func `where nothing comes near, what there is is told`() {
        let found = problems(
            """
            flow: example
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email], next: quite_elsewhere}
              - {step: finish, end: finish}
            """
        )
        let finding = found.first { $0.code == "E02" }
        #expect(finding?.help == "there is: `finish`, `start`")
        #expect(finding?.fix == nil)
        #expect(finding?.related == [])
    }

    @Test(arguments: [
        ("next: finihs", "E02", "flow.yaml", 6), ("ask: [emial]", "E13", "flow.yaml", 3),
    ])
    func `the place of what was probably meant is shown`(
        part: String,
        code: String,
        file: String,
        line: Int
    ) {
        let ask = part.hasPrefix("ask") ? part : "ask: [email], \(part)"
        let found = problems(
            """
            flow: example
            version: 1
            fields: [email]
            steps:
              - {step: start, \(ask)}
              - {step: finish, end: finish}
            """
        )
        let related = found.first { $0.code == code }?.related.last
        #expect(related?.label == "was this meant?")
        #expect(related?.range.file == file)
        #expect(related?.range.start.line == line)
    }
}
