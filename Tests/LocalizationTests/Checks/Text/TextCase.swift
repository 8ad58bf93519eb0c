@testable import Localization

/// A message with the finding that it has, or that it must not have.
struct TextCase: Sendable, CustomStringConvertible {
    let code: String
    let language: String
    let pattern: String
    var english: String?
    var replacement: String?

    var description: String { "\(code) \(language): \(pattern)" }

    init(
        _ code: String,
        _ language: String,
        _ pattern: String,
        english: String? = nil,
        mended replacement: String? = nil
    ) {
        self.code = code
        self.language = language
        self.pattern = pattern
        self.english = english
        self.replacement = replacement
    }

    /// What the rules say.
    func problems(
        _ description: MessageDescription? = nil,
        glossary: Glossary = Glossary()
    ) throws -> [MessageProblem] {
        let inspection = MessageInspection(
            key: "key",
            pattern: pattern,
            tree: try MessageTree.parse(pattern),
            original: try english.map {
                OriginalMessage(try MessageTree.parse($0), glossary: glossary)
            },
            description: description,
            facts: LanguageFacts(LanguageTag(language), glossary: glossary)
        )
        return TextRules.findings(inspection)
    }

    /// The pattern with the mends of the code applied.
    func mended() throws -> String {
        var bytes = Array(pattern.utf8)
        for problem in try problems().reversed() where problem.code == code {
            guard let replacement = problem.replacement else { continue }
            bytes.replaceSubrange(problem.range, with: replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
