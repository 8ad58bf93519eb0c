import Localization
import Screens

/// A screen as plain text, for reports and for what must be shown.
struct ScreenText {
    /// The lines, without line ends.
    private(set) var lines: [String] = []
    /// The cells of a line.
    private let width: Int?

    /// Writes a screen.
    ///
    /// - Parameters:
    ///   - screen: The screen.
    ///   - width: The cells of a line; each text is one line where there is none.
    init(_ screen: Screen, width: Int? = 80) {
        self.width = width
        add(screen.title.text, after: "")
        for notice in screen.notices { add(notice.text, after: "! ") }
        if let intro = screen.intro { add(intro.text, after: "") }
        for field in screen.fields { add(field) }
        if let advice = screen.advice { add(advice.text, after: "") }
        var buttons = screen.buttons.map {
            $0.readyAt == nil && !$0.isUsedUp ? "[\($0.words.text)]" : "(\($0.words.text))"
        }
        buttons += screen.offers.filter(\.isOpen).map { "[\($0.words.text)]" }
        if !buttons.isEmpty { add(buttons.joined(separator: " "), after: "") }
    }

    /// Whether a text is on the screen; white space counts as single blanks, so that line breaks hide nothing.
    func contains(_ text: String) -> Bool {
        // Most texts stand in one piece, which is seen without taking all of them apart.
        if text == Self.flat([text]), lines.contains(where: { Self.stands(text, in: $0) }) {
            return true
        }
        return Self.flat(lines).contains(text)
    }

    /// Whether the bytes of a text stand in a line, which is seen many times as quickly as its characters.
    private static func stands(_ text: String, in line: String) -> Bool {
        let (part, whole) = (text.utf8, line.utf8)
        let found = part.withContiguousStorageIfAvailable { part in
            whole.withContiguousStorageIfAvailable { whole in
                guard let first = part.first, part.count <= whole.count else { return part.isEmpty }
                return (0...whole.count - part.count).contains { start in
                    whole[start] == first
                        && whole[start..<start + part.count].elementsEqual(part)
                }
            }
        }
        return found.flatMap(\.self) ?? line.contains(text)
    }

    private static func flat(_ lines: [String]) -> String {
        let words = lines.flatMap { $0.unicodeScalars.split(whereSeparator: \.isWhite) }
        return words.map { String($0) }.joined(separator: " ")
    }

    private mutating func add(_ field: ScreenField) {
        let mark = field.problem != nil ? "✗ " : field.isAnswered ? "✓ " : "· "
        add(field.label.text + ": " + (field.rejected ?? field.shown ?? "—"), after: mark)
        for words in [field.problem] + field.notes.map(Optional.some) {
            if let words { add(words.text, after: "    ") }
        }
    }

    private mutating func add(_ text: String, after mark: String) {
        guard let width else { return lines += [mark, text] }
        let indent = String(repeating: " ", count: mark.count)
        let room = width - mark.count
        for (index, line) in DisplayWidth.wrap(text, width: room).enumerated() {
            lines.append((index == 0 ? mark : indent) + line)
        }
    }
}

extension Screen {
    /// Everything on the screen that comes from a locale file, its help included.
    var allWords: [Words] {
        var words = [flowTitle, title] + notices
        words += [intro, help, advice].compactMap(\.self)
        for field in fields { words += field.allWords }
        words += buttons.map(\.words) + offers.filter(\.isOpen).map(\.words)
        return words
    }
}

extension ScreenField {
    fileprivate var allWords: [Words] {
        var words = [label] + notes
        words += [hint, warning, problem, offer?.words, suggestion?.words].compactMap(\.self)
        switch control {
        case .choice(let options), .yesNo(let options), .consent(_, _, let options):
            words += options.map(\.words)
        case .captcha(let question): words.append(question)
        // Names of countries come from ICU; where a message puts something beside them, one shows it.
        case .country(let options):
            words += options.first { $0.words.key != nil }.map { [$0.words] } ?? []
        case .line, .secret: break
        }
        return words
    }
}

extension Unicode.Scalar {
    /// Whether it is white space of any script.
    fileprivate var isWhite: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
