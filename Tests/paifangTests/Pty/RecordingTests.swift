import Foundation
import Glibc
import Testing

@testable import paifang

extension Pty {
    /// Walks in a terminal that are recorded, and what `paifang test` says of them.
    @Suite("Recordings in a terminal")
    struct RecordingTests {
        private let speech = Speech("ru")
        private let other = Speech("zh")

        /// How somebody stops a program.
        enum Stop: CaseIterable {
            case key, signal
        }

        private func stop(_ terminal: PseudoTerminal, by stop: Stop) throws {
            switch stop {
            case .key: terminal.send(DrawnPerson.leave)
            case .signal: terminal.process.signal(SIGINT)
            }
            #expect(try terminal.ending() == .exited(130))
            terminal.expectRestored()
        }

        /// What was recorded; it passes, and nothing of what was typed is in it.
        private func recording(in file: String, of household: Household) throws -> String {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let played = try household.paifang(["test", file, "--report", "text"])
            let ending = try played.ending()
            #expect(ending == .exited(0), "\(text)\n\(played.transcript)")
            let story = SignUp(speech: speech)
            let typed = [story.email] + story.personal.prefix(4) + story.address + [story.mobile]
            let words = typed.flatMap { [$0.wrong, $0.right, $0.shown ?? ""] } + SignUp.secrets
            for word in words where word.count > 3 {
                #expect(!text.contains(word), "\(word) in:\n\(text)")
            }
            return text
        }

        private func expect(_ parts: [String], in text: String) {
            for part in parts { #expect(text.contains(part), "\(part) is missing in:\n\(text)") }
        }

        @Test(arguments: Stop.allCases)
        func `a drawn walk that is stopped on the way leaves a scenario of what was done`(
            by way: Stop
        ) throws {
            let household = try Household()
            let file = household.path(of: "walk.yaml")
            let terminal = try household.paifang(["run", "--lang", "ru", "--record", file])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            let story = SignUp(speech: speech)
            try person.answer(story.email)
            try person.passCaptcha()
            try person.accept("agreement", document: "user-agreement", by: " ")
            try person.atContinue()
            person.press("\r")
            try person.see(speech("wallet-signup.check_mail.title"))
            person.press("\r")
            for question in story.personal.prefix(3) { try person.answer(question) }
            try person.fail(story.personal[3])
            try person.choose(other)
            let foreigner = DrawnPerson(terminal: terminal, speech: other)
            try foreigner.at(story.personal[3].label(in: other))
            try stop(terminal, by: way)
            let text = try recording(in: file, of: household)
            expect(
                [
                    "locale: ru", "errors: {email: no_at}", "errors: {captcha: wrong}",
                    "captcha: pass", "open_link: mail.confirm_email", "gender: female",
                    "errors: {birth_date: no_such_day}", "when: {switch_locale: zh}",
                ],
                in: text
            )
        }

        @Test func `a drawn walk with a way back and a change ends as it was recorded`() throws {
            let household = try Household()
            let file = household.path(of: "walk.yaml")
            let terminal = try household.paifang(["run", "--lang", "ru", "--record", file])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try terminal.walk(to: "field.document_type.label", in: speech)
            person.press(DrawnPerson.back)
            try person.see(speech("wallet-signup.personal.title"))
            try person.atContinue()
            person.press("\r")
            try person.at(speech("field.document_type.label"))
            let pilot = Autopilot(address: SignUp.address, speech: speech)
            try terminal.walk(with: pilot) { pilot.isDone($0) }
            #expect(try terminal.ending() == .exited(0))
            let text = try recording(in: file, of: household)
            expect(["press: back}", "at: registered, ended: registered"], in: text)
            terminal.expectNever(SignUp.secrets)
        }

        @Test func `Ctrl+C in a walk line by line leaves a scenario, too`() throws {
            let household = try Household()
            let file = household.path(of: "walk.yaml")
            let terminal = try household.paifang(
                ["run", "--plain", "--lang", "ru", "--record", file]
            )
            let person = PlainPerson(terminal: terminal, speech: speech)
            try person.begin()
            try person.answer(SignUp(speech: speech).email)
            try person.passCaptcha()
            _ = try person.leaveForNow()
            let text = try recording(in: file, of: household)
            expect(["errors: {email: no_at}", "errors: {captcha: wrong}"], in: text)
        }

        @Test func `a walk that is stopped before anything was done is a scenario`() throws {
            let household = try Household()
            let file = household.path(of: "walk.yaml")
            let terminal = try household.paifang(["run", "--lang", "ru", "--record", file])
            try DrawnPerson(terminal: terminal, speech: speech)
                .at(SignUp(speech: speech).email.label(in: speech))
            try stop(terminal, by: .signal)
            expect(["- then: {ended: false}"], in: try recording(in: file, of: household))
        }
    }
}
