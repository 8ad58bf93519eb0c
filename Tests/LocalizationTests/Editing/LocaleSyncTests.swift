import Documents
import Localization
import Testing
import YAML

@Suite("LocaleSync")
struct LocaleSyncTests {
    private let russian = LanguageTag("ru")

    private func editor(_ text: String, _ path: String = "ru.yaml") throws -> LocaleEditor {
        try LocaleEditor(SourceText(path: path, text: text), read: YAMLReader.read)
    }

    private func sync(
        _ text: String,
        _ entries: [MessageKey: LocaleState.Entry],
        english: String,
        documents: [MessageKey: SourceHash] = [:]
    ) throws -> LocaleSync {
        try LocaleSync(
            try editor(text),
            in: russian,
            LocaleState(entries),
            as: try editor(english, "en.yaml"),
            documents: documents
        )
    }

    private func text(_ sync: LocaleSync) -> String {
        String(decoding: sync.editor.edited.bytes, as: UTF8.self)
    }

    private func hash(_ text: String) -> SourceHash { SourceHash(of: text) }

    @Test func `new keys come in, gone keys go, and a second time there is nothing to do`() throws {
        let english = "a: A\nb:\n  c: C\n  d: \"{n, plural, one {# x} other {# y}}\"\n"
        let done = try sync(
            "# Слова\nb:\n  c: Си # так\n\nextra: Лишнее\n",
            ["b.c": .init(.reviewed, hash("C")), "extra": .init(.reviewed, hash("E"))],
            english: english
        )
        #expect(done.added == ["a", "b.d"] && done.removed == ["extra"])
        #expect(done.forgotten == ["extra"] && done.recorded.isEmpty)
        #expect(
            text(done)
                == "# Слова\na: A\nb:\n  c: Си # так\n  d: \"{n, plural, one {# x} few {# y} many {# y} other {# y}}\"\n"
        )
        #expect(done.state.entries["a"]?.status == .new)
        #expect(done.state.entries["b.c"]?.status == .reviewed)
        let again = try sync(text(done), done.state.entries, english: english)
        #expect(again.isEmpty && again.editor.edited.bytes == done.editor.edited.bytes)
    }

    @Test func `a copy that nobody has touched follows the English text, a translation stays`()
        throws
    {
        let done = try sync(
            "a: Old\nb: Перевод\n",
            ["a": .init(.new, hash("Old")), "b": .init(.new, hash("Copy"))],
            english: "a: New\nb: Text\n"
        )
        #expect(text(done) == "a: New\nb: Перевод\n")
        #expect(done.renewed == ["a"] && done.recorded == ["b"])
        #expect(done.state.entries["a"]?.hash == hash("New"))
        #expect(done.state.entries["b"] == .init(.translated, hash("Text")))
    }

    @Test func `a misspelt key is not thrown away`() throws {
        let done = try sync("wallet.titel: Имя\n", [:], english: "wallet.title: Name\nother: X\n")
        #expect(done.misspelt.map(\.key) == ["wallet.titel"])
        #expect(done.misspelt.map(\.meant) == ["wallet.title"])
        #expect(done.removed.isEmpty && text(done).contains("wallet.titel: Имя\n"))
    }

    @Test func `documents get a state, and lose it with their text`() throws {
        let key = LocaleState.key(ofDocument: "terms", version: 1)
        let gone = LocaleState.key(ofDocument: "old", version: 1)
        let done = try sync(
            "a: А\n",
            ["a": .init(.reviewed, hash("A")), gone: .init(.reviewed, hash("x"))],
            english: "a: A\n",
            documents: [key: hash("terms")]
        )
        #expect(done.recorded == [key] && done.forgotten == [gone])
        #expect(done.state.entries[key] == .init(.translated, hash("terms")))
        #expect(done.editor.edited.bytes == Array("a: А\n".utf8) && !done.isEmpty)
    }

    @Test(arguments: [
        (
            "ru", "{n, plural, one {# x} other {# y}}",
            "{n, plural, one {# x} few {# y} many {# y} other {# y}}"
        ),
        ("zh", "a {n, plural, =0 {no} one {x} other {y}} b", "a {n, plural, =0 {no} other {y}} b"),
        ("en", "{n,plural,  one{x}  other{y}}", "{n,plural,  one{x}  other{y}}"),
        (
            "cs", "{n, plural, offset:1 other {#}}",
            "{n, plural, offset:1 one {#} few {#} other {#}}"
        ),
        (
            "en", "{n, selectordinal, other {#th}}",
            "{n, selectordinal, one {#th} two {#th} few {#th} other {#th}}"
        ),
        (
            "zh", "{g, select, a {{n, plural, one {x} other {y}} '{'} other {z}}!",
            "{g, select, a {{n, plural, other {y}} '{'} other {z}}!"
        ),
        ("ru", "Plain", "Plain"), ("ru", "{broken", "{broken"),
    ])
    func `a skeleton has the forms that the language needs`(
        language: String,
        english: String,
        result: String
    ) {
        #expect(LocaleSkeleton(for: LanguageTag(language)).pattern(english) == result)
    }
}
