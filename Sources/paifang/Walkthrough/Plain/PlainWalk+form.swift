import Localization
import Screens
import Sessions

/// Asking the fields of a form, one after the other.
extension PlainWalk {
    /// What asking one field led to.
    private enum Asked {
        case next
        case same
        case previous
        case changed
        case ending(WalkEnding)
    }

    /// Asks from the first open field on, and submits behind the last; `nil` when the screen is to be told anew.
    mutating func fill() -> WalkEnding? {
        let paths = screen.fields.filter { !$0.isFixed }.map(\.path)
        guard !paths.isEmpty else { return confirmNothing() }
        // Who comes to a step sees it from its beginning; who comes back to the walk goes on.
        let isEntered = visited.map { $0 != screen.visit } ?? false
        visited = screen.visit
        if screen.timing != nil, let letter = snapshot.letter { say(letter) }
        let open = isEntered ? nil : openIndex(in: paths)
        var index = paths.firstIndex { $0 == first } ?? open ?? 0
        first = nil
        tellAnswers(before: index, in: paths)
        while true {
            while index < paths.count {
                switch ask(paths[index], number: index + 1, of: paths.count) {
                case .next: index += 1
                case .same: break
                case .previous: index -= 1
                case .changed: return nil
                case .ending(let ending): return ending
                }
            }
            switch told(face.submit()) {
            case .problem:
                index = openIndex(in: paths) ?? 0
            case .accepted, .moved:
                return nil
            case .refused, .failed:
                switch prompt() {
                case .ending(let ending): return ended(ending, at: nil)
                case .changed: return nil
                case .line, .command, .again: continue
                }
            }
        }
    }

    /// Tells what is answered already, before what is asked first.
    private func tellAnswers(before index: Int, in paths: [AnswerPath]) {
        for (number, path) in paths.prefix(index).enumerated() {
            guard let field = snapshot.field(path), let shown = field.shown else { continue }
            say(
                .plainAnswer,
                [
                    "number": .text(String(number + 1)), "label": .text(field.label.text),
                    "answer": .text(shown),
                ]
            )
        }
    }

    /// The first field with a problem or without an answer.
    private func openIndex(in paths: [AnswerPath]) -> Int? {
        let wrong = paths.firstIndex { snapshot.field($0)?.problem != nil }
        return wrong ?? paths.firstIndex { snapshot.field($0)?.isAnswered != true }
    }

    private mutating func confirmNothing() -> WalkEnding? {
        say(.plainProceed)
        sayButtons()
        switch prompt() {
        case .line:
            told(face.submit())
            return nil
        case .ending(let ending): return ended(ending, at: nil)
        case .changed, .again, .command: return nil
        }
    }

    private mutating func ask(_ path: AnswerPath, number: Int, of count: Int) -> Asked {
        guard let field = snapshot.field(path) else { return .next }
        tell(field, number: number, of: count)
        var countries: [ScreenField.Option] = []
        while true {
            guard let field = snapshot.field(path) else { return .next }
            switch prompt(isHidden: field.isSecret, canGoBack: number > 1) {
            case .changed:
                first = path
                return .changed
            case .command(.back): return .previous
            case .again: continue
            case .ending(let ending): return .ending(ended(ending, at: path))
            case .command(.help): tell(field, number: number, of: count)
            case .command(let command): obey(command, at: field)
            case .line(let line):
                guard let reply = answer(line, to: field, countries) else { return .next }
                switch reply {
                case .answered(.accepted):
                    if let asked = acknowledge(path) { return asked }
                    // There may be more of them; an empty line goes on.
                    if case .line(.file) = field.control { continue }
                    return .next
                case .answered(.moved): return .changed
                case .answered: countries = sayProblem(with: path, after: line)
                case .changed: return .changed
                case .again: continue
                case .ending(let ending): return .ending(ended(ending, at: path))
                }
            }
        }
    }

    /// What a line at a field led to.
    private enum Answered {
        case answered(WalkReply)
        case again
        case changed
        case ending(WalkEnding)
    }

