import Documents
import Testing

@Suite("SARIF")
struct SARIFTests {
    private let source = SourceText(path: "flows/a b.yaml", text: "on: 1\n标: captha\n")

    @Test func `a finding has its rule, places and mend`() {
        let range = source.range(11..<17)
        let finding = Diagnostic(
            "E02",
            at: range,
            "no step `captha`",
            help: "did you mean `captcha`?",
            related: [.init(range: source.range(0..<2), label: "was this meant?")],
            fix: Fix(at: range, from: "captha", to: "captcha")
        )
        let log = DiagnosticReport([finding]).sarif(
            tool: "paifang",
            version: "1.2.3",
            explanations: [
                .init(
                    code: "E02",
                    title: "no step",
                    text: "Why.",
                    wrong: "a: b\n",
                    right: "a: c\n"
                ),
                .init(code: "W31", title: "unused", text: "Why.", wrong: "a\n", right: "b\n"),
            ]
        )
        let rule = #"""
            {"id":"E02","shortDescription":{"text":"no step"},"fullDescription":{"text":"Why."},\#
            "help":{"text":"Why.\n\nWrong:\n\na: b\n\nRight:\n\na: c\n"},\#
            "defaultConfiguration":{"level":"error"}}
            """#
        let region = #"{"startLine":2,"startColumn":4,"endLine":2,"endColumn":10}"#
        let file = #"{"uri":"flows/a%20b.yaml"}"#
        #expect(log.contains(#""rules":[\#(rule)]"#))
        #expect(
            log.contains(
                #""locations":[{"physicalLocation":{"artifactLocation":\#(file),"region":\#(region)}}]"#
            )
        )
        #expect(log.contains(#""ruleId":"E02","ruleIndex":0,"level":"error""#))
        #expect(log.contains(#""endColumn":3}},"message":{"text":"was this meant?"}}]"#))
        #expect(
            log.contains(
                #""replacements":[{"deletedRegion":\#(region),"insertedContent":{"text":"captcha"}}]"#
            )
        )
        #expect(log.hasPrefix(#"{"$schema":"https://"#))
        #expect(
            log.contains(
                #""version":"2.1.0","runs":[{"tool":{"driver":{"name":"paifang","version":"1.2.3""#
            )
        )
    }

    @Test func `a finding about a whole file has no region, a code without explanation no rule`() {
        let log = DiagnosticReport([Diagnostic("W99", at: .start(of: "é.yaml"), "empty")])
            .sarif(tool: "paifang", version: "1", explanations: [])
        #expect(log.contains(#""rules":[]"#))
        #expect(
            log.contains(
                #"{"ruleId":"W99","level":"warning","message":{"text":"empty"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"%C3%A9.yaml"}}}]}"#
            )
        )
    }
}
