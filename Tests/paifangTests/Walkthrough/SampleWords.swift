import Documents
import Foundation
import Localization
import YAML

/// The words that a terminal adds, in all languages.
enum SampleWords {
    static let languages = ["en", "ru", "zh", "id", "cs"].map { LanguageTag($0) }

    static let catalogs: Catalogs = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return Catalogs(
            languages.compactMap { language in
                let file = folder.appending(path: "locales/\(language.rawValue).yaml")
                guard let data = try? Data(contentsOf: file) else { return nil }
                let source = SourceText(path: file.lastPathComponent, bytes: Array(data))
                guard let root = YAMLReader.read(source).root else { return nil }
                return Catalog.load(root, language: language, source: source).catalog
            }
        )
    }()
}