    /// Gives a line as the answer; `nil` where the answer stays as it is.
    private mutating func answer(
        _ line: String,
        to field: ScreenField,
        _ countries: [ScreenField.Option]
    ) -> Answered? {
        let isSettled = field.problem == nil && (field.isAnswered || field.isOptional)
        if line.isEmpty, isSettled || field.isAnswered || field.isOptional {
            if !isSettled {
                face.withdraw(at: field.path)
                snapshot = WalkSnapshot(of: face)
            }
            return nil
        }
        if case .secret(let isRepeated) = field.control {
            // What is said about the last one says more than that nothing was typed now.
            if line.isEmpty, field.problem != nil { return .answered(.problem) }
            return seal(line, isRepeated: isRepeated, at: field.path)
        }
        var raw = line
        if line == "=" || line == "＝", let offer = field.offer {
            raw = offer.raw
        } else if let number = OptionSearch.number(line), countries.indices.contains(number - 1) {
            raw = countries[number - 1].raw
        } else if !line.isEmpty {
            if case .country = field.control {
            } else {
                let found = OptionSearch.matches(line, in: field.options)
                if found.count == 1 { raw = found[0].raw }
            }
        }
        return .answered(told(face.answer(raw, at: field.path)))
    }

    private mutating func seal(_ secret: String, isRepeated: Bool, at path: AnswerPath) -> Answered
    {
        guard isRepeated, !secret.isEmpty else {
            return .answered(told(face.answer(secret: secret, repeated: nil, at: path)))
        }
        let checked = told(face.check(secret: secret, at: path))
        guard checked == .accepted else { return .answered(checked) }
        say(.plainAgain)
        while true {
            switch prompt(isHidden: true, canGoBack: true) {
            case .line(let again):
                return .answered(told(face.answer(secret: secret, repeated: again, at: path)))
            case .again: continue
            case .command: return .again
            case .changed:
                first = path
                return .changed
            case .ending(let ending): return .ending(ending)
            }
        }
    }

    private mutating func obey(_ command: PlainCommand, at field: ScreenField) {
        switch (command, field.control) {
        case (.read, .consent(let name, _, _)):
            if let document = snapshot.document(name) { say(document) }
        case (.another, .captcha):
            face.anotherCaptcha()
            snapshot = WalkSnapshot(of: face)
            if case .captcha(let question)? = snapshot.field(field.path)?.control {
                say(question.text)
            }
        default:
            break
        }
    }

    /// Says that an answer is kept, and offers another spelling of it.
    private mutating func acknowledge(_ path: AnswerPath) -> Asked? {
        guard let field = snapshot.field(path) else { return nil }
        if field.isSecret {
            say(.plainKept)
        } else {
            say(.plainAccepted, ["answer": .text(field.shown ?? "")])
        }
        for note in field.notes { say(.note, ["text": .text(note.text)]) }
        guard let suggestion = field.suggestion else { return nil }
        say(.plainTake, ["offer": .text(suggestion.words.text)])
        say(.plainCurrent, ["answer": .text(field.shown ?? "")])
        while true {
            switch prompt(canGoBack: true) {
            case .line(let line):
                guard !line.isEmpty else {
                    face.withdraw(at: path)
                    snapshot = WalkSnapshot(of: face)
                    return nil
                }
                let raw = line == "=" || line == "＝" ? suggestion.raw : line
                guard told(face.answer(raw, at: path)) == .accepted else {
                    _ = sayProblem(with: path, after: raw)
                    continue
                }
                say(.plainAccepted, ["answer": .text(snapshot.field(path)?.shown ?? "")])
                return nil
            case .again: continue
            case .command: return .same
            case .changed:
                first = path
                return .changed
            case .ending(let ending): return .ending(ended(ending, at: path))
            }
        }
    }

    /// Says what is wrong, and which countries may be meant.
    private func sayProblem(with path: AnswerPath, after line: String) -> [ScreenField.Option] {
        guard let field = snapshot.field(path) else { return [] }
        if let problem = field.problem { say(.problem, ["text": .text(problem.text)]) }
        if case .captcha(let question) = field.control { say(question.text) }
        guard case .country = field.control, !line.isEmpty else { return [] }
        let found = Array(field.options(for: line, countries: snapshot.countries).prefix(9))
        say(found, from: 1)
        return found
    }
}
