import Localization
import Screens

/// Fields with their answers, the one being filled with everything that belongs to it.
extension ScreenPage {
    /// Where labels begin, behind the pointer and the mark.
    private static let labelColumn = 5

    mutating func addForm() {
        if screen.timing != nil, let letter = snapshot.letter {
            addExcerpt(of: letter)
            page.space()
        }
        let fields = screen.fields
        let width = labelWidth(of: fields.map(\.label.text))
        for field in fields {
            let isFocused = input.focus == .field(field.path)
            if isFocused, isRoomy { page.space() }
            let start = page.lines.count
            if isFocused {
                addFocused(field, labelWidth: width)
                page.focus = start..<page.lines.count
                if isRoomy { page.space() }
            } else {
                addOther(field, labelWidth: width)
            }
        }
        page.space()
        addPressable(.proceed, chrome[.proceed])
        addButtons()
    }

    /// How wide the column of labels is; 0 where labels stand on lines of their own.
    func labelWidth(of labels: [String]) -> Int {
        guard size.columns >= 50 else { return 0 }
        let widest = labels.map { DisplayWidth.cells(TerminalText.of($0)) }.max() ?? 0
        return min(widest, (size.columns - 8) * 2 / 5)
    }

    /// A label behind its marks and a value beside or below it; gives the place where the value begins.
    ///
    /// Without a value there is no line for one, and the place is behind the label.
    @discardableResult
    mutating func addLabel(
        _ label: String,
        marks: FrameLine,
        labelWidth: Int,
        emphasis: Emphasis,
        value: [String],
        valueEmphasis: Emphasis = .plain
    ) -> Frame.Position {
        let column = Self.labelColumn
        let valueColumn = labelWidth == 0 ? column : column + labelWidth + 2
        var lines = page.wrapped(label, indent: column)
        let isBeside = lines.count == 1 && DisplayWidth.cells(lines[0]) <= labelWidth
        let last = lines.popLast() ?? ""
        var line = marks
        for part in lines {
            line.pad(to: column)
            line.add(part, emphasis)
            page.line(line)
            line = FrameLine()
        }
        line.pad(to: column)
        line.add(last, emphasis)
        var values = value[...]
        if isBeside {
            line.pad(to: valueColumn)
            line.add(values.popFirst() ?? "", valueEmphasis)
        }
        page.line(line)
        var place = Frame.Position(row: page.lines.count - 1, column: valueColumn)
        if !isBeside, value.isEmpty {
            place.column = column + DisplayWidth.cells(last) + 1
        } else if !isBeside {
            place.row += 1
        }
        for part in values {
            var line = FrameLine()
            line.pad(to: valueColumn)
            line.add(part, valueEmphasis)
            page.line(line)
        }
        return place
    }

    /// How many cells a value has behind a column of labels.
    func valueRoom(labelWidth: Int) -> Int {
        max(8, size.columns - Self.labelColumn - (labelWidth == 0 ? 0 : labelWidth + 2) - 1)
    }

    /// The pointer, and whether there is an answer or a problem.
    private func marks(of field: ScreenField, isFocused: Bool, isChanged: Bool) -> FrameLine {
        var line = FrameLine(isFocused ? " ▸ " : "   ", .accent)
        // They speak of what was taken or refused, not of what is being typed.
        if isChanged { return line }
        if field.problem != nil {
            line.add("✗", .danger)
        } else if field.isAnswered {
            line.add("✓", .success)
        }
        return line
    }

