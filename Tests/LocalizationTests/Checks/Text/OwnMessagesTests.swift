import Documents
import Foundation
import Testing
import YAML

@testable import Localization

@Suite("The project's own messages")
struct OwnMessagesTests {
    @Test(arguments: LocaleFiles.languages)
    func `they have no finding`(language: LanguageTag) throws {
        let path = LocaleFiles.root.appendingPathComponent("locales/glossary.yaml")
        let source = SourceText(path: "glossary.yaml", bytes: Array(try Data(contentsOf: path)))
        let (glossary, problems) = Glossary.load(try #require(YAMLReader.read(source).0))
        #expect(problems == [])
        #expect(glossary.terms.count > 20)
        let english = try #require(try LocaleFiles.load(LanguageTag("en")).catalog)
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        let findings = LocaleChecks.check(
            catalogs: Catalogs([english, catalog]),
            descriptions: try LocaleFiles.descriptions().0,
            glossary: glossary
        )
        .filter { $0.code >= "L100" }
        #expect(findings == [])
    }
}
