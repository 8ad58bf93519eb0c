import Foundation
import Localization
import Testing

/// Answers the judges of Tests/Judges, which ask through a file and compare with what is not Paifang.
@Suite("Answers for the judges")
struct JudgeAnswersTests {
    private static let questions = ProcessInfo.processInfo.environment["PAIFANG_JUDGE_QUESTIONS"]
    private static let answers = ProcessInfo.processInfo.environment["PAIFANG_JUDGE_ANSWERS"]

    @Test(.enabled(if: questions != nil && answers != nil))
    func `every question of a judge is answered`() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: try #require(Self.questions)))
        let questions = try JSONDecoder().decode(JudgeQuestions.self, from: data)
        var answers = JudgeAnswers()
        var catalogs: [String: Catalog] = [:]
        for language in LocaleFiles.languages {
            let catalog = try #require(try LocaleFiles.load(language).catalog)
            catalogs[language.rawValue] = catalog
            answers.keys[language.rawValue] = catalog.keys.map(\.rawValue)
        }
        for message in questions.messages ?? [] {
            let program = try Self.program(of: message, catalogs)
            answers.messages.append(
                try message.arguments.map { values in
                    let arguments = try values.mapValues { try #require($0.argument) }
                    return program?.format(arguments, zone: message.zone) ?? "(no such message)"
                }
            )
        }
        answers.texts = (questions.texts ?? []).map(Self.measures)
        answers.forms = (questions.languages ?? []).map { Self.forms(of: LanguageTag($0)) }
        if questions.isEveryScalarAsked == true { answers.scalars = Self.everyScalar() }
        let written = try JSONEncoder().encode(answers)
        try written.write(to: URL(fileURLWithPath: try #require(Self.answers)))
    }

    private static func program(
        of message: JudgeQuestions.Message,
        _ catalogs: [String: Catalog]
    ) throws -> MessageProgram? {
        if let pattern = message.pattern {
            return try MessageProgram.compile(pattern, language: LanguageTag(message.language))
        }
        return message.key.flatMap { catalogs[message.language]?.program(for: MessageKey($0)) }
    }

    private static func forms(of language: LanguageTag) -> JudgeAnswers.Forms {
        let ordinal = PluralForms.of(language, isOrdinal: true)
        return JudgeAnswers.Forms(
            plural: PluralForms.of(language).all.map(\.keyword),
            selectordinal: ordinal.all.map(\.keyword)
        )
    }

    private static func measures(of text: String) -> JudgeAnswers.Text {
        let cells = DisplayWidth.cells(text)
        return JudgeAnswers.Text(
            cells: cells,
            cuts: (0...cells).map { DisplayWidth.truncate(text, to: $0) }
        )
    }

    private static func everyScalar() -> [JudgeAnswers.Scalars] {
        var all: [JudgeAnswers.Scalars] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let cells = DisplayWidth.cells(of: Character(scalar))
            let wide = DisplayWidth.cells(of: Character(scalar), isAmbiguousWide: true)
            if let before = all.last, before.last + 1 == value, before.cells == cells,
                before.wideCells == wide
            {
                all[all.count - 1].last = value
            } else {
                all.append(.init(first: value, last: value, cells: cells, wideCells: wide))
            }
        }
        return all
    }
}
