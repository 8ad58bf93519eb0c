import Flows
import Localization
import Screens
import Sessions
import Testing

@testable import paifang

/// What keys do; what it looks like is in `PageTests`.
@Suite("DrawnWalk")
struct DrawnWalkTests {
    @discardableResult
    private func walk(_ face: FakeWalk, _ terminal: FakeTerminal) -> WalkEnding {
        var walk = DrawnWalk(of: face, on: terminal, isInColor: true)
        return walk.run()
    }

    @Test func `answers typed one after the other lead to the next step`() {
        let face = FakeWalk()
        let terminal = FakeTerminal(
            typing: "f",
            "\r",
            "Novak\r",
            "27.03.1990\r",
            "cze",
            "\r",
            "\r"
        )
        walk(face, terminal)
        #expect(
            face.answers == [
                "gender": "female", "family_name": "Novak", "birth_date": "27.03.1990",
                "citizenship": "CZ",
            ]
        )
        #expect(face.stage == .secure)
    }

    @Test func `every answer that was taken stays visible with a tick`() {
        let terminal = FakeTerminal(typing: "1\r", "Novak\r")
        walk(FakeWalk(), terminal)
        #expect(terminal.screen.text.contains("✓ Gender"))
        #expect(terminal.screen.text.contains("✓ Last name"))
        #expect(terminal.screen.text.contains("Novak"))
    }

    @Test func `no option is taken unless it was chosen`() {
        let face = FakeWalk()
        let terminal = FakeTerminal(typing: "\r")
        walk(face, terminal)
        #expect(face.answers.isEmpty)
        #expect(terminal.screen.text.contains("Error: This is needed."))
    }

    @Test func `arrows choose an option, and Up on the first stays there`() {
        let face = FakeWalk()
        walk(face, FakeTerminal(typing: "\u{1B}[B\u{1B}[B\u{1B}[A\r"))
        #expect(face.answers["gender"] == "female")
    }

    @Test func `a digit after a digit begins a new number where none is that great`() {
        let face = FakeWalk()
        walk(face, FakeTerminal(typing: "1", "2", "\r"))
        #expect(face.answers["gender"] == "male")
    }

    @Test func `a refused answer stays in the line and can be corrected`() {
        let face = FakeWalk("ru")
        let terminal = FakeTerminal(
            typing: "1\r",
            "Novak\r",
            "31.02.1990\r",
            "\u{1B}[H\u{1B}[3~\u{1B}[3~27\r"
        )
        walk(face, terminal)
        #expect(terminal.views[3].contains("✗ Дата рождения  31.02.1990"))
        #expect(face.answers["birth_date"] == "27.02.1990")
    }

    @Test func `another language changes the problem and keeps what is typed`() {
        let face = FakeWalk("ru")
        let terminal = FakeTerminal(
            typing: "1\r",
            "Novak\r",
            "31.02.1990\r",
            "\u{C}",
            "3",
            "\r"
        )
        walk(face, terminal)
        #expect(terminal.screen.text.contains("出生日期"))
        #expect(terminal.screen.text.contains("31.02.1990"))
        #expect(terminal.screen.text.contains("错误：1990年2月只有28天。"))
        #expect(!terminal.screen.text.contains("феврале"))
    }

    @Test func `a Latin spelling stands below the answer, and Tab right behind it takes it`() {
        let taken = FakeWalk()
        let terminal = FakeTerminal(typing: "1\r", "Воронцова\r", "\t", "27.03.1990\r")
        walk(taken, terminal)
        #expect(terminal.views[2].contains("Latin: VORONTSOVA (Tab takes it)"))
        #expect(terminal.views[2].contains("▸   Date of birth"))
        #expect(terminal.views[3].contains("▸   Date of birth"))
        #expect(!terminal.views[3].contains("Latin: VORONTSOVA"))
        #expect(taken.answers["family_name"] == "VORONTSOVA")
        #expect(taken.answers["birth_date"] == "27.03.1990")
    }

    @Test func `a Latin spelling is left by going on`() {
        let left = FakeWalk()
        let terminal = FakeTerminal(typing: "1\r", "Воронцова\r", "2", "7.03.1990\t")
        walk(left, terminal)
        #expect(!terminal.views[3].contains("Latin: VORONTSOVA"))
        #expect(left.answers["family_name"] == "Воронцова")
        #expect(left.answers["birth_date"] == "27.03.1990")
    }

    @Test(arguments: ["=", "\u{F}"])
    func `the offer is taken with one key`(key: String) {
        let face = FakeWalk(at: .secure)
        walk(face, FakeTerminal(typing: key))
        #expect(face.answers["landline"] == "+7900")
    }

    @Test func `an equals sign inside an answer is only a sign`() {
        let face = FakeWalk(at: .secure)
        walk(face, FakeTerminal(typing: "1=2\r"))
        #expect(face.answers["landline"] == "1=2")
    }

    @Test func `a secret is asked twice and never seen`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "730164\r", "730164\r")
        walk(face, terminal)
        #expect(face.secrets == [["730164", "730164"]])
        #expect(terminal.views[2].contains("The same once more"))
        #expect(!(terminal.views + terminal.screen.history).contains { $0.contains("730164") })
    }

    @Test func `what can't be a secret is said before it is typed once more`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "123\r", "730164\r", "730164\r")
        walk(face, terminal)
        #expect(terminal.views[2].contains("Error: "))
        #expect(!terminal.views[2].contains("The same once more"))
        #expect(face.secrets == [["730164", "730164"]])
    }

    @Test func `two different secrets are a problem, and both are asked again`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "730164\r", "1\r", "5\r", "5\r")
        walk(face, terminal)
        #expect(terminal.views[3].contains("Error: The two differ."))
        #expect(face.secrets == [["730164", "1"], ["5", "5"]])
        #expect(face.answers["password"] == "kept")
    }

    @Test func `an empty line says again what is wrong with a secret`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "730164\r", "1\r", "\r")
        walk(face, terminal)
        #expect(terminal.views[4].contains("Error: The two differ."))
        #expect(face.secrets == [["730164", "1"]])
    }

    @Test func `Enter on a kept secret keeps it`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept"]
        walk(face, FakeTerminal(typing: "\u{1B}[Z", "\r", "2\r"))
        #expect(face.secrets.isEmpty)
        #expect(face.answers["captcha"] == "2")
    }

    @Test func `another question comes with Ctrl+N`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept"]
        let terminal = FakeTerminal(typing: "\u{E}")
        walk(face, terminal)
        #expect(terminal.screen.text.contains("2 + 1?"))
    }

    @Test func `an agreement needs a yes of its own`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2"]
        let terminal = FakeTerminal(typing: "\r", " ", "\r")
        walk(face, terminal)
        #expect(terminal.views[1].contains("Error: This is needed."))
        #expect(terminal.views[2].contains("[x] I accept"))
        #expect(face.answers["agreement"] == "true")
    }

    @Test func `an agreement in English for now says so above its text`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2"]
        face.isRenewed = true
        let terminal = FakeTerminal(typing: "\u{12}", "q")
        walk(face, terminal)
        let note = Messages.opening(of: "note.consent.renewed").prefix(30)
        #expect(terminal.views[1].contains(note), "\(terminal.views[1])")
    }

    @Test func `an agreement can be read in full and left again`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2"]
        let terminal = FakeTerminal(
            typing: "\u{12}",
            "\u{1B}[F",
            "\u{1B}[A",
            "\u{1B}[H",
            "q",
            " \r"
        )
        walk(face, terminal)
        #expect(terminal.views[1].contains("You may leave.") && terminal.views[1].contains("↓"))
        #expect(terminal.views[2].contains("Point 30 of the agreement."))
        #expect(terminal.views[4].contains("Agreement"))
        #expect(face.answers["agreement"] == "true")
    }

    @Test(arguments: ["c", "acc", "1"])
    func `an agreement is not accepted by letters that its words happen to have`(typed: String) {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2"]
        walk(face, FakeTerminal(typing: typed, "\r"))
        #expect(face.answers["agreement"] != "true")
    }

    @Test func `an optional yes or no stays open where nothing is chosen`() {
        let face = FakeWalk(at: .secure)
        face.answers = ["landline": "1", "password": "kept", "captcha": "2", "agreement": "true"]
        walk(face, FakeTerminal(typing: "\r", "\r"))
        #expect(face.answers["refund"] == nil)
        #expect(face.stage == .waiting)
    }

    @Test func `yes and no are chosen with arrows or with the reader's letter`() {
        for keys in ["\u{1B}[C\r", "д\r", " \r"] {
            let face = FakeWalk("ru", at: .secure)
            face.answers = [
                "landline": "1", "password": "kept", "captcha": "2", "agreement": "true",
            ]
            walk(face, FakeTerminal(typing: keys))
            #expect(face.answers["refund"] == "true")
        }
    }

    @Test func `Continue goes to the first answer that is missing`() {
        let face = FakeWalk()
        let terminal = FakeTerminal(typing: "\t\t\t\t", "\r", "1\r")
        walk(face, terminal)
        #expect(terminal.views[2].contains("4 answers need correcting."))
        #expect(face.answers["gender"] == "female")
    }

    @Test func `what was typed and left with the arrows is taken on Continue`() {
        let face = FakeWalk()
        face.answers = ["gender": "female", "birth_date": "27.03.1990", "citizenship": "CZ"]
        walk(face, FakeTerminal(typing: "Novak\u{1B}[A", "\t\t\t\t", "\r"))
        #expect(face.answers["family_name"] == "Novak")
        #expect(face.stage == .secure)
    }

    @Test func `Shift+Tab goes to the field before, and from the first to the step before`() {
        let face = FakeWalk(at: .secure)
        let terminal = FakeTerminal(typing: "=", "\u{1B}[Z", "\u{1B}[Z")
        walk(face, terminal)
        #expect(terminal.views[2].contains("▸ ✓ Landline"))
        #expect(face.stage == .personal)
    }

    @Test func `help opens on an empty field only`() {
        let face = FakeWalk()
        let terminal = FakeTerminal(typing: "1\r", "?", "\u{1B}", "a?", "\u{1B}OP")
        walk(face, terminal)
        #expect(terminal.views[2].contains("Help is here."))
        #expect(terminal.views[3].contains("About you"))
        #expect(terminal.views[4].contains("a?"))
        #expect(terminal.views[5].contains("Help is here."))
    }

    @Test func `Ctrl+C saves, leaves and says how to go on, in the reader's language`() {
        let terminal = FakeTerminal(typing: "\u{3}")
        #expect(walk(FakeWalk("ru"), terminal) == .left)
        #expect(
            terminal.screen.text.contains("Чтобы продолжить, выполните `paifang run --resume 7c1e`")
        )
        #expect(!terminal.screen.text.contains("Ctrl+C"))
        #expect(terminal.screen.cursor.column == 0)
    }
}
