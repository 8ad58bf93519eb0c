import Documents
import Flows
import Testing

@testable import Scenarios

@Suite("Coverage")
struct CoverageTests {
    private func coverage(_ entries: String, given: String = "") throws -> FlowCoverage {
        let result = try SampleProject().play(ScenarioTexts.one(entries, given: given))
        let failures = result.scenarios.flatMap(\.failures).flatMap(\.mismatches)
        try #require(failures.isEmpty, "\(failures)")
        return try #require(result.coverage.first)
    }

    private func missed(_ kind: CoverageItem.Kind, _ coverage: FlowCoverage) -> [String] {
        coverage.missed.filter { $0.kind == kind }.map(\.name)
    }

    @Test func `what was not walked is missed, with its place in the flow`() throws {
        let coverage = try coverage("- then: {at: start}")
        #expect(coverage.flow == "example")
        #expect(coverage.counts.map(\.met) == [1, 0, 0, 0, 0, 0])
        #expect(coverage.counts.map(\.all).first == 10)
        let late = try #require(coverage.missed.first { $0.name == "late" })
        #expect(late.range.file == "flows/example.yaml")
        let line = SampleProject.flowText.split(separator: "\n", omittingEmptySubsequences: false)[
            late.range.start.line - 1
        ]
        #expect(line.contains("- step: late"))
        #expect(coverage.lowestPercent == 0)
    }

    @Test func `steps and ways are met by walking them, those that are passed included`() throws {
        let coverage = try coverage(ScenarioTexts.toAbout)
        #expect(!missed(.step, coverage).contains("look_up"))
        let ways = missed(.edge, coverage)
        #expect(!ways.contains("start -> look_up"))
        #expect(!ways.contains("look_up found -> check"))
        #expect(!ways.contains("check confirmed -> about"))
        #expect(ways.contains("look_up unavailable -> trouble"))
        #expect(ways.contains("check resend -> check"))
        #expect(ways.contains("about -> done"))
    }

    @Test func `a button that was refused is no way that was gone`() throws {
        let coverage = try coverage(
            ScenarioTexts.toCheck + "- when: {press: resend}\n  then: {refused: too_soon}"
        )
        #expect(missed(.edge, coverage).contains("check resend -> check"))
    }

    @Test func `a condition counts both ways`() throws {
        let toSecrets = missed(.branch, try coverage(ScenarioTexts.toSecrets))
        #expect(toSecrets.contains("about -> done: holds"))
        #expect(!toSecrets.contains("about -> done: does not hold"))
        #expect(!toSecrets.contains("mail.confirm unless: does not hold"))
        #expect(toSecrets.contains("mail.confirm unless: holds"))
        #expect(!toSecrets.contains("mail.known if: does not hold"))
        #expect(toSecrets.contains("mail.known if: holds"))
        #expect(toSecrets.contains("animal dog: holds"))
        #expect(!toSecrets.contains("animal dog: does not hold"))

        let known = "given: {effects: {find: {outcome: found, is_known: true}}}\n"
        let toKnown = missed(.branch, try coverage(ScenarioTexts.toCheck, given: known))
        #expect(!toKnown.contains("mail.known if: holds"))
        #expect(!toKnown.contains("mail.confirm unless: holds"))
    }

    @Test func `what stays on a step says nothing of the conditions of its letters`() throws {
        let flow = SampleProject.flowText.replacing(
            "events: {confirmed: about, resend: check, change: start}",
            with: "events: {confirmed: about, resend: check, change: stay}"
        )
        let known = "given: {effects: {find: {outcome: found, is_known: true}}}\n"
        let entries = ScenarioTexts.toCheck + "- when: {press: change}\n  then: {at: check}"
        let result = try SampleProject(flow: flow).play(ScenarioTexts.one(entries, given: known))
        #expect(result.passedCount == 1)
        let missed = missed(.branch, try #require(result.coverage.first))
        #expect(!missed.contains("mail.known if: holds"))
        #expect(missed.contains("mail.known if: does not hold"))
        #expect(!missed.contains("mail.confirm unless: holds"))
        #expect(missed.contains("mail.confirm unless: does not hold"))
    }

    @Test func `a rule counts kept and broken, that of a secret too`() throws {
        let kept = missed(
            .rule,
            try coverage(
                ScenarioTexts.toSecrets + "- when: {submit: {pin: \"1234\"}}\n  then: {at: secrets}"
            )
        )
        #expect(
            kept == [
                "born in_the_past: broken", "pin digits_only: broken", "pets different: kept",
                "pets different: broken",
            ]
        )
        let broken = missed(
            .rule,
            try coverage(
                ScenarioTexts.toSecrets + "- when: {submit: {pin: abcd}}\n  then: {at: secrets}"
            )
        )
        #expect(broken.contains("pin digits_only: kept"))
        #expect(!broken.contains("pin digits_only: broken"))
    }

    @Test func `timers count where they run out`() throws {
        let none = missed(.timer, try coverage(ScenarioTexts.toCheck))
        #expect(none == ["check after -> late", "trouble after -> gone", "expires -> gone"])
        let both = missed(
            .timer,
            try coverage(
                ScenarioTexts.toCheck
                    + "- after: 24h\n  then: {at: late}\n- after: 6d\n  then: {at: gone}"
            )
        )
        #expect(both == ["trouble after -> gone"])
    }

    @Test func `error messages count where they are shown`() throws {
        let coverage = try coverage(
            "- when: {submit: {email: nobody, proof: no}}\n  then: {at: start}\n"
                + "- when: {press: back}\n  then: {refused: no_way_back}"
        )
        let errors = missed(.error, coverage)
        for met in ["error.email.no_at", "refused.no_way_back"] { #expect(!errors.contains(met)) }
        for other in ["refused.used", "example.pin.error.digits_only"] {
            #expect(errors.contains(other))
        }
    }

    @Test func `messages count by language, and not as a fallback`() throws {
        let lines = SampleProject.russian.split(separator: "\n", omittingEmptySubsequences: false)
        let russian = lines.filter { !$0.hasSuffix("roof") && !$0.hasSuffix("proof:") }.joined(
            separator: "\n"
        )
        let result = try SampleProject(russian: russian).play(
            ScenarioTexts.one("- then: {at: start}")
        )
        let coverage = try #require(result.coverage.first)
        let shown = Dictionary(
            uniqueKeysWithValues: coverage.messages.map { ($0.language, $0.met) }
        )
        #expect(shown["en"] == (shown["ru"] ?? 0) + 1)
        let missed = coverage.missedMessages.filter { $0.key == "example.proof.label" }
        #expect(missed.map(\.language) == ["ru"])
    }
}
