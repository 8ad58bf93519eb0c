import Documents
import Foundation
import Localization
import YAML

/// The project's own locale files.
enum LocaleFiles {
    /// The root of the project.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The languages whose file is there.
    static let languages = fiveLanguages.filter {
        FileManager.default.fileExists(atPath: path(of: $0))
    }

    static func path(of language: LanguageTag) -> String {
        root.appendingPathComponent("locales/\(language.rawValue).yaml").path
    }

    /// The bytes of a language's file.
    static func bytes(of language: LanguageTag) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(of: language))))
    }

    /// What messages.yaml tells about the messages.
    static func descriptions() throws -> (MessageDescriptions, problems: [Diagnostic]) {
        let path = root.appendingPathComponent("locales/messages.yaml")
        let source = SourceText(
            path: "locales/messages.yaml",
            bytes: Array(try Data(contentsOf: path))
        )
        let (root, problems) = YAMLReader.read(source)
        guard let root else { return (MessageDescriptions([:]), problems) }
        let (descriptions, found) = MessageDescriptions.load(root)
        return (descriptions, problems + found)
    }

    /// The catalogue of a language, and what was found in its file.
    static func load(
        _ language: LanguageTag
    ) throws -> (catalog: Catalog?, problems: [Diagnostic]) {
        let data = try Data(contentsOf: URL(fileURLWithPath: path(of: language)))
        let source = SourceText(path: "locales/\(language.rawValue).yaml", bytes: Array(data))
        let (root, problems) = YAMLReader.read(source)
        guard let root else { return (nil, problems) }
        let (catalog, found) = Catalog.load(root, language: language, source: source)
        return (catalog, problems + found)
    }
}

/// Sets of arguments that reach every branch of a message.
struct BranchArguments {
    private let program: MessageProgram

    init(_ program: MessageProgram) {
        self.program = program
    }

    /// Each value of each argument, with the others changing beside it.
    var sets: [[String: MessageArgument]] {
        let all = program.arguments.map { (name: $0.name, values: values(of: $0.name, $0.kind)) }
        let longest = all.map(\.values.count).max() ?? 0
        // Several turns, each shifting the arguments against each other, meet combinations of branches.
        return (0..<longest * 3).map { turn in
            Dictionary(
                uniqueKeysWithValues: all.enumerated().map { place, argument in
                    let index = turn + (turn / max(1, longest)) * (place + 1)
                    return (argument.name, argument.values[index % argument.values.count])
                }
            )
        } + (longest == 0 ? [[:]] : [])
    }

    private func values(of name: String, _ kind: MessageArgumentKind) -> [MessageArgument] {
        switch kind {
        case .number, .integer:
            let integers: [Int64] = [
                0, 1, 2, 3, 4, 5, 11, 14, 19, 21, 22, 25, 100, 101, 111, 1000, 1_000_000,
            ]
            return integers.map { .integer($0) } + [.number(1.5), .number(0.1)]
        case .date, .time:
            return [.time(milliseconds: 638_496_000_000), .time(milliseconds: 1_711_900_799_000)]
        case .choice:
            return (program.choices[name] ?? []).map { .choice($0) } + [.choice("other words")]
        case .any, .text, .money, .list:
            return [.text("Анна"), .integer(1234), .text("a {b} 'c'")]
        }
    }
}
