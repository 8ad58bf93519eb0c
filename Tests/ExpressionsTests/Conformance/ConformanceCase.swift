import Expressions
import Foundation
import Testing

/// A case of the public conformance suite of CEL.
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
    ///
    /// What has a type that no name of a flow can have is left out.
    private var names: [(name: String, type: ExpressionType)] {
        Set(decls.map { Array($0.keys) } ?? []).union(bindings.map { Array($0.keys) } ?? [])
            .sorted()
            .compactMap { name in
                let type =
                    decls?[name].map(ExpressionType.init(conformance:)) ?? bindings?[name]?.type
                return type.map { (name, $0) }
            }
    }

    var scope: ExpressionScope { ExpressionScope(names: names) }

    var slots: [ExpressionValue?] { names.map { bindings?[$0.name]?.value } }

    /// A sample of the suite: cases that use nothing but the subset.
    static let sample = Fixture("cel-cases.jsonl")

    /// The other cases of the files of the suite that are about what the subset has.
    static let rest = Fixture("cel-cases-rest.jsonl")

    static let all = sample.cases + rest.cases

    /// The cases that compile.
    static let accepted = all.filter { $0.problems.isEmpty }

    /// The cases that the checker refuses.
    static let refused = all.filter { !$0.problems.isEmpty }

    var problems: [ExpressionProblem] { ExpressionsTests.problems(of: expr, scope: scope) }
}

/// A file of cases.
struct Fixture: Sendable {
    /// The first line: where the cases come from, and which of there are not here.
    struct Header: Decodable {
        struct Omission: Decodable {
            let cases: Int
            let because: String
        }

        let source: String
        let cases: Int
        let outside: [String: Omission]?
    }

    let header: Header?
    let cases: [ConformanceCase]

    init(_ name: String) {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures").appending(path: name)
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").map { Data($0.utf8) }
        let decoder = JSONDecoder()
        header = lines.first.flatMap { try? decoder.decode(Header.self, from: $0) }
        cases = lines.dropFirst().compactMap {
            try? decoder.decode(ConformanceCase.self, from: $0)
        }
    }
}
