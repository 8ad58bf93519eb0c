import Documents
import Localization
import Testing

@Suite("The project's locale files")
struct LocaleFilesTests {
    @Test func `the source language is there`() {
        #expect(LocaleFiles.languages.contains(LanguageTag("en")))
    }

    @Test(arguments: LocaleFiles.languages)
    func `every message can be read`(language: LanguageTag) throws {
        let (catalog, problems) = try LocaleFiles.load(language)
        #expect(problems == [])
        #expect(catalog?.keys.isEmpty == false)
    }

    @Test(arguments: LocaleFiles.languages)
    func `every branch of every message has the bytes of ICU`(language: LanguageTag) throws {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        var compared = 0
        for key in catalog.keys {
            let pattern = try #require(catalog.pattern(for: key))
            let program = try #require(catalog.program(for: key))
            let oracle = try #require(Oracle(pattern, language), "\(key.rawValue)")
            for arguments in BranchArguments(program).sets {
                #expect(program.format(arguments) == oracle.format(arguments), "\(key.rawValue)")
                compared += 1
            }
        }
        #expect(compared >= catalog.keys.count)
    }
}
