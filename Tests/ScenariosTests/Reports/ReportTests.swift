import Documents
import Testing
import YAML

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

    private func result() throws -> (SuiteResult, ReportSources) {
        let path = "flows/scenarios/example.yaml"
        return (
            try SampleProject().play(Self.text),
            ReportSources([path: SourceText(path: path, text: Self.text)])
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
                  replay    paifang test --filter 'example/a bad one' --lang en
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
        let (result, sources) = try result()
        let text = JSONReport(result, sources: sources).text
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

    @Test func `the block of a failure is YAML, and holds its lines as they are`() throws {
        let (result, sources) = try result()
        let lines = TAPReport(result, sources: sources).text.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let first = try #require(lines.firstIndex(of: "  ---"))
        let last = try #require(lines.firstIndex(of: "  ..."))
        let text = lines[(first + 1)..<last].joined(separator: "\n") + "\n"
        let (root, problems) = YAMLReader.read(SourceText(path: "block", text: text))
        #expect(problems.isEmpty)
        let failed = try #require(result.scenarios.first { !$0.failures.isEmpty })
        let block = FailureBlock(failed.failures[0], of: failed.scenario, sources: sources)
        #expect(block.lines[0].hasPrefix(" "))
        #expect(root?["report"]?.text == block.lines.joined(separator: "\n") + "\n")
        #expect(root?["actual"]?.text == "check")
    }

    @Test func `no report shows a secret, whosesoever scenario has failed`() throws {
        let path = "flows/scenarios/example.yaml"
        let entries = { (secrets: String, expected: String) in
            (ScenarioTexts.toSecrets + "- {when: {submit: \(secrets)}, then: \(expected)}\n")
                .split(separator: "\n").map { "    " + $0 + "\n" }.joined()
        }
        let text =
            "flow: example\nscenarios:\n  good:\n"
            + entries(
                "{pin: [\"1234\", \"4321\"], pets: [{name: Rex, word: hidden}]}",
                "{ended: false}"
            )
            + "  bad:\n" + entries("{pin: sésame}", "{ended: done}")
        let project = try SampleProject()
        let result = try project.play(text)
        let sources = ReportSources(
            [path: SourceText(path: path, text: text)],
            of: try project.scenarios(text)
        )
        let shown = try #require(sources.files[path]).bytes
        let kept = String(decoding: shown, as: UTF8.self)
        #expect(kept.contains("{pin: \"**************\", pets: [{name: Rex, word: \"****\"}]}"))
        #expect(kept.contains("{pin: \"****\"}}, then: {ended: done}"))
        #expect(YAMLReader.read(SourceText(path: path, bytes: shown)).problems.isEmpty)
        let reports = [
            kept, TextReport(result, sources: sources).text,
            TAPReport(result, sources: sources).text, JUnitReport(result, sources: sources).text,
            HTMLReport(result, sources: sources).text, JSONReport(result, sources: sources).text,
        ]
        for secret in ["1234", "4321", "hidden", "sésame"] {
            for report in reports { #expect(!report.contains(secret)) }
        }
        // What stands behind a secret is still pointed at.
        #expect(reports[1].contains("then: {ended: done}"))
    }

    @Test(arguments: [
        ("flows", "paifang test flows --filter 'example/a bad one' --lang en")
    ])
    func `what plays a failure again is the command that was given`(
        path: String,
        expected: String
    ) throws {
        let result = try result().0
        let sources = ReportSources(command: "paifang test \(path)")
        let failed = try #require(result.scenarios.first { !$0.failures.isEmpty })
        #expect(sources.replay(failed.scenario, failed.failures[0]) == expected)
    }
}
