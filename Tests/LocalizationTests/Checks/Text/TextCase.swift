import Documents

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
        let entry = try Catalog.Entry(reading: pattern)
        let facts = LanguageFacts(LanguageTag(language), glossary: glossary)
        let texts = HeldTexts([entry], knowing: facts.words)
        let inspection = MessageInspection(
            entry,
            text: texts.all[0],
            original: try english.map { try OriginalMessage(reading: $0, glossary) },
            description: description,
            facts: facts
        )
        return withExtendedLifetime((texts, facts)) { TextRules.findings(inspection) }
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

extension OriginalMessage {
    /// An English message.
    convenience init(reading pattern: String, _ glossary: Glossary) throws {
        let entry = try Catalog.Entry(reading: pattern)
        let texts = HeldTexts([entry], knowing: LanguageWords.of(LanguageTag("en")))
        self.init(entry, texts.all[0], heldBy: texts, words: SourceWords(glossary))
    }
}

extension Catalog.Entry {
    /// A message without a place.
    convenience init(reading pattern: String, key: MessageKey = "key") throws {
        let place = SourceRange.start(of: "locales/xx.yaml")
        self.init(
            key: key,
            pattern: pattern,
            // As the reader of files has it: nothing but words have no parts.
            parsed: pattern.contains { "{}'".contains($0) } ? try MessageTree.parse(pattern) : nil,
            program: nil,
            parents: [],
            word: Word(text: "key", range: place),
            range: place,
            style: .plain
        )
    }
}
