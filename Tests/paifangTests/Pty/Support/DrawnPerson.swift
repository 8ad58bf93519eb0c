import Localization
import Testing

@testable import paifang

/// Somebody who reads a drawn screen and presses keys.
struct DrawnPerson {
    static let back = "\u{1B}[Z"
    static let end = "\u{1B}[F"
    static let language = "\u{0C}"
    static let leave = "\u{03}"
    private static let clear = "\u{15}"

    let terminal: PseudoTerminal
    let speech: Speech

    var reading: ScreenReading { ScreenReading(terminal.screen) }

    func press(_ keys: String) { terminal.send(keys) }

    /// Waits until something is to be seen.
    func see(_ text: String) throws {
        try terminal.wait(for: text) { ScreenReading($0.screen).says(text) }
    }

    /// Waits until the pointer stands at something.
    func at(_ words: String) throws {
        try terminal.wait(for: "▸ \(words)") { ScreenReading($0.screen).isAt(words) }
    }

    func at(_ words: String, saying more: String) throws {
        try terminal.wait(for: "▸ \(words) … \(more)") {
            ScreenReading($0.screen).isAt(words, saying: more)
        }
    }

    /// Waits until the pointer stands where a form is left.
    func atContinue() throws { try at("[ \(speech("chrome.button.continue")) ]") }

    /// Answers wrongly, reads what is said about it, and answers rightly.
    func answer(_ question: Question) throws {
        try fail(question)
        try mend(question)
    }

    func fail(_ question: Question) throws {
        try at(question.label(in: speech))
        press(question.wrong + "\r")
        try at(question.label(in: speech), saying: question.problem(in: speech))
    }

    func mend(_ question: Question) throws {
        // Taking over what is offered is one key, without Enter.
        press(Self.clear + question.right + (question.right == "=" ? "" : "\r"))
        guard let suggestion = question.suggestion else { return }
        let words = speech("answer.latin", ["value": .text(suggestion)])
        try see(speech("chrome.suggestion.take", ["suggestion": .text(words)]))
        press("\t")
    }

    /// Whether an answer is ticked and shown as it should be.
    func hasTicked(_ question: Question) -> Bool {
        reading.hasTicked(question.label(in: speech), question.shown ?? question.right)
    }

    /// Chooses a language from the list of all.
    func choose(_ other: Speech) throws {
        press(Self.language)
        try see(speech("chrome.language.title"))
        press("\(other.number)\r")
    }

    /// Answers a question against robots wrongly, asks for another one, and answers that.
    func passCaptcha() throws {
        let label = speech("field.captcha.label")
        try at(label)
        let first = try captcha(after: nil)
        press("zzz\r")
        try at(
            label,
            saying: speech("chrome.line.problem", ["text": .text(speech("error.captcha.wrong"))])
        )
        let second = try captcha(after: first)
        press("\u{0E}")
        let third = try captcha(after: second)
        press(speech.answer(toCaptcha: third) + "\r")
    }

    private func captcha(after former: String?) throws -> String {
        var found: String?
        try terminal.wait(for: "a question against robots") {
            found = speech.captcha(in: ScreenReading($0.screen).focus.joined())
            return found != nil && found != former
        }
        return found ?? ""
    }

    /// Goes past a document without accepting it, reads it to its end, and accepts it.
    func accept(_ field: String, document: String, by key: String) throws {
        let label = speech("field.\(field).label")
        try at(label)
        press("\r")
        let missing = speech("field.\(field).error.missing")
        try at(label, saying: speech("chrome.line.problem", ["text": .text(missing)]))
        press("\u{12}")
        let (title, end) = speech.document(document)
        try see(title)
        press(Self.end)
        try see(end)
        press("q")
        try at(label, saying: speech("field.\(field).option.true"))
        press(key + "\r")
    }

    /// Leaves, and gives the name by which the walk goes on.
    func leaveForNow(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        press(Self.leave)
        let ending = try terminal.ending()
        #expect(ending == .exited(130), sourceLocation: sourceLocation)
        terminal.expectRestored(sourceLocation: sourceLocation)
        return try terminal.resumption(in: speech)
    }
}

extension PseudoTerminal {
    /// Holds that the terminal is as it was before the program.
    func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(settings.isSame(as: settingsBefore), sourceLocation: sourceLocation)
        #expect(!screen.isPasteMarked, sourceLocation: sourceLocation)
        #expect(screen.isCursorVisible, sourceLocation: sourceLocation)
        #expect(screen.unknown.isEmpty, sourceLocation: sourceLocation)
    }

    /// The name in the line that says how to go on.
    func resumption(in speech: Speech) throws -> String {
        guard let match = transcript.matches(of: /--resume ([0-9a-f]+)/).last else {
            throw failure("nothing said how to go on")
        }
        let id = String(match.1)
        // Options may follow that lead to the same project and database.
        let words = speech("chrome.leave.saved", ["command": .text("⟨⟩")])
        let saved = words.prefix { $0 != "⟨" } + "paifang run --resume \(id)"
        guard ScreenReading(screen).says(String(saved)) else {
            throw failure("not said: \(saved)")
        }
        // Broken into lines it could not be copied.
        let options = transcript[match.range.upperBound...].prefix { $0 != "`" }
        guard !options.contains(where: \.isNewline) else {
            throw failure("the command is broken into lines")
        }
        return id
    }

    /// Holds that nothing of these was ever written, by the program or by the terminal's echo.
    func expectNever(_ secrets: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        let text = String(decoding: output, as: UTF8.self)
        for secret in secrets {
            #expect(!text.contains(secret), sourceLocation: sourceLocation)
        }
    }
}
