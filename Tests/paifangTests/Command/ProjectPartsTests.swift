import Documents
import Localization
import Testing

@testable import paifang

@Suite("A project's files, read side by side")
struct ProjectPartsTests {
    @Test func `what is wrong with several files is told in their order, whichever is read first`()
    {
        var folder = ProjectFolder(path: CommandHome.repository)
        let broken = [
            "locales/ru.yaml", "locales/cs.yaml", "locales/state/id.yaml",
            "locales/state/zh.yaml", "locales/messages.yaml", "locales/glossary.yaml",
        ]
        for path in broken { folder.texts[path] = SourceText(path: path, text: "a: [b\n") }
        for _ in 0..<5 {
            let files = Project.read(folder).problems.map(\.range.file)
            #expect(files.filter { broken.contains($0) } == broken)
        }
    }

    @Test func `a document in a language without messages is none`() {
        var folder = ProjectFolder(path: CommandHome.repository)
        let path = "locales/ru.yaml"
        folder.texts[path] = SourceText(path: path, text: "a: [b\n")
        let languages = Set(Project.read(folder).translations.map(\.document.language.rawValue))
        #expect(languages == ["en", "zh", "id", "cs"])
    }

    @Test func `things done side by side keep their order`() {
        #expect(SideBySide.map(Array(0..<1000)) { $0 * 2 } == (0..<1000).map { $0 * 2 })
    }
}
