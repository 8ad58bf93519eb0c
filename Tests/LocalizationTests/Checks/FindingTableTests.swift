import Documents
import Localization
import Testing

/// The table of findings in docs/locale-format.md is what the code and its fixtures say.
///
/// With `PAIFANG_RECORD=1` the table is written into the page.
@Suite("The table of findings")
struct FindingTableTests {
    private static let table =
        (["| code | | what it is | found in | not in |", "|---|---|---|---|---|"]
        + LocaleFindings.explanations.keys.sorted().map(row)).joined(separator: "\n")

    private static func row(_ code: String) -> String {
        let explanation = LocaleFindings.explanations[code]
        let severity = Diagnostic.Severity(of: code).rawValue
        var wrong = RuleCases.all.filter { $0.code == code && $0.fires }.map(\.language)
        var right = RuleCases.all.filter { $0.code == code && !$0.fires }.map(\.language)
        let faults = TextCases.spaces + TextCases.punctuation + TextCases.words
        wrong += faults.filter { $0.code == code }.map(\.language)
        right += faults.filter { $0.code == code && $0.replacement != nil }.map(\.language)
        if wrong.isEmpty { wrong = languages(explanation?.wrong) }
        if right.isEmpty { right = languages(explanation?.right) }
        let title = explanation?.title ?? ""
        return "| `\(code)` | \(severity) | \(title) | \(listed(wrong)) | \(listed(right)) |"
    }

    private static func listed(_ languages: [String]) -> String {
        fiveLanguages.map(\.rawValue).filter { languages.contains($0) }.joined(separator: " ")
    }

    /// The languages of the files of an example.
    private static func languages(_ example: String?) -> [String] {
        LocaleFixture(example ?? "").files.map { String($0.name.dropLast(5)) }
    }

    @Test func `the page lists every code with what it is and the languages of its fixtures`()
        throws
    {
        try RecordedTable("findings", in: "docs/locale-format.md").expect(Self.table)
    }
}
