import Foundation
import Localization
import Sessions

@testable import paifang

/// What is said in a language: the words of the locale files.
struct Speech {
    static let project: Project = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<5 { folder.deleteLastPathComponent() }
        return Project.read(ProjectFolder(path: folder.path))
    }()

    let language: LanguageTag

    init(_ language: String) {
        self.language = LanguageTag(language)
    }

    /// The words of a key.
    func callAsFunction(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        let words = Self.project.catalogs.words(MessageKey(key), arguments, in: language)
        return words.text.split(whereSeparator: \.isNewline).joined(separator: "\n")
    }

    /// The name of a country.
    func country(_ code: String) -> String {
        RegionalFormats(language).countryName(code) ?? code
    }

    /// The number that chooses this language.
    var number: Int {
        (Self.project.languages.firstIndex(of: language) ?? 0) + 1
    }

    /// The question against robots that is to be seen, by its name.
    func captcha(in text: String) -> String? {
        let seen = ScreenReading.squeezed(text)
        let prefix = "captcha.question."
        let ids = Self.project.catalogs.keys.map(\.rawValue).filter { $0.hasPrefix(prefix) }
        return ids.map { String($0.dropFirst(prefix.count)) }.sorted().last {
            seen.contains(ScreenReading.squeezed(self(prefix + $0)))
        }
    }

    /// An answer to a question against robots.
    func answer(toCaptcha id: String) -> String {
        String(self("captcha.answer.\(id)").split(separator: "|").last ?? "")
    }

    /// A document's title, and its last words.
    func document(_ name: String) -> (title: String, end: String) {
        guard let document = Self.project.documents.document(name, in: language) else {
            return ("⟦\(name)⟧", "⟦\(name)⟧")
        }
        switch document.body.last {
        case .heading(_, let text)?, .paragraph(let text)?, .item(let text)?:
            return (document.title, String(text.suffix(30)))
        case nil: return (document.title, document.title)
        }
    }
}
