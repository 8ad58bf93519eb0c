import Documents
import Localization
import Testing

@testable import Scenarios

/// What counts as something that a person can see.
@Suite("Coverage: what can be seen")
struct SeenMessagesTests {
    private func coverage(
        flow: String = SampleProject.flowText,
        effects: String = SampleProject.effects,
        adding words: String = ""
    ) throws -> FlowCoverage {
        let project = try SampleProject(
            flow: flow,
            effects: effects,
            english: SampleProject.english + "\n" + words,
            russian: SampleProject.russian + "\n" + words
        )
        let result = try project.play(ScenarioTexts.one("- then: {at: start}"))
        return try #require(result.coverage.first)
    }

    private func count(_ kind: CoverageItem.Kind, of coverage: FlowCoverage) -> Int {
        coverage.counts.first { $0.kind == kind }?.all ?? -1
    }

    private func messages(_ coverage: FlowCoverage, _ language: String = "en") -> Int {
        coverage.messages.first { $0.language == language }?.all ?? -1
    }

    @Test func `of several timers of a step the shortest alone can run out`() throws {
        let flow = SampleProject.flowText.replacing(
            "after: {24h: late}",
            with: "after: {48h: gone, 24h: late}"
        )
        let two = try coverage(flow: flow)
        #expect(count(.timer, of: two) == count(.timer, of: try coverage()))
        #expect(two.missed.contains { $0.kind == .timer && $0.name == "check after -> late" })
    }

    @Test func `an error counts in the words of the field, where it has its own`() throws {
        let plain = try coverage()
        #expect(plain.missed.contains { $0.name == "error.secret.mismatch" })
        let own = "field:\n  pin:\n    error:\n      mismatch: The pins differ.\n"
        let named = try coverage(adding: own)
        let errors = named.missed.filter { $0.kind == .error }.map(\.name)
        #expect(errors.contains("field.pin.error.mismatch"))
        #expect(!errors.contains("error.secret.mismatch"))
        #expect(messages(named) == messages(plain))
    }

    @Test func `what is too short counts where more than one character is wanted`() throws {
        let plain = try coverage()
        #expect(plain.missed.contains { $0.name == "error.secret.too_short" })
        let flow = SampleProject.flowText.replacing("{min: 4, max: 8}", with: "{min: 1, max: 8}")
        #expect(try !coverage(flow: flow).missed.contains { $0.name == "error.secret.too_short" })
    }

    @Test func `the name of a list is on no screen`() throws {
        let label = "field:\n  pets:\n    label: Pets\n"
        #expect(messages(try coverage(adding: label)) == messages(try coverage()))
    }

    @Test func `a flow that is offered and not there is on no screen`() throws {
        let flow = SampleProject.flowText.replacing(
            "end: done",
            with: "end: done\n    offer: [more, example]"
        )
        // The flow itself is there; the other is not.
        let text = SampleProject.english.replacing(
            "    title: Done",
            with: "    title: Done\n    offer:\n      more: More\n      example: Once more"
        )
        let project = try SampleProject(flow: flow, english: text, russian: text)
        let result = try project.play(ScenarioTexts.one("- then: {at: start}"))
        let keys = try #require(result.coverage.first).missedMessages.map(\.key)
        #expect(keys.contains("example.done.offer.example"))
        #expect(!keys.contains("example.done.offer.more"))
    }

    @Test func `a date that can be only one day is asked for once`() throws {
        let text = SampleProject.english.replacing(
            "  email:\n    no_at: No at sign.",
            with: "  email:\n    no_at: No at sign.\n  date:\n    ambiguous: Which day?"
        )
        let project = try SampleProject(english: text, russian: text)
        let result = try project.play(ScenarioTexts.one("- then: {at: start}"))
        let coverage = try #require(result.coverage.first)
        #expect(messages(coverage, "en") == messages(coverage, "ru") + 1)
        let missed = coverage.missedMessages.filter { $0.key == "error.date.ambiguous" }
        #expect(missed.map(\.language) == ["en"])
    }

    @Test func `that something can't be changed any more is read where the walk goes on`() throws {
        let text = SampleProject.english.replacing(
            "  forged: No such link.",
            with: "  forged: No such link.\n  fixed: It is fixed."
        )
        let effects = SampleProject.effects.replacing(
            "{gives: {is_known: {type: bool}}}",
            with: "{gives: {is_known: {type: bool}}, success: true}"
        )
        let fixed = SampleProject.flowText.replacing(
            "- email: {type: email}",
            with: "- email: {type: email, set: once}"
        )
        let isCounted = { (effects: String) throws -> Bool in
            let project = try SampleProject(
                flow: fixed,
                effects: effects,
                english: text,
                russian: text
            )
            let result = try project.play(ScenarioTexts.one("- then: {at: start}"))
            return try #require(result.coverage.first).missed.contains {
                $0.name == "refused.fixed"
            }
        }
        #expect(try isCounted(effects))
        #expect(try !isCounted(SampleProject.effects))
    }
}
