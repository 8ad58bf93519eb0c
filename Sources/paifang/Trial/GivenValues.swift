import Documents
import Expressions
import Flows
import YAML

/// The values of `--given`: JSON, read by the types of a step's names, or by what they look like.
struct GivenValues {
    /// A value by name; without one, the name is known and not set.
    struct Given {
        let type: ExpressionType
        let value: ExpressionValue?
    }

    /// What was given, by name.
    private(set) var values: [String: Given] = [:]
    /// What is wrong with it.
    private(set) var problems: [Diagnostic] = []
    /// The text, for excerpts.
    let source: SourceText

    /// What a condition may read besides the fields of a flow.
    private static let known: [String: ExpressionType?] = [
        "value": nil, "locale": .string, "now": .timestamp, "today": .timestamp,
    ]

    /// Reads the values; `names` are those of a step, where one was named.
    init(_ text: String, names: StepNames?) {
        source = SourceText(path: "--given", text: text)
        // JSON is YAML, but for the escapes of characters beyond U+FFFF, which may stand as themselves.
        let (root, found) = YAMLReader.read(source)
        problems = found.map(Self.asJSON)
        guard found.isEmpty, let root else { return }
        guard let entries = root.entries else {
            refuse(
                "E37",
                root.range,
                "names with values are meant",
                help: "write names with values: \(Self.example)"
            )
            return
        }
        for entry in entries { read(entry, names) }
    }

    private mutating func read(_ entry: DocumentNode.Entry, _ names: StepNames?) {
        guard let names else {
            values[entry.key] = guessed(entry.value)
            return
        }
        if let name = names.names.first(where: { $0.text == entry.key }) {
            guard let type = name.type else {
                refuse("E13", entry.keyRange, "`\(entry.key)` can't be read by conditions")
                return
            }
            values[entry.key] = given(entry.value, as: type, for: entry.key)
        } else if let type = Self.known[entry.key] {
            values[entry.key] =
                type.map { given(entry.value, as: $0, for: entry.key) } ?? guessed(entry.value)
        } else {
            let readable = names.names.filter { $0.type != nil }.map(\.text)
            let near = Spelling.nearest(to: entry.key, among: readable)
            refuse(
                "E13",
                entry.keyRange,
                "the flow has no field `\(entry.key)`",
                help: near.map { "did you mean `\($0)`?" }
                    ?? "there are: \(readable.joined(separator: " "))"
            )
        }
    }

    /// What is wrong with a text that its author means to be JSON.
    private static func asJSON(_ problem: Diagnostic) -> Diagnostic {
        let yaml = "not valid YAML: "
        let isSyntax = problem.message.hasPrefix(yaml)
        return Diagnostic(
            problem.code,
            at: problem.range,
            isSyntax ? "not valid JSON: " + problem.message.dropFirst(yaml.count) : problem.message,
            label: problem.label,
            help: "write names with values: \(example)"
        )
    }

    private static let example = #"{"citizenship": "CZ"}"#

    private mutating func refuse(
        _ code: String,
        _ range: SourceRange,
        _ message: String,
        help: String? = nil
    ) {
        problems.append(Diagnostic(code, at: range, message, help: help))
    }

    // MARK: By type

    private mutating func given(
        _ node: DocumentNode,
        as type: ExpressionType,
        for name: String
    ) -> Given {
        if isNull(node) { return Given(type: type, value: nil) }
        return Given(type: type, value: value(node, as: type, for: name))
    }

    /// The value that a node gives a type; `nil` and a finding where it gives none.
    private mutating func value(
        _ node: DocumentNode,
        as type: ExpressionType,
        for name: String
    ) -> ExpressionValue? {
        switch (type, node.content) {
        case (.list(let item), .sequence(let nodes)):
            return .list(nodes.compactMap { value($0, as: item, for: "an item of \(name)") })
        case (.record(let fields), .mapping(let entries)):
            return .record(ExpressionRecord(record(entries, fields, of: name)))
        case (_, .scalar(let scalar)):
            if let value = read(scalar, as: type) { return value }
        case (_, .sequence), (_, .mapping): break
        }
        refuse("E14", node.range, "`\(name)` is a \(type)", help: "write \(Self.example(of: type))")
        return nil
    }

    private func read(_ scalar: DocumentNode.Scalar, as type: ExpressionType) -> ExpressionValue? {
        if scalar.style != .plain { return ExpressionValue(scalar.text, as: type) }
        switch (type, Self.literal(scalar.text)) {
        case (.bool, .bool(let value)?): return .bool(value)
        case (.int, .int(let value)?): return .int(value)
        case (.double, .double(let value)?): return .double(value)
        case (.double, .int(let value)?): return .double(Double(value))
        default: return nil
        }
    }

