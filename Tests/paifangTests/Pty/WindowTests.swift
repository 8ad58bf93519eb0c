import Localization
import Testing

@testable import paifang

extension Pty {
    /// Small windows, and windows that change.
    @Suite("Windows")
    struct WindowTests {
        @Test(arguments: ["ru", "zh"])
        func `a whole walk fits into 40 by 12`(language: String) throws {
            let household = try Household()
            let speech = Speech(language)
            let terminal = try household.paifang(
                ["run", "--lang", language],
                columns: 40,
                rows: 12
            )
            let pilot = Autopilot(address: SignUp.address, speech: speech)
            try terminal.walk(with: pilot) { screen in
                #expect(screen.lines.allSatisfy { DisplayWidth.cells($0) <= 40 })
                return pilot.isDone(screen)
            }
            #expect(try terminal.ending() == .exited(0))
            #expect(!terminal.screen.hasWrapped)
            terminal.expectRestored()
        }

        @Test func `another size in the middle of an answer changes only the lines`() throws {
            let household = try Household()
            let speech = Speech("ru")
            let label = speech("field.birth_date.label")
            let terminal = try household.paifang(["run", "--lang", "ru"])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try terminal.walk(to: "field.birth_date.label", in: speech)
            person.press("27 февраля")
            try person.at(label, saying: "27 февраля")
            for (columns, rows) in [(40, 12), (120, 40), (60, 18), (80, 24)] {
                terminal.resize(columns: columns, rows: rows)
                try terminal.wait(for: "the frame at \(columns) by \(rows)") { terminal in
                    let reading = ScreenReading(terminal.screen)
                    let rules = reading.lines.filter { $0.hasPrefix("──────") }
                    return rules.count == 2
                        && rules.allSatisfy { DisplayWidth.cells($0) > columns - 2 }
                        && reading.isAt(label, saying: "27 февраля")
                }
                #expect(
                    person.reading.lines.filter { $0.contains("Paifang ·") }.count == 1
                )
                #expect(person.reading.lines.allSatisfy { DisplayWidth.cells($0) <= columns })
            }
            person.press(" 1990\r")
            try person.at(speech("field.citizenship.label"))
            #expect(person.hasTicked(SignUp(speech: speech).personal[3]))
        }
    }
}
