import Documents
import Localization
import Synchronization
import Testing

@testable import Scenarios

@Suite("ScenarioSuite")
struct ScenarioSuiteTests {
    private static let three = """
        flow: example
        scenarios:
          one: [{then: {at: start}}]
          two: [{then: {at: check}}]
          three: [{when: {submit: {email: a@example.org, proof: pass}}, then: {at: check}}]
        """

    private func settings(_ change: (inout ScenarioSuite.Settings) -> Void)
        -> ScenarioSuite.Settings
    {
        var settings = ScenarioSuite.Settings()
        change(&settings)
        return settings
    }

    @Test func `results stand in the order of the file, however many jobs there are`() throws {
        let project = try SampleProject()
        let one = try project.play(Self.three)
        let many = try project.play(Self.three, settings { $0.jobs = 3 })
        for result in [one, many] {
            #expect(result.scenarios.map(\.scenario.name) == ["one", "two", "three"])
            #expect(result.scenarios.map(\.failures.count) == [0, 2, 0])
            #expect((result.passedCount, result.failedCount, result.skippedCount) == (2, 1, 0))
            #expect(!result.isFine)
        }
        #expect((one.jobs, many.jobs) == (1, 3))
        #expect(
            JSONReport(one, sources: ReportSources()).text.replacing(
                "\"jobs\":1",
                with: "\"jobs\":3"
            )
                == JSONReport(many, sources: ReportSources()).text
        )
    }

    @Test func `nothing is begun after a failure where that was asked for`() throws {
        let result = try SampleProject().play(Self.three, settings { $0.failsFast = true })
        #expect(result.scenarios.map(\.scenario.name) == ["one", "two"])
    }

    @Test func `only the languages that were asked for are walked in`() throws {
        let result = try SampleProject().play(
            Self.three,
            settings { $0.languages = [LanguageTag("ru")] }
        )
        #expect(
            result.scenarios.map(\.languages) == Array(repeating: [LanguageTag("ru")], count: 3)
        )
        #expect(result.coverage.first?.messages.map(\.language) == ["ru"])
    }

    @Test func `a scenario of another language than those asked for is skipped`() throws {
        let text = ScenarioTexts.one("- then: {at: start}", given: "given: {locale: ru}\n")
        let result = try SampleProject().play(text, settings { $0.languages = [LanguageTag("en")] })
        #expect(result.skippedCount == 1)
    }

    @Test func `tokens follow from the seed, and the result does not`() throws {
        let project = try SampleProject()
        let text = ScenarioTexts.one(ScenarioTexts.toAbout + "- then: {at: about}")
        let results = try [1, 2, .max].map { seed in
            try project.play(text, settings { $0.seed = seed })
        }
        #expect(results.map(\.passedCount) == [1, 1, 1])
    }

    @Test func `time is told by the stopwatch alone`() throws {
        let calls = Mutex<Int64>(0)
        let result = try SampleProject().play(
            Self.three,
            settings {
                $0.stopwatch = {
                    calls.withLock {
                        $0 += 1_000
                        return $0
                    }
                }
            }
        )
        // Begun once, then begun and ended for each of three, then ended.
        #expect(result.nanoseconds == 7_000)
        #expect(result.scenarios.map(\.nanoseconds) == [1_000, 1_000, 1_000])
    }

    // MARK: - Words

    private func findings(english: String? = nil, russian: String? = nil) throws -> [String] {
        let project = try SampleProject(
            english: english ?? SampleProject.english,
            russian: russian ?? SampleProject.russian
        )
        let result = try project.play(ScenarioTexts.one(ScenarioTexts.toCheck))
        #expect(result.failedCount == 0)
        #expect(result.isFine == result.words.isEmpty)
        return result.words.map { "\($0.language.rawValue) \($0.place): \($0.message)" }
    }

    @Test func `words that are as they should be give no finding`() throws {
        #expect(try findings() == [])
    }

    @Test func `a message that fell back to English is found, once`() throws {
        let lines = SampleProject.russian.split(separator: "\n", omittingEmptySubsequences: false)
        let russian = lines.filter { !$0.hasSuffix("roof") && !$0.hasSuffix("proof:") }.joined(
            separator: "\n"
        )
        #expect(
            try findings(russian: russian)
                == ["ru start: `example.proof.label` is shown in `en` for want of a translation"]
        )
    }

    @Test func `a message that is nowhere is found in every language`() throws {
        let cut = { (text: String) in text.replacing("title: Looking", with: "intro: Looking") }
        #expect(
            try findings(english: cut(SampleProject.english), russian: cut(SampleProject.russian))
                == [
                    "en look_up: there is no message `example.look_up.title`",
                    "ru look_up: there is no message `example.look_up.title`",
                ]
        )
    }

    @Test func `a value that was not filled in is found, on a screen and in a letter`() throws {
        let broken = SampleProject.russian.replacing("Open {link}", with: "Open {lnik}")
            .replacing("Look into {email}", with: "Look into {emial}")
        #expect(
            try findings(russian: broken) == [
                "ru mail.confirm: `mail.confirm.body` shows `{lnik}`: the value is not there",
                "ru check: `example.check.title` shows `{emial}`: the value is not there",
            ]
        )
    }

    @Test func `a part that can't be broken must fit into a line`() throws {
        let wide = String(repeating: "x", count: 81)
        let fitting = String(repeating: "x", count: 80) + " and more"
        #expect(
            try findings(russian: SampleProject.russian.replacing("Начало", with: wide)) == [
                "ru start: `example.start.title` has a part of 81 cells that can't be broken"
                    + " into lines of 80"
            ]
        )
        #expect(
            try findings(russian: SampleProject.russian.replacing("Начало", with: fitting)) == []
        )
    }
}
