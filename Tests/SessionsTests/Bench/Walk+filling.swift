import Flows
import Localization
import Screens

@testable import Sessions

extension Walk {
    /// An answer to every field of the sign-up, as a person types it.
    static let samples: [String: String] = [
        "email": "anna.novakova@example.com", "captcha": "pass", "agreement": "yes",
        "gender": "female", "given_name": "Anna", "family_name": "Nováková",
        "birth_date": "27 March 1990", "citizenship": "CZ", "document_type": "passport",
        "document_number": "12345678", "country": "CZ", "region": "Praha", "city": "Praha",
        "street": "Dlouhá 12", "postcode": "110 00", "mobile": "+420 601 123 456",
        "landline": "=offer", "payment_password": "246802",
        "security_answers[0].question": "first_pet", "security_answers[0].answer": "Rex",
        "security_answers[1].question": "birth_city", "security_answers[1].answer": "Praha",
        "security_answers[2].question": "first_job", "security_answers[2].answer": "Pekárna",
        "terms": "yes", "refund_to_wallet": "no",
    ]

    /// Answers each field of the form that has no answer yet, a wrong one, or one among those given.
    func fill(_ answers: [String: String] = [:], only names: Set<String>? = nil) {
        for field in screen.fields {
            let name = field.path.name
            if let names, !names.contains(name) { continue }
            if field.isAnswered, field.problem == nil, answers[name] == nil { continue }
            if let raw = answers[name] ?? Walk.samples[name] { reply(raw, at: field.path) }
        }
    }

    /// Answers a field by its name, such as `security_answers[0].answer`.
    @discardableResult
    func reply(_ raw: String, to name: String) -> WalkReply { reply(raw, at: AnswerPath(name)) }

    @discardableResult
    private func reply(_ raw: String, at path: AnswerPath) -> WalkReply {
        if case .secret? = place(of: path)?.part.type {
            return answer(secret: raw, repeated: raw, at: path)
        }
        return answer(raw, at: path)
    }

    /// The field of a name on the screen.
    func field(_ name: String) -> ScreenField? { screen.field(AnswerPath(name)) }

    /// Why the last answer to a field was not taken: a rule's name, a type's reason, or `missing`.
    func reason(_ name: String) -> String? {
        switch input.problems[AnswerPath(name)]?.reason {
        case .missing?: "missing"
        case .rule(let rule)?: rule
        case .type(let reason, _)?: reason
        case nil: nil
        }
    }

    /// What stands on the screen about something that went wrong.
    var telling: String {
        let problems = screen.fields.compactMap { field in
            field.problem.map { "\(field.path.name): \($0.text)" }
        }
        return "\(screen.step) \(screen.notices.map(\.text)) \(problems)"
    }
}

extension Screen {
    fileprivate func field(_ path: AnswerPath) -> ScreenField? { fields.first { $0.path == path } }
}

extension AnswerPath {
    /// A path from a name such as `email` or `security_answers[0].answer`.
    init(_ name: String) {
        let parts = name.split(whereSeparator: { "[].".contains($0) }).map(String.init)
        if parts.count == 3, let index = Int(parts[1]) {
            self.init(
                FieldName(parts[0]),
                item: ItemPath(index: index, field: FieldName(parts[2]))
            )
        } else {
            self.init(FieldName(name))
        }
    }

    var name: String { item.map { "\(field)[\($0.index)].\($0.field)" } ?? field.text }
}
