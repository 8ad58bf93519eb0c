import Glibc
import SQLiteStorage
import Sessions
import Testing

@testable import paifang

extension Pty {
    /// The program is killed while a person walks.
    @Suite("Killed walks")
    struct KilledWalkTests {
        /// Kills in each of the two runs, 200 in all (T1).
        private static let kills = 100

        /// What a person has seen to be kept.
        private struct Acknowledged {
            var header = ""
            var ticks: Set<String> = []
        }

        @Test(arguments: [UInt64(20_261_121), 7])
        func `what was ticked is there after a kill at any moment`(seed: UInt64) throws {
            var random = SeededRandom(seed: seed)
            let household = try Household()
            let speech = Speech("en")
            var accounts = 0
            var name: String?
            var seen = Acknowledged()
            var minutes = 0
            var last = ""
            for kill in 0..<Self.kills {
                if name == nil { seen = Acknowledged() }
                let pilot = Autopilot(address: "walker\(accounts)@example.com", speech: speech)
                let session = try name ?? begin(in: household, speech)
                name = session
                // High enough for every tick to be in sight.
                let terminal = try household.paifang(
                    ["run", "--resume", session, "--clock", "+\(minutes)m"], rows: 60)
                try terminal.wait(for: "a screen") {
                    !ScreenReading($0.screen).focus.isEmpty || pilot.isDone($0.screen)
                }
                expect(seen, on: terminal, kill: kill)
                // A letter whose delivery was killed comes when its lease has ended.
                let hasLetter = !ScreenReading(terminal.screen)
                    .isAt("1 \(speech("chrome.letter.paste"))")
                if !hasLetter { minutes += 2 }
                let isDone = try disturb(terminal, pilot, &random, &seen)
                try expectSound(household, session)
                last = terminal.screen.text
                if isDone {
                    accounts += 1
                    name = nil
                }
            }
            #expect(accounts > 0, "stuck at\n\(last)")
            for number in 0..<accounts {
                #expect(try household.account(of: "walker\(number)@example.com") != nil)
            }
        }

        /// Begins a walk and learns its name.
        private func begin(in household: Household, _ speech: Speech) throws -> String {
            let terminal = try household.paifang(["run", "--lang", "en"])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try person.at(speech("field.email.label"))
            return try person.leaveForNow()
        }

        /// Goes on for a while, then kills the program while it works; true where the walk was done before.
        private func disturb(
            _ terminal: PseudoTerminal, _ pilot: Autopilot, _ random: inout SeededRandom,
            _ seen: inout Acknowledged
        ) throws -> Bool {
            for _ in 0..<Int.random(in: 0...2, using: &random)
            where !pilot.isDone(terminal.screen) {
                try terminal.act(with: pilot)
                note(terminal, &seen)
            }
            note(terminal, &seen)
            if let keys = pilot.keys(for: terminal.screen) { terminal.send(keys) }
            // The moment of the kill: some microseconds after the key, or some thousands.
            let deadline = TerminalDescriptor.milliseconds + Int.random(in: 0...25, using: &random)
            while TerminalDescriptor.milliseconds < deadline,
                terminal.read(within: max(0, deadline - TerminalDescriptor.milliseconds))
            {}
            terminal.process.signal(SIGKILL)
            _ = try terminal.ending()
            if terminal.screen.isCursorVisible { note(terminal, &seen) }
            return pilot.isDone(terminal.screen)
        }

        /// Keeps in mind what is ticked; what stands at the pointer may be changing.
        private func note(_ terminal: PseudoTerminal, _ seen: inout Acknowledged) {
            let reading = ScreenReading(terminal.screen)
            let pointed = ScreenReading.squeezed(reading.focus.first ?? "").filter {
                !"▸✓✗".contains($0)
            }
            seen.header = reading.header
            seen.ticks = Set(reading.ticked.filter { pointed.isEmpty || !pointed.hasPrefix($0) })
        }

        /// Holds that everything that was ticked is; on a later step the rest is in the account.
        private func expect(_ seen: Acknowledged, on terminal: PseudoTerminal, kill: Int) {
            let reading = ScreenReading(terminal.screen)
            guard reading.header == seen.header else { return }
            let missing = seen.ticks.subtracting(reading.ticked)
            #expect(missing.isEmpty, "kill \(kill)\n\(terminal.screen.text)")
        }

        /// Holds that the file is whole, and that the journal leads up to the state.
        private func expectSound(_ household: Household, _ session: String) throws {
            let store = try household.store()
            #expect(try store.integrity() == [])
            let id = SessionID(session)
            let record = try #require(try store.session(id))
            let sequences = try store.journal(of: id).map(\.sequence)
            #expect(sequences == Array((sequences.first ?? 0)...record.sequence))
        }
    }
}
