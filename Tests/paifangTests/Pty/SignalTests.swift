import Glibc
import Testing

@testable import paifang

extension Pty {
    /// Ways out that nobody chose, and pauses.
    @Suite("Signals")
    struct SignalTests {
        private let speech = Speech("ru")

        /// A walk whose address is taken, and the question after it is asked.
        private func begun(
            in household: Household,
            _ options: [String] = []
        ) throws -> PseudoTerminal {
            let terminal = try household.paifang(["run", "--lang", "ru"] + options)
            try terminal.walk(to: "field.captcha.label", in: speech)
            return terminal
        }

        private func expectKept(in household: Household) throws {
            let terminal = try household.paifang(["run", "--resume", "last"])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try person.at(speech("field.captcha.label"))
            #expect(person.hasTicked(SignUp(speech: speech).email))
        }

        @Test func `a window that is closed ends the program and keeps the answers`() throws {
            let household = try Household()
            let terminal = try begun(in: household)
            terminal.hangUp()
            #expect(try terminal.ending() == .exited(130))
            try expectKept(in: household)
        }

        @Test func `a window that is closed ends a plain walk, too`() throws {
            let household = try Household()
            let terminal = try household.paifang(["run", "--plain", "--lang", "ru"])
            let person = PlainPerson(terminal: terminal, speech: speech)
            try person.begin()
            try person.type(SignUp.address)
            terminal.hangUp()
            #expect(try terminal.ending() == .exited(130))
            try expectKept(in: household)
        }

        @Test(arguments: [SIGTERM, SIGINT])
        func `who ends the program from outside leaves the terminal as it was`(
            signal: Int32
        ) throws {
            let household = try Household()
            let terminal = try begun(in: household)
            terminal.process.signal(signal)
            #expect(try terminal.ending() == .exited(130))
            terminal.expectRestored()
            _ = try terminal.resumption(in: speech)
            try expectKept(in: household)
        }

        @Test func `Ctrl+Z gives the terminal to the shell, and the walk goes on later`() throws {
            let household = try Household()
            let terminal = try household.paifangInShell(["run", "--lang", "ru"])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try terminal.walk(to: "field.captcha.label", in: speech)
            #expect(terminal.screen.isPasteMarked)
            person.press("\u{1A}")
            try person.see("[stopped]")
            terminal.expectRestored()
            person.press("\n")
            try terminal.wait(for: "the screen") {
                $0.screen.isPasteMarked
                    && ScreenReading($0.screen).isAt(speech("field.captcha.label"))
                    && !ScreenReading($0.screen).says("[stopped]")
            }
            #expect(person.hasTicked(SignUp(speech: speech).email))
            person.press(DrawnPerson.leave)
            #expect(try terminal.ending() == .exited(130))
            terminal.expectRestored()
        }

        @Test func `a program that was stopped from outside takes the terminal again`() throws {
            let household = try Household()
            let terminal = try begun(in: household)
            let person = DrawnPerson(terminal: terminal, speech: speech)
            terminal.process.signal(SIGSTOP)
            terminal.restoreSettings()
            terminal.process.signal(SIGCONT)
            try terminal.wait(for: "raw mode") { !$0.settings.isSame(as: $0.settingsBefore) }
            person.press("zzz")
            try person.at(speech("field.captcha.label"), saying: "zzz")
        }
    }
}
