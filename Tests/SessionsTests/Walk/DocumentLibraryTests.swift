import Flows
import Localization
import Screens
import Synchronization
import Testing

@testable import Sessions

@Suite("DocumentLibrary")
struct DocumentLibraryTests {
    private func document(
        _ version: Int,
        _ language: String
    ) throws -> (name: String, document: LegalDocument) {
        let text = "# Title \(version) \(language)\n\n- A point\n\nA paragraph.\n"
        let parsed = LegalDocument.parse(
            Array(text.utf8),
            version: version,
            language: LanguageTag(language)
        )
        return ("terms", try #require(parsed))
    }

    private func library(
        _ all: [(name: String, document: LegalDocument)]
    ) -> DocumentLibrary {
        DocumentLibrary(all, source: LanguageTag("en"))
    }

    @Test
    func `of several versions the newest counts, in whatever order they come`() throws {
        let all = try [document(2, "en"), document(1, "en"), document(3, "en"), document(2, "ru")]
        let library = library(all)
        #expect(library.document("terms", in: LanguageTag("en"))?.version == 3)
        // A translation of an earlier version is not what would be accepted.
        let russian = library.document("terms", in: LanguageTag("ru"))
        #expect(russian?.version == 3 && russian?.language == LanguageTag("en"))
    }

    @Test
    func `a language that is read later is read once, with what it was translated from`() throws {
        let english = try document(1, "en")
        let russian = try document(1, "ru")
        let tag = LanguageTag("ru")
        let read = Mutex(0)
        let library = library([english]).reading([tag]) { language in
            read.withLock { $0 += 1 }
            return self.library([english] + (language == tag ? [russian] : []))
        }
        #expect(library.document("terms", in: LanguageTag("en"))?.language == LanguageTag("en"))
        #expect(library.names == ["terms"] && library.versions == ["terms": 1])
        #expect(read.withLock(\.self) == 0)
        #expect(library.document("terms", in: tag)?.language == tag)
        #expect(library.summaries(in: tag) == ["terms": ["A point"]])
        #expect(library.document("terms", in: LanguageTag("cs"))?.language == LanguageTag("en"))
        #expect(read.withLock(\.self) == 1)
    }

    @Test
    func `what each version has changed is known, in the language or in the source`() throws {
        let parse = { (version: Int, language: String, text: String) throws in
            let bytes = Array("# Title\n\n\(text)\n".utf8)
            let tag = LanguageTag(language)
            let document = LegalDocument.parse(bytes, version: version, language: tag)
            return ("terms", try #require(document))
        }
        let library = try library([
            parse(1, "en", "- one"), parse(2, "en", "- one\n+ two"), parse(3, "en", "+ three"),
            parse(2, "ru", "+ два"),
        ])
        #expect(library.versions == ["terms": 3])
        #expect(library.changes(in: LanguageTag("en")) == ["terms": [2: ["two"], 3: ["three"]]])
        #expect(library.changes(in: LanguageTag("ru"))["terms"]?[2] == ["два"])
        #expect(library.changes(in: LanguageTag("cs"))["terms"]?[3] == ["three"])
    }

    @Test
    func `a language that has none gets the source language, an unknown name nothing`() throws {
        let library = library([try document(1, "en"), try document(1, "ru")])
        #expect(library.document("terms", in: LanguageTag("ru"))?.language == LanguageTag("ru"))
        #expect(library.document("terms", in: LanguageTag("cs"))?.language == LanguageTag("en"))
        #expect(library.document("other", in: LanguageTag("en")) == nil)
        #expect(library.names == ["terms"])
    }

    @Test
    func `where the source text stands in for a translation, its readers get that and no others`()
        throws
    {
        let english = try document(1, "en")
        let standIn = english.document.standingIn(for: LanguageTag("ru"))
        let library = library([english, ("terms", standIn), try document(1, "cs")])
        let russian = library.document("terms", in: LanguageTag("ru"))
        #expect(russian?.language == LanguageTag("en"))
        #expect(russian?.standsInFor == LanguageTag("ru"))
        #expect(library.renewed(in: LanguageTag("ru")) == ["terms"])
        for language in ["en", "cs", "zh"] {
            #expect(library.document("terms", in: LanguageTag(language))?.standsInFor == nil)
            #expect(library.renewed(in: LanguageTag(language)).isEmpty)
        }
    }
}
