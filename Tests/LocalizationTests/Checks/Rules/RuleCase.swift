import Localization
import Testing

/// A message that has a finding, or hasn't.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let code: String
    let language: String
    /// The English message; `nil` where the message itself is English.
    let english: String?
    let text: String
    /// Whether the finding is expected.
    let fires: Bool

    /// A message with a finding.
    static func wrong(
        _ code: String,
        _ language: String,
        _ text: String,
        en english: String? = nil
    ) -> RuleCase {
        RuleCase(code: code, language: language, english: english, text: text, fires: true)
    }

    /// A message that looks like one with a finding, and has none at all.
    static func right(
        _ code: String,
        _ language: String,
        _ text: String,
        en english: String? = nil
    ) -> RuleCase {
        RuleCase(code: code, language: language, english: english, text: text, fires: false)
    }

    var testDescription: String { "\(code) \(fires ? "in" : "not in") \(language): \(text)" }

    /// The files.
    var fixture: LocaleFixture {
        let own = "# \(language).yaml\nm: \(Self.quoted(text))"
        return LocaleFixture(english.map { "# en.yaml\nm: \(Self.quoted($0))\n" + own } ?? own)
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
