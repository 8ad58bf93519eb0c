import Foundation

/// The languages that people can choose: those with a file in `locales/`.
enum Languages {
    static let all: [String] = {
        let special = ["messages", "glossary", "mailboxes"]
        let folder = CommandHome.repository + "/locales"
        // Without the folder there are no languages, and the test of them says so.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            .filter { !special.contains($0) }.sorted()
    }()
}
