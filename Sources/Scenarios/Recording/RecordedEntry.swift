import Documents
import Flows
import Localization
import Screens

/// One entry of a recording, as it was played beside the walk.
struct RecordedEntry {
    let after: Int64
    let action: ScenarioAction?
    let step: StepName
    let refusal: String?
    let problems: [FieldProblem]
    let outcome: OutcomeName?

    /// The lines of the entry, without indentation.
    var lines: [String] {
        var keys: [String] = []
        if after > 0 { keys.append("after: \(DurationText.text(of: after))") }
        if let when = action?.written { keys.append("when: \(PathText.flow(when))") }
        var then: [JSONValue.Member] = [.init("at", .string(step.text))]
        if let refusal { then.append(.init("refused", .string(refusal))) }
        if !problems.isEmpty { then.append(.init("errors", errors)) }
        if let outcome { then.append(.init("ended", .string(outcome.text))) }
        keys.append("then: \(PathText.flow(.object(then)))")
        return keys.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    }

    private var errors: JSONValue {
        WrittenPlaces.object(
            problems.map { problem in
                (AnswerPath(problem.field, item: problem.item), .string(problem.reason.name))
            }
        )
    }
}

/// Values by their places, as scenarios write them: records in lists.
enum WrittenPlaces {
    static func object(_ values: [(path: AnswerPath, value: JSONValue)]) -> JSONValue {
        var fields: [FieldName] = []
        for (path, _) in values where !fields.contains(path.field) { fields.append(path.field) }
        return .object(
            fields.map { field in
                let own = values.filter { $0.path.field == field }
                let whole = own.filter { $0.path.item == nil }.map(\.value)
                guard whole.isEmpty else {
                    return .init(field.text, whole.count == 1 ? whole[0] : .array(whole))
                }
                return .init(field.text, records(own))
            }
        )
    }

    private static func records(_ values: [(path: AnswerPath, value: JSONValue)]) -> JSONValue {
        let last = values.compactMap { $0.path.item?.index }.max() ?? 0
        return .array(
            (0...last).map { index in
                .object(
                    values.compactMap { path, value in
                        guard let item = path.item, item.index == index else { return nil }
                        return .init(item.field.text, value)
                    }
                )
            }
        )
    }
}

extension ScenarioAction {
    /// What stands behind `when:`.
    fileprivate var written: JSONValue {
        switch self {
        case .submit(let answers, let isLate):
            let values = answers.map { answer in
                (
                    path: answer.path,
                    value: answer.repeated.map {
                        .array([.string(answer.text), .string($0)])
                    } ?? JSONValue.string(answer.text)
                )
            }
            return late(.init("submit", WrittenPlaces.object(values)), isLate)
        case .press(let event, let isLate): return late(.init("press", .string(event.text)), isLate)
        case .back(let isLate): return late(.init("press", "back"), isLate)
        case .change(let field): return ["change": .string(field.text)]
        case .openLink(let letter, let which):
            let number = which.map { [JSONValue.Member("which", .integer($0))] } ?? []
            return .object([.init("open_link", .string(letter))] + number)
        case .openForgedLink: return ["open_link": "forged"]
        case .switchLocale(let tag): return ["switch_locale": .string(tag.rawValue)]
        case .restart: return ["restart": true]
        case .signal(let event): return ["signal": .string(event.text)]
        // A walk is recorded on one device, and a code is an answer like any other there.
        case .openLinkElsewhere, .enterCode, .onFirstDevice: return [:]
        }
    }

    private func late(_ member: JSONValue.Member, _ isLate: Bool) -> JSONValue {
        .object([member] + (isLate ? [.init("late", true)] : []))
    }
}
