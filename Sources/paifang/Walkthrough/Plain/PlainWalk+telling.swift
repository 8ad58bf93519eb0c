import Localization
import Screens
import Sessions

/// Telling questions, options, documents and ends.
extension PlainWalk {
    /// Tells a question with all that belongs to it.
    func tell(_ field: ScreenField, number: Int, of count: Int) {
        say(
            .plainQuestion,
            [
                "number": .integer(Int64(number)), "count": .integer(Int64(count)),
                "label": .text(field.label.text),
            ]
        )
        if let warning = field.warning { say(.warning, ["text": .text(warning.text)]) }
        if let problem = field.problem { say(.problem, ["text": .text(problem.text)]) }
        // Of an answer that was just taken it was said then.
        if !field.isAnswered {
            for note in field.notes { say(.note, ["text": .text(note.text)]) }
        }
        switch field.control {
        case .line(.file): say(.giveFiles)
        case .line: break
        case .captcha(let question):
            say(question.text)
            say(.plainAnother, ["command": .text(":\(chrome[.commandAnother])")])
        case .consent(_, let summary, let options):
            for point in summary { say("• \(point)") }
            say(.plainRead, ["command": .text(":\(chrome[.commandRead])")])
            say(options, from: 1)
        case .choice(let options), .yesNo(let options):
            say(options, from: 1)
        case .country: say(.countrySearch)
        case .secret: say(.secretUnseen)
        }
        if let hint = field.hint { say(.hint, ["text": .text(hint.text)]) }
        if let offer = field.offer { say(.plainTake, ["offer": .text(offer.words.text)]) }
        if field.isAnswered, field.isSecret {
            say(.secretKeep)
        } else if let shown = field.shown {
            say(.plainCurrent, ["answer": .text(shown)])
        } else if field.isOptional {
            say(.optional)
        }
        sayButtons()
    }

    /// Tells options with the numbers that choose them.
    func say(_ options: [ScreenField.Option], from first: Int) {
        for (index, option) in options.enumerated() {
            say("  \(first + index)  \(option.words.text)")
        }
    }

    /// Tells the buttons of a form, which are pressed by a colon and a number.
    func sayButtons() {
        for (index, button) in screen.buttons.enumerated() {
            say("  :\(index + 1)  \(words(on: button))")
        }
    }

    /// A button's words, and why it can't be pressed where that is so.
    func words(on button: ScreenButton) -> String {
        let drawing = ScreenPage(
            snapshot: snapshot,
            input: WalkInput(on: snapshot),
            size: TerminalSize(columns: 80, rows: 24),
            page: Page(columns: 80)
        )
        guard let note = drawing.note(on: button) else { return button.words.text }
        return "\(button.words.text) · \(note)"
    }

    /// Tells a whole document.
    func say(_ document: LegalDocument) {
        say(document.title)
        if document.standsInFor != nil {
            say(.note, ["text": .text(chrome[.documentRenewed])])
        }
        for point in document.summary { say("• \(point)") }
        for block in document.body {
            switch block {
            case .heading(_, let text):
                say("")
                say(text)
            case .paragraph(let text): say(text)
            case .item(let text): say("• \(text)")
            }
        }
    }

    /// Tells a whole letter.
    func say(_ letter: Letter) {
        if !letter.isShortMessage { say(.letterFrom, ["name": .text(letter.senderName)]) }
        say(.letterTo, ["address": .text(letter.recipient)])
        if !letter.subject.isEmpty {
            say(.letterSubject, ["subject": .text(letter.subject)])
        }
        for paragraph in letter.paragraphs {
            switch paragraph {
            case .text(let text), .link(let text), .code(let text): say(text)
            }
        }
        say("")
    }

    /// Says what is missing where the input ended; gives the ending on, with the field in it.
    func ended(_ ending: WalkEnding, at path: AnswerPath?) -> WalkEnding {
        guard case .inputEnded = ending else { return ending }
        source.write("\n")
        let label = path.flatMap { snapshot.field($0)?.label.text } ?? screen.title.text
        say(.plainEnded, ["label": .text(label)])
        sayHowToGoOn()
        return .inputEnded(path)
    }
}
