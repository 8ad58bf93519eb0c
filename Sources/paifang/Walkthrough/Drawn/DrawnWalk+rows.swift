import Flows
import Screens
import Sessions

/// Keys on what can be chosen and pressed, and ways out of a screen.
extension DrawnWalk {
    mutating func press(_ key: Key, on row: WalkRow?) {
        if takeLink(key, on: row) { return }
        defer { if !key.isDigit { input.number = 0 } }
        switch key {
        case .enter:
            if let row { activate(row) }
        case .up:
            move(by: -1)
        case .down, .tab:
            move(by: 1)
        case .home:
            input.focus = snapshot.rows.first
        case .end:
            input.focus = snapshot.rows.last { $0 == .proceed } ?? snapshot.rows.last
        case .text("?"), .text("？"):
            openHelp()
        case .text("o"), .text("O"):
            if snapshot.canOpenOwnLink, snapshot.rows.contains(.openLink) { activate(.openLink) }
        case .text(let text):
            if let digit = OptionSearch.number(text) { choose(digit: digit) }
        default:
            break
        }
    }

    /// Goes to the row before, and before the first to the step before.
    mutating func goBack() {
        if move(by: -1) { return }
        guard snapshot.screen.allowsBack else { return }
        // What holds is kept; what does not hold is no reason to stay.
        _ = takeUntaken()
        follow(face.goBack())
    }

    /// What is pasted where a link can be opened is a link, wherever the pointer stands.
    private mutating func takeLink(_ key: Key, on row: WalkRow?) -> Bool {
        guard snapshot.rows.contains(.pasteLink) else { return false }
        switch key {
        case .paste:
            input.focus = .pasteLink
            return input.link.take(key)
        case .text(let text) where row != .pasteLink && text.unicodeScalars.count > 8:
            // A terminal that does not mark what is pasted sends it all at once.
            input.focus = .pasteLink
            return input.link.take(key)
        case .escape where row == .pasteLink:
            input.link = LineEditor()
            input.focus = snapshot.rows.first
            return true
        case .text("?") where input.link.isEmpty:
            return false
        default:
            return row == .pasteLink && input.link.take(key)
        }
    }

    /// Goes to the row with a number; a second digit joins the first where such a row exists.
    private mutating func choose(digit: Int) {
        let rows = snapshot.rows.filter {
            switch $0 {
            case .field, .proceed: false
            case .button: snapshot.screen.kind != .review && snapshot.screen.kind != .form
            case .answer, .openLink, .pasteLink, .readLetter: true
            }
        }
        // Where nothing has a number, a digit was meant for a field that is filled in already.
        guard !rows.isEmpty else { return }
        let (tens, overflow) = input.number.multipliedReportingOverflow(by: 10)
        let longer = overflow || digit > 9 ? digit : tens + digit
        guard let number = [longer, digit].first(where: { rows.indices.contains($0 - 1) }) else {
            // Enter must not follow a row that nobody meant.
            input.focus = nil
            input.number = 0
            return
        }
        input.number = number
        input.focus = rows[number - 1]
    }

    private mutating func activate(_ row: WalkRow) {
        switch row {
        case .field: break
        case .proceed: proceed()
        case .answer(let path): follow(face.change(path), at: path)
        case .openLink: follow(face.openOwnLink())
        case .readLetter:
            input.overlay = .letter
            input.scroll = 0
        case .button(let event): press(event)
        case .pasteLink:
            guard !input.link.isEmpty else { return }
            let reply = face.openLink(input.link.text)
            input.link = LineEditor()
            follow(reply)
        }
    }

    private mutating func press(_ event: EventName) {
        let before = snapshot
        follow(face.press(event))
        guard snapshot.hasSentAgain(since: before) else { return }
        input.success = snapshot.sentAgain
        input.isTelling = true
    }

    private mutating func proceed() {
        guard takeUntaken() else { return }
        let reply = face.submit()
        follow(reply)
        if reply == .problem, let open = WalkInput.firstOpen(of: snapshot) { input.focus = open }
    }
}

extension Key {
    /// Whether this types a number.
    fileprivate var isDigit: Bool {
        if case .text(let text) = self { OptionSearch.number(text) != nil } else { false }
    }
}
