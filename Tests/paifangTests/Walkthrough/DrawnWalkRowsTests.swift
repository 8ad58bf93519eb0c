import Flows
import Localization
import Screens
import Sessions
import Testing

@testable import paifang

/// Keys where something is chosen or waited for, and ways out.
@Suite("DrawnWalk rows")
struct DrawnWalkRowsTests {
    @discardableResult
    private func walk(_ face: FakeWalk, _ terminal: FakeTerminal) -> WalkEnding {
        var walk = DrawnWalk(of: face, on: terminal, isInColor: true)
        return walk.run()
    }

    @Test func `a review sends to the answer with the number and comes back`() {
        let face = FakeWalk(at: .review)
        face.answers = ["gender": "female", "family_name": "Novak", "birth_date": "1.1.1990"]
        let terminal = FakeTerminal(typing: "3", "\r")
        walk(face, terminal)
        #expect(face.stage == .personal)
        #expect(terminal.screen.text.contains("▸ ✓ Date of birth"))
    }

    @Test func `a number of one digit is that row, wherever the pointer stood`() {
        let face = FakeWalk(at: .review)
        face.answers = ["gender": "female", "family_name": "Novak", "birth_date": "1.1.1990"]
        walk(face, FakeTerminal(typing: "2", "3", "1", "2\r"))
        #expect(face.changed == ["family_name"])
    }

    @Test func `a number that no row has leaves Enter without a row`() {
        let face = FakeWalk(at: .waiting)
        let terminal = FakeTerminal([.keys([.text("9")]), .idle, .keys([.enter])])
        walk(face, terminal)
        #expect(face.stage == .waiting)
        #expect(face.opened.isEmpty)
        #expect(!terminal.screen.text.contains("▸"))
        // The next key finds a row again.
        walk(face, FakeTerminal(typing: "9", "\u{1B}[B", "\r"))
        #expect(face.stage == .review)
    }

    @Test func `digits that were typed once too often leave a form where it is`() {
        let face = FakeWalk()
        face.answers = [
            "gender": "female", "family_name": "Novak", "birth_date": "1.1.1990",
            "citizenship": "CZ",
        ]
        let terminal = FakeTerminal(typing: "5", "\r")
        walk(face, terminal)
        #expect(face.stage == .secure)
    }

    @Test func `paging through a review ends at its confirmation`() {
        let face = FakeWalk(at: .review)
        #expect(
            walk(face, FakeTerminal(rows: 12, typing: "\u{1B}[6~", "\u{1B}[6~", "\r")) == .finished
        )
    }

    @Test func `End and Enter confirm a review`() {
        let face = FakeWalk(at: .review)
        #expect(walk(face, FakeTerminal(typing: "\u{1B}[F", "\r")) == .finished)
    }

    @Test(arguments: ["o", "\r", "1\r"])
    func `the letter's link can be followed with one key`(keys: String) {
        let face = FakeWalk(at: .waiting)
        walk(face, FakeTerminal(typing: keys))
        #expect(face.stage == .review)
    }

    @Test(arguments: [
        "\u{1B}[200~paifang open k3Jq0yXf\n\u{1B}[201~\r", "https://x/k3Jq0yXf\r", "2k3Jq0yXf\r",
    ])
    func `a link can be pasted at once, or typed where it is asked`(keys: String) {
        let face = FakeWalk(at: .waiting)
        walk(face, FakeTerminal(typing: keys))
        #expect(face.stage == .review)
    }

    @Test func `a wrong link is refused in words and the line is empty again`() {
        let face = FakeWalk(at: .waiting)
        let terminal = FakeTerminal(typing: "\u{1B}[200~nonsense\u{1B}[201~", "\r")
        walk(face, terminal)
        #expect(face.opened == ["nonsense"])
        #expect(terminal.screen.text.contains("✗ No such link."))
        #expect(!terminal.screen.text.contains("nonsense"))
    }

    @Test func `the countdown of a resend goes on by itself`() {
        let face = FakeWalk(at: .waiting)
        let terminal = FakeTerminal([.idle, .idle, .idle])
        terminal.beforeInput = { count, _ in face.now += count == 3 ? 40_000 : 1_000 }
        walk(face, terminal)
        #expect(terminal.views[0].contains("available in 40 s"))
        #expect(terminal.views[1].contains("available in 39 s"))
        #expect(!terminal.screen.text.contains("available in"))
    }

    @Test func `a link opened in another terminal moves this one`() {
        let face = FakeWalk(at: .waiting)
        face.movesBy = .review
        let terminal = FakeTerminal([.idle])
        walk(face, terminal)
        #expect(terminal.screen.text.contains("Check your answers"))
    }

    @Test func `a button that is refused says why`() {
        let face = FakeWalk(at: .waiting)
        let terminal = FakeTerminal(typing: "4\r")
        walk(face, terminal)
        #expect(face.pressed == ["resend"])
        #expect(terminal.screen.text.contains("✗ Too early."))
    }

    @Test func `what the service could not do is said, and the answer stays`() {
        let face = FakeWalk()
        face.failure = "failure.store"
        face.answers["gender"] = "female"
        let terminal = FakeTerminal(typing: "Novak\r", "\r")
        walk(face, terminal)
        #expect(terminal.views[1].contains("✗ Disk full."))
        #expect(face.answers["family_name"] == "Novak")
        #expect(!terminal.screen.text.contains("Disk full."))
    }

    @Test func `the end is left standing on the terminal`() {
        let terminal = FakeTerminal([])
        #expect(walk(FakeWalk(at: .end), terminal) == .finished)
        #expect(terminal.screen.text.contains("Your account: paifang run account"))
    }

    @Test func `a terminal that hangs up or a request to end is an ending`() {
        #expect(walk(FakeWalk(), FakeTerminal([.hungUp])) == .hungUp)
        #expect(walk(FakeWalk(), FakeTerminal([.interrupted])) == .left)
    }

    @Test func `after being suspended the screen is drawn anew below`() {
        let terminal = FakeTerminal([.suspended, .resumed])
        walk(FakeWalk(), terminal)
        #expect(terminal.suspensions == 1)
        #expect(terminal.screen.text.contains("About you"))
    }

    @Test func `any keys at any size never stop it or leave the edge`() {
        let keys = [
            "\r", "\t", "\u{1B}[Z", "\u{1B}[A", "\u{1B}[B", "\u{C}", "\u{1B}OP", "1", "я", "欧",
            "?", "=", "\u{F}", "\u{E}", "\u{12}", " ", "\u{1B}", "\u{1B}[5~", "\u{1B}[6~", "q",
            "\u{1B}[C", "\u{7F}", "o",
        ]
        var state: UInt64 = 7
        for (columns, rows) in [(40, 12), (80, 24), (20, 6), (132, 50)] {
            let texts = (0..<400).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return keys[Int(state >> 33) % keys.count]
            }
            var decoder = KeyDecoder()
            let terminal = FakeTerminal(
                columns: columns,
                rows: rows,
                texts.map { .keys(decoder.feed($0.utf8) + decoder.timeHasPassed()) }
            )
            let ending = walk(FakeWalk("zh"), terminal)
            #expect(ending == .hungUp || ending == .finished)
            #expect(!terminal.screen.hasWrapped)
            #expect(terminal.screen.unknown.isEmpty)
        }
    }
}
