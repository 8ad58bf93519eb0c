public import Localization
public import Secrets

/// Questions in words, which work everywhere and shut nobody out.
///
/// Their words and answers are locale data: `captcha.question.<id>` and `captcha.answer.<id>`, answers separated by `|`.
public struct QuestionCaptcha: CaptchaSource {
    private let catalogs: Catalogs
    private let ids: [String]
    private let random: any RandomSource
    private let fixedAnswer: String?

    /// Makes a source from the questions of the catalogues.
    ///
    /// - Parameters:
    ///   - catalogs: The words of all languages.
    ///   - random: What picks a question.
    ///   - fixedAnswer: An answer that is right for every question; only ever given in a sandbox.
    public init(catalogs: Catalogs, random: any RandomSource, fixedAnswer: String?) {
        self.catalogs = catalogs
        self.random = random
        self.fixedAnswer = fixedAnswer
        let prefix = "captcha.question."
        ids = catalogs.keys.map(\.rawValue).filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }.sorted()
    }

    /// Another question than the one before, picked at random.
    public func next(after previous: CaptchaChallenge?) -> CaptchaChallenge {
        let others = ids.filter { $0 != previous?.id }
        guard !others.isEmpty else { return CaptchaChallenge(id: ids.first ?? "none") }
        let number = random.bytes(4).reduce(0) { $0 << 8 | Int($1) }
        return CaptchaChallenge(id: others[number % others.count])
    }

    /// The words of a question.
    public func question(of challenge: CaptchaChallenge, in language: LanguageTag) -> Words {
        catalogs.words(
            MessageKey(ids.isEmpty ? "captcha.none" : "captcha.question.\(challenge.id)"),
            in: language
        )
    }

    /// Whether an answer is one of those that the language's words name.
    public func isRight(
        _ answer: String,
        to challenge: CaptchaChallenge,
        in language: LanguageTag
    ) -> Bool {
        let given = QuestionCaptcha.plain(answer)
        if let fixedAnswer, given == QuestionCaptcha.plain(fixedAnswer) { return true }
        let key = MessageKey("captcha.answer.\(challenge.id)")
        guard !given.isEmpty, catalogs.has(key) else { return false }
        return catalogs.words(key, in: language).text.split(separator: "|").contains {
            QuestionCaptcha.plain(String($0)) == given
        }
    }

    /// A text without what makes no difference: case, marks, width, surrounding signs and spaces.
    private static func plain(_ text: String) -> String {
        let folded = TextFolding.fold(TextFolding.mapWidth(text))
        let words = folded.split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }
}
