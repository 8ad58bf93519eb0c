import Foundation
import Testing

@Suite("paifang eval")
struct EvalTests {
    private static let noon = ["--clock", "2026-03-01T12:00:00Z"]

    private static func atStep(_ step: String, _ given: String?) -> [String] {
        ["--flow", "wallet-signup", "--step", step]
            + (given.map { ["--given", $0] } ?? []) + noon
    }

    // MARK: Values

    @Test(arguments: [
        (["1 + 2"], "3  (int)\n"),
        (["size('姓名') == 2"], "true  (bool)\n"),
        (["-1 + 2"], "1  (int)\n"),
        (["-(1 + 2)"], "-3  (int)\n"),
        (["- -1"], "1  (int)\n"),
        (["--1"], "1  (int)\n"),
        (["--", "-1"], "-1  (int)\n"),
        (["'a' + \"\\u001b[31m\""], "\"a\\u001B[31m\"  (string)\n"),
        (["-q", "[1, 2]"], "[1, 2]\n"),
        (
            ["years(timestamp('2008-03-01T00:00:00Z')) >= 18"] + noon,
            "true  (bool)\n"
        ),
        (
            ["years(timestamp('2008-03-02T00:00:00Z')) >= 18"] + noon,
            "false  (bool)\n"
        ),
        (["today"] + noon, "timestamp(\"2026-03-01T00:00:00Z\")  (timestamp)\n"),
        (["locale"], "\"en\"  (string)\n"),
        (["1 + 2", "--json"], "{\"schema\":1,\"type\":\"int\",\"value\":3}\n"),
        (
            ["{'a': [1.5, 2.0]}", "--json"],
            "{\"schema\":1,\"type\":\"map(string, list(double))\",\"value\":{\"a\":[1.5,2.0]}}\n"
        ),
        (
            ["duration('1h')", "--json"],
            "{\"schema\":1,\"type\":\"duration\",\"value\":\"3600s\"}\n"
        ),
    ])
    func `an expression gives its value and type`(arguments: [String], output: String) async throws
    {
        let result = try await CommandHome().run(["eval"] + arguments, in: .untold)
        #expect(result.status == 0)
        #expect(result.output == output)
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: [
        ("citizenship == 'CZ'", "{\"citizenship\": \"CZ\"}", "true"),
        ("age + 1", "{\"age\": 17}", "18"),
        ("share * 2.0", "{\"share\": 0.25}", "0.5"),
        ("share", "{\"share\": -1.5e2}", "-150.0"),
        ("is_known ? 1 : 2", "{\"is_known\": false}", "2"),
        ("has(mobile)", "{\"mobile\": null}", "false"),
        ("names.exists(n, n == '李')", "{\"names\": [\"a\", \"\\u674e\"]}", "true"),
        (
            "cards.all(c, c.brand != 'mir' || has(c.months))",
            "{\"cards\": [{\"brand\": \"visa\"}, {\"brand\": \"mir\", \"months\": 3}]}", "true"
        ),
        ("file.name.endsWith('.pdf')", "{\"file\": {\"name\": \"a.pdf\"}}", "true"),
        ("size(none)", "{\"none\": []}", "0"),
        ("locale", "{\"locale\": \"cs\"}", "\"cs\""),
    ])
    func `given values have the types of JSON`(source: String, given: String, value: String)
        async throws
    {
        let result = try await CommandHome().run(
            ["eval", "-q", source, "--given", given],
            in: .untold
        )
        #expect(result.output == value + "\n", "\(result.errors)")
        #expect(result.status == 0)
    }

    @Test(arguments: [
        ("years(birth_date) >= 18", "personal", "{\"birth_date\": \"2008-03-01\"}", "true"),
        ("years(birth_date) >= 18", "personal", "{\"birth_date\": \"2008-03-02\"}", "false"),
        ("email.endsWith('.cz')", "check_mail", "{\"email\": \"jan@example.cz\"}", "true"),
        ("is_known", "look_up", "{\"is_known\": true}", "true"),
        ("has(is_known) && is_known", "look_up", "{}", "false"),
        ("has(is_known) && is_known", "look_up", "{\"is_known\": null}", "false"),
        ("value.matches('^[0-9]+$')", "start", "{\"value\": \"12\"}", "true"),
        ("locale == 'ru'", "start", "{\"locale\": \"ru\"}", "true"),
    ])
    func `at a step the names and types of the flow are known`(
        source: String,
        step: String,
        given: String,
        value: String
    ) async throws {
        let result = try await CommandHome().run(
            ["eval", "-q", source] + Self.atStep(step, given)
        )
        #expect(result.output == value + "\n", "\(result.errors)")
        #expect(result.status == 0)
    }

    // MARK: Mistakes

