import Documents
import Localization
import Testing

@testable import Scenarios

/// Where scenarios begin, and when what they call for ends.
struct BeginningTests {
    /// What does not hold of a scenario.
    private func failures(_ entries: String, given: String = "") throws -> [String] {
        let result = try SampleProject().play(ScenarioTexts.one(entries, given: given))
        return result.scenarios.flatMap(\.failures).flatMap(\.mismatches).map {
            "\($0.range.start.line): \($0.subject): \($0.expected) / \($0.actual)"
        }
    }

    @Test func `a scenario begins where a generated path leads, in every language`() throws {
        let text = """
            flow: example
            scenarios:
              it:
                given: {at: secrets}
                steps:
                  - then: {at: secrets, fields: {animal: cat}}
                  - when: {submit: {pin: "12"}}
                    then: {errors: {pin: too_short}}
            """
        let result = try SampleProject().play(text)
        #expect(result.passedCount == 1, "\(result.scenarios.flatMap(\.failures))")
        #expect(result.scenarios.first?.entryCount == 4)
    }

    @Test(arguments: [1, 2])
    func `what scenarios share before they begin counts for each of them`(jobs: Int) throws {
        let text = """
            flow: example
            given: {at: about}
            scenarios:
              one:
                - when: {submit: {animal: cat, born: 2000-01-01}}
                  then: {at: secrets, fields: {animal: cat}}
                - when: {press: back}
                  then: {at: about}
              two:
                - then: {at: about, fields: {animal: }}
              another:
                given: {at: about, zone: Asia/Shanghai}
                steps:
                  - then: {at: about, fields: {is_known: false}}
            """
        var settings = ScenarioSuite.Settings()
        settings.jobs = jobs
        let result = try SampleProject().play(text, settings)
        #expect(result.passedCount == 3, "\(result.scenarios.flatMap(\.failures))")
        let ways = try #require(result.coverage.first).ways
        let counts = ways.filter { $0.way.from == "start" }.map(\.count)
        #expect(counts == [3 * 2])
        let messages = try #require(result.coverage.first).messages
        #expect(messages.count == 2 && messages.allSatisfy { $0.met > 0 })
    }

    @Test func `what went out on a generated path can be opened`() throws {
        let text = """
            flow: example
            scenarios:
              it:
                given: {at: check}
                steps:
                  - then: {at: check, can: {resend: false}}
                  - when: {open_link: mail.confirm}
                    then: {at: about}
            """
        let result = try SampleProject().play(text)
        #expect(result.passedCount == 1, "\(result.scenarios.flatMap(\.failures))")
    }

    @Test func `behind a generated path calls end as given, or as they usually do`() throws {
        let text = """
            flow: example
            scenarios:
              as usual:
                given: {at: trouble}
                steps:
                  - when: {press: retry}
                    then: {at: check, fields: {is_known: false}}
              as given:
                given: {at: trouble, effects: {find: [unavailable, {outcome: found, is_known: true}]}}
                steps:
                  - when: {press: retry}
                    then: {at: check, fields: {is_known: true}}
            """
        let result = try SampleProject().play(text)
        #expect(result.passedCount == 2, "\(result.scenarios.flatMap(\.failures))")
    }

    @Test func `a scenario can begin while a call is awaited`() throws {
        let text = """
            flow: example
            scenarios:
              it:
                given: {at: look_up, effects: {find: {outcome: found, is_known: true, after: 5s}}}
                steps:
                  - then: {at: look_up}
                  - after: 5s
                    then: {at: check, sent: [mail.known]}
            """
        let result = try SampleProject().play(text)
        #expect(result.passedCount == 1, "\(result.scenarios.flatMap(\.failures))")
    }

    @Test func `a scenario at a step that no path leads to is skipped and says so`() throws {
        let text = """
            flow: example
            scenarios:
              it:
                given: {at: about, effects: {find: unavailable}}
                steps:
                  - then: {at: about}
            """
        let result = try SampleProject().play(text)
        guard case .skipped(let reason)? = result.scenarios.first?.outcome else {
            Issue.record("it was played")
            return
        }
        #expect(reason == "`at: about`: no way was found")
        #expect(result.isFine)
    }

    @Test func `a call that nobody answers waits, and the flow's expiry ends it`() throws {
        let given = "given: {effects: {find: {outcome: none}}}\n"
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: look_up, sent: []}
            - after: 6d23h59m59s
              then: {at: look_up}
            - when: restart
              then: {at: look_up}
            - after: 1s
              then: {at: gone, ended: gone}
            """
        #expect(try failures(entries, given: given) == [])
        #expect(try failures(entries, given: "given: {effects: {find: none}}\n") == [])
    }

    @Test func `an outcome comes when its time has come, and not before`() throws {
        let given = """
            given:
              effects: {find: [{outcome: found, is_known: true, after: 30s}, {outcome: found, is_known: false}]}

            """
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: look_up}
            - after: 29s
              then: {at: look_up}
            - after: 1s
              then: {at: check, sent: [mail.known]}
            """
        #expect(try failures(entries, given: given) == [])
    }

    @Test func `an outcome that comes after the walk has gone on changes nothing`() throws {
        let given = "given: {effects: {find: {outcome: found, is_known: true, after: 8d}}}\n"
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
            - after: 9d
              then: {at: gone, ended: gone, sent: []}
            """
        #expect(try failures(entries, given: given) == [])
    }
}
