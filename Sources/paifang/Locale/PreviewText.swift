import Documents
import Flows
import Localization

/// Prints messages and their screens.
struct PreviewText {
    let desk: LocaleDesk
    let columns: Int

    private var paint: Paint { Paint(isOn: desk.isColoured) }

    /// A line between the steps of a flow.
    func heading(_ text: String, _ name: String) {
        let words = "══ \(text): \(name) "
        let rest = String(repeating: "═", count: max(2, columns - DisplayWidth.cells(words)))
        Standard.output(paint.strong(words + rest) + "\n")
    }

    /// A message with its screens.
    func show(_ sheet: MessageSheet, _ pictures: [Picture], hasForms: Bool) {
        if hasForms { show(sheet) }
        for picture in pictures { show(picture, marking: [sheet.key]) }
        if pictures.isEmpty { Standard.output("  \(Self.reason(sheet.key))\n") }
    }

    /// A message alone.
    func show(_ sheet: MessageSheet) {
        let lines = sheet.lines(columns: columns, paint: paint)
        Standard.output(lines.joined(separator: "\n") + "\n")
    }

    /// Why no screen shows a message.
    private static func reason(_ key: MessageKey) -> String {
        if PseudoLanguage.keeps(key) {
            return "It is on no screen: these are the answers that are taken, with | between them."
        }
        return "No screen of the flows here was found to show it."
    }

    /// A screen; `>` stands before the lines of some messages.
    func show(_ picture: Picture, marking keys: Set<MessageKey>, underlines: Bool = true) {
        let place = "\(picture.flow), step \(picture.step)"
        let caption = picture.caption.isEmpty ? place : "\(place), \(picture.caption)"
        var lines = [paint.faint("  " + caption)]
        for line in picture.lines {
            let isMarked = !line.keys.isDisjoint(with: keys)
            guard isMarked else {
                lines.append(line.text)
                continue
            }
            let pieces = line.pieces(of: keys)
            let text = pieces.map { $0.isWanted ? paint.marked($0.text) : $0.text }.joined()
            let hasRoom = line.text.first == " "
            lines.append(hasRoom ? ">" + text.dropFirst() : text)
            guard !paint.isOn, underlines || !hasRoom else { continue }
            lines += Self.underline(pieces, always: !hasRoom)
        }
        Standard.output(lines.joined(separator: "\n") + "\n")
    }

    /// Where colour does not tell, a line of `^` does, unless the message is the whole line and has its mark.
    private static func underline(
        _ pieces: [(text: String, isWanted: Bool)],
        always: Bool
    ) -> [String] {
        let others = pieces.filter { !$0.isWanted }.map(\.text).joined()
        guard always || others.contains(where: { !$0.isWhitespace }) else { return [] }
        let line = pieces.map { piece in
            String(repeating: piece.isWanted ? "^" : " ", count: DisplayWidth.cells(piece.text))
        }.joined()
        let end = line.lastIndex(of: "^") ?? line.startIndex
        return [String(line[...end])]
    }

    /// A message with its screens as JSON.
    static func json(_ sheet: MessageSheet, _ pictures: [Picture]) -> JSONValue {
        let screens = pictures.map { picture -> JSONValue in
            let rows = picture.lines.indices.filter { picture.lines[$0].keys.contains(sheet.key) }
            return [
                "flow": .string(picture.flow.text), "step": .string(picture.step.text),
                "caption": .string(picture.caption),
                "lines": .array(picture.lines.map { .string($0.text) }),
                "marked": .array(rows.map { .integer($0 + 1) }),
            ]
        }
        let members = sheet.json + [("screens", .array(screens))]
        return .object(members.map { .init($0.0, $0.1) })
    }
}
