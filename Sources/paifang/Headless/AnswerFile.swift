import Documents
import Flows
import Screens
import Sessions
import Uploads
import YAML

/// The answers of a file, by field, with the place of each, and the buttons that it presses.
struct AnswerFile {
    /// The key that buttons stand under, unless a field has this name.
    private static let pressKey = "press"

    /// One answer.
    struct Answer {
        let raw: String
        let range: SourceRange
    }

    /// The file's path.
    let path: String
    private(set) var answers: [AnswerPath: Answer] = [:]
    /// The buttons that are pressed at a step, one each time it is met.
    private(set) var presses: [StepName: [EventName]] = [:]
    /// What is wrong with the file; no finding repeats an answer.
    private(set) var problems: [Diagnostic]

    /// Reads a file for a flow: field names with answers; a list field has records.
    init(_ source: SourceText, for definition: FlowDefinition) {
        path = source.path
        let (root, found) = YAMLReader.read(source)
        problems = found
        guard let root else { return }
        guard let entries = root.entries else {
            refuse("E37", root, "a file of answers holds `field: answer` lines")
            return
        }
        for entry in entries { read(entry, for: definition) }
    }

    /// The answer to a field; `nil` where the file has none.
    subscript(path: AnswerPath) -> Answer? { answers[path] }

    private mutating func read(_ entry: DocumentNode.Entry, for definition: FlowDefinition) {
        let name = FieldName(entry.key)
        if entry.key == Self.pressKey, definition.field(name) == nil {
            return readPresses(entry.value, of: definition)
        }
        guard let field = definition.field(name), field.origin == .asked else {
            let isInput = definition.field(name)?.origin == .input
            let asked = definition.fields.filter { $0.origin == .asked }.map(\.name.text)
            problems.append(
                Diagnostic(
                    "E13",
                    at: entry.keyRange,
                    "`\(entry.key)` is not asked by \(definition.name)",
                    help: isInput
                        ? "--given \(entry.key)=…" : suggestion(for: entry.key, among: asked)
                )
            )
            return
        }
        if case .list(let parts, let count) = field.type {
            readRecords(of: entry, parts: parts, count: count)
        } else {
            read(entry.value, at: AnswerPath(name), of: field)
        }
    }

    /// Reads `press: {step: button}` or `press: {step: [button, button]}`.
    private mutating func readPresses(_ node: DocumentNode, of definition: FlowDefinition) {
        guard let steps = node.entries else {
            return refuse("E37", node, "`press` holds `step: button` lines")
        }
        for entry in steps {
            guard let step = definition.step(StepName(entry.key)) else {
                let names = definition.steps.map(\.name.text)
                problems.append(
                    Diagnostic(
                        "E13",
                        at: entry.keyRange,
                        "\(definition.name) has no step `\(entry.key)`",
                        help: suggestion(for: entry.key, among: names)
                    )
                )
                continue
            }
            let buttons = step.events.filter { $0.source == .button }.map(\.name.text)
            for button in entry.value.items ?? [entry.value] {
                guard let name = button.text, buttons.contains(name) else {
                    problems.append(
                        Diagnostic(
                            "E13",
                            at: button.range,
                            "\(step.name) has no such button",
                            help: suggestion(for: button.text ?? "", among: buttons)
                        )
                    )
                    continue
                }
                presses[step.name, default: []].append(EventName(name))
            }
        }
    }

    private mutating func readRecords(
        of entry: DocumentNode.Entry,
        parts: [FieldDefinition],
        count: Int
    ) {
        guard let items = entry.value.items else {
            refuse("E37", entry.value, "`\(entry.key)` is a list of \(count) records")
            return
        }
        for (index, item) in items.enumerated() {
            guard index < count else {
                refuse("E37", item, "`\(entry.key)` has more than \(count) records")
                return
            }
            guard let answers = item.entries else {
                refuse("E37", item, "a record of `\(entry.key)` holds `field: answer` pairs")
                continue
            }
            for answer in answers {
                let names = parts.map(\.name.text)
                guard let part = parts.first(where: { $0.name.text == answer.key }) else {
                    problems.append(
                        Diagnostic(
                            "E13",
                            at: answer.keyRange,
                            "`\(answer.key)` is not asked in `\(entry.key)`",
                            help: suggestion(for: answer.key, among: names)
                        )
                    )
                    continue
                }
                let path = AnswerPath(
                    FieldName(entry.key),
                    item: ItemPath(index: index, field: part.name)
                )
                read(answer.value, at: path, of: part)
            }
        }
    }

    private mutating func read(
        _ value: DocumentNode,
        at path: AnswerPath,
        of field: FieldDefinition
    ) {
        if case .file = field.type, let items = value.items {
            let paths = items.compactMap(\.text)
            guard paths.count == items.count else {
                refuse(
                    "E37",
                    value,
                    "the answer to `\(path.written)` is a path, or a list of paths"
                )
                return
            }
            let line = paths.map(TypedPaths.quoted).joined(separator: " ")
            answers[path] = Answer(raw: line, range: value.range)
            return
        }
        guard let text = value.text else {
            refuse("E37", value, "the answer to `\(path.written)` is a single text")
            return
        }
        if text == Walk.offerMark, field.offer == nil {
            refuse("E37", value, "`\(path.written)` offers nothing that could be taken")
            return
        }
        answers[path] = Answer(raw: text, range: value.range)
    }

    private mutating func refuse(_ code: String, _ node: DocumentNode, _ message: String) {
        problems.append(Diagnostic(code, at: node.range, message))
    }
}
