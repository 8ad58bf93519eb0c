import Localization

@testable import paifang

/// What people are told, taken from the locale files, so that a better wording breaks no test.
enum Messages {
    /// The words of a message, up to the first thing that it fills in.
    static func opening(of key: String, in language: String = "en") -> String {
        let catalog = SampleService.project.catalogs[LanguageTag(language)]
        let pattern = catalog?.pattern(for: MessageKey(key)) ?? "⟦\(key)⟧"
        return String(pattern.prefix { $0 != "{" && $0 != "\n" })
    }

    /// Whether a text says a message; one that begins with what it fills in is not looked for.
    static func isSaid(_ key: String, in text: String, language: String = "en") -> Bool {
        let opening = opening(of: key, in: language)
        return opening.isEmpty || text.contains(opening)
    }
}
