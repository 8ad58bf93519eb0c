import Documents
import Testing

@testable import Scenarios

@Suite("Reports of scenarios")
struct ReportTests {
    private static let text = """
        flow: example
        scenarios:
          a good one:
            - then: {at: start}
          a bad one:
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: start, sent: []}
          'a late one #1':
            given: {at: secrets, effects: {find: unavailable}}
            steps:
              - then: {at: secrets}
        """

    private func result() throws -> (SuiteResult, [String: SourceText]) {
        let path = "flows/scenarios/example.yaml"
        return (
            try SampleProject().play(Self.text), [path: SourceText(path: path, text: Self.text)]
        )
    }

    @Test
    func
        `text tells the place, what was expected and what came, the screen, and how to see it again`()
        throws
    {
        let (result, sources) = try result()
        let text = TextReport(result, sources: sources).text
        let block = """
            FAIL  example/a bad one      en ru  step 1 of 1

                   --> flows/scenarios/example.yaml:7:18
                    |
                  7 |       then: {at: start, sent: []}
                    |                  ^^^^^ not so
                    |
                  step      start -> check
                  at        - start
                            + check
                  sent      - nothing
                            + mail.confirm
                  screen    | Look into a@example.org
                            | (Send again) [Change]
                  replay    paifang test flows/scenarios/example.yaml --filter 'a bad one' --lang en
            """
        for line in block.split(separator: "\n") {
            #expect(text.contains(line.drop { $0 == " " }), "\(line) is missing in:\n\(text)")
        }
        #expect(text.contains("ok    example/a good one"))
        #expect(text.contains("skip  example/a late one #1"))
        #expect(text.contains("1 passed, 1 failed, 1 skipped · 6 runs"))
        #expect(text.contains("(--verbose lists them)"))
    }

    @Test func `text lists what was not met where that was asked for`() throws {
        let (result, sources) = try result()
        let text = TextReport(result, sources: sources, isVerbose: true).text
        #expect(text.contains("flows/example.yaml:40  step  late") || text.contains("  step  late"))
        #expect(text.contains("  en  example.gone.title"))
        #expect(!text.contains("(--verbose lists them)"))
    }

    @Test func `TAP numbers every scenario, and the words`() throws {
        let (result, sources) = try result()
        let lines = TAPReport(result, sources: sources).text.split(separator: "\n").map(String.init)
        #expect(lines.prefix(2) == ["TAP version 14", "1..4"])
        let points = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
        #expect(
            points == [
                "ok 1 - example/a good one", "not ok 2 - example/a bad one",
                "ok 3 - example/a late one \\#1 # SKIP `at: secrets`: no way was found",
                "ok 4 - words",
            ]
        )
        #expect(lines.contains("  expected: \"start\""))
        #expect(lines.contains("  actual: \"check\""))
        #expect(
            lines.contains {
                $0.hasPrefix("  at: {file: \"flows/scenarios/example.yaml\", line: 7")
            }
        )
        #expect(lines.filter { $0 == "  ---" }.count == lines.filter { $0 == "  ..." }.count)
        let coverage = try #require(lines.last)
        #expect(coverage.hasPrefix("# coverage example: steps 3/10, ways 2/"))
        for word in ["conditions", "rules", "timers", "errors"] {
            #expect(coverage.contains(", \(word) "))
        }
    }

    @Test func `JSON holds scenarios, failures, coverage and a summary`() throws {
        let (result, _) = try result()
        let text = JSONReport(result).text
        #expect(text.hasPrefix("{\"schema\":1,\"seed\":\"1\","))
        for part in [
            "\"name\":\"example/a bad one\",\"flow\":\"example\",\"file\":\"flows/scenarios/example.yaml\",\"line\":5,\"status\":\"failed\"",
            "\"expectation\":\"at\",\"expected\":\"start\",\"actual\":\"check\"",
            "\"status\":\"skipped\",\"reason\":\"`at: secrets`",
            "\"coverage\":[{\"flow\":\"example\",\"counts\":{\"step\":{\"met\":3,\"all\":10}",
            "\"summary\":{\"passed\":1,\"failed\":1,\"skipped\":1,\"words\":0,",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `the folder of a failure follows from the name alone`() throws {
        let (result, _) = try result()
        let folders = result.scenarios.map { FailureBlock.folder(of: $0.scenario) }
        #expect(Set(folders).count == 3)
        #expect(folders.allSatisfy { $0.count == ".paifang/failed/".count + 6 })
        let again = try self.result().0.scenarios.map { FailureBlock.folder(of: $0.scenario) }
        #expect(folders == again)
    }

    @Test func `secrets are replaced in what is kept of a scenario`() throws {
        let text = ScenarioTexts.one(
            ScenarioTexts.toSecrets
                + "- when: {submit: {pin: [\"1234\", \"4321\"], pets: [{name: Rex, word: hidden}]}}\n"
        )
        let scenario = try #require(try SampleProject().scenarios(text).first)
        let source = SourceText(path: "flows/scenarios/example.yaml", text: text)
        let masked = String(decoding: SecretMask.masking(source, of: scenario), as: UTF8.self)
        #expect(masked.contains("{pin: \"***\", pets: [{name: Rex, word: \"***\"}]}"))
        for secret in ["1234", "4321", "hidden"] { #expect(!masked.contains(secret)) }
    }
}
