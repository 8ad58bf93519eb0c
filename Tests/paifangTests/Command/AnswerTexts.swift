/// A file of answers that can be changed answer by answer.
struct AnswerTexts: Sendable {
    /// The lines of the file: a field and its answer, written as YAML.
    private(set) var lines: [(field: String, answer: String)]

    /// Somebody from Prague, in the values that files are written in.
    static let plain = AnswerTexts(lines: [
        ("email", "jana.novakova@example.cz"), ("agreement", "true"), ("gender", "female"),
        ("given_name", "Jana"), ("family_name", "Nováková"), ("birth_date", "1990-03-27"),
        ("citizenship", "CZ"), ("document_type", "passport"), ("document_number", "\"39482716\""),
        ("country", "CZ"), ("region", "Praha"), ("city", "Praha"), ("street", "Lipová 12"),
        ("postcode", "120 00"), ("mobile", "\"+420 601 123 456\""), ("landline", "=offer"),
        ("payment_password", "\"730164\""), ("security_answers", questions), ("terms", "true"),
        ("refund_to_wallet", "false"),
    ])

    /// Somebody from Moscow, in the words of a language.
    static func words(of language: String) -> AnswerTexts? {
        let words:
            [String: (yes: String, gender: String, date: String, country: String, kind: String)] = [
                "en": ("yes", "Female", "27 March 1990", "Russia", "Passport"),
                "ru": ("да", "женский", "27 марта 1990", "Россия", "паспорт"),
                "zh": ("是", "女", "1990年3月27日", "俄罗斯", "护照"),
                "id": ("ya", "perempuan", "27 Maret 1990", "Rusia", "paspor"),
                "cs": ("ano", "žena", "27. března 1990", "Rusko", "cestovní pas"),
            ]
        guard let own = words[language] else { return nil }
        return AnswerTexts(lines: [
            ("email", "olga.voroncova@example.ru"), ("agreement", own.yes), ("gender", own.gender),
            ("given_name", "Ольга"), ("family_name", "Воронцова"), ("birth_date", own.date),
            ("citizenship", own.country), ("document_type", own.kind),
            ("document_number", "\"4509 123456\""), ("country", own.country), ("region", "Москва"),
            ("city", "Москва"), ("street", "Тверская 7"), ("postcode", "\"125009\""),
            ("mobile", "\"+7 912 345-67-89\""), ("landline", "=offer"),
            ("payment_password", "\"730164\""), ("security_answers", questions),
            ("terms", own.yes), ("refund_to_wallet", own.yes),
        ])
    }

    private static let questions = records(["first_pet", "mother_maiden_name", "birth_city"])

    /// Three questions with answers, as YAML.
    static func records(
        _ questions: [String],
        answers: [String] = ["Micka", "Dvořáková", "Brno"]
    ) -> String {
        zip(questions, answers).map { "\n  - {question: \($0), answer: \"\($1)\"}" }.joined()
    }

    var yaml: String {
        lines.map { "\($0.field):\($0.answer.hasPrefix("\n") ? "" : " ")\($0.answer)\n" }.joined()
    }

    /// The same with another answer, or one more.
    func with(_ field: String, _ answer: String) -> AnswerTexts {
        var changed = self
        if let index = lines.firstIndex(where: { $0.field == field }) {
            changed.lines[index].answer = answer
        } else {
            changed.lines.append((field, answer))
        }
        return changed
    }

    /// The same without an answer.
    func without(_ field: String) -> AnswerTexts {
        AnswerTexts(lines: lines.filter { $0.field != field })
    }

    /// The line of the file that an answer begins on, from 1.
    func line(of field: String) -> Int? {
        let before = lines.prefix { $0.field != field }
        guard before.count < lines.count else { return nil }
        return before.reduce(1) { $0 + 1 + $1.answer.filter { $0 == "\n" }.count }
    }
}
