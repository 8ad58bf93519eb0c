import Flows
import Localization
import Screens
import Sessions
import Testing

@testable import paifang

/// Answers that are there already: what keeps them, and what is said about them.
@Suite("DrawnWalk answers")
struct DrawnWalkAnswersTests {
    @discardableResult
    private func walk(_ face: FakeWalk, _ terminal: FakeTerminal) -> WalkEnding {
        var walk = DrawnWalk(of: face, on: terminal, isInColor: true)
        return walk.run()
    }

    private var complete: [FieldName: String] {
        [
            "gender": "female", "family_name": "Novak", "birth_date": "27.03.1990",
            "citizenship": "CZ",
        ]
    }

    @Test func `a step that is entered begins at its first field`() {
        let face = FakeWalk()
        face.answers = complete.merging(["password": "kept", "landline": "1"]) { $1 }
        let terminal = FakeTerminal(typing: "\r")
        walk(face, terminal)
        #expect(terminal.screen.text.contains("▸ ✓ Landline"))
    }

    @Test func `a step that is answered begins at Continue`() {
        let face = FakeWalk(at: .secure)
        face.answers = complete
        let terminal = FakeTerminal(typing: "\u{1B}[Z")
        walk(face, terminal)
        #expect(terminal.screen.text.contains("▸ [ Continue ]"))
    }

    @Test func `keys that choose nothing leave the answers as they are`() {
        let face = FakeWalk()
        face.answers = complete
        walk(face, FakeTerminal(typing: "\u{1B}[H", "\u{1B}[B", "\r", "\u{1B}[B", "\u{1B}[B", "\r"))
        #expect(face.answers == complete)
        #expect(face.stage == .secure)
    }

    @Test func `the option that is the answer is marked, and arrows to the side change it`() {
        let face = FakeWalk()
        face.answers = ["gender": "male"]
        let terminal = FakeTerminal(typing: "\u{1B}[A", "\u{1B}[D", "\r")
        walk(face, terminal)
        #expect(terminal.views[1].contains("(•) 2 Male"))
        #expect(terminal.views[2].contains("(•) 1 Female"))
        #expect(face.answers["gender"] == "female")
    }

    @Test func `a secret that breaks a rule is not asked for once more`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "weak\r", "730164\r")
        walk(face, terminal)
        #expect(terminal.views[2].contains("Error: Too easy."))
        #expect(!terminal.views[2].contains("The same once more"))
        #expect(!terminal.views[3].contains("Error:"))
        #expect(terminal.views[3].contains("Payment password"))
        #expect(face.secrets.isEmpty)
    }

    @Test func `what is wrong with a code is said at once, and the line is empty for the next`() {
        let face = FakeWalk()
        face.asksCode = true
        let terminal = FakeTerminal(typing: "000000", "\r", "123456", "\r")
        walk(face, terminal)
        #expect(!terminal.views[1].contains("Error:"))
        #expect(terminal.views[2].contains("✗ Code"))
        #expect(terminal.views[2].contains("Error: Another code was sent."))
        #expect(!terminal.views[2].contains("000000"))
        #expect(!terminal.views[3].contains("Error:"))
        #expect(terminal.views[4].contains("✓ Code"))
        #expect(face.answers["sms_code"] == "123456")
    }

    @Test func `a wrong code is told also where Continue takes it, and arrows do not try it`() {
        let face = FakeWalk()
        face.answers = complete
        face.asksCode = true
        let down = "\u{1B}[B"
        let terminal = FakeTerminal(typing: "000000", down, down, down, down, down, "\r")
        walk(face, terminal)
        #expect(terminal.views.dropLast().allSatisfy { !$0.contains("Error:") })
        #expect(terminal.screen.text.contains("Error: Another code was sent."))
        #expect(face.stage == .personal)
    }

    @Test func `arrows do not give the answer to a question against robots`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept"]
        walk(face, FakeTerminal(typing: "5", "\u{1B}[B"))
        #expect(face.answers["captcha"] == nil)
    }

    @Test func `another question has no error of the one before`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept"]
        let terminal = FakeTerminal(typing: "\r", "\u{E}")
        walk(face, terminal)
        #expect(terminal.views[1].contains("Error:"))
        #expect(!terminal.screen.text.contains("Error:"))
    }

    @Test func `a blank ticks an agreement whatever was typed`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2"]
        let terminal = FakeTerminal(typing: "nope", "\r", "no", " ", "\r")
        walk(face, terminal)
        #expect(!terminal.views[2].contains("nope"))
        #expect(face.answers["agreement"] == "true")
    }

    @Test func `an offer is shown and taken in place of an answer`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1"]
        let terminal = FakeTerminal(typing: "\u{1B}[Z", "=")
        walk(face, terminal)
        #expect(terminal.views[1].contains("Same as mobile"))
        #expect(face.answers["landline"] == "+7900")
    }

    @Test func `an option that is not there leaves all of them to be seen`() {
        let terminal = FakeTerminal(typing: "zzz")
        walk(FakeWalk(), terminal)
        #expect(terminal.screen.text.contains("( ) 2 Male"))
    }

    @Test func `Esc leaves the line for a link`() {
        let terminal = FakeTerminal(typing: "2", "abc", "\u{1B}")
        walk(FakeWalk(at: .waiting), terminal)
        #expect(terminal.views[2].contains("› abc"))
        #expect(!terminal.screen.text.contains("abc"))
        #expect(terminal.screen.text.contains("▸ 1  Open the link"))
    }

    @Test func `a refusal is seen in a small window`() {
        let terminal = FakeTerminal(columns: 50, rows: 12, typing: "4", "\r")
        walk(FakeWalk(at: .waiting), terminal)
        #expect(terminal.screen.text.contains("✗ Too early."))
    }

    @Test func `a letter that was sent again is said`() {
        let face = FakeWalk(at: .waiting)
        face.isReady = true
        let terminal = FakeTerminal(typing: "4", "\r", "\u{1B}[B")
        walk(face, terminal)
        #expect(terminal.views[2].contains("✓ A new email has been sent."))
        #expect(!terminal.screen.text.contains("A new email"))
    }

    @Test(arguments: SampleWords.languages)
    func `the keys stand on one line of 80 columns`(language: LanguageTag) {
        for stage in FakeWalk.stages where stage != .end {
            let terminal = FakeTerminal(typing: "")
            walk(FakeWalk(language.rawValue, at: stage), terminal)
            let edge = terminal.views[0].split(separator: "\n").lastIndex { $0.hasPrefix("──") }
            #expect(edge == terminal.views[0].split(separator: "\n").count - 2)
        }
    }

    @Test func `help names the keys of the field`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept"]
        let terminal = FakeTerminal(typing: "\u{1B}OP")
        walk(face, terminal)
        #expect(terminal.screen.text.contains("Ctrl+N"))
    }
}
