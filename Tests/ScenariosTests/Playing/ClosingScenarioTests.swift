import Documents
import Flows
import Localization
import Testing

@testable import Scenarios

@Suite("Scenarios of a flow that closes")
struct ClosingScenarioTests {
    private static let english = SampleProject.english
        .replacing("  title: Example\n", with: "  title: Example\n  closing: Soon over.\n")
        .replacing(
            "  sender: Example\n",
            with: """
                  sender: Example
                  closing:
                    subject: "{title} closes"
                    body: "Until {closes_at, date, ::dMMMM}, {email}."

                """
        )

    private static func project() throws -> SampleProject {
        try SampleProject(
            flow: SampleProject.flowText.replacing(
                "expires: {after: 7d, goto: gone}",
                with: "open: {until: 2026-03-31, notice: 10d}\nclosed: gone"
            ),
            english: english,
            russian: english.replacing("} closes", with: "} закрывается")
        )
    }

    private static let given = "given: {clock: 2026-03-20T23:00:00Z}\n"

    private static func result(_ entries: String, at place: String = given) throws -> SuiteResult {
        try project().play(ScenarioTexts.one(entries, given: place))
    }

    private static func failures(_ result: SuiteResult) -> [String] {
        result.scenarios.flatMap(\.failures).flatMap(\.mismatches).map {
            "\($0.range.start.line): \($0.subject): \($0.expected) / \($0.actual)"
        }
    }

    @Test func `the letter is expected like any other, in the event in which it goes out`() throws {
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {sent: [mail.confirm]}
            - after: 59m
              then: {sent: []}
            - after: 1m
              then: {at: check, sent: [mail.closing], shows: example.closing}
            - when: restart
              then: {sent: []}
            - after: 12h
              when: {open_link: mail.confirm}
              then: {at: about, sent: []}
            """
        let result = try Self.result(entries)
        #expect(Self.failures(result) == [])
        #expect(result.passedCount == 1)
    }

    @Test func `whoever expects it wrongly is told so`() throws {
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {sent: [mail.confirm, mail.closing]}
            """
        #expect(!Self.failures(try Self.result(entries)).isEmpty)
    }

    @Test func `a scenario may begin at a step, and is written to there`() throws {
        let entries = """
            - after: 90m
              then: {sent: [mail.closing], at: about}
            """
        let given = "given: {at: about, clock: 2026-03-20T23:00:00Z}\n"
        let result = try Self.result(entries, at: given)
        #expect(Self.failures(result) == [])
        #expect(result.passedCount == 1)
    }

    @Test(arguments: [("59m", false), ("60m", true)])
    func `its words are counted once it has gone out, in every language`(
        wait: String,
        isMet: Bool
    ) throws {
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
            - after: \(wait)
            """
        let result = try Self.result(entries)
        let missed = try #require(result.coverage.first).missedMessages.filter {
            $0.key.hasPrefix("mail.closing.")
        }
        #expect(missed.count == (isMet ? 0 : 4))
        #expect(result.words.isEmpty)
    }
}
