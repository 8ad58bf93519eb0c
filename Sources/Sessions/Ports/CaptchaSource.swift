public import Localization

/// A question against robots, and how its answers are judged.
public struct CaptchaChallenge: Sendable, Hashable {
    /// Names the question; its words are the message `captcha.question.<id>`.
    public let id: String

    /// Makes a challenge.
    public init(id: String) { self.id = id }
}

/// Makes and judges challenges.
///
/// A challenge is judged once: right or wrong, it is used up.
public protocol CaptchaSource: Sendable {
    /// A challenge other than the one before.
    func next(after previous: CaptchaChallenge?) -> CaptchaChallenge
    /// The words of a challenge in a language.
    func question(of challenge: CaptchaChallenge, in language: LanguageTag) -> Words
    /// Whether an answer is right in a language.
    func isRight(_ answer: String, to challenge: CaptchaChallenge, in language: LanguageTag) -> Bool
}
