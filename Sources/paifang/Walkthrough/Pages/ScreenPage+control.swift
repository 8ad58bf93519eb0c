import Localization
import Screens

/// What stands below the field that is being filled, by how it is asked.
extension ScreenPage {
    private static let indent = 5

    mutating func addControl(of field: ScreenField, entry: FieldEntry) {
        let chosen = entry.chosen ?? (entry.isTouched ? nil : field.currentOption)
        switch field.control {
        case .line(.file):
            page.text(chrome[.giveFiles], indent: Self.indent, .faint)
        case .line:
            break
        case .captcha:
            page.text(chrome[.anotherQuestion], indent: Self.indent, .accent)
        case .secret:
            page.text(chrome[.secretUnseen], indent: Self.indent, .faint)
            if field.isAnswered, !entry.isTouched {
                page.text(chrome[.secretKeep], indent: Self.indent, .faint)
            }
        case .choice(let options):
            let found = found(field, entry)
            if found.isEmpty { addNothing(like: entry.editor.text) }
            addOptions(found.isEmpty ? options : found, of: options, chosen: chosen, field)
        case .country(let options):
            if !entry.isTouched {
                page.text(chrome[.countrySearch], indent: Self.indent, .faint)
                let now = options.filter { $0.raw == chosen }
                if field.problem == nil { addOptions(now, of: now, chosen: chosen, field) }
            } else {
                let found = found(field, entry)
                if found.isEmpty { addNothing(like: entry.editor.text) }
                addOptions(found, of: options, chosen: chosen, field)
            }
        case .yesNo(let options):
            addYesNo(options, chosen: chosen, field)
        case .consent(_, let summary, let options):
            // The box comes first: behind the summary it would be out of sight on a low terminal.
            for option in options {
                let mark = chosen == option.raw ? "[x]" : "[ ]"
                page.item(
                    mark,
                    option.words.text,
                    indent: Self.indent,
                    chosen == option.raw ? .selected : .plain
                )
            }
            page.text(chrome[.readDocument], indent: Self.indent, .accent)
            for point in summary { page.item("•", point, indent: Self.indent) }
        }
    }

    private func found(_ field: ScreenField, _ entry: FieldEntry) -> [ScreenField.Option] {
        field.options(for: entry.editor.text, countries: snapshot.countries)
    }

    private mutating func addNothing(like text: String) {
        page.text(chrome[.nothingFound, ["text": .text(text)]], indent: Self.indent, .warning)
    }

    /// A list of options around the chosen one, as many as there is room for.
    private mutating func addOptions(
        _ found: [ScreenField.Option],
        of all: [ScreenField.Option],
        chosen: String?,
        _ field: ScreenField
    ) {
        let room = max(3, min(10, size.rows - 14))
        let middle = found.firstIndex { $0.raw == chosen } ?? 0
        let first = min(max(0, middle - room / 2), max(0, found.count - room))
        let digits = String(all.count).count
        for option in found[first..<min(found.count, first + room)] {
            var mark = option.raw == chosen ? "(•)" : "( )"
            if case .choice = field.control {
                let number = (all.firstIndex { $0.raw == option.raw } ?? 0) + 1
                let blanks = String(repeating: " ", count: max(0, digits - String(number).count))
                mark += " \(blanks)\(number)"
            }
            page.item(
                mark,
                option.words.text,
                indent: Self.indent,
                option.raw == chosen ? .selected : .plain
            )
        }
        let hidden = found.count - room
        if hidden > 0 {
            page.text(
                chrome[.more, ["count": .integer(Int64(hidden))]],
                indent: Self.indent,
                .faint
            )
        }
    }

    /// Two options beside each other where they fit.
    private mutating func addYesNo(
        _ options: [ScreenField.Option],
        chosen: String?,
        _ field: ScreenField
    ) {
        let cells = options.reduce(0) { $0 + DisplayWidth.cells($1.words.text) + 7 }
        guard cells + Self.indent <= size.columns else {
            for option in options {
                page.item(
                    option.raw == chosen ? "(•)" : "( )",
                    option.words.text,
                    indent: Self.indent,
                    option.raw == chosen ? .selected : .plain
                )
            }
            return
        }
        var line = FrameLine()
        line.pad(to: Self.indent)
        for option in options {
            let isChosen = option.raw == chosen
            line.add(
                "\(isChosen ? "(•)" : "( )") \(option.words.text)",
                isChosen ? .selected : .plain
            )
            line.add("   ")
        }
        page.line(line)
    }
}
