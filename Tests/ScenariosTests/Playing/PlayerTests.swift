import Documents
import Flows
import Localization
import Testing

@testable import Scenarios

@Suite("Player")
struct PlayerTests {
    private func failures(_ entries: String, given: String = "") throws -> [String] {
        let result = try SampleProject().play(ScenarioTexts.one(entries, given: given))
        return result.scenarios.flatMap(\.failures).flatMap(\.mismatches).map {
            "\($0.range.start.line): \($0.subject): \($0.expected) / \($0.actual)"
        }
    }

    @Test func `every kind of event is played`() throws {
        let entries = """
            - when: {press: resend, late: true}
              then: {refused: stale}
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: check}
            - when: {open_link: forged}
              then: {refused: forged}
            - when: {submit: {email: b@example.org}, late: true}
              then: {refused: stale}
            - after: 61s
              when: {press: resend}
              then: {at: check, left: {resend: 0}}
            - when: {open_link: mail.confirm, which: 1}
              then: {refused: superseded}
            - when: {open_link: mail.confirm, which: 2}
              then: {at: about}
            - when: {open_link: mail.confirm}
              then: {refused: used}
            - when: {press: back}
              then: {refused: no_way_back}
            - when: {submit: {animal: cat, born: 1990-03-27}}
              then: {at: secrets}
            - when:
                submit:
                  pin: "1234"
                  pets: [{name: Rex, word: a}, {name: Tom, word: b}]
              then: {at: look}
            - when: {change: animal}
              then: {at: about}
            - when: {press: back}
              then: {at: look}
            - when: {submit: {}}
              then: {at: done, ended: done}
            """
        #expect(try failures(entries) == [])
    }

