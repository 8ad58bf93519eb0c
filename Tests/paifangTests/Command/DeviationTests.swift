import Documents
import Flows
import Testing
import YAML

@testable import paifang

/// What good practice advises against is found in what a flow does, and in nothing else.
@Suite("Deviations from good practice")
struct DeviationTests {
    /// The advice that a flow does not take, with what was found.
    private static func deviations(
        fields: String = "- nickname: {type: text}",
        steps: String = "",
        asked: String = "nickname"
    ) throws -> [String: String] {
        let text = """
            flow: example
            version: 1
            expires: {after: 7d, goto: over}
            fields:
              - email: {type: email}
              - mobile: {type: phone}
              \(fields)
            steps:
              - {step: start, ask: [email, mobile, \(asked)]}
            \(steps)
              - {step: over, end: over}
            """
        let source = SourceText(path: "flow.yaml", text: text)
        let (root, problems) = YAMLReader.read(source)
        let (project, findings) = FlowProject.read(
            flows: [ProjectFile(source: source, root: root, problems: problems)],
            hash: { _ in "" }
        )
        try #require(findings.filter { $0.severity == .error }.map(\.message) == [])
        let flow = try #require(project.flows.first)
        let all = Audit([flow], sources: ["flow.yaml": source]).flows.flatMap(\.deviations)
        return Dictionary(
            all.map { (String($0.advice.split(separator: " ").last ?? ""), $0.what) },
            uniquingKeysWith: { "\($0); \($1)" }
        )
    }

    private static func secret(_ rest: String) throws -> [String: String] {
        try deviations(fields: "- phrase: {type: secret, use: new, \(rest)}", asked: "phrase")
    }

    @Test func `a secret that may be long, short ones not, and made of anything is as advised`()
        throws
    {
        #expect(try Self.secret("length: {min: 8, max: 64}") == [:])
        #expect(try Self.deviations() == [:])
    }

    @Test func `too short and too long are told`() throws {
        #expect(
            try Self.secret("length: {min: 7, max: 64}") == [
                "6.2.1": "phrase may have as few as 7 characters"
            ]
        )
        #expect(
            try Self.secret("length: {min: 8, max: 63}")
                == ["6.2.9": "phrase may have no more than 63 characters"]
        )
    }

    @Test(arguments: [
        (#"value.matches("^[0-9]+$")"#, "takes digits only"),
        (#"value.matches("^[a-z]+$")"#, "takes small letters only"),
        // Something of a kind must be in it.
        (
            #"value.matches("[0-9]")"#,
            "refuses what is made of small letters, of capital letters, of signs, of letters that are not Latin, of words with blanks"
        ),
        (
            #"value.matches("[a-z]") && value.matches("[A-Z]") && value.matches("[0-9]")"#,
            "refuses what is made of digits, of small letters, of capital letters, of signs, of letters that are not Latin, of words with blanks"
        ),
        (#"!value.contains(" ")"#, "refuses what is made of words with blanks"),
    ])
    func `a rule that refuses kinds of characters is told, with the kinds`(
        rule: String,
        verdict: String
    ) throws {
        #expect(
            try Self.secret("length: {min: 8, max: 64}, rules: {some: '\(rule)'}")
                == ["6.2.5": "the rule some of phrase \(verdict)"]
        )
    }

    @Test(arguments: [
        #"!value.matches("0.*0.*0.*0|1.*1.*1.*1")"#,
        #"!"0123456789".contains(value)"#,
        #"value != "password""#,
        "value.size() > 9",
        // A rule that takes nothing is no matter of kinds.
        #"value == "open sesame""#,
        // What it says depends on what else was answered.
        #"!value.contains(email)"#,
    ])
    func `a rule that refuses no kind of characters is left alone`(rule: String) throws {
        #expect(try Self.secret("length: {min: 8, max: 64}, rules: {some: '\(rule)'}") == [:])
    }

    @Test func `secret answers to chosen questions are told, whatever they are called`() throws {
        let list = { (type: String) in
            try Self.deviations(
                fields:
                    "- pairs: {type: list, count: 2, of: {a: {type: choice, of: [x, y]}, b: \(type)}}",
                asked: "pairs"
            )
        }
        #expect(
            try list("{type: secret, use: new}")
                == ["6.4.2": "pairs asks for secret answers to questions that are chosen"]
        )
        #expect(try list("{type: text}") == [:])
        let plain = try Self.deviations(
            fields:
                "- keys: {type: list, count: 2, of: {b: {type: secret, use: new, length: {min: 8, max: 90}}}}",
            asked: "keys"
        )
        #expect(plain == [:])
    }

    @Test func `a link that outlives a day is told`() throws {
        let link = { (timers: String) in
            try Self.deviations(
                steps:
                    "  - {step: wait, send: {mail: hello, link: opened, limit: {times: 2}}, events: {opened: over}\(timers)}"
            )
        }
        #expect(try link(", after: {24h: over}") == [:])
        #expect(try link(", after: {2d: over, 24h: over}") == [:])
        #expect(
            try link(", after: {24h1s: over}") == ["4.4.1.6": "the link of hello lives 1d1s"]
        )
        #expect(
            try link("") == ["4.4.1.6": "the link of hello lives as long as the step is not left"]
        )
    }

    @Test func `a code that lives long or may be tried often is told`() throws {
        let code = { (times: Int, life: String) in
            try Self.deviations(
                fields: "- pin: {type: code}\n  - nickname: {type: text}",
                steps:
                    "  - {step: prove, send: {sms: pin, code: pin, limit: {times: 2}}, ask: [pin], "
                    + "attempts: {times: \(times), goto: over}\(life), next: over}"
            )
        }
        #expect(try code(5, ", after: {10m: over}") == [:])
        #expect(
            try code(6, ", after: {10m: over}")
                == ["6.6.3": "the code of pin may be tried 6 times"]
        )
        #expect(try code(5, ", after: {11m: over}") == ["6.5.5": "the code of pin lives 11m"])
        #expect(
            try code(5, "") == ["6.5.5": "the code of pin lives as long as the step is not left"]
        )
    }
}