    private mutating func record(
        _ entries: [DocumentNode.Entry],
        _ fields: [String: ExpressionType],
        of name: String
    ) -> [String: ExpressionValue] {
        var record: [String: ExpressionValue] = [:]
        for entry in entries {
            guard let type = fields[entry.key] else {
                let near = Spelling.nearest(to: entry.key, among: fields.keys.sorted())
                refuse(
                    "E13",
                    entry.keyRange,
                    "`\(name)` has no `\(entry.key)`",
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "there are: \(fields.keys.sorted().joined(separator: " "))"
                )
                continue
            }
            if isNull(entry.value) { continue }
            record[entry.key] = value(entry.value, as: type, for: "\(name).\(entry.key)")
        }
        return record
    }

    /// A value of a type, as JSON.
    static func sample(of type: ExpressionType) -> String {
        switch type {
        case .string: "\"CZ\""
        case .bool: "true"
        case .int: "18"
        case .double: "1.5"
        case .timestamp: "\"1990-04-12\""
        case .duration: "\"1h30m\""
        case .money: "\"500 USD\""
        case .list(let item): "[\(sample(of: item))]"
        case .record(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }
                .map { "\"\($0.key)\": \(sample(of: $0.value))" }.joined(separator: ", ") + "}"
        case .map(_, let value): "{\"key\": \(sample(of: value))}"
        case .null, .nothing: "null"
        }
    }

    /// What is to be written for a type.
    private static func example(of type: ExpressionType) -> String {
        let what =
            switch type {
            case .string: "a text in quotes"
            case .bool: "true or false"
            case .int: "a whole number"
            case .double: "a number"
            case .timestamp: "a day, or a moment such as \"2026-03-01T09:00:00Z\""
            case .duration: "a length of time"
            case .money: "an amount"
            case .list: "a list"
            case .record, .map: "names with values"
            case .null, .nothing: "nothing"
            }
        return "\(what): \(sample(of: type))"
    }
}

// MARK: By look

extension GivenValues {
    private func isNull(_ node: DocumentNode) -> Bool {
        guard case .scalar(let scalar) = node.content else { return false }
        return scalar.style == .plain && scalar.text == "null"
    }

    /// What an unquoted word of JSON means; `nil` where JSON has no such word.
    private static func literal(_ text: String) -> ExpressionValue? {
        switch text {
        case "true", "false": return .bool(text == "true")
        case "null": return .null
        default: break
        }
        if let whole = Int64(text), !text.hasPrefix("+") { return .int(whole) }
        guard text.utf8.first.map({ (0x30...0x39).contains($0) || $0 == 0x2D }) == true,
            let number = Double(text), number.isFinite
        else { return nil }
        return .double(number)
    }

    /// A value with the type that it looks like.
    private mutating func guessed(_ node: DocumentNode) -> Given? {
        switch node.content {
        case .scalar(let scalar):
            if scalar.style != .plain { return Given(type: .string, value: .string(scalar.text)) }
            switch Self.literal(scalar.text) {
            case .bool(let value)?: return Given(type: .bool, value: .bool(value))
            case .int(let value)?: return Given(type: .int, value: .int(value))
            case .double(let value)?: return Given(type: .double, value: .double(value))
            case .null?: return Given(type: .nothing, value: nil)
            default:
                refuse(
                    "E14",
                    node.range,
                    scalar.text.isEmpty
                        ? "a value is missing" : "`\(scalar.text)` is no value of JSON",
                    help: scalar.text.isEmpty
                        ? "write names and texts in quotes: {\"citizenship\": \"CZ\"}"
                        : "a text stands in quotes: \"\(scalar.text)\""
                )
                return nil
            }
        case .sequence(let nodes): return guessedList(nodes)
        case .mapping(let entries):
            var types: [String: ExpressionType] = [:]
            var record: [String: ExpressionValue] = [:]
            for entry in entries {
                guard let given = guessed(entry.value) else { return nil }
                types[entry.key] = given.type
                record[entry.key] = given.value
            }
            return Given(type: .record(types), value: .record(ExpressionRecord(record)))
        }
    }

    private mutating func guessedList(_ nodes: [DocumentNode]) -> Given? {
        var type = ExpressionType.nothing
        var items: [ExpressionValue] = []
        for node in nodes {
            guard let given = guessed(node), let value = given.value else { return nil }
            guard let both = Self.both(type, given.type) else {
                refuse(
                    "E14",
                    node.range,
                    "the items of a list need one type, found \(type) and \(given.type)"
                )
                return nil
            }
            type = both
            items.append(value)
        }
        return Given(type: .list(type), value: .list(items))
    }

    /// The type of two items; records may lack fields of each other, as those of a list field may.
    private static func both(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType? {
        if left == .nothing || left == right { return right }
        guard case .record(let left) = left, case .record(let right) = right else { return nil }
        var fields = left
        for (name, type) in right {
            if let known = fields[name], known != type { return nil }
            fields[name] = type
        }
        return .record(fields)
    }
}
