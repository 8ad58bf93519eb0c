import Localization
import Screens
import Sessions

/// Walks a flow on a terminal that is drawn in place.
///
/// Overview: keys change what is typed, or become answers and actions of the walk; after each the
/// screen is taken anew and drawn.
/// What is not here: what a screen looks like (`ScreenPage`), how it gets onto the terminal.
struct DrawnWalk {
    /// How often what time changes is looked at, in milliseconds.
    private static let pulse = 1000

    let face: any WalkFace
    private let port: any TerminalPort
    private var renderer: FrameRenderer
    var snapshot: WalkSnapshot
    var input: WalkInput
    /// The lines of the page that were last seen.
    var shown = 0..<0
    /// The size that the terminal had when it was last painted.
    private var paintedSize: TerminalSize?

    /// Makes a walk on a terminal.
    init(of face: any WalkFace, on port: any TerminalPort, isInColor: Bool) {
        self.face = face
        self.port = port
        renderer = FrameRenderer(isInColor: isInColor)
        snapshot = WalkSnapshot(of: face)
        input = WalkInput(on: snapshot, isResumed: true)
    }

    /// Walks until the flow ends, the person leaves, or the terminal is gone.
    mutating func run() -> WalkEnding {
        while true {
            if snapshot.screen.kind == .end {
                draw(below: [], isLast: true)
                port.write(renderer.leave())
                return .finished
            }
            draw()
            switch port.next(within: Self.pulse) {
            case .keys(let keys):
                for key in keys {
                    if key == .control("c") { return leave() }
                    press(key)
                    if snapshot.screen.kind == .end { break }
                }
            case .resized:
                port.write(renderer.resize(to: port.size))
            case .suspended:
                port.write(renderer.leave())
                port.suspend()
            case .resumed:
                port.write("\r\n")
                renderer.forget()
            case .idle:
                input.number = 0
                _ = face.refresh()
                follow()
            case .interrupted:
                return leave()
            case .hungUp:
                return .hungUp
            }
        }
    }

    /// Does what a key means now.
    mutating func press(_ key: Key) {
        if let overlay = input.overlay {
            press(key, on: overlay)
            return
        }
        switch key {
        case .pageUp, .pageDown:
            if turnPage(by: key == .pageUp ? -1 : 1) { return }
        default:
            break
        }
        switch key {
        case .pageUp:
            input.scroll = max(0, shown.lowerBound - max(1, shown.count - 1))
            return
        case .pageDown:
            input.scroll = shown.lowerBound + max(1, shown.count - 1)
            return
        default:
            input.scroll = nil
            input.failure = nil
            input.success = nil
            input.isTelling = false
        }
        // A suggestion waits for the very next key.
        let suggested = input.suggested
        input.suggested = nil
        switch key {
        case .tab where suggested.map { takeSuggestion($0) } ?? false: break
        case .control("l"): input.overlay = .languages(snapshot.language)
        case .function(1): openHelp()
        case .backTab: goBack()
        default:
            if case .field(let path)? = input.focus, let field = snapshot.field(path) {
                press(key, at: field)
            } else {
                press(key, on: input.focus)
            }
        }
    }

    /// Takes the screen anew; what was typed stays as long as it is the same visit.
    mutating func follow(_ reply: WalkReply = .accepted, at path: AnswerPath? = nil) {
        let hadRows = !snapshot.rows.isEmpty
        snapshot = WalkSnapshot(of: face)
        if !input.belongs(to: snapshot.screen) {
            input = WalkInput(on: snapshot, at: path)
        } else if let focus = input.focus, !snapshot.rows.contains(focus) {
            input.focus = snapshot.rows.first
        } else if input.focus == nil, !hadRows {
            input.focus = snapshot.rows.first
        }
        if case .failed(let key) = reply { input.failure = key }
        switch reply {
        case .failed, .refused: input.isTelling = true
        case .accepted, .moved, .problem: break
        }
    }

    /// Goes to the row a number of places on, as far as there are rows; false at the edge.
    @discardableResult
    mutating func move(by places: Int) -> Bool {
        let rows = snapshot.rows
        guard let index = rows.firstIndex(where: { $0 == input.focus }) else {
            input.focus = rows.first
            return input.focus != nil
        }
        guard rows.indices.contains(index + places) else { return false }
        // A secret that was left half typed can't be seen, so it must not lie in wait.
        if case .field(let path)? = input.focus, snapshot.field(path)?.isSecret == true {
            input.entries[path] = nil
        }
        input.focus = rows[index + places]
        return true
    }

    /// In a review the focus goes along with the pages, so that Enter always means what is seen.
    private mutating func turnPage(by direction: Int) -> Bool {
        guard snapshot.screen.kind == .review else { return false }
        input.scroll = nil
        for _ in 0..<max(1, shown.count - 4) where !move(by: direction) { break }
        return true
    }

    mutating func openHelp() {
        if case .field(let path)? = input.focus {
            input.overlay = .help(path)
        } else {
            input.overlay = .help(nil)
        }
        input.scroll = 0
    }

    // MARK: - Drawing

    private mutating func draw() {
        let size = port.size
        let footer = PageFrame(snapshot: snapshot, size: size)
            .footer(snapshot.keys(with: input))
        draw(below: footer)
    }

    private mutating func draw(below footer: [FrameLine], isLast: Bool = false) {
        let size = port.size
        // Keys may come before the signal that tells of another size, which has broken what stands there.
        if let paintedSize, paintedSize != size { port.write(renderer.resize(to: size)) }
        paintedSize = size
        let page = ScreenPage.page(snapshot, input, size)
        let header = PageFrame(snapshot: snapshot, size: size).header
        let composed = FrameComposer(header: header, footer: footer, size: size, isLast: isLast)
            .frame(of: page, scroll: input.scroll)
        shown = composed.shown
        port.write(renderer.paint(composed.frame))
    }

    /// Says how to go on later, below the screen as it stands.
    private mutating func leave() -> WalkEnding {
        input.overlay = nil
        draw(below: [], isLast: true)
        port.write(renderer.leave())
        // Not wrapped here: who copies a command wants it whole, and the terminal knows where it goes on.
        let text = snapshot.chrome[.saved, ["command": .text(face.resumeCommand)]]
        port.write("\(TerminalText.of(text))\r\n")
        return .left
    }
}
