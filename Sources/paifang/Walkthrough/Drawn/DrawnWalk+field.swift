import Screens
import Sessions

/// Keys at a field.
extension DrawnWalk {
    mutating func press(_ key: Key, at field: ScreenField) {
        var entry = input.entry(of: field)
        switch key {
        case .enter:
            enter(field, entry)
            return
        case .tab:
            if case .line(.file) = field.control, entry.isTouched,
                let longer = PathCompletion().completed(entry.editor.text)
            {
                entry.editor = LineEditor(longer)
                input.entries[field.path] = entry
            } else if entry.isTouched {
                enter(field, entry)
            } else {
                move(by: 1)
            }
            return
        case .control("o"):
            if let offer = field.offer { take(offer.raw, for: field, entry) }
            return
        case .text("="), .text("＝"):
            if entry.editor.isEmpty || !entry.isTouched, let offer = field.offer {
                take(offer.raw, for: field, entry)
                return
            }
        case .text("?"), .text("？"):
            if entry.editor.isEmpty, !field.isSecret {
                openHelp()
                return
            }
        case .escape:
            input.entries[field.path] = nil
            if field.isAnswered { withdraw(at: field) }
            return
        default:
            break
        }
        if press(key, inside: field, &entry) {
            input.entries[field.path] = entry
        } else if key == .down {
            if entry.isTouched, field.isTakenInPassing {
                enter(field, entry)
            } else {
                move(by: 1)
            }
        } else if key == .up {
            move(by: -1)
        }
    }

    /// A key that only changes what is typed or chosen; false where it is not of that kind.
    private mutating func press(
        _ key: Key,
        inside field: ScreenField,
        _ entry: inout FieldEntry
    ) -> Bool {
        switch field.control {
        case .line, .secret:
            return entry.editor.take(key)
        case .captcha:
            guard key == .control("n") else { return entry.editor.take(key) }
            face.anotherCaptcha()
            withdraw(at: field)
            entry = FieldEntry(of: snapshot.field(field.path) ?? field)
            return true
        case .consent(let document, _, _):
            guard key == .control("r") else { return choose(key, at: field, &entry) }
            input.overlay = .document(document)
            input.scroll = 0
            return true
        case .choice, .country, .yesNo:
            return choose(key, at: field, &entry)
        }
    }

    /// A key among options: arrows, blanks, or letters and digits that look for one.
    private func choose(_ key: Key, at field: ScreenField, _ entry: inout FieldEntry) -> Bool {
        let found = options(of: field, for: entry)
        let isUntouched = !entry.isTouched
        let current = entry.chosen ?? (isUntouched ? field.currentOption : nil)
        let index = found.firstIndex { $0.raw == current }
        let isBeside: Bool
        switch field.control {
        case .yesNo, .consent: isBeside = true
        case .choice, .country, .line, .captcha, .secret: isBeside = false
        }
        let isPlain = entry.editor.isEmpty
        switch key {
        case .down where isUntouched && index != nil, .up where isUntouched:
            return false
        case .down,
            .right where isBeside || isPlain:
            guard !found.isEmpty else { return false }
            entry.chosen = found[min(found.count - 1, (index ?? -1) + 1)].raw
        case .up,
            .left where isBeside || isPlain:
            guard let index, index > 0 || key == .left else { return false }
            entry.chosen = found[max(0, index - 1)].raw
        case .text(" ") where field.isConsent:
            entry.editor = LineEditor()
            entry.chosen = entry.chosen == nil ? field.options.first?.raw : nil
        case .text(" ") where isBeside && isPlain:
            guard !found.isEmpty else { return false }
            entry.chosen = found[((index ?? -1) + 1) % found.count].raw
        default:
            let before = entry.editor.text
            if case .text(let digit) = key, isNewNumber(before + digit, digit, field) {
                entry.editor = LineEditor()
            }
            guard entry.editor.take(key) else { return false }
            if entry.editor.text != before {
                let matches = field.options(
                    for: entry.editor.text,
                    countries: snapshot.countries
                )
                // Nobody accepts a document by a letter that its words happen to have.
                let isSought = !entry.editor.isEmpty && !field.isConsent
                entry.chosen = isSought ? matches.first?.raw : nil
            }
        }
        return true
    }

    /// Whether a digit can't lengthen the number before it and so begins another.
    private func isNewNumber(_ both: String, _ digit: String, _ field: ScreenField) -> Bool {
        guard let number = OptionSearch.number(both), OptionSearch.number(digit) != nil else {
            return false
        }
        return number > field.options.count
    }

    /// The options among which arrows move: all of them where a number was typed.
    private func options(of field: ScreenField, for entry: FieldEntry) -> [ScreenField.Option] {
        let text = entry.editor.text
        return OptionSearch.number(text) == nil
            ? field.options(for: text, countries: snapshot.countries) : field.options
    }

