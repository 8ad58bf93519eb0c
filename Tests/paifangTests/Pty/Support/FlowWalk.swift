import Localization
import Testing

@testable import paifang

/// A flow as somebody walks it on a drawn screen to its end, in one language.
struct FlowWalk: Sendable, CustomTestStringConvertible {
    /// One thing that is typed, pressed or read on the way; words are named by their keys.
    enum Move: Sendable {
        /// Reads something, such as the title of the next step.
        case see(String)
        /// Types an answer at a question.
        case type(String, at: String)
        /// Chooses an option at a question by its words.
        case choose(String, at: String)
        /// Finds a country at a question by the beginning of its name.
        case country(String, at: String)
        /// Goes past a question that is answered already.
        case keep(String)
        /// Types an answer at a question, and reads there what is wrong with it.
        case mistake(String, at: String, says: String, with: [String: MessageArgument] = [:])
        /// Types a new secret at a question, and once more.
        case secret(String, at: String)
        /// Answers a question against robots wrongly, asks for another one, and answers that.
        case captcha
        /// Reads a document and accepts it.
        case accept(String, document: String)
        /// Types a wrong code, reads so, and types the one from the short message.
        case code
        /// Follows the link of the letter that was just sent.
        case openLink
        /// Gives a file of the household's folder at a question.
        case file(String, at: String)
        /// Goes on from a form.
        case proceed
        /// Confirms a review.
        case confirm
        /// Presses a button.
        case press(String)
        /// Does the whole wallet sign-up from where it stands.
        case signUp
        /// Somebody else decides with `paifang review`, the walk's name behind the first word.
        case review([String])
    }

    /// A flow that is walked with a file of answers.
    struct Preparation: Sendable {
        let flow: String
        let answers: String

        /// The account of the walks.
        static let account = Preparation(flow: "wallet-signup", answers: AnswerTexts.plain.yaml)
    }

    let flow: String
    let language: String
    /// What is given on the command line.
    var options: [String] = []
    /// What was walked before, with files of answers.
    var before = [Preparation.account]
    /// The title of the last screen.
    let end: String
    let moves: [Move]

    var testDescription: String { "\(flow) in \(language)" }
}

/// Somebody who walks a flow.
struct FlowWalker {
    let household: Household
    let person: DrawnPerson

    private var speech: Speech { person.speech }
    private var terminal: PseudoTerminal { person.terminal }

    /// Does one thing, and waits until the screen shows what that takes.
    func take(_ move: FlowWalk.Move) throws {
        switch move {
        case .see(let words): try person.see(speech(words))
        case .type(let text, let label): try type(text, at: label)
        case .choose(let option, let label): try type(speech(option), at: label)
        case .country(let code, let label): try type(speech.country(code), at: label)
        case .keep(let label):
            try person.at(speech(label))
            person.press("\r")
        case .mistake(let text, let label, let problem, let arguments):
            try type(text, at: label)
            try read(problem, arguments, at: label)
        case .secret(let text, let label):
            try type(text, at: label)
            try person.at(speech(label), saying: speech("chrome.secret.again"))
            person.press(text + "\r")
        case .captcha: try person.passCaptcha()
        case .accept(let field, let document):
            try person.accept(field, document: document, by: " ")
        case .code: try typeCode()
        case .openLink:
            try person.at("1 \(speech("chrome.letter.open"))")
            person.press("\r")
        case .file(let name, let label): try type(household.path(of: name), at: label)
        case .proceed:
            try person.atContinue()
            person.press("\r")
        case .confirm:
            try person.at("1")
            person.press(DrawnPerson.end)
            try person.at("[ \(speech("chrome.button.confirm")) ]")
            person.press("\r")
        case .press(let button): try press(button)
        case .signUp:
            let pilot = Autopilot(address: SignUp.address, speech: speech)
            try terminal.walk(with: pilot) { pilot.isDone($0) }
        case .review(let words): try review(words)
        }
    }

    /// Holds that the walk has ended with a title, and has left the terminal as it was.
    func end(with title: String) throws {
        try person.see(speech(title))
        #expect(try terminal.ending() == .exited(0))
        terminal.expectRestored()
    }

    private func type(_ text: String, at label: String) throws {
        try person.at(speech(label))
        person.press("\u{15}\(text)\r")
    }

    private func read(
        _ problem: String,
        _ arguments: [String: MessageArgument],
        at label: String
    ) throws {
        let words = speech(problem, arguments)
        try person.at(
            speech(label),
            saying: speech("chrome.line.problem", ["text": .text(words)])
        )
    }

    private func typeCode() throws {
        let label = "phone-verification.sms_code.label"
        try person.at(speech(label))
        guard let code = terminal.screen.text.firstMatch(of: /\b[0-9]{6}\b/)?.output else {
            throw terminal.failure("no code in the message")
        }
        let wrong = code == "000000" ? "111111" : "000000"
        try take(.mistake(wrong, at: label, says: "error.code.wrong"))
        try type(String(code), at: label)
        try take(.proceed)
    }

    /// Goes down to a button and presses it.
    private func press(_ button: String) throws {
        let words = ScreenReading.squeezed(speech(button))
        // Below the pointer are other buttons.
        let isThere = { (reading: ScreenReading) in
            ScreenReading.squeezed(reading.focus.first ?? "").contains(words)
        }
        try terminal.wait(for: "the button \(words)") {
            let reading = ScreenReading($0.screen)
            return reading.says(words) && !reading.focus.isEmpty
        }
        while !isThere(person.reading) {
            let before = person.reading.focus
            person.press("\t")
            try terminal.wait(for: "the row before \(words)") {
                ScreenReading($0.screen).focus != before
            }
        }
        person.press("\r")
    }

    /// The walk is the only one under way, so its name stands first in the list.
    private func review(_ words: [String]) throws {
        let list = try household.paifang(["review", "list"], columns: 200)
        #expect(try list.ending() == .exited(0))
        guard let name = list.transcript.firstMatch(of: /\b[0-9a-f]{6,16}\b/)?.output else {
            throw list.failure("nothing to review")
        }
        let other = try household.paifang(["review", words[0], String(name)] + words.dropFirst())
        #expect(try other.ending() == .exited(0))
    }
}
