import Localization
import Testing

@testable import paifang

extension Pty {
    /// The letter, its link, and how often it comes.
    @Suite("Letters")
    struct LetterTests {
        private let speech = Speech("ru")

        @Test func `a link that is opened in another terminal moves the screen that waits`() throws
        {
            let household = try Household()
            let first = try household.paifang(["run", "--lang", "ru"])
            let code = try first.walkToLetter(in: speech)
            let second = try household.paifang(["open"])
            try second.wait(for: "a prompt") { $0.transcript.hasSuffix("> ") }
            second.send(code + "\n")
            #expect(try second.ending() == .exited(0))
            second.expectNever([code])
            second.expectRestored()
            // Nobody presses a key here.
            let person = DrawnPerson(terminal: first, speech: speech)
            try person.at(speech("field.gender.label"))
        }

        @Test func `a letter's file opens its link, and a plain walk tells what follows`() throws {
            let household = try Household()
            let first = try household.paifang(["run", "--plain", "--lang", "ru"])
            let person = PlainPerson(terminal: first, speech: speech)
            try person.begin()
            try person.type(SignUp.address)
            try person.passCaptcha()
            try person.accept("agreement", document: "user-agreement")
            try person.heard(speech("wallet-signup.check_mail.title"))
            let second = try household.paifang(["open", household.lastLetter()])
            #expect(try second.ending() == .exited(0))
            try first.wait(for: "what follows") {
                $0.transcript.contains(speech("wallet-signup.personal.title"))
            }
        }

        @Test func `a letter comes again after a while, and not too often`() throws {
            let household = try Household()
            let first = try household.paifang(["run", "--lang", "ru"])
            _ = try first.walkToLetter(in: speech)
            let again = speech("wallet-signup.check_mail.resend")
            let person = DrawnPerson(terminal: first, speech: speech)
            let seconds = try countdown(on: first)
            try first.wait(for: "fewer than \(seconds) s") { terminal in
                (1..<seconds).contains { ScreenReading(terminal.screen).says(readyIn($0)) }
            }
            person.press("4\r")
            try first.wait(for: "a refusal") { terminal in
                (1..<60).contains { ScreenReading(terminal.screen).says(tooSoon($0)) }
            }
            let name = try person.leaveForNow()
            var codes: Set<String> = []
            for minutes in [2, 4, 6] {
                let later = try household.paifang([
                    "run", "--resume", name, "--clock", "+\(minutes)m",
                ])
                let before = try later.walkToLetter(in: speech)
                codes.insert(before)
                try later.press(4, again, speech)
                try later.wait(for: "another letter") { terminal in
                    let code = terminal.screen.text.firstMatch(of: /[A-Za-z0-9_-]{43}/)
                    return code.map { String($0.0) != before } ?? false
                }
                _ = try DrawnPerson(terminal: later, speech: speech).leaveForNow()
            }
            #expect(codes.count == 3)
            let last = try household.paifang(["run", "--resume", name, "--clock", "+8m"])
            _ = try last.walkToLetter(in: speech)
            let tomorrow = speech("chrome.sends.ready_in_hours", ["hours": .integer(24)])
            #expect(ScreenReading(last.screen).says("\(again) \(tomorrow)"))
            try last.press(4, again, speech)
            try DrawnPerson(terminal: last, speech: speech).see(speech("refused.used_up"))
        }

        @Test func `a day later the link is dead, and a new one can be sent`() throws {
            let household = try Household()
            let first = try household.paifang(["run", "--lang", "ru"])
            let code = try first.walkToLetter(in: speech)
            let name = try DrawnPerson(terminal: first, speech: speech).leaveForNow()
            let later = try household.paifang(["run", "--resume", name, "--clock", "+25h"])
            let person = DrawnPerson(terminal: later, speech: speech)
            try person.see(speech("wallet-signup.link_expired.title"))
            try person.at("1 \(speech("wallet-signup.link_expired.send_again"))")
            person.press("\r")
            let fresh = try later.walkToLetter(in: speech)
            #expect(fresh != code)
            person.press("\u{1B}[200~\(code)\u{1B}[201~")
            try person.at("2 \(speech("chrome.letter.paste"))", saying: String(code.prefix(20)))
            person.press("\r")
            try later.wait(for: "a refusal") { terminal in
                ["refused.expired", "refused.superseded"].contains {
                    ScreenReading(terminal.screen).says(speech($0))
                }
            }
            person.press("\u{1B}[200~paifang open \(fresh)\n\u{1B}[201~\r")
            try person.at(speech("field.gender.label"))
        }

        private func readyIn(_ seconds: Int) -> String {
            speech("chrome.sends.ready_in", ["seconds": .integer(Int64(seconds))])
        }

        private func tooSoon(_ seconds: Int) -> String {
            speech("refused.too_soon", ["wait_seconds": .integer(Int64(seconds))])
        }

        /// The seconds that are still to be waited, as the button says.
        private func countdown(on terminal: PseudoTerminal) throws -> Int {
            let reading = ScreenReading(terminal.screen)
            guard let seconds = (1...60).first(where: { reading.says(readyIn($0)) }) else {
                throw terminal.failure("no countdown")
            }
            return seconds
        }
    }
}

extension PseudoTerminal {
    /// Chooses a row by its number, and presses it.
    func press(_ number: Int, _ words: String, _ speech: Speech) throws {
        send(String(number))
        try wait(for: words) { ScreenReading($0.screen).isAt("\(number) \(words)") }
        send("\r")
    }
}
