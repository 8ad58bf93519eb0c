import Localization
import Screens

/// Draws a screen with what is being typed on it.
struct ScreenPage {
    let snapshot: WalkSnapshot
    let input: WalkInput
    let size: TerminalSize
    var page: Page

    /// The page of a screen, or of what covers it.
    static func page(_ snapshot: WalkSnapshot, _ input: WalkInput, _ size: TerminalSize) -> Page {
        var drawing = ScreenPage(
            snapshot: snapshot,
            input: input,
            size: size,
            page: Page(columns: size.columns)
        )
        if let overlay = input.overlay {
            drawing.add(overlay)
            return drawing.page
        }
        drawing.addTop()
        switch snapshot.screen.kind {
        case .form: drawing.addForm()
        case .review: drawing.addReview()
        case .waiting, .working: drawing.addWaiting()
        case .end: drawing.addEnd()
        }
        return drawing.page
    }

    var chrome: Chrome { snapshot.chrome }
    var screen: Screen { snapshot.screen }
    /// Whether there is room for empty lines.
    var isRoomy: Bool { size.rows >= 20 }

    /// Title and introduction, and what must be said at once.
    private mutating func addTop() {
        if snapshot.isBeginning, snapshot.languages.count > 1 {
            let names = snapshot.languages.map { RegionalFormats.ownName(of: $0) }
            page.text("\(names.joined(separator: " · "))   \(chrome[.keyLanguage])", .accent)
            page.space()
        }
        page.text(screen.title.text, .strong)
        if let intro = screen.intro { page.text(intro.text) }
        var said = screen.notices.map(\.text)
        if let failure = input.failure { said.append(snapshot.chrome.words(failure, [:]).text) }
        let wrong = screen.kind == .form ? screen.fields.count { $0.problem != nil } : 0
        if wrong > 1 { said.append(chrome[.problems, ["count": .integer(Int64(wrong))]]) }
        if !said.isEmpty || input.success != nil { page.space() }
        let start = page.lines.count
        for text in said { page.item("✗", text, indent: 1, .danger) }
        if let success = input.success { page.item("✓", chrome[success], indent: 1, .success) }
        if input.isTelling, page.lines.count > start { page.alert = start..<page.lines.count }
        page.space()
    }

    /// A line that can be pressed.
    mutating func addPressable(_ row: WalkRow, _ words: String, note: String? = nil) {
        let isFocused = input.focus == row
        let start = page.lines.count
        page.choice(
            FrameLine(isFocused ? " ▸ " : "   ", .accent),
            "[ \(words) ]",
            isFocused ? .selected : .plain,
            note: note
        )
        if isFocused { setFocus(from: start) }
    }

    /// What was added since a line is what the next key is for.
    mutating func setFocus(from start: Int, column: Int = 1) {
        page.focus = start..<page.lines.count
        page.cursor = Frame.Position(row: start, column: column)
    }

    /// The buttons of the step, below the fields of a form or review.
    mutating func addButtons() {
        for button in screen.buttons {
            addPressable(.button(button.event), button.words.text, note: note(on: button))
        }
    }

    /// When a button can be pressed, where that is not now.
    func note(on button: ScreenButton) -> String? {
        if button.isUsedUp { return chrome[.usedUp] }
        guard let readyAt = button.readyAt, readyAt > snapshot.now else { return nil }
        let (difference, overflow) = readyAt.subtractingReportingOverflow(snapshot.now)
        let seconds = overflow ? Int64.max / 1000 : (difference - 1) / 1000 + 1
        if seconds < 100 { return chrome[.readyInSeconds, ["seconds": .integer(seconds)]] }
        let minutes = (seconds - 1) / 60 + 1
        if minutes < 100 { return chrome[.readyInMinutes, ["minutes": .integer(minutes)]] }
        return chrome[.readyInHours, ["hours": .integer((minutes - 1) / 60 + 1)]]
    }
}