    // MARK: - Answers

    /// Takes what is typed or chosen as the answer, and goes to the next row if it holds.
    private mutating func enter(_ field: ScreenField, _ entry: FieldEntry) {
        let text = entry.editor.text
        let isSettled = field.problem == nil && (field.isAnswered || field.isOptional)
        switch field.control {
        case .line, .captcha:
            if isSettled, !entry.isTouched {
                move(by: 1)
            } else {
                take(text, for: field, entry)
            }
        case .choice, .country, .yesNo, .consent:
            if let chosen = entry.chosen {
                take(chosen, for: field, entry)
            } else if !entry.isTouched, isSettled || field.isAnswered {
                if !isSettled { withdraw(at: field) }
                move(by: 1)
            } else {
                take(text, for: field, entry)
            }
        case .secret(let isRepeated):
            if isSettled, text.isEmpty, entry.firstSecret == nil {
                move(by: 1)
            } else if text.isEmpty, entry.firstSecret == nil, field.problem != nil {
                // What is said about the last one says more than that nothing was typed now.
                return
            } else if isRepeated, entry.firstSecret == nil, !text.isEmpty {
                begin(secret: text, at: field)
            } else {
                seal(entry.firstSecret ?? text, repeated: isRepeated ? text : nil, at: field.path)
            }
        }
    }

    /// Asks for a secret once more, if it holds so far.
    private mutating func begin(secret: String, at field: ScreenField) {
        let reply = face.check(secret: secret, at: field.path)
        input.entries[field.path] = nil
        follow(reply, at: field.path)
        guard reply == .accepted, let now = snapshot.field(field.path) else { return }
        var entry = FieldEntry(of: now)
        entry.firstSecret = secret
        input.entries[field.path] = entry
    }

    /// Lets go of what was refused.
    private mutating func withdraw(at field: ScreenField) {
        face.withdraw(at: field.path)
        input.entries[field.path] = nil
        follow()
    }

    private mutating func seal(_ secret: String, repeated: String?, at path: AnswerPath) {
        let reply = face.answer(secret: secret, repeated: repeated, at: path)
        input.entries[path] = nil
        follow(reply, at: path)
        if reply == .accepted { move(by: 1) }
    }

    private mutating func take(_ raw: String, for field: ScreenField, _ entry: FieldEntry) {
        let reply = face.answer(raw, at: field.path)
        var entry = entry
        if reply == .accepted {
            input.entries[field.path] = nil
        } else {
            entry.refuse(at: field)
            input.entries[field.path] = entry
        }
        // A question is judged once; what was typed is no answer to the next one.
        if case .captcha = field.control { input.entries[field.path] = nil }
        follow(reply)
        guard reply == .accepted, input.focus == .field(field.path) else { return }
        // There may be more of them; who has none left goes on with an empty line.
        if case .line(.file) = field.control { return }
        move(by: 1)
        if let suggestion = snapshot.field(field.path)?.suggestion, suggestion.raw != raw {
            input.suggested = field.path
        }
    }

    /// Takes the other spelling of the answer before, if Tab comes right behind it: who passes by later keeps what
    /// was typed.
    mutating func takeSuggestion(_ path: AnswerPath) -> Bool {
        guard let field = snapshot.field(path), let suggestion = field.suggestion else {
            return false
        }
        follow(face.answer(suggestion.raw, at: path))
        return true
    }

    /// Takes what was typed at other fields and left with the arrows; false where something is wrong with it.
    mutating func takeUntaken() -> Bool {
        for field in snapshot.screen.fields where !field.isSecret {
            guard var entry = input.entries[field.path], entry.isTouched else { continue }
            let raw = entry.chosen ?? entry.editor.text
            let reply = face.answer(raw, at: field.path)
            follow(reply)
            guard reply == .accepted else {
                entry.refuse(at: field)
                input.entries[field.path] = entry
                input.focus = .field(field.path)
                return false
            }
            input.entries[field.path] = nil
        }
        return true
    }
}

extension ScreenField {
    /// The option that is the answer, or stands for it where nothing is chosen.
    var currentOption: String? {
        switch control {
        case .choice, .country, .yesNo: editable
        case .consent(_, _, let options): isAnswered ? options.first?.raw : nil
        case .line, .captcha, .secret: nil
        }
    }

    /// Whether this is the acceptance of a document.
    var isConsent: Bool {
        if case .consent = control { true } else { false }
    }

    /// Whether what was typed is taken when the pointer goes on: not what can be tried only so often.
    fileprivate var isTakenInPassing: Bool {
        switch control {
        case .captcha, .secret, .line(.code): false
        case .line, .choice, .country, .yesNo, .consent: true
        }
    }

    /// Whether nothing of the answer may be shown.
    var isSecret: Bool {
        if case .secret = control { true } else { false }
    }
}
