import Documents
import Localization
import Testing
import YAML

@Suite("LocaleEditor")
struct LocaleEditorTests {
    private func editor(_ text: String) throws -> LocaleEditor {
        try LocaleEditor(SourceText(path: "cs.yaml", text: text), read: YAMLReader.read)
    }

    private func text(_ editor: LocaleEditor) -> String {
        String(decoding: editor.edited.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a: Ahoj", "Nazdar", "a: Nazdar"),
        ("a: Ahoj  # remark\n", "Nazdar: 1", "a: \"Nazdar: 1\"  # remark\n"),
        ("a: Ahoj\n", "no", "a: \"no\"\n"),
        ("a: Ahoj\n", "{name} je tu", "a: \"{name} je tu\"\n"),
        ("a: 'Ahoj'\n", "it's", "a: 'it''s'\n"),
        ("a: 'Ahoj'\n", "x\ny", "a: \"x\\ny\"\n"),
        ("a: \"Ahoj\"\n", "„x“ \"y\" \\", "a: \"„x“ \\\"y\\\" \\\\\"\n"),
        ("a: |  # remark\n   x\n\n   y\nb: z\n", "q\n\nr", "a: |  # remark\n   q\n\n   r\nb: z\n"),
        ("a: |-\n  x\nb: z\n", "q", "a: |-\n  q\nb: z\n"),
        ("a: |\n  x", "q\nr", "a: |\n  q\n  r"),
        ("a: |\n  x\nb: z", " q", "a: \" q\"\nb: z"),
        ("a: | # remark\n  x", "q\n", "a: \"q\\n\" # remark"),
        ("a:\nb: z\n", "x", "a: x\nb: z\n"),
        ("a: >\n  x\n  y\nb: z\n", "x y", "a: \"x y\"\nb: z\n"),
        ("a: \"x\r\n  y\"\r\nb: z\r\n", "q", "a: \"q\"\r\nb: z\r\n"),
        ("\u{FEFF}a: x\r\n", "z", "\u{FEFF}a: z\r\n"),
        ("a: x\n", "\u{1}\u{2028}", "a: \"\\u0001\\u2028\"\n"),
    ])
    func `a text keeps its style where that can hold it`(
        file: String,
        pattern: String,
        result: String
    ) throws {
        var editor = try editor(file)
        try editor.set("a", to: pattern)
        #expect(text(editor).utf8.elementsEqual(result.utf8), "\(text(editor))")
        #expect(editor.pattern(for: "a") == pattern)
    }

    private let english = """
        # English

        flow:
          title: "Title"

          start:
            title: "Start"
            intro: "Intro"

          end:
            title: "End"
            help: |
              One.

              Two.

        error.missing: 'Missing'
        error.wrong: "Wrong"

        """

    private func inserted(_ key: MessageKey, _ pattern: String, into file: String) throws -> String
    {
        var editor = try editor(file)
        try editor.insert(key, pattern, as: self.editor(english))
        return text(editor)
    }

