import Documents
import Flows
import Localization
import Screens
import Testing

@testable import Scenarios

/// Walks that are played by a scripted person stand for real ones here.
@Suite("ScenarioRecorder")
struct ScenarioRecorderTests {
    /// A real walk in memory with a recorder beside it.
    private struct Recorded {
        var player: Player
        var recorder: ScenarioRecorder
        let project: SampleProject

        init(known: Bool = false) throws {
            project = try SampleProject()
            let stage = project.stage()
            let flow = try #require(stage.flows["example"])
            var given = Given()
            given.effects["find"] = [
                CannedOutcome(
                    outcome: "found",
                    gives: ["is_known": ScenarioText("\(known)", at: .start(of: "x"))]
                )
            ]
            player = try Player(
                given,
                flow: flow,
                on: stage,
                language: LanguageTag("en"),
                seed: 9,
                observer: Observer(stage: stage)
            )
            recorder = ScenarioRecorder(
                of: "example",
                on: stage,
                at: RecordedMoment(state: player.state, now: player.now)
            )
        }

        private var moment: RecordedMoment {
            RecordedMoment(
                state: player.state,
                now: player.now,
                problems: player.problems,
                refusal: player.input.refusal
            )
        }

        /// Answers as a person does, one after the other, and leaves the form.
        mutating func submit(_ answers: [(field: String, text: String)]) throws {
            let all = answers.map { field, text in
                ScenarioAnswer(
                    path: AnswerPath(FieldName(field)),
                    text: text,
                    range: .start(of: "x")
                )
            }
            var sheet = AnswerSheet(player: player)
            for answer in all { try sheet.read(answer) }
            try player.take(.answered(visit: player.state.visit, answers: sheet.values))
            for answer in answers { recorder.noteAnswer(to: FieldName(answer.field), moment) }
            try act(.submit, .submit(all, isLate: false))
        }

        mutating func act(_ action: RecordedAction, _ real: ScenarioAction?) throws {
            player.forgetRefusal()
            if let real { try player.perform(real) }
            recorder.note(action, moment)
        }

        mutating func wait(_ milliseconds: Int64) throws {
            try player.wait(milliseconds)
            recorder.note(.wait, moment)
        }
    }

    private func expectPassing(_ recorded: Recorded) throws {
        let text = recorded.recorder.text
        let result = try recorded.project.play(text)
        let failures = result.scenarios.flatMap(\.failures).flatMap(\.mismatches)
        #expect(result.passedCount == 1 && failures.isEmpty, "\(text)\n\(failures)")
    }

    @Test(arguments: [false, true])
    func `what the host said is kept, and decides what goes out`(isKnown: Bool) throws {
        var recorded = try Recorded(known: isKnown)
        try recorded.submit([("email", "a@example.org"), ("proof", "pass")])
        let text = recorded.recorder.text
        #expect(
            text.contains("effects: {find: {outcome: found, is_known: \"\(isKnown)\"}}"),
            "\(text)"
        )
        #expect(text.contains("then: {at: check}"))
        try expectPassing(recorded)
    }

    @Test func `time that passed is said, to the second, and a timer without an action`() throws {
        var recorded = try Recorded()
        try recorded.submit([("email", "a@example.org"), ("proof", "pass")])
        try recorded.player.wait(59_400)
        try recorded.act(.press("resend"), .press("resend", isLate: false))
        try recorded.player.wait(600)
        try recorded.act(.press("resend"), .press("resend", isLate: false))
        try recorded.wait(86_400_000)
        let text = recorded.recorder.text
        for part in [
            "- after: 59s\n      when: {press: resend}\n      then: {at: check, refused: too_soon}",
            "- after: 1s\n      when: {press: resend}\n      then: {at: check}",
            "- after: 24h\n      then: {at: late}",
        ] {
            #expect(text.contains(part), "\(text)")
        }
        try expectPassing(recorded)
    }

    @Test func `answers that are neither personal nor secret stay, so that the way does`() throws {
        var recorded = try Recorded()
        try recorded.submit([("email", "d@example.org"), ("proof", "pass")])
        try recorded.act(.openLink, .openLink(letter: "mail.confirm", which: nil))
        try recorded.submit([("animal", "dog"), ("born", "1990-05-17")])
        let text = recorded.recorder.text
        #expect(text.contains("animal: dog"))
        #expect(text.contains("then: {at: done, ended: done}"))
        try expectPassing(recorded)
    }

    @Test func `what can't be said ends the recording, and what was said still passes`() throws {
        var recorded = try Recorded()
        try recorded.submit([("email", "a@example.org"), ("proof", "pass")])
        // The link is opened, but nobody says so: from here on both walks stand at different steps.
        try recorded.player.perform(.openLink(letter: "mail.confirm", which: nil))
        try recorded.act(.back, .back(isLate: false))
        #expect(recorded.recorder.end == "check")
        try expectPassing(recorded)
    }
}