    private mutating func addOther(_ field: ScreenField, labelWidth: Int) {
        let entry = input.entry(of: field)
        let isChanged = entry.isTouched
        var value = field.shown ?? chrome[field.isOptional ? .optional : .notGiven]
        var emphasis: Emphasis = field.isAnswered ? .plain : .faint
        if case .secret = field.control {
        } else if isChanged, !entry.editor.isEmpty {
            value = entry.editor.text
            emphasis = .faint
        } else if let rejected = field.rejected {
            value = rejected
        }
        let indent = size.columns - valueRoom(labelWidth: labelWidth) - 1
        addLabel(
            field.label.text,
            marks: marks(of: field, isFocused: false, isChanged: isChanged),
            labelWidth: labelWidth,
            emphasis: field.isAnswered ? .plain : .faint,
            value: page.wrapped(value, indent: indent),
            valueEmphasis: emphasis
        )
        if let problem = field.problem, !isChanged {
            page.text(
                chrome[.problem, ["text": .text(problem.text)]],
                indent: Self.labelColumn,
                .danger
            )
        }
        for note in field.notes where !isChanged {
            page.text(
                chrome[.note, ["text": .text(note.text)]],
                indent: Self.labelColumn,
                .warning
            )
        }
        if let suggestion = field.suggestion, input.suggested == field.path {
            page.text(
                chrome[.takeSuggestion, ["suggestion": .text(suggestion.words.text)]],
                indent: Self.labelColumn,
                .accent
            )
        }
        if field.isFixed { page.text(chrome[.fixed], indent: Self.labelColumn, .faint) }
    }

    private mutating func addFocused(_ field: ScreenField, labelWidth: Int) {
        let entry = input.entry(of: field)
        let room = valueRoom(labelWidth: labelWidth)
        var (text, column) = entry.editor.window(width: room)
        if case .secret = field.control { (text, column) = ("", 0) }
        let isChanged = entry.isTouched
        var emphasis = Emphasis.strong
        if text.isEmpty, entry.firstSecret == nil, let shown = field.shown {
            text = DisplayWidth.truncate(TerminalText.of(shown), to: room)
            emphasis = .faint
        }
        let before = question(of: field, entry)
        let isWithoutLine = before != nil || (text.isEmpty && field.control.isTicked)
        var place = addLabel(
            field.label.text,
            marks: marks(of: field, isFocused: true, isChanged: isChanged),
            labelWidth: labelWidth,
            emphasis: .strong,
            value: isWithoutLine ? [] : [text],
            valueEmphasis: emphasis
        )
        if let before {
            page.text(before, indent: Self.labelColumn, .strong)
            place = Frame.Position(row: page.lines.count, column: Self.labelColumn + 2)
            var line = FrameLine()
            line.pad(to: Self.labelColumn)
            line.add("› ", .accent)
            line.add(text, emphasis)
            page.line(line)
        }
        place.column += column
        page.cursor = place
        if let problem = field.problem, !isChanged {
            page.text(
                chrome[.problem, ["text": .text(problem.text)]],
                indent: Self.labelColumn,
                .danger
            )
        }
        addControl(of: field, entry: entry)
        addRemarks(on: field, isChanged: isChanged)
    }

    /// What is asked right above the line: a question, or the same secret once more.
    private func question(of field: ScreenField, _ entry: FieldEntry) -> String? {
        if case .captcha(let question) = field.control { return question.text }
        return entry.firstSecret == nil ? nil : chrome[.secretAgain]
    }

    /// What is to be known about a field while it is filled.
    private mutating func addRemarks(on field: ScreenField, isChanged: Bool) {
        let indent = Self.labelColumn
        for note in field.notes where !isChanged {
            page.text(chrome[.note, ["text": .text(note.text)]], indent: indent, .warning)
        }
        if let warning = field.warning {
            page.text(chrome[.warning, ["text": .text(warning.text)]], indent: indent, .warning)
        }
        if let hint = field.hint {
            page.text(chrome[.hint, ["text": .text(hint.text)]], indent: indent, .faint)
        }
        if let offer = field.offer {
            page.text(
                chrome[.takeOffer, ["offer": .text(offer.words.text)]],
                indent: indent,
                .accent
            )
        }
    }
}

extension ScreenField.Control {
    /// Whether a key is enough of an answer, so that no line waits for one.
    fileprivate var isTicked: Bool {
        switch self {
        case .yesNo, .consent: true
        case .line, .choice, .country, .captcha, .secret: false
        }
    }
}