    @Test func `a walk that is stored and read again is the same`() throws {
        let entries =
            ScenarioTexts.toSecrets + """
                - when: {submit: {pin: "1234"}}
                  then: {errors: {pets: []}}
                - when: restart
                  then: {at: secrets, fields: {animal: cat, pin: kept}, can: [back]}
                - when: {restart: true}
                  then: {at: secrets}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `another language is chosen, and answers are read in it`() throws {
        let entries =
            ScenarioTexts.toAbout + """
                - when: {switch_locale: ru}
                  then: {at: about}
                - when: {submit: {animal: cat, born: 27 марта 1990}}
                  then: {at: secrets, fields: {born: 1990-03-27}}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `what was wrong stays on the screen in another language`() throws {
        let entries =
            ScenarioTexts.toSecrets + """
                - when: {submit: {pin: abcd}}
                  then: {errors: {pin: digits_only}}
                - when: {switch_locale: ru}
                  then: {errors: {pin: digits_only}, shows: {ru: Только цифры.}}
                """
        #expect(try failures(entries) == [])
    }

    @Test(arguments: [
        ("pin: \"123\"", "pin: too_short"), ("pin: [\"1234\", \"1235\"]", "pin: mismatch"),
        ("pin: \"\"", "pin: empty"), ("pin: 12a4", "pin: digits_only"),
    ])
    func `secrets are judged as in a walk, and not kept where they are wrong`(
        _ answer: String,
        _ error: String
    ) throws {
        let entries =
            ScenarioTexts.toSecrets + """
                - when: {submit: {\(answer)}}
                  then: {at: secrets, errors: {\(error)}, fields: {pin: ""}}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `a proof and an address are judged`() throws {
        let entries = """
            - when: {submit: {email: nobody, proof: no}}
              then: {at: start, errors: {email: no_at, proof: wrong}}
            - when: {submit: {email: a@example.org}}
              then: {at: start, errors: {proof: missing}}
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: check}
            """
        #expect(try failures(entries) == [])
    }

    @Test func `a form with something on it that was not taken is not left`() throws {
        let entries =
            ScenarioTexts.toSecrets + """
                - when: {press: back}
                - when: {submit: {born: nonsense}}
                  then: {at: about, errors: {born: unreadable}, fields: {born: 1990-03-27}}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `records are answered part by part`() throws {
        let entries =
            ScenarioTexts.toSecrets + """
                - when: {submit: {pin: "1234", pets: [{name: Rex, word: a}, {name: Rex, word: b}]}}
                  then: {at: secrets, errors: {pets: different}}
                - when: {submit: {pin: "1234", pets: [{name: Rex, word: a}]}}
                  then: {at: secrets, errors: {pets: [{}, {name: missing, word: missing}]}}
                - when: {submit: {pin: "1234", pets: [{name: Rex, word: a}, {name: Tom, word: b}]}}
                  then: {at: look}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `calls end as given, one after another, the last for all that follow`() throws {
        let given = """
            given:
              effects: {find: [unavailable, {outcome: found, is_known: true}, {outcome: found, is_known: false}]}

            """
        let entries = """
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: trouble, sent: []}
            - when: {press: retry}
              then: {at: check, sent: [mail.known], fields: {is_known: true}}
            - when: {press: change}
            - after: 61s
              when: {submit: {email: b@example.org, proof: pass}}
              then: {at: check, sent: [mail.confirm]}
            """
        #expect(try failures(entries, given: given) == [])
    }

    @Test func `sends are counted by session and by address, and stay counted on the way back`()
        throws
    {
        let entries =
            ScenarioTexts.toCheck + """
                - when: {press: change}
                - when: {submit: {email: a@example.org, proof: pass}}
                  then: {at: check, refused: too_soon, sent: []}
                - after: 60s
                  when: {press: resend}
                  then: {sent: [mail.confirm], left: {resend: 0}}
                - when: {press: change}
                - when: {submit: {email: other@example.org, proof: pass}}
                  then: {at: check, refused: used_up, sent: []}
                - after: 24h
                  then: {at: late}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `time passes exactly as far as it is told`() throws {
        let entries =
            ScenarioTexts.toCheck + """
                - after: 23h59m59s
                  then: {at: check}
                - after: 1s
                  then: {at: late}
                - when: {open_link: mail.confirm}
                  then: {refused: expired, at: late}
                - after: 5d23h59m
                  then: {at: late, ended: false}
                - after: 1m
                  then: {ended: gone}
                - when: {press: again}
                  then: {refused: ended}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `an entry without expectations must not be refused`() throws {
        let found = try failures("- when: {press: resend}\n- then: {at: start}")
        #expect(found == ["4: when: not refused / not_here", "4: when: not refused / not_here"])
    }

    @Test func `what a form does not ask is refused`() throws {
        #expect(
            try failures("- when: {submit: {animal: cat}}\n  then: {refused: not_here, at: start}")
                == []
        )
    }

    @Test func `a link that never went out is said to be none`() throws {
        let found = try failures("- when: {open_link: mail.confirm}\n  then: {at: about}")
        #expect(
            found.first
                == "4: walk: it goes on / no mail.confirm with a link has gone out"
        )
    }

    @Test func `an input is given, and one that is no such value is named at its place`() throws {
        let good = "given: {input: {nick: Jana}}\n"
        #expect(try failures("- then: {fields: {nick: Jana}}", given: good) == [])
        let bad = "given: {effects: {find: {outcome: found, is_known: maybe}}}\n"
        let found = try failures(ScenarioTexts.toCheck, given: bad)
        #expect(found.first == "2: walk: it goes on / `maybe` is no bool for `is_known`")
    }

    @Test func `a scenario of one language is played in that one alone`() throws {
        let result = try SampleProject().play(
            ScenarioTexts.one("- then: {shows: Начало}", given: "given: {locale: ru}\n")
        )
        #expect(result.scenarios.first?.languages == [LanguageTag("ru")])
        #expect(result.passedCount == 1)
    }

    @Test func `an own opening takes the place of the shared one`() throws {
        let text = """
            flow: example
            start:
              - when: {submit: {email: a@example.org, proof: pass}}
            scenarios:
              shared:
                - then: {at: check}
              own:
                start:
                  - then: {at: start}
                steps:
                  - then: {at: start}
            """
        let result = try SampleProject().play(text)
        #expect(result.passedCount == 2)
        #expect(result.scenarios.map(\.scenario.entries.count) == [2, 2])
    }

    @Test func `a host that comes too late refuses nothing to the person`() throws {
        let text = ScenarioTexts.one(
            ScenarioTexts.toCheck + "- after: 9d\n  then: {at: gone, refused: false}",
            given: "given: {effects: {find: {outcome: found, is_known: false, after: 8d}}}\n"
        )
        let result = try SampleProject().play(text)
        #expect(result.scenarios.flatMap(\.failures).flatMap(\.mismatches).isEmpty)
        #expect(result.passedCount == 1)
    }
}
