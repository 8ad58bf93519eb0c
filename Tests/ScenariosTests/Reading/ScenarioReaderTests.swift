import Documents
import Flows
import Localization
import Testing

@testable import Scenarios

@Suite("ScenarioReader")
struct ScenarioReaderTests {
    /// A file with one mistake, marked as «…», and the finding.
    static let mistakes: [(String, String)] = [
        ("flow: «other»\nscenarios: {it: [{then: {at: start}}]}", "E39"),
        ("«flow»: example", "E38"),
        ("flow: example\n«scenarios»: {}", "E38"),
        ("flow: example\n«scenario»: 1\nscenarios: {it: [{then: {at: start}}]}", "E30"),
        ("flow: example\nscenarios: {it: [{«than»: {at: start}}]}", "E30"),
        ("flow: example\nscenarios: {it: [{then: {at: «begin»}}]}", "E02"),
        ("flow: example\nscenarios: {it: [{then: {«as»: start}}]}", "E30"),
        ("flow: example\nscenarios: {it: [{then: «{}»}]}", "E38"),
        ("flow: example\nscenarios: {it: «start»}", "E37"),
        ("flow: example\nscenarios: {it: «[]»}", "E38"),
        ("flow: example\nscenarios: {it: [«{}»]}", "E38"),
        (
            "flow: example\nscenarios: {it: {given: {«colour»: red}, steps: [{then: {at: start}}]}}",
            "E30"
        ),
        ("flow: example\nscenarios: {it: {«given»: {}}}", "E38"),
        ("flow: example\ngiven: {clock: «noon»}\nscenarios: {it: [{then: {at: start}}]}", "E39"),
        (
            "flow: example\ngiven: {zone: «Mars/Base»}\nscenarios: {it: [{then: {at: start}}]}",
            "E39"
        ),
        ("flow: example\ngiven: {locale: «de»}\nscenarios: {it: [{then: {at: start}}]}", "E39"),
        (
            "flow: example\ngiven: {input: {«nik»: x}}\nscenarios: {it: [{then: {at: start}}]}",
            "E13"
        ),
        (
            "flow: example\ngiven: {effects: {«look»: found}}\nscenarios: {it: [{then: {at: start}}]}",
            "E22"
        ),
        (
            "flow: example\ngiven: {effects: {find: «lost»}}\nscenarios: {it: [{then: {at: start}}]}",
            "E39"
        ),
        (
            "flow: example\ngiven: {effects: {find: «{is_known: true}»}}\nscenarios: {it: [{then: {at: start}}]}",
            "E38"
        ),
        (
            "flow: example\ngiven: {effects: {find: {outcome: found, «known»: true}}}\nscenarios: {it: [{then: {at: start}}]}",
            "E13"
        ),
        (
            "flow: example\ngiven: {effects: {find: {outcome: found, after: «soon»}}}\nscenarios: {it: [{then: {at: start}}]}",
            "E05"
        ),
        (
            "flow: example\ngiven: {effects: {find: {outcome: none, «after»: 5s}}}\nscenarios: {it: [{then: {at: start}}]}",
            "E13"
        ),
        ("flow: example\ngiven: {at: «nowhere»}\nscenarios: {it: [{then: {at: start}}]}", "E02"),
        ("flow: example\nscenarios: {it: [{after: «1x»}]}", "E05"),
        ("flow: example\nscenarios: {it: [{when: {press: «resent»}}]}", "E39"),
        (
            "flow: example\nscenarios: {it: [{when: {press: resend, «elsewhere»: true}}]}",
            "E35"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {open_link: mail.confirm, «code»: shown}}]}",
            "E35"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {submit: {}, «code»: shown}}]}",
            "E35"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {open_link: mail.confirm, elsewhere: «maybe»}}]}",
            "E39"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {open_link: mail.confirm, elsewhere: true, code: «showm»}}]}",
            "E39"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {open_link: mail.confirm, elsewhere: true, «device»: first}}]}",
            "E35"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {restart: true, «device»: first}}]}",
            "E35"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {press: resend, device: «second»}}]}",
            "E39"
        ),
        (
            "flow: example\nscenarios: {it: [{when: {«enter_code»: shown}}]}",
            "E35"
        ),
        ("flow: example\nscenarios: {it: [{when: {press: resend, «change»: email}}]}", "E35"),
        ("flow: example\nscenarios: {it: [{when: {press: resend, «which»: 1}}]}", "E35"),
        ("flow: example\nscenarios: {it: [{when: {restart: true, «late»: true}}]}", "E35"),
        ("flow: example\nscenarios: {it: [{when: «{late: true}»}]}", "E38"),
        ("flow: example\nscenarios: {it: [{when: {open_link: «mail.known»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {open_link: mail.confirm, which: «0»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {change: «nick»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {switch_locale: «de»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {signal: «gone»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {submit: {«mail»: x}}}]}", "E13"),
        ("flow: example\nscenarios: {it: [{when: {submit: {email: «[x]»}}}]}", "E37"),
        ("flow: example\nscenarios: {it: [{when: {submit: {email: «=offer»}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {submit: {pin: «[a, b, c]»}}}]}", "E37"),
        ("flow: example\nscenarios: {it: [{when: {submit: {pets: «x»}}}]}", "E37"),
        ("flow: example\nscenarios: {it: [{when: {submit: {pets: [{}, {}, «{}»]}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{when: {submit: {pets: [{«nam»: Rex}]}}}]}", "E13"),
        ("flow: example\nscenarios: {it: [{then: {sent: [«mail.welcome»]}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {refused: «to_soon»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {ready_in: «soon»}}]}", "E05"),
        ("flow: example\nscenarios: {it: [{then: {left: {«resent»: 1}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {left: {resend: «-1»}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {can: [«fly»]}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {can: {«fly»: true}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {can: {resend: «maybe»}}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {errors: {«mail»: missing}}}]}", "E13"),
        ("flow: example\nscenarios: {it: [{then: {errors: {born: «in_past»}}}]}", "E39"),
        (
            "flow: example\nscenarios: {it: [{then: {errors: {pets: [{name: «digits_only»}]}}}]}",
            "E39"
        ),
        ("flow: example\nscenarios: {it: [{then: {ended: «well»}}]}", "E39"),
        ("flow: example\nscenarios: {it: [{then: {fields: {«mail»: x}}}]}", "E13"),
        ("flow: example\nscenarios: {it: [{then: {fields: {email: «[]»}}}]}", "E37"),
        ("flow: example\nscenarios: {it: [{then: {shows: {«de»: x}}}]}", "E39"),
    ]

    @Test(arguments: mistakes)
    func `a mistake is found at its place`(_ marked: String, _ code: String) throws {
        let text = marked.replacing("«", with: "").replacing("»", with: "")
        let reader = try SampleProject().read(text)
        let finding = try #require(reader.problems.first, "nothing was found")
        #expect(reader.problems.count == 1, "\(reader.problems.map(\.message))")
        #expect(finding.code == code, "\(finding.message)")
        let before = marked.prefix { $0 != "«" }
        #expect(finding.range.start.byte == before.utf8.count, "\(finding.message)")
    }

    @Test(arguments: [
        ("{then: {at: chek}}", "did you mean `check`?"),
        ("{when: {press: resent}}", "did you mean `resend`?"),
        ("{then: {errors: {born: in_the_pst}}}", "did you mean `in_the_past`?"),
        ("{then: {sent: [mail.confrm]}}", "did you mean `mail.confirm`?"),
        ("{wen: {press: resend}}", "did you mean `when`?"),
        (
            "{when: {open_link: mail.confirm, elsewhere: true, code: show}}",
            "write `shown`, or digits that are typed"
        ),
        ("{when: {press: resend, device: frist}}", "did you mean `first`?"),
        ("{then: {refused: code_neded}}", "did you mean `code_needed`?"),
    ])
    func `a misspelt name gets a suggestion`(_ entry: String, _ help: String) throws {
        let reader = try SampleProject().read("flow: example\nscenarios: {it: [\(entry)]}\n")
        #expect(reader.problems.map(\.help) == [help])
    }

    @Test func `a sound file has no findings, and what is given is read`() throws {
        let text = """
            flow: example
            given:
              clock: 2027-01-02T03:04:05Z
              zone: Asia/Shanghai
              input: {nick: Jana}
              effects: {find: unavailable}
            scenarios:
              one: [{then: {at: start}}]
              two:
                given: {locale: ru, effects: {find: {outcome: found, is_known: true}}}
                steps: [{then: {at: start}}]
            """
        let scenarios = try SampleProject().scenarios(text)
        #expect(scenarios.map(\.fullName) == ["example/one", "example/two"])
        #expect(scenarios.map(\.given.zone) == ["Asia/Shanghai", "Asia/Shanghai"])
        #expect(scenarios.map(\.given.clock) == [1_798_859_045_000, 1_798_859_045_000])
        #expect(scenarios.map { $0.given.locale?.rawValue } == [nil, "ru"])
        #expect(
            scenarios.map { $0.given.effects["find"]?.first?.outcome?.text }
                == ["unavailable", "found"]
        )
    }

    @Test func `an empty start shares no beginning, where others have one`() throws {
        let text = """
            flow: example
            start: [{then: {at: start}}]
            scenarios:
              one: [{then: {at: start}}]
              two: {start: [], steps: [{then: {at: start}}]}
            """
        let scenarios = try SampleProject().scenarios(text)
        #expect(scenarios.map(\.entries.count) == [2, 1])
        let shared = try SampleProject().read(
            "flow: example\nstart: []\nscenarios: {it: [{after: 1s}]}"
        )
        #expect(shared.problems.map(\.code) == ["E38"])
    }

    @Test func `a file for which there is no flow at all says so`() throws {
        let project = try SampleProject()
        let text = "flow: example\nscenarios: {it: [{then: {at: start}}]}"
        let root = try #require(try project.root(text))
        let reader = ScenarioReader(root, flows: [], catalogs: project.catalogs)
        #expect(reader.problems.map(\.message) == ["there is no flow that could be walked"])
        #expect(reader.scenarios.isEmpty)
    }
}
