import Localization
import Screens
import Sessions

/// Walks a flow line by line: nothing that was written changes, so a screen reader and a pipe can follow.
///
/// Overview: a screen is told, its questions are asked one after the other, each line that comes is
/// an answer, a number or a command.
struct PlainWalk {
    /// How often what time changes is looked at, in milliseconds.
    private static let pulse = 1000
    /// For so many pulses the service is waited for where nobody can type any more.
    private static let patience = 30

    let face: any WalkFace
    let source: any LineSource
    var snapshot: WalkSnapshot
    /// The field to ask first, where a review sent one here.
    var first: AnswerPath?
    private var hasToldCommands = false
    /// The visit that was filled last.
    var visited: Int?

    /// What a prompt brought.
    enum Prompted {
        /// An answer or a number.
        case line(String)
        /// What only makes sense at some places.
        case command(PlainCommand)
        /// The screen or its language has changed: it is told anew.
        case changed
        /// Something was said; the same prompt comes again.
        case again
        /// The walk is over here.
        case ending(WalkEnding)
    }

    /// Makes a walk on lines.
    init(of face: any WalkFace, on source: any LineSource) {
        self.face = face
        self.source = source
        snapshot = WalkSnapshot(of: face)
    }

    /// Walks until the flow ends, the person leaves, or nothing more can be read.
    mutating func run() -> WalkEnding {
        while true {
            snapshot = WalkSnapshot(of: face)
            tellScreen()
            let ending: WalkEnding?
            switch snapshot.screen.kind {
            case .form: ending = fill()
            case .review: ending = review()
            case .waiting: ending = wait()
            case .working: ending = snapshot.rows.isEmpty ? work() : wait()
            case .end: return .finished
            }
            if let ending { return ending }
        }
    }

    var chrome: Chrome { snapshot.chrome }
    var screen: Screen { snapshot.screen }

    // MARK: - Saying

    /// Writes a text on lines of its own.
    func say(_ text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        // A text that was written as a block ends with a line end.
        while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            source.write(TerminalText.of(String(line)) + "\n")
        }
    }

    func say(_ key: ChromeKey, _ arguments: [String: MessageArgument] = [:]) {
        say(chrome[key, arguments])
    }

    /// Says what became of an action where the screen stays; gives it on.
    @discardableResult
    mutating func told(_ reply: WalkReply) -> WalkReply {
        snapshot = WalkSnapshot(of: face)
        switch reply {
        case .failed(let key): say(chrome.words(key, [:]).text)
        case .refused: for notice in screen.notices { say(notice.text) }
        case .accepted, .problem, .moved: break
        }
        return reply
    }

    private mutating func tellScreen() {
        say("")
        let flow = MessageArgument.text(screen.flowTitle.text)
        let title = MessageArgument.text(screen.title.text)
        if let progress = screen.progress {
            say(
                .plainStep,
                [
                    "flow": flow, "title": title, "position": .integer(Int64(progress.position)),
                    "count": .integer(Int64(progress.count)),
                ]
            )
        } else {
            say(.plainScreen, ["flow": flow, "title": title])
        }
        if !hasToldCommands, snapshot.isBeginning, snapshot.languages.count > 1 {
            // The English command is understood in every language.
            let names = snapshot.languages.map {
                ":lang \($0.rawValue) \(RegionalFormats.ownName(of: $0))"
            }
            say(names.joined(separator: " · "))
        }
        if let intro = screen.intro { say(intro.text) }
        for notice in screen.notices { say(notice.text) }
        if screen.kind == .end {
            for offer in screen.offers {
                say(offer.text(in: chrome))
            }
        } else if !hasToldCommands {
            hasToldCommands = true
            tellCommands()
        }
    }

    private func tellCommands() {
        let words: [(String, ChromeKey)] = [
            ("back", .commandBack), ("help", .commandHelp), ("language", .commandLanguage),
            ("leave", .commandLeave),
        ]
        say(
            .plainCommands,
            Dictionary(uniqueKeysWithValues: words.map { ($0, .text(":\(chrome[$1])")) })
        )
    }

    // MARK: - Asking

    /// Waits for a line and does what is asked everywhere.
    ///
    /// - Parameters:
    ///   - isHidden: Whether what is typed is not shown.
    ///   - canGoBack: Whether there is a question before this one, to which Back leads.
    /// - Returns: What the line means.
    mutating func prompt(isHidden: Bool = false, canGoBack: Bool = false) -> Prompted {
        // Before the sign to begin: who types fast must not be seen, either.
        source.setHidden(isHidden)
        defer { source.setHidden(false) }
        source.write("> ")
        while true {
            switch source.next(within: Self.pulse, isHidden: isHidden) {
            case .line(let line):
                if !source.isEchoing {
                    source.write((isHidden ? "" : TerminalText.of(line)) + "\n")
                }
                guard let command = PlainCommand.of(line, chrome) else {
                    return .line(PlainCommand.answer(line))
                }
                // A secret may begin with anything.
                if isHidden, case .unknown = command { return .line(line) }
                if isHidden, case .button = command { return .line(line) }
                if canGoBack, command == .back { return .command(.back) }
                return obey(command)
            case .idle:
                guard face.refresh() else { continue }
                source.write("\n")
                return .changed
            case .ended: return .ending(.inputEnded(nil))
            case .interrupted:
                source.write("\n")
                sayHowToGoOn()
                return .ending(.left)
            case .hungUp: return .ending(.hungUp)
            }
        }
    }

    private mutating func obey(_ command: PlainCommand) -> Prompted {
        switch command {
        case .back:
            return told(face.goBack()) == .moved ? .changed : .again
        case .help:
            if let help = screen.help { say(help.text) }
            tellCommands()
            return .command(.help)
        case .language(let wanted?):
            let known = snapshot.languages.first {
                $0.rawValue.lowercased() == wanted.lowercased()
                    || RegionalFormats.ownName(of: $0).lowercased() == wanted.lowercased()
            }
            guard let known else {
                sayLanguages()
                return .again
            }
            face.choose(language: known)
            return .changed
        case .language(nil):
            sayLanguages()
            return .again
        case .leave:
            sayHowToGoOn()
            return .ending(.left)
        case .unknown(let word):
            say(.plainUnknown, ["command": .text(word)])
            tellCommands()
            return .again
        case .button(let number):
            guard screen.buttons.indices.contains(number - 1) else { return .again }
            let reply = told(face.press(screen.buttons[number - 1].event))
            return reply == .moved ? .changed : .again
        case .read, .another:
            return .command(command)
        }
    }

    private func sayLanguages() {
        let names = snapshot.languages.map {
            ":\(chrome[.commandLanguage]) \($0.rawValue)  \(RegionalFormats.ownName(of: $0))"
        }
        say(.plainLanguages)
        for name in names { say(name) }
    }

    func sayHowToGoOn() {
        say(.saved, ["command": .text(face.resumeCommand)])
    }

    /// Waits for the service itself, without taking lines that are meant for what comes then.
    private mutating func work() -> WalkEnding? {
        say(.working)
        var pulsesLeft = Self.patience
        while pulsesLeft > 0 {
            if face.refresh() { return nil }
            switch source.pause(milliseconds: Self.pulse) {
            case .interrupted:
                sayHowToGoOn()
                return .left
            case .hungUp: return .hungUp
            case .ended: pulsesLeft -= 1
            case .line, .idle: continue
            }
        }
        return ended(.inputEnded(nil), at: nil)
    }
}
