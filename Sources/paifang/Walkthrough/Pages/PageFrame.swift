import Localization
import Screens

/// What stands above and below a page: where one is, and which keys there are.
struct PageFrame {
    let snapshot: WalkSnapshot
    let size: TerminalSize

    /// Below this height only the first line is worth its place.
    private var isLow: Bool { size.rows < 14 }

    /// The title and the place of the step, and how far one has come.
    var header: [FrameLine] {
        let title = snapshot.chrome[.headerTitle, ["flow": .text(snapshot.screen.flowTitle.text)]]
        let room = max(0, size.columns - 2)
        var place = step(.headerStep)
        // The step's number must be seen; of the title a part is enough.
        if DisplayWidth.cells(place) + DisplayWidth.cells(title) + 2 > room {
            place = step(.headerStepShort)
        }
        place = DisplayWidth.truncate(TerminalText.of(place), to: room)
        let left = max(0, room - DisplayWidth.cells(place) - 2)
        var line = FrameLine()
        line.pad(to: 1)
        line.add(DisplayWidth.truncate(TerminalText.of(title), to: left), .strong)
        line.pad(to: size.columns - 1 - DisplayWidth.cells(place))
        line.add(place)
        guard !isLow, let bar else { return [line] }
        return [line, bar]
    }

    /// The keys, the most important ones where there is no room for all.
    func footer(_ keys: [FooterKey]) -> [FrameLine] {
        let words = keys.map { snapshot.chrome[$0.words] }
        let lines = Self.lines(of: words, columns: size.columns)
        // One line is read at a glance; only a narrow one has too little room for it.
        let most = isLow || size.columns >= 60 ? 1 : 2
        if lines.count <= most { return lines.map { FrameLine($0, .faint) } }
        guard
            let least = keys.indices.max(by: { keys[$0].dispensability < keys[$1].dispensability })
        else { return [] }
        var fewer = keys
        fewer.remove(at: least)
        return footer(fewer)
    }

    private func step(_ key: ChromeKey) -> String {
        let language = RegionalFormats.ownName(of: snapshot.language)
        guard let progress = snapshot.screen.progress else { return language }
        return snapshot.chrome[
            key,
            [
                "position": .integer(Int64(progress.position)),
                "count": .integer(Int64(progress.count)), "language": .text(language),
            ]
        ]
    }

    private var bar: FrameLine? {
        guard let fraction = snapshot.fraction else { return nil }
        let percent = snapshot.chrome[.headerPercent, ["fraction": .number(fraction)]]
        let room = max(0, size.columns - 4 - DisplayWidth.cells(percent))
        let eighths = Int((Double(room) * 8 * fraction).rounded())
        var line = FrameLine()
        line.pad(to: 1)
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        line.add(String(repeating: "█", count: eighths / 8) + rest, .accent)
        line.pad(to: size.columns - 1 - DisplayWidth.cells(percent))
        line.add(percent, .faint)
        return line
    }

    private static func lines(of words: [String], columns: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            let longer = (lines.last ?? " ") + (lines.isEmpty ? "" : " · ") + word
            if lines.isEmpty {
                lines.append(" " + word)
            } else if DisplayWidth.cells(longer) <= columns - 1 {
                lines[lines.count - 1] = longer
            } else {
                lines.append(" " + word)
            }
        }
        return lines
    }
}

/// A key with what it does, in words.
enum FooterKey: Hashable {
    case next, change, press, confirm, choose, mark, back, language, help, leave, scroll, close

    var words: ChromeKey {
        switch self {
        case .next: .keyNext
        case .change: .keyChange
        case .press: .keyPress
        case .confirm: .keyConfirm
        case .choose: .keyChoose
        case .mark: .keyMark
        case .back: .keyBack
        case .language: .keyLanguage
        case .help: .keyHelp
        case .leave: .keyLeave
        case .scroll: .keyScroll
        case .close: .keyClose
        }
    }

    /// How soon it is left out where there is no room.
    fileprivate var dispensability: Int {
        switch self {
        case .mark, .close, .press, .change: 0
        case .next, .confirm: 1
        case .help: 2
        case .language: 3
        case .leave: 4
        case .back: 5
        case .choose, .scroll: 6
        }
    }
}
