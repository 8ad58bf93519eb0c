import Expressions
import Foundation
import Testing

/// A case of the public conformance suite of CEL, as it stands in `Fixtures/cel-cases.jsonl`.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Expectation: Decodable {
        let value: CaseValue?
        let error: [String]?
    }

    let file: String
    let section: String
    let name: String
    let expr: String
    let expect: Expectation
    let decls: [String: String]?
    let bindings: [String: CaseValue]?
    let type: String?

    /// The name under which a case can be found; unique.
    var key: String { "\(file)/\(section)/\(name)" }
    var testDescription: String { key }

    /// The names that the case declares or binds, in a fixed order.
    private var names: [String] {
        Set(decls.map { Array($0.keys) } ?? []).union(bindings.map { Array($0.keys) } ?? [])
            .sorted()
    }

    var scope: ExpressionScope {
        ExpressionScope(
            names: names.map { name in
                (
                    name,
                    decls?[name].flatMap(ExpressionType.init(conformance:)) ?? bindings?[name]?.type
                        ?? .null
                )
            }
        )
    }

    var slots: [ExpressionValue?] { names.map { bindings?[$0]?.value } }

    /// All cases, in file order.
    ///
    /// The first line of the file names its source.
    static let all: [ConformanceCase] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/cel-cases.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let decoder = JSONDecoder()
        return text.split(separator: "\n").dropFirst().compactMap { line in
            try? decoder.decode(ConformanceCase.self, from: Data(line.utf8))
        }
    }()
}

/// A value as the suite writes it: one key that says the type.
struct CaseValue: Decodable, Sendable {
    let value: ExpressionValue
    let type: ExpressionType

    private enum Key: String, CodingKey {
        case int, double, string, bool, null, list, map
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a value without a type")
            )
        }
        switch key {
        case .int:
            (value, type) = (.int(Int64(try container.decode(String.self, forKey: key)) ?? 0), .int)
        case .double:
            let word = try? container.decode(String.self, forKey: key)
            let number =
                try word.map { Double($0) ?? .nan } ?? container.decode(Double.self, forKey: key)
            (value, type) = (.double(number), .double)
        case .string:
            (value, type) = (.string(try container.decode(String.self, forKey: key)), .string)
        case .bool: (value, type) = (.bool(try container.decode(Bool.self, forKey: key)), .bool)
        case .null: (value, type) = (.null, .null)
        case .list:
            let items = try container.decode([CaseValue].self, forKey: key)
            (value, type) = (.list(items.map(\.value)), .list(items.first?.type ?? .nothing))
        case .map:
            let pairs = try container.decode([[CaseValue]].self, forKey: key)
            value = .map(pairs.map { ExpressionMapEntry(key: $0[0].value, value: $0[1].value) })
            type = .map(
                key: pairs.first?[0].type ?? .nothing,
                value: pairs.first?[1].type ?? .nothing
            )
        }
    }
}

extension ExpressionType {
    /// The types that the suite's declarations name.
    init?(conformance text: String) {
        switch text {
        case "int": self = .int
        case "double": self = .double
        case "string": self = .string
        case "bool": self = .bool
        case "null": self = .null
        case "list(int)": self = .list(.int)
        case "map(string, int)": self = .map(key: .string, value: .int)
        case "map(string, string)": self = .map(key: .string, value: .string)
        default: return nil
        }
    }
}
