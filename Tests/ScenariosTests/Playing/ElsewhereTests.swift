import Documents
import Testing

@testable import Scenarios

@Suite("Other devices and codes")
struct ElsewhereTests {
    private func failures(
        _ entries: String,
        given: String = "",
        of project: SampleProject? = nil
    ) throws -> [String] {
        let text = ScenarioTexts.one(entries, given: given)
        let result = try (project ?? SampleProject()).play(text)
        return result.scenarios.flatMap(\.failures).flatMap(\.mismatches).map {
            "\($0.range.start.line): \($0.subject): \($0.expected) / \($0.actual)"
        }
    }

    @Test func `a link is opened on another device, and the first one is told`() throws {
        let entries =
            ScenarioTexts.toCheck + """
                - when: {open_link: mail.confirm, elsewhere: true}
                  then: {refused: code_needed, at: check, sent: [], shows: refused.code_needed}
                - when: {open_link: mail.confirm, elsewhere: true, code: 12}
                  then: {refused: code_needed}
                - when: {open_link: forged, elsewhere: true, code: shown}
                  then: {refused: forged, can: {resend: false}}
                - when: {open_link: mail.confirm, elsewhere: true, code: "12 34 56"}
                  then: {refused: wrong_code, can: {resend: false}}
                - when: restart
                - when: {press: change, device: first}
                  then: {at: start, refused: false}
                - when: {submit: {email: b@example.org, proof: pass}, device: first}
                  then: {at: check}
                - when: {open_link: mail.confirm, which: 1, elsewhere: true, code: shown}
                  then: {refused: superseded}
                - when: {open_link: mail.confirm, elsewhere: true, code: shown}
                  then: {at: about, can: {back: false}}
                - when: {press: resend, device: first}
                  then: {refused: continued_elsewhere, at: about, shows: It goes on elsewhere.}
                - when: {press: back, device: first}
                  then: {refused: continued_elsewhere}
                - when: {submit: {email: c@example.org}, device: first}
                  then: {refused: continued_elsewhere, fields: {email: b@example.org}}
                - when: {change: email, device: first}
                  then: {refused: continued_elsewhere}
                - when: {switch_locale: ru, device: first}
                  then: {refused: continued_elsewhere}
                - when: {open_link: mail.confirm, device: first}
                  then: {refused: continued_elsewhere}
                - when: {submit: {animal: cat, born: 1990-03-27}}
                  then: {at: secrets, refused: false}
                """
        #expect(try failures(entries) == [])
    }

    @Test func `a refusal on another device is unexpected where nothing is expected`() throws {
        let entries =
            ScenarioTexts.toCheck + "- when: {open_link: mail.confirm, elsewhere: true}\n"
        #expect(
            try failures(entries).allSatisfy { $0.hasSuffix("not refused / code_needed") }
        )
        #expect(try failures(entries).count == 2)
    }

    // MARK: - Codes

    private static let codes = """
        flow: example
        version: 1
        fields:
          - mobile: {type: phone}
          - sms_code: {type: code, digits: 6}
        steps:
          - {step: start, ask: [mobile]}
          - step: enter
            send: {sms: verify, code: sms_code, limit: {times: 9, per: [session, mobile], within: 1h}}
            ask: [sms_code]
            attempts: {times: 3, goto: gave_up}
            events: {resend: enter}
            after: {10m: gave_up}
          - {step: about, back: never, events: {stop: done}}
          - {step: gave_up, events: {again: enter, stop: done}}
          - {step: done, end: done}
        """

    private func codeFailures(_ entries: String, given: String = "") throws -> [String] {
        try failures(
            entries,
            given: given,
            of: SampleProject(flow: Self.codes, effects: "effects: {}")
        )
    }

    private static let toCode = "- when: {submit: {mobile: +420601123456}}\n"

    @Test func `the code of a message is entered`() throws {
        let entries =
            Self.toCode + """
                - then: {at: enter, sent: []}
                - when: {enter_code: shown}
                  then: {at: about}
                - when: {enter_code: shown}
                  then: {refused: not_here}
                """
        #expect(try codeFailures(entries) == [])
        #expect(
            try codeFailures(
                Self.toCode + "- when: {submit: {sms_code: shown}}\n  then: {at: about}\n"
            )
                == []
        )
    }

    @Test func `codes that are wrong, no codes, or dead are told apart`() throws {
        let entries =
            Self.toCode + """
                - when: {enter_code: "12345"}
                  then: {errors: {sms_code: length}}
                - when: {enter_code: "12a456"}
                  then: {errors: {sms_code: characters}}
                - when: {press: resend}
                  then: {sent: [sms.verify]}
                - when: {enter_code: shown, which: 1}
                  then: {errors: {sms_code: superseded}}
                - after: 10m
                  then: {at: gave_up}
                - when: {press: again}
                - when: {enter_code: shown, which: 2}
                  then: {errors: {sms_code: expired}}
                - when: {enter_code: "000000"}
                  then: {at: enter, errors: {sms_code: wrong}}
                - when: {enter_code: shown, which: 3}
                  then: {at: about}
                """
        #expect(try codeFailures(entries) == [])
    }

    @Test func `wrong codes use up the attempts`() throws {
        let entries =
            Self.toCode + """
                - when: {enter_code: "000000"}
                  then: {errors: {sms_code: wrong}}
                - when: {enter_code: "１２３-456"}
                  then: {errors: {sms_code: wrong}}
                - when: {enter_code: "000000"}
                  then: {at: gave_up, errors: {}}
                """
        #expect(try codeFailures(entries) == [])
    }

    @Test func `a code that was never sent can't be entered`() throws {
        let found = try codeFailures(Self.toCode + "- when: {enter_code: shown, which: 2}\n")
        #expect(
            found.allSatisfy {
                $0.hasSuffix("no message number 2 with the code `sms_code` has gone out")
            }
        )
        #expect(found.count == 2)
    }

    @Test func `a scenario may begin behind a code`() throws {
        #expect(
            try codeFailures("- then: {at: about}\n", given: "given: {at: about}\n") == []
        )
        #expect(
            try codeFailures("- then: {at: gave_up}\n", given: "given: {at: gave_up}\n") == []
        )
    }
}
