import Foundation
import Testing

/// A table in a page that is what the code says; with `PAIFANG_RECORD=1` it is written into the page.
struct RecordedTable {
    private let page: URL
    private let begin: String
    private let end: String

    /// The table between `<!-- name -->` and `<!-- end of name -->`.
    init(_ name: String, in page: String) {
        self.page = LocaleFiles.root.appendingPathComponent(page)
        begin = "<!-- \(name) -->\n"
        end = "\n<!-- end of \(name) -->"
    }

    /// Expects the table to be in the page.
    func expect(_ table: String) throws {
        var text = try String(contentsOf: page, encoding: .utf8)
        let begin = try #require(text.range(of: begin))
        let end = try #require(text.range(of: end))
        if ProcessInfo.processInfo.environment["PAIFANG_RECORD"] == "1" {
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: table)
            try text.write(to: page, atomically: true, encoding: .utf8)
        } else {
            #expect(
                text[begin.upperBound..<end.lowerBound] == table,
                "PAIFANG_RECORD=1 writes the table anew"
            )
        }
    }
}
