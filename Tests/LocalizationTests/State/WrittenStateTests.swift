import Documents
import Localization
import Testing
import YAML

/// A state file is read as bytes where the command wrote it, and as YAML otherwise.
@Suite("State files as they are written")
struct WrittenStateTests {
    private static let state = LocaleState([
        "Account.title": .init(.translated, SourceHash(of: "Your account")),
        "account-deletion.confirm.title": .init(.reviewed, SourceHash(of: "Delete it?")),
        "documents/terms/2": .init(.machine, SourceHash(of: "Terms")),
        "7days.label_of": .init(.new, SourceHash(of: "Seven days")),
    ])

    private static func source(_ text: String) -> SourceText {
        SourceText(path: "locales/state/cs.yaml", text: text)
    }

    @Test func `what the command writes says the same without a tree`() throws {
        let source = Self.source(Self.state.text)
        let read = try #require(LocaleState(written: source))
        let root = try #require(YAMLReader.read(source).root)
        let (asYAML, problems) = LocaleState.load(root)
        #expect(problems.isEmpty)
        // Places are part of entries.
        #expect(read.entries == asYAML.entries)
        #expect(read.entries.count == 4 && read.text == Self.state.text)
        #expect(read.entries.values.allSatisfy { $0.place != nil })
    }

    @Test(arguments: [
        // Another order, the same key twice.
        "b: new 0123456789abcdef\na: new 0123456789abcdef\n",
        "a: new 0123456789abcdef\na: new 0123456789abcdef\n",
        // Keys that need quotes.
        "\"a b\": new 0123456789abcdef\n", ".a: new 0123456789abcdef\n",
        // No status, no hash.
        "a: done 0123456789abcdef\n", "a: new 0123456789ABCDEF\n", "a: new 0123456789abcde\n",
        "a: new0123456789abcdef\n", "a: new  0123456789abcdef\n", "a: 0123456789abcdef\n",
        // Otherwise written lines.
        "a: new 0123456789abcdef", "a: new 0123456789abcdef\r\n", "a:  new 0123456789abcdef\n",
        "a: new 0123456789abcdef # so\n", " a: new 0123456789abcdef\n",
        "a : new 0123456789abcdef\n",
        "a: new 0123456789abcdef\n\nb: new 0123456789abcdef\n", "a\n", ":\n", "a: \n", "",
        "# none\n",
    ])
    func `what is written otherwise is left to YAML`(_ text: String) {
        #expect(LocaleState(written: Self.source(text)) == nil)
    }
}
