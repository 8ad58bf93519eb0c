import Documents
import Flows
import Screens
import Uploads

/// Answers that may be refused for a reason, the likeliest first; none of them was typed by anybody.
struct WrongAnswers {
    let field: FieldDefinition
    let item: ItemPath?
    let reason: FieldProblem.Reason
    /// Answers that suit the type of the field, but perhaps no rule.
    let samples: [Sample]

    /// Each with its place, and for a list perhaps with its records.
    var all: [[ScenarioAnswer]] {
        let path = AnswerPath(field.name, item: item)
        guard let part else { return [] }
        if reason == .type(reason: "mismatch", arguments: [:]) {
            return secrets.map { text in
                [answer(text, at: path, repeated: text + "0")]
            }
        }
        let written = samples.map { StandIns.written($0.written, at: path, of: field) }
        if case .file(let bounds) = part.type {
            let one = bounds.formats.first?.rawValue ?? ""
            let numbers = [bounds.atLeast - 1, bounds.atMost + 1].map { count in
                Array(repeating: one, count: max(0, count)).joined(separator: " ")
            }
            return (numbers + SampleFile.words).map { [answer($0, at: path)] }
        }
        let texts = (reason == .missing ? [""] : []) + Self.texts + long(part)
        return written + texts.map { [answer($0, at: path)] }
    }

    /// Wrong answers of which one is too many: a code or secret that is judged at once.
    static func last(at path: AnswerPath, of player: Player) -> [ScenarioAnswer] {
        guard let field = player.definition.field(path.field) else { return [] }
        let reason = FieldProblem.Reason.type(reason: "wrong", arguments: [:])
        return WrongAnswers(field: field, item: path.item, reason: reason, samples: [])
            .all.compactMap(\.first)
    }

    /// The field itself, or that of a record.
    private var part: FieldDefinition? {
        guard let item, case .list(let parts, _) = field.type else { return field }
        return parts.first { $0.name == item.field }
    }

    private var secrets: [String] {
        samples.compactMap { sample in
            if case .string(let text) = sample.written { text } else { nil }
        }
    }

    private func answer(_ text: String, at path: AnswerPath, repeated: String? = nil)
        -> ScenarioAnswer
    {
        ScenarioAnswer(
            path: path,
            text: text,
            repeated: repeated,
            isSecret: part?.isSecret == true,
            range: .start(of: StandIns.place)
        )
    }

    /// Too short and too long for what the field demands.
    private func long(_ part: FieldDefinition) -> [String] {
        let length = part.length
        let counts = [length.minimum - 1, min(length.maximum, 1_999) + 1].filter { $0 > 0 }
        return counts.flatMap { count in
            ["a", "7"].map { String(repeating: $0, count: count) }
        }
    }

    /// What people get wrong: half an address, no such day, letters for digits, sequences, marks.
    private static let texts = [
        "wrong", "x", "jana", "jana@", "@example.cz", "jana@example", "jana@@example.cz",
        "jana example@cz", "1", "12", "1234", "12345", "123456", "1234567", "12345678", "654321",
        "111111", "1111111", "7777777777",
        "123456789012345678901234567890", "+420", "+1", "+420 1", "0", "-1", "999999999", "1.5",
        "1,000", "2026-02-30", "30.02.2026", "99.99.9999", "01.02.03", "2999-01-01", "1700-01-01",
        "3", "no", "true", "Jana1", "Jana!", "<b>", "...", "-", "a\u{7}b", "XX", "ZZ", "AA-1",
        "AAAAAAAAAAAAAAAAAAAA", "Иван", "姓名", "",
    ]
}
