import Foundation
import Glibc
import Testing

@testable import paifang

extension Pty {
    /// `paifang check --watch`, which ends when it is told to.
    @Suite("Watching")
    struct WatchTests {
        private let home: CommandHome
        private let project: BrokenProject
        private let flow = "flows/wallet-signup.yaml"
        private let fine = "no errors, no warnings"

        init() throws {
            home = try CommandHome()
            project = try BrokenProject(in: home)
        }

        private func watch() throws -> PseudoTerminal {
            try PseudoTerminal(
                try #require(CommandHome.executable),
                ["check", "--watch", "-C", project.path],
                environment: ["TERM": "xterm", "TZ": "UTC", "HOME": home.path, "NO_COLOR": "1"]
            )
        }

        private func wait(_ terminal: PseudoTerminal, for text: String, times: Int = 1) throws {
            try terminal.wait(for: text) { terminal in
                terminal.transcript.components(separatedBy: text).count > times
            }
        }

        @Test func `each change is checked and named, until Ctrl-C`() throws {
            let terminal = try watch()
            try wait(terminal, for: fine)
            #expect(terminal.transcript.contains(" x 5 locales, "))
            #expect(terminal.transcript.contains(" ms)"))
            try project.replace("unavailable: trouble\n", by: "unavailable: truoble\n", in: flow)
            try wait(terminal, for: "error[E02]")
            let separator = /---- [0-9]{2}:[0-9]{2}:[0-9]{2} ---- wallet-signup\.yaml/
            #expect(terminal.transcript.contains(separator))
            try project.replace("truoble", by: "trouble", in: flow)
            try wait(terminal, for: fine, times: 2)
            terminal.send("\u{3}")
            #expect(try terminal.ending() == .exited(130))
        }

        @Test func `a folder that comes later is watched, too`() throws {
            let terminal = try watch()
            try wait(terminal, for: fine)
            let folder = project.path + "/locales/documents/user-agreement/2"
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
            try wait(terminal, for: fine, times: 2)
            try project.write("No title\n", to: "locales/documents/user-agreement/2/en.md")
            try wait(terminal, for: "error[E38]")
            terminal.process.signal(SIGTERM)
            #expect(try terminal.ending() == .exited(130))
        }

        @Test func `a flow that goes and comes back is missed and found`() throws {
            let terminal = try watch()
            let away = project.path + "/away"
            try wait(terminal, for: fine)
            try FileManager.default.moveItem(atPath: project.path + "/" + flow, toPath: away)
            try wait(terminal, for: "---- wallet-signup.yaml")
            try FileManager.default.moveItem(atPath: away, toPath: project.path + "/" + flow)
            try wait(terminal, for: "---- wallet-signup.yaml", times: 2)
            terminal.process.signal(SIGINT)
            #expect(try terminal.ending() == .exited(130))
        }

        @Test func `when nobody reads any more, it ends`() throws {
            let terminal = try watch()
            try wait(terminal, for: fine)
            terminal.hangUp()
            #expect(try terminal.ending() != .killed(SIGKILL))
        }
    }
}
