import Localization
import Screens
import Sessions

/// Reviews and waiting: what can be done has numbers.
extension PlainWalk {
    /// Tells all answers; a number changes one, the last goes on.
    mutating func review() -> WalkEnding? {
        let fields = screen.fields
        var number = 0
        for field in fields {
            if !field.isFixed { number += 1 }
            let mark = field.isFixed ? "" : String(number)
            say(
                .plainAnswer,
                [
                    "number": .text(mark), "label": .text(field.label.text),
                    "answer": .text(field.shown ?? chrome[.notGiven]),
                ]
            )
        }
        let rows = snapshot.rows
        let proceed = (rows.firstIndex(of: .proceed) ?? number) + 1
        say("\(proceed)  \(chrome[.confirm])")
        for (index, button) in screen.buttons.enumerated() {
            say("\(proceed + index + 1)  \(words(on: button))")
        }
        say(.plainReview, ["number": .integer(Int64(proceed))])
        return choose(among: rows)
    }

    /// Tells the letter and what can be done; a number does it, anything else is the letter's link.
    mutating func wait() -> WalkEnding? {
        if screen.kind == .working { say(.working) }
        if screen.timing != nil, let letter = snapshot.letter { say(letter) }
        let rows = snapshot.rows.filter { $0 != .readLetter && $0 != .pasteLink }
        for (index, row) in rows.enumerated() { say("  \(index + 1)  \(words(of: row))") }
        tellTiming()
        if let advice = screen.advice { say(advice.text) }
        if snapshot.rows.contains(.pasteLink) { say(.plainPaste) }
        return choose(among: rows)
    }

    private func words(of row: WalkRow) -> String {
        switch row {
        case .openLink: return chrome[.letterOpen]
        case .button(let event):
            guard let button = screen.buttons.first(where: { $0.event == event }) else { return "" }
            return words(on: button)
        case .field, .answer, .proceed, .pasteLink, .readLetter: return ""
        }
    }

    private func tellTiming() {
        guard let timing = screen.timing else { return }
        if let moment = timing.linksExpireAt {
            say(.letterExpires, ["moment": .time(milliseconds: moment)])
        }
        if let left = timing.sendsLeft { say(.sendsLeft, ["count": .integer(Int64(left))]) }
        if let mailbox = snapshot.mailbox {
            say(
                .letterMailbox,
                ["name": .text(mailbox.name), "address": .text(mailbox.address)]
            )
        }
        if let place = snapshot.letterPlace { say(.letterPlace, ["path": .text(place)]) }
    }

    /// Waits for a number and does it; `nil` when the screen is to be told anew.
    private mutating func choose(among rows: [WalkRow]) -> WalkEnding? {
        while true {
            switch prompt() {
            case .ending(let ending): return ended(ending, at: nil)
            case .changed: return nil
            case .command(.help): return nil
            case .again, .command: continue
            case .line(let line):
                let blanks = line.allSatisfy(\.isWhitespace)
                if let number = OptionSearch.number(line), rows.indices.contains(number - 1) {
                    let before = snapshot
                    let isChanged = hasChanged(told(activate(rows[number - 1])))
                    if snapshot.hasSentAgain(since: before) { say(snapshot.sentAgain) }
                    if isChanged { return nil }
                } else if !blanks, OptionSearch.number(line) == nil,
                    snapshot.rows.contains(.pasteLink)
                {
                    if hasChanged(told(face.openLink(line))) { return nil }
                } else {
                    say(.plainNumber, ["count": .integer(Int64(rows.count))])
                }
            }
        }
    }

    private func hasChanged(_ reply: WalkReply) -> Bool {
        switch reply {
        case .accepted, .moved, .problem: true
        case .refused, .failed: false
        }
    }

    private mutating func activate(_ row: WalkRow) -> WalkReply {
        switch row {
        case .openLink: return face.openOwnLink()
        case .button(let event): return face.press(event)
        case .proceed: return face.submit()
        case .answer(let path):
            first = path
            return face.change(path)
        case .field, .pasteLink, .readLetter: return .refused
        }
    }
}
