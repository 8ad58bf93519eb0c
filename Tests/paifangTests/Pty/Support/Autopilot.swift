import Localization

@testable import paifang

/// Goes on with a sign-up in English from wherever it stands, one action at a time, by what is to be seen.
struct Autopilot {
    /// The answers by the words of the question.
    private let answers: [(label: String, keys: String)]
    private let speech: Speech

    init(address: String, speech: Speech) {
        self.speech = speech
        let story = SignUp(speech: speech)
        let others = story.personal + story.document + [story.country] + story.address
            + [story.mobile]
        var answers = others.map { ($0.label(in: speech), $0.right + "\r") }
        answers.append((speech("field.email.label"), address + "\r"))
        answers.append((speech("field.landline.label"), "="))
        answers.append((speech("field.agreement.label"), " \r"))
        answers.append((speech("field.terms.label"), " \r"))
        answers.append((speech("field.refund_to_wallet.label"), " \r"))
        answers.append((speech("field.payment_password.label"), "\(SignUp.password)\r"))
        answers.append((speech("chrome.secret.again"), "\(SignUp.password)\r"))
        for number in 1...3 {
            answers.append((story.question(number).label(in: speech), "\(number)\r"))
            answers.append((story.answer(number).label(in: speech), SignUp.answers[number - 1] + "\r"))
        }
        self.answers = answers
    }

    /// What to press now; `nil` where nothing is to be pressed but to wait.
    func keys(for screen: VirtualTerminal) -> String? {
        let reading = ScreenReading(screen)
        if reading.isAt(speech("field.captcha.label")) {
            let seen = speech.captcha(in: reading.focus.joined())
            return seen.map { speech.answer(toCaptcha: $0) + "\r" }
        }
        if reading.isAt("1 \(speech("chrome.letter.open"))") { return "\r" }
        if reading.says(speech("wallet-signup.check_answers.title")) {
            return DrawnPerson.end + "\r"
        }
        if reading.isAt("[") { return "\r" }
        return answers.first { reading.isAt($0.label) }.map {
            // What was taken already is only gone past.
            reading.focus.first?.contains("✓") == true ? "\t" : $0.keys
        }
    }

    /// Whether the sign-up is done.
    func isDone(_ screen: VirtualTerminal) -> Bool {
        ScreenReading(screen).says(speech("wallet-signup.registered.title"))
    }

    /// The step that is to be seen, by the number in the header.
    func step(_ screen: VirtualTerminal) -> String {
        String(ScreenReading(screen).header.suffix(30))
    }
}