    @Test func `a new key stands behind the neighbour that it has in English`() throws {
        let file =
            "flow:\n    title: T\n\n    start:\n        title: S  # s\n\n    end:\n        title: E\n"
        #expect(
            try inserted("flow.start.intro", "I", into: file)
                == "flow:\n    title: T\n\n    start:\n        title: S  # s\n        intro: \"I\"\n\n    end:\n        title: E\n"
        )
    }

    @Test func `mappings are made with the blank lines that English has above them`() throws {
        let file = "flow:\n  title: T\n\n  end:\n    title: E\n"
        #expect(
            try inserted("flow.start.intro", "I", into: file)
                == "flow:\n  title: T\n\n  start:\n    intro: \"I\"\n\n  end:\n    title: E\n"
        )
    }

    @Test func `a key before all others pushes them down`() throws {
        let file = "flow:\n  # About the start\n  start:\n    title: S\n"
        #expect(
            try inserted("flow.title", "T", into: file)
                == "flow:\n  title: \"T\"\n\n  # About the start\n  start:\n    title: S\n"
        )
    }

    @Test func `a block is written as one, with the line ends of the file`() throws {
        #expect(
            try inserted("flow.end.help", "A\n\nB", into: "flow:\r\n  end:\r\n    title: E")
                == "flow:\r\n  end:\r\n    title: E\r\n    help: |\r\n      A\r\n\r\n      B"
        )
    }

    @Test func `a file of keys with dots gets another one`() throws {
        #expect(
            try inserted("flow.start.intro", "I", into: "flow.start.title: S\nflow.end.title: E\n")
                == "flow.start.title: S\nflow.start.intro: \"I\"\nflow.end.title: E\n"
        )
        #expect(
            try inserted("error.missing", "M", into: "error:\n  wrong: W\n")
                == "error:\n  missing: 'M'\n  wrong: W\n"
        )
    }

    @Test(arguments: [
        ("a: x\nb: y\n", "a", "b: y\n"),
        ("a: x\nb: y", "b", "a: x"),
        ("# file\n\n# about a\na: x\n\nb: y\n", "a", "# file\n\nb: y\n"),
        // A comment may be about the next key too, and at the top about the file.
        ("# file\n\n# about both\na: x\nb: y\n", "a", "# file\n\n# about both\nb: y\n"),
        ("# file\na: x\n\nb: y\n", "a", "# file\n\nb: y\n"),
        ("f:\n  a: x\n\nb: y\n", "f.a", "b: y\n"),
        ("b: y\n\nf:\n  a: x\n", "f.a", "b: y\n"),
        ("b: y\n\nf:\n  a: x\n\n  c: z\n\nd: w\n", "f.c", "b: y\n\nf:\n  a: x\n\nd: w\n"),
        ("b: y\nf:\n  a: |+\n    x\n\nd: w\n", "f.a", "b: y\nd: w\n"),
    ])
    func `a removed key takes along what is its own`(
        file: String,
        key: MessageKey,
        result: String
    ) throws {
        var editor = try editor(file)
        try editor.remove(key)
        #expect(text(editor) == result)
    }

    @Test func `what can't be done is refused with a reason, and nothing changes`() throws {
        var editor = try editor("a: x\nf: {b: \"y\", c: \"z\"}\nd.e: 1\nd:\n  e: 2\n")
        let before = editor.edited.bytes
        #expect(throws: LocaleEditor.Refusal.self) { try editor.set("z", to: "x") }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.set("f.b", to: "x") }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.set("d.e", to: "x") }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.set("a", to: "x\u{0}") }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.remove("f.b") }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.insert("a", "x", as: editor) }
        #expect(throws: LocaleEditor.Refusal.self) { try editor.insert("f", "x", as: editor) }
        #expect(throws: LocaleEditor.Refusal.self) {
            try editor.set([("a", "new"), ("f.b", "new")])
        }
        #expect(editor.edited.bytes == before)
        var only = try self.editor("a:\n  b: x\n")
        #expect(throws: LocaleEditor.Refusal.self) { try only.remove("a.b") }
        #expect(throws: LocaleEditor.Refusal.self) { try self.editor("a: x\na: y\n") }
        #expect(throws: LocaleEditor.Refusal.self) { try self.editor("- x\n") }
    }

    @Test func `several texts are set at once`() throws {
        var editor = try editor("a: x\nb: 'y'\nc: |\n  z\n")
        try editor.set([("a", "- 1"), ("c", " 2"), ("b", "3")])
        #expect(text(editor) == "a: \"- 1\"\nb: '3'\nc: \" 2\"\n")
    }

    @Test(arguments: LocaleFiles.languages)
    func `each text of a file of ours can be set and set back`(language: LanguageTag) throws {
        let source = SourceText(
            path: "x.yaml",
            bytes: try LocaleFiles.bytes(of: language)
        )
        var editor = try LocaleEditor(source, read: YAMLReader.read)
        let before = editor.keys.map { ($0, editor.pattern(for: $0) ?? "") }
        try editor.set(before.map { ($0, $1 + " x") })
        #expect(editor.edited.bytes != source.bytes)
        #expect(editor.edited.lineCount == source.lineCount)
        try editor.set(before)
        #expect(editor.edited.bytes == source.bytes)
    }
}
