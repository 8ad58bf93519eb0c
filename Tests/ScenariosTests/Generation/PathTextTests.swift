import Documents
import Flows
import Scenarios
import Testing
import YAML

@Suite("Generated paths as scenarios")
struct PathTextTests {
    @Test
    func `a path is printed as a scenario`() throws {
        let machine = try GenerationFlows.machine(GenerationFlows.timers)
        let paths = GeneratedPaths(machine)
        let text = paths.path(to: "fair")?.scenarioText(named: "a fair rate", on: machine)
        #expect(
            text == """
                flow: example
                given:
                  clock: 2026-03-01T09:00:00Z
                  locale: en
                  zone: UTC
                  effects: {score: {outcome: done, points: 89}}
                scenarios:
                  "a fair rate":
                    - when: {submit: {note: Sample}}
                      then: {at: enter}
                    - when: {submit: {pin: pass}}
                      then: {at: fair}

                """
        )
    }

    @Test
    func `time, links, buttons, signals, Back, changes and wrong answers are said`() throws {
        let timers = try GenerationFlows.machine(GenerationFlows.timers)
        let everything = try GenerationFlows.machine(GenerationFlows.everything)
        let lines = (texts(timers, 100) + texts(everything, 700))
            .flatMap { $0.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } } }
        for line in [
            "after: 10m", "when: {signal: account_suspended}", "when: {submit: {pin: wrong}}",
            "when: {press: assist}", "when: {press: back}", "when: {open_link: mail.confirm}",
            "when: {change: citizenship}", "after: 24h",
        ] {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test
    func `several ends of one effect stand in their order`() throws {
        let machine = try GenerationFlows.wallet()
        let edge = FlowEdge(
            from: "trouble_creating",
            cause: .event("try_again", branch: nil),
            to: "create"
        )
        let path = try #require(GeneratedPaths(machine).path(over: edge))
        // The call is still awaited at its end, which scenarios can't say.
        #expect(path.scenarioText(named: "again", on: machine) == nil)
        let done = PathStep(
            after: 0,
            event: .effect("create_account", "email_taken", gives: []),
            arrival: "already_there"
        )
        let longer = GeneratedPath(
            flow: path.flow,
            beginning: path.beginning,
            steps: path.steps + [done]
        )
        let text = try #require(longer.scenarioText(named: "again", on: machine))
        #expect(
            text.contains("create_account: [{outcome: failed}, {outcome: email_taken}]}\n")
        )
    }

    @Test
    func `an effect that is late can't be said`() throws {
        let machine = try GenerationFlows.wallet()
        let edge = FlowEdge(from: "check_mail", cause: .expiry, to: "abandoned")
        let path = GeneratedPaths(machine).path(over: edge)
        #expect(path != nil)
        #expect(path?.scenarioText(named: "late", on: machine) == nil)
    }

    @Test(arguments: ["project", "everything", "timers", "conditions"])
    func `what is printed is YAML that says the same`(name: String) throws {
        for machine in try GenerationFlows.named(name) {
            var compared = 0
            for path in GeneratedPaths(machine, maximumStates: 700).all {
                guard let text = path.scenarioText(named: "yes: it's #1", on: machine) else {
                    continue
                }
                let (root, problems) = YAMLReader.read(SourceText(path: "", text: text))
                #expect(problems.isEmpty)
                let entries = root?["scenarios"]?["yes: it's #1"]?.items ?? []
                let last = path.steps.last?.arrival.text
                #expect(entries.last?["then"]?["at"]?.text == last)
                let submits = path.steps.reversed().lazy.compactMap { step in
                    if case .submit(let answers) = step.event { answers } else { nil }
                }
                let written = entries.reversed().lazy.compactMap { $0["when"]?["submit"] }
                guard let answers = submits.first, let submit = written.first,
                    submit.entries?.contains(where: {
                        // An answer that is written as a wrong one is no submit of the path.
                        ["wrong", "000000"].contains($0.value.text)
                    }) == false
                else { continue }
                #expect(submit.entries?.map(\.key) == answers.map(\.field.text))
                for (entry, answer) in zip(submit.entries ?? [], answers) {
                    guard case .string(let text) = answer.sample.written else { continue }
                    compared += 1
                    #expect(entry.value.text == text)
                }
            }
            // Where nothing is asked there is nothing to compare.
            let asks = machine.definition.steps.contains { !$0.asked.isEmpty }
            #expect(compared > 0 || !asks, "\(machine.definition.name)")
        }
    }

    private func texts(_ machine: FlowMachine, _ states: Int) -> [String] {
        GeneratedPaths(machine, maximumStates: states).all.compactMap {
            $0.scenarioText(named: "x", on: machine)
        }
    }
}