    /// Expressions and values with a mistake: its code, its place, and what is said.
    private static let mistakes: [(arguments: [String], code: String, says: [String])] = [
        (
            ["citizenship == RU", "--given", "{\"citizenship\": \"CZ\"}"], "E11",
            ["expression:1:16", "`\"RU\"`"]
        ),
        (
            ["citizenship == 1", "--given", "{\"citizenship\": \"CZ\"}"], "E14",
            ["expression:1:1", "\"1\""]
        ),
        (
            ["citzenship", "--given", "{\"citizenship\": \"CZ\"}"], "E11",
            ["did you mean `citizenship`?"]
        ),
        (["citizenship"], "E11", ["--given", "name a flow and a step"]),
        (["1 = 2"], "E10", ["expression:1:3", "did you mean `==`?"]),
        ([""], "E10", ["the expression is empty"]),
        (["1 / 0"], "E16", ["expression:1:1", "division by zero"]),
        (["[1][3]"], "E16", ["size(list)"]),
        (["a", "--given", "{\"a\": null}"], "E12", ["'a' is not set"]),
        (["'a'.matches('(')"], "E10", ["expression:1:13", "RE2"]),
        (["now.getHours('Mars')"], "E14", ["Europe/Prague"]),
        // What was given.
        (
            ["a", "--given", "{\"a\": b}"], "E14",
            ["--given:1:7", "a text stands in quotes: \"b\""]
        ),
        (["years(a)", "--given", "{a:1}"], "E14", ["--given:1:5", "a value is missing"]),
        (["a > 1"], "E11", ["give it a value with --given"]),
        (["abs(1) > 1"], "E11", ["there are has, size,"]),
        (["a", "--given", "{\"a\": \"b\""], "E32", ["--given:1:10", "not valid JSON"]),
        (["a", "--given", ""], "E32", ["{\"citizenship\": \"CZ\"}"]),
        (["a", "--given", "[1]"], "E37", ["--given:1:1", "{\"citizenship\": \"CZ\"}"]),
        (["a", "--given", "{\"a\": 1, \"a\": 2}"], "E01", ["--given:1:10"]),
        (["a", "--given", "{\"a\": [1, \"b\"]}"], "E14", ["--given:1:11", "int and string"]),
        (["a", "--given", "{\"a\": 99999999999999999999e999}"], "E14", ["no value of JSON"]),
        // At a step.
        (
            ["email"] + atStep("check_mail", nil), "E12",
            ["needs a value", "--given '{\"email\": \"CZ\"}'"]
        ),
        (
            ["birth_date < now"] + atStep("start", nil), "E12",
            ["may be unset", "has(birth_date)", "1990-04-12"]
        ),
        (
            ["is_known"] + atStep("look_up", nil), "E12",
            ["may be unset at the step `look_up`", "a bool"]
        ),
        (
            ["email"] + atStep("start", "{\"emial\": 1}"), "E13",
            ["--given:1:2", "did you mean `email`?"]
        ),
        (["email"] + atStep("start", "{\"zzzz\": 1}"), "E13", ["there are:", "citizenship"]),
        (
            ["email"] + atStep("start", "{\"email\": 1}"), "E14",
            ["--given:1:11", "a text in quotes"]
        ),
        (["is_known"] + atStep("look_up", "{\"is_known\": \"yes\"}"), "E14", ["true or false"]),
        (
            ["birth_date"] + atStep("personal", "{\"birth_date\": \"2008-02-30\"}"), "E14",
            ["a day, or a moment"]
        ),
        (["payment_password == 'x'"] + atStep("secure", nil), "E11", ["can't be read"]),
        (["1"] + atStep("secure", "{\"payment_password\": \"x\"}"), "E13", ["can't be read"]),
        (["emial == ''"] + atStep("start", nil), "E11", ["did you mean `email`?"]),
    ]

    @Test(arguments: mistakes.indices)
    func `a mistake is told with its place and a way on`(index: Int) async throws {
        let (arguments, code, says) = Self.mistakes[index]
        let home = try CommandHome()
        let text = try await home.run(["eval"] + arguments)
        #expect(text.status == 1)
        #expect(text.output.isEmpty)
        #expect(text.errors.contains("error[\(code)]"), "\(text.errors)")
        for words in says { #expect(text.errors.contains(words), "\(text.errors)") }

        let json = try await home.run(["eval", "--json"] + arguments)
        #expect(json.status == 1)
        #expect(json.errors.isEmpty)
        let findings = try #require(json.json?["findings"] as? [[String: Any]])
        #expect(findings.first?["code"] as? String == code)
    }

    @Test func `the excerpt marks the place`() async throws {
        let result = try await CommandHome().run(["eval", "1 + size(true)"], in: .untold)
        #expect(
            result.errors.contains("1 | 1 + size(true)\n  |     ^^^^^^^^^^\n"),
            "\(result.errors)"
        )
    }

    @Test func `without a flow no project is needed`() async throws {
        let home = try CommandHome()
        #expect(try await home.run(["eval", "1"], in: .folder("/nowhere")).status == 0)
        let flow = try await home.run(
            ["eval", "1", "--flow", "wallet-signup", "--step", "start"],
            in: .folder("/nowhere")
        )
        #expect(flow.status == 2)
    }
}
