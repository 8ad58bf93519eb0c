import Documents
import Flows
import Screens
import YAML

/// The answers of a file, by field, with the place of each.
struct AnswerFile {
    /// One answer.
    struct Answer {
        let raw: String
        let range: SourceRange
    }

    /// The file's path.
    let path: String
    private let answers: [AnswerPath: Answer]
    /// What is wrong with the file.
    let problems: [Diagnostic]

    /// Reads a file: field names with answers; a list field has records.
    init(_ source: SourceText) {
        path = source.path
        let (root, found) = YAMLReader.read(source)
        var problems = found
        var answers: [AnswerPath: Answer] = [:]
        for entry in root?.entries ?? [] {
            let field = FieldName(entry.key)
            if let text = entry.value.text {
                answers[AnswerPath(field)] = Answer(raw: text, range: entry.value.range)
            } else if let items = entry.value.items {
                for (index, item) in items.enumerated() {
                    for part in item.entries ?? [] {
                        let path = AnswerPath(
                            field, item: ItemPath(index: index, field: FieldName(part.key)))
                        answers[path] = Answer(
                            raw: part.value.text ?? "", range: part.value.range)
                    }
                }
            } else {
                problems.append(
                    Diagnostic("E14", at: entry.value.range, "an answer is a text or a list of records"))
            }
        }
        self.answers = answers
        self.problems = problems
    }

    /// The answer to a field; `nil` where the file has none.
    subscript(path: AnswerPath) -> Answer? { answers[path] }

    /// The answers to fields that a flow does not ask, in file order.
    func unknown(in definition: FlowDefinition) -> [(name: String, range: SourceRange)] {
        answers.compactMap { path, answer in
            definition.field(path.field)?.origin == .asked
                ? nil : (path.field.text, answer.range)
        }.sorted { $0.range.start < $1.range.start }
    }
}
