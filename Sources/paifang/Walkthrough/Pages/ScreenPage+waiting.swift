import Localization
import Screens
import Sessions

/// Waiting: the letter that was sent, what can be done, and until when.
extension ScreenPage {
    mutating func addWaiting() {
        if screen.kind == .working { page.text(chrome[.working], .faint) }
        if screen.timing != nil, let letter = snapshot.letter {
            addExcerpt(of: letter)
            page.space()
        }
        for (index, row) in snapshot.rows.enumerated() { addChoice(row, number: index + 1) }
        page.space()
        addTiming()
        if let advice = screen.advice {
            page.space()
            page.text(advice.text)
            page.space()
        }
        addPlaces()
    }

    /// The letter's head, its first lines, and what is to be opened or copied.
    mutating func addExcerpt(of letter: Letter) {
        for text in head(of: letter) { page.item("│", text, indent: 1, .faint) }
        // What can be done and advised must be seen below the letter, so it is six lines if possible.
        let links = letter.paragraphs.reduce(0) { count, paragraph in
            switch paragraph {
            case .text: count
            case .link(let text), .code(let text): count + page.wrapped(text, indent: 3).count
            }
        }
        var left = max(1, 3 - links)
        for paragraph in letter.paragraphs {
            switch paragraph {
            case .text(let text):
                for line in page.wrapped(text, indent: 3) where left > 0 && !line.isEmpty {
                    left -= 1
                    page.item("│", left == 0 ? line + " …" : line, indent: 1)
                }
            case .link(let text), .code(let text):
                // No mark before it: it may be copied with the mouse.
                page.text(text, indent: 3, .accent)
            }
        }
    }

    /// From whom, to whom, about what; a short message has no name of whom it is from.
    func head(of letter: Letter) -> [String] {
        (letter.isShortMessage
            ? [] : [chrome[.letterFrom, ["name": .text(letter.senderName)]]])
            + [chrome[.letterTo, ["address": .text(letter.recipient)]]]
            + (letter.subject.isEmpty
                ? [] : [chrome[.letterSubject, ["subject": .text(letter.subject)]]])
    }

    private mutating func addChoice(_ row: WalkRow, number: Int) {
        let isFocused = input.focus == row
        let start = page.lines.count
        var line = FrameLine(isFocused ? " ▸ " : "   ", .accent)
        line.add("\(number)  ")
        var note: String?
        if case .button(let event) = row {
            note = screen.buttons.first { $0.event == event }.flatMap { self.note(on: $0) }
        }
        page.choice(line, words(of: row), isFocused ? .selected : .plain, note: note)
        var cursor = Frame.Position(row: start, column: 1)
        if row == .pasteLink, isFocused || !input.link.isEmpty {
            let (text, column) = input.link.window(width: size.columns - 9)
            var line = FrameLine()
            line.pad(to: 6)
            line.add("› ", .accent)
            line.add(text, .strong)
            page.line(line)
            cursor = Frame.Position(row: page.lines.count - 1, column: 8 + column)
            if isFocused {
                page.text("\(chrome[.keyPress]) · \(chrome[.keyClose])", indent: 6, .faint)
            }
        }
        guard isFocused else { return }
        setFocus(from: start)
        page.cursor = cursor
    }

    private func words(of row: WalkRow) -> String {
        switch row {
        case .openLink: chrome[.letterOpen]
        case .pasteLink: chrome[.letterPaste]
        case .readLetter: chrome[.letterRead]
        case .button(let event):
            screen.buttons.first { $0.event == event }?.words.text ?? ""
        case .field, .answer, .proceed: ""
        }
    }

    private mutating func addTiming() {
        guard let timing = screen.timing else { return }
        if let moment = timing.linksExpireAt {
            page.text(
                chrome[.letterExpires, ["moment": .time(milliseconds: moment)]],
                .faint
            )
            page.text(chrome[.watching], .faint)
        }
        if let left = timing.sendsLeft {
            page.text(chrome[.sendsLeft, ["count": .integer(Int64(left))]], .faint)
        }
    }

    /// Where the letter lies.
    private mutating func addPlaces() {
        guard screen.timing != nil else { return }
        if let mailbox = snapshot.mailbox {
            page.text(
                chrome[
                    .letterMailbox,
                    ["name": .text(mailbox.name), "address": .text(mailbox.address)]
                ]
            )
        }
        if let place = snapshot.letterPlace {
            page.text(chrome[.letterPlace, ["path": .text(place)]], .faint)
        }
    }
}
