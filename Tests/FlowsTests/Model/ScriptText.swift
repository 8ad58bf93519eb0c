import Expressions

@testable import Flows

/// Scripts as a person can read them.
enum ScriptText {
    static func text(_ script: Script) -> String {
        var lines: [String] = []
        if !script.input.isEmpty { lines.append("given \(answers(script.input))") }
        for sent in script.others {
            lines.append("others sent at \(sent.step): \(sent.scopes), \(sent.at)")
        }
        for part in script.parts {
            var line = ""
            switch part.wait {
            case .milliseconds(0): break
            case .milliseconds(let time): line += "after \(time) ms "
            case .toDeadline(let more): line += "at the deadline and \(more) ms "
            case .toReady(let more): line += "when it may send and \(more) ms "
            }
            if part.isRestarted { line += "restarted " }
            if part.devicesAgo > 0 { line += "\(part.devicesAgo) devices ago " }
            lines.append(line + text(part.event))
        }
        return lines.joined(separator: "\n")
    }

    static func text(_ event: ScriptEvent) -> String {
        let age = event.age ?? 0
        let late = age == 0 ? "" : " (visit before)"
        switch event {
        case .answered(let given, _): return "answered \(answers(given))\(late)"
        case .submitted(let given, _): return "submitted \(answers(given))\(late)"
        case .pressed(let name, _): return "pressed \(name)\(late)"
        case .wentBack: return "went back\(late)"
        case .changeAsked(let name, _): return "asked to change \(name)\(late)"
        case .failed(let name, _): return "failed \(name)\(late)"
        case .triedOut(let name, _): return "tried out \(name)\(late)"
        case .opened(let link): return "opened link \(link.map { "\($0)" } ?? "of nobody")"
        case .openedElsewhere(let link, let code):
            return "opened link \(link.map { "\($0)" } ?? "of nobody") elsewhere, code \(code)"
        case .ended(let call, let outcome, let gives):
            return "call \(call.map { "\($0)" } ?? "of nobody") ended: \(outcome) \(answers(gives))"
        case .signalled(let name): return "signalled \(name)"
        case .languageChosen(let tag): return "chose \(tag)"
        case .timePassed: return "time passed"
        }
    }

    static func answers(_ answers: [String: FieldValue]) -> String {
        answers.sorted { $0.key < $1.key }.map { "\($0.key) = \(text($0.value))" }
            .joined(separator: ", ")
    }

    static func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): "\"\(text.count > 20 ? "\(text.count) x" : text)\""
        case .bool(let bool): "\(bool)"
        case .integer(let number): "\(number)"
        case .money(let money): "\(money.description)"
        case .date(let date): "day \(date / .day)"
        case .list(let records):
            "\(records.map { $0.map { $0.map(text) ?? "nothing" } })"
        case .consent(let consent): "consent \(consent.document)"
        case .sealed(let secret): "secret \(secret.text)"
        case .passed: "passed"
        case .files(let files): "\(files.count) files"
        }
    }
}
