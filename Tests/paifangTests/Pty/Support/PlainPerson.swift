import Localization
import Testing

@testable import paifang

/// Somebody who reads lines and types lines.
///
/// A class, since what was read already grows with every answer.
final class PlainPerson {
    let terminal: PseudoTerminal
    let speech: Speech
    /// What was said since the last line that was typed.
    private(set) var said = ""

    init(terminal: PseudoTerminal, speech: Speech) {
        self.terminal = terminal
        self.speech = speech
    }

    /// Waits for the first prompt.
    func begin() throws {
        try listen(from: 0)
    }

    /// Types a line and listens until the next prompt.
    func type(_ line: String) throws {
        let before = terminal.transcript.utf8.count
        terminal.send(line + "\n")
        try listen(from: before)
    }

    /// Holds that something was said.
    func heard(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard ScreenReading.squeezed(said).contains(ScreenReading.squeezed(text)) else {
            throw PtyFailure("not heard: \(text)\nbut: \(said)")
        }
    }

    private func listen(from place: Int) throws {
        try terminal.wait(for: "a prompt") { terminal in
            terminal.transcript.utf8.count > place && terminal.transcript.hasSuffix("\n> ")
        }
        said = String(decoding: terminal.transcript.utf8.dropFirst(place), as: UTF8.self)
    }

    /// Answers wrongly, hears what is said about it, and answers rightly.
    func answer(_ question: Question) throws {
        try fail(question)
        try mend(question)
    }

    func fail(_ question: Question) throws {
        try heard(question.label(in: speech))
        try type(question.wrong)
        try heard(question.problem(in: speech))
    }

    func mend(_ question: Question) throws {
        try type(question.right)
        guard let suggestion = question.suggestion else { return }
        let words = speech("answer.latin", ["value": .text(suggestion)])
        try heard(speech("chrome.plain.take", ["offer": .text(words)]))
        try type("=")
    }

    /// Hears that an answer was taken.
    func heardAccepted(_ question: Question) throws {
        let answer = question.shown ?? question.right
        try heard(speech("chrome.plain.accepted", ["answer": .text(answer)]))
    }

    /// How an answer that is there already is told.
    func line(_ number: Int, _ label: String, _ answer: String) -> String {
        speech(
            "chrome.plain.answer",
            [
                "number": .text(String(number)), "label": .text(speech(label)),
                "answer": .text(answer),
            ]
        )
    }

    /// A command in the reader's language.
    func command(_ name: String) -> String { ":" + speech("chrome.command.\(name)") }

    /// Answers a question against robots wrongly, asks for another one, and answers that.
    func passCaptcha() throws {
        let first = try captcha(after: nil)
        try type("zzz")
        try heard(
            speech("chrome.line.problem", ["text": .text(speech("error.captcha.wrong"))])
        )
        try type(command("another"))
        let second = try captcha(after: nil)
        #expect(first != "" && second != "")
        try type(speech.answer(toCaptcha: second))
    }

    private func captcha(after former: String?) throws -> String {
        guard let id = speech.captcha(in: said), id != former else {
            throw PtyFailure("no question against robots in: \(said)")
        }
        return id
    }

    /// Goes past a document without accepting it, reads it to its end, and accepts it.
    func accept(_ field: String, document: String) throws {
        try heard(speech("field.\(field).label"))
        try type("")
        let missing = speech("field.\(field).error.missing")
        try heard(speech("chrome.line.problem", ["text": .text(missing)]))
        try type(command("read"))
        let (title, end) = speech.document(document)
        try heard(title)
        try heard(end)
        try type(String(speech("input.yes").prefix { $0 != "|" }))
    }

    /// The number that stands before something that can be chosen.
    func number(of words: String) throws -> String {
        let wanted = ScreenReading.squeezed(words)
        for line in said.split(separator: "\n") {
            let digits = line.drop { $0 == " " }.prefix { $0.isNumber }
            let rest = ScreenReading.squeezed(line).dropFirst(digits.count)
            if !digits.isEmpty, rest.hasPrefix(wanted) { return String(digits) }
        }
        throw PtyFailure("no number for \(words) in: \(said)")
    }

    /// Leaves with Ctrl+C, and gives the name by which the walk goes on.
    func leaveForNow(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        terminal.send("\u{03}")
        let ending = try terminal.ending()
        #expect(ending == .exited(130), sourceLocation: sourceLocation)
        terminal.expectRestored(sourceLocation: sourceLocation)
        return try terminal.resumption(in: speech)
    }
}
