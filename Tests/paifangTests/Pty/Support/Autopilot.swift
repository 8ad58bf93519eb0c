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
        let others =
            story.personal + story.document + [story.country] + story.address
            + [story.mobile]
        var answers = others.map { ($0.label(in: speech), $0.right + "\r") }
        answers.append((speech("field.email.label"), address + "\r"))
        // It stays in the country of its citizenship.
        answers.insert((speech("field.postcode.label"), "101000\r"), at: 0)
        answers.insert((speech("field.birth_date.label"), "1990-02-27\r"), at: 0)
        answers.append((speech("field.landline.label"), "="))
        answers.append((speech("field.agreement.label"), " \r"))
        answers.append((speech("field.terms.label"), " \r"))
        answers.append((speech("field.refund_to_wallet.label"), " \r"))
        answers.append((speech("field.payment_password.label"), "\(SignUp.password)\r"))
        for number in 1...3 {
            let question = story.question(number)
            answers.append((question.label(in: speech), question.right + "\r"))
            answers.append(
                (story.answer(number).label(in: speech), SignUp.answers[number - 1] + "\r")
            )
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
        if reading.isAt("1 \(speech("field.gender.label"))") { return DrawnPerson.end + "\r" }
        if reading.isAt("[") { return "\r" }
        // Of labels that begin alike (`Пол`, `Пользовательское соглашение`) the longest is meant.
        let fitting = answers.filter { reading.isAt($0.label) }
        let longest = fitting.map(\.label.count).max()
        return fitting.first { $0.label.count == longest }.map {
            guard reading.focus.first?.contains("✓") == true else { return $0.keys }
            // What was taken already is only gone past; a spelling that is offered is taken.
            let isOffered = reading.focus.contains { $0.contains("(Tab") || $0.contains("（Tab") }
            return String(repeating: "\t", count: isOffered ? 1 : 7)
        }
    }

    /// Whether the sign-up is done.
    func isDone(_ screen: VirtualTerminal) -> Bool {
        ScreenReading(screen).says(speech("wallet-signup.registered.title"))
    }
}

extension PseudoTerminal {
    /// Goes on until something is to be seen.
    func walk(with pilot: Autopilot, until isThere: (VirtualTerminal) -> Bool) throws {
        while true {
            try wait(for: "something to do") {
                isThere($0.screen) || pilot.keys(for: $0.screen) != nil
            }
            if isThere(screen) { return }
            try act(with: pilot)
        }
    }

    /// Does the next thing and waits until it has led to something.
    func act(with pilot: Autopilot) throws {
        guard let keys = pilot.keys(for: screen) else { return }
        let before = ScreenReading(screen)
        send(keys)
        try wait(for: "what comes of it") { terminal in
            let now = ScreenReading(terminal.screen)
            return now.focus != before.focus || now.header != before.header
        }
    }

    /// Goes on until a question is asked.
    func walk(to label: String, in speech: Speech, address: String = SignUp.address) throws {
        try walk(with: Autopilot(address: address, speech: speech)) {
            ScreenReading($0).isAt(speech(label))
        }
    }

    /// Goes on until the letter is waited for; gives the code of its link.
    func walkToLetter(in speech: Speech) throws -> String {
        let row = "1 \(speech("chrome.letter.open"))"
        try walk(with: Autopilot(address: SignUp.address, speech: speech)) {
            ScreenReading($0).isAt(row)
        }
        guard let code = screen.text.firstMatch(of: /[A-Za-z0-9_-]{43}/) else {
            throw failure("no code in the letter")
        }
        return String(code.0)
    }
}
