import Documents
import Localization
import Testing
import YAML

@testable import Exchange

@Suite("Explanations of what is refused")
struct ExplanationTests {
    private static let words = (
        en: """
        sent: "Sent to {address}"
        left: "{n, plural, one {# try left} other {# tries left}}"

        """,
        ru: """
        sent: "Ушло на {address}"
        left: "{n, plural, one {ещё #} few {ещё #} many {ещё #} other {ещё #}}"

        """
    )

    @Test(arguments: ExchangeFindings.explanations)
    func `the wrong example has the finding, and the right one has none`(
        explanation: DiagnosticExplanation
    ) throws {
        #expect(try Self.codes(in: explanation.wrong).contains(explanation.code))
        #expect(try Self.codes(in: explanation.right) == [])
    }

    @Test func `each code is explained once`() {
        let codes = ExchangeFindings.explanations.map(\.code)
        #expect(codes == (170...179).map { "L\($0)" })
    }

    private static func codes(in example: String) throws -> [String] {
        let isFile = example.hasPrefix("<!") || example.hasPrefix("<xliff")
        let text =
            isFile
            ? example
            : """
            <xliff version="1.2"><file source-language="en" target-language="ru"><body>
            \(example)
            </body></file></xliff>
            """
        let document: XLIFFDocument
        switch XLIFFReader.read(SourceText(path: "back.xlf", text: text)) {
        case .success(let read): document = read
        case .failure(let refused): return [refused.finding.code]
        }
        if let finding = document.mismatch(with: LanguageTag("ru")) { return [finding.code] }
        let (english, russian) = (try catalog(words.en, "en"), try catalog(words.ru, "ru"))
        let messages = english.keys.map { key in
            ExchangeMessage(
                key: key,
                source: english.pattern(for: key) ?? "",
                target: russian.pattern(for: key),
                status: .translated
            )
        }
        let bundle = Exchanging(messages, to: LanguageTag("ru"), Way(version: .one, cut: .whole))
            .bundle
        var back = TranslationImport(document, into: bundle)
        back.refuse(try findings(back.changes, english))
        return back.refusals.map(\.code)
    }

    /// What the checks find in new texts.
    private static func findings(
        _ changes: [TranslationImport.Change],
        _ english: Catalog
    ) throws -> [MessageKey: Diagnostic] {
        var file = words.ru
        for change in changes {
            let lines = file.split(separator: "\n").map { line in
                line.hasPrefix(change.key.rawValue + ":")
                    ? "\(change.key.rawValue): \"\(change.pattern ?? "")\"" : String(line)
            }
            file = lines.joined(separator: "\n")
        }
        let catalogs = Catalogs([english, try catalog(file, "ru")])
        let errors = LocaleChecks.check(catalogs: catalogs).filter { $0.severity == .error }
        return Dictionary(
            errors.compactMap { finding in
                changes.first { finding.message.contains("`\($0.key.rawValue)`") }
                    .map { ($0.key, finding) }
            }
        ) { first, _ in first }
    }

    private static func catalog(_ text: String, _ tag: String) throws -> Catalog {
        let source = SourceText(path: "locales/\(tag).yaml", text: text)
        let root = try #require(YAMLReader.read(source).root)
        return Catalog.load(root, language: LanguageTag(tag), source: source).catalog
    }
}
