import Documents
import Foundation
import TestTexts

@testable import Localization

/// A kind of defect in a locale file as a whole: in its keys, in how it is written, or beside other files.
struct PlantedFile: Sendable {
    let name: String
    let languages: PlantedKind.Languages
    /// The files that are changed, with marks; none where the language has no place for it.
    let plant: @Sendable (Site) -> [String: String]

    init(
        _ name: String,
        _ languages: PlantedKind.Languages = PlantedKind.translated,
        _ plant: @escaping @Sendable (Site) -> [String: String]
    ) {
        self.name = name
        self.languages = languages
        self.plant = plant
    }

    /// A locale file with a message on one line.
    struct Site {
        let language: LanguageTag
        let files: LocaleTexts
        let key: MessageKey
        let entry: Catalog.Entry

        var path: String { LocaleTexts.path(of: language) }
        var text: String { files.texts[path] ?? "" }
        /// The line of the message, without its line end.
        var line: String { lines[entry.keyPlace.start.line - 1] }
        var lines: [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        /// What stands before the text of the message on its line.
        var head: String { String(line.prefix(entry.place.range.start.column - 1)) }
        var indent: String { String(line.prefix { $0 == " " }) }
        var written: String { String(line.dropFirst(head.count)) }

        /// The file with other lines in the place of the message's.
        func file(_ lines: String..., from first: String = "") -> [String: String] {
            var all = self.lines
            let index = entry.keyPlace.start.line - 1
            all[index..<(index + 1)] = lines[...]
            return [path: first + all.joined(separator: "\n")]
        }
    }

    /// `code file:line:column` of what must be found, and the files without marks.
    static func expected(of marked: [String: String]) -> (
        files: [String: String], findings: [String]
    ) {
        var files: [String: String] = [:]
        var findings: [String] = []
        for (path, text) in marked {
            let taken = MarkedText(text)
            files[path] = taken.text
            let source = SourceText(path: path, text: taken.text)
            for mark in taken.marks {
                let place = source.position(at: mark.byte)
                findings.append("\(mark.text) \(path):\(place.line):\(place.column)")
            }
        }
        return (files, findings.sorted())
    }
}

extension PlantedKinds {
    static let files: [PlantedFile] = [
        PlantedFile("a key is misspelt") { site in
            let name = site.key.rawValue.split(separator: ".").last.map(String.init) ?? ""
            let line = "\(site.indent)⟦L011⟧\(name.misspelt): \(site.written)"
            return site.file(line, from: "⟦L010⟧")
        },
        PlantedFile("a key is translated") { site in
            site.file("\(site.indent)⟦L011⟧nadpis: \(site.written)", from: "⟦L010⟧")
        },
        PlantedFile("a message is missing") { site in
            site.file("\(site.indent)# \(site.written)", from: "⟦L010⟧")
        },
        PlantedFile("a message too many") { site in
            site.file(site.line, "\(site.indent)⟦L011⟧zusatz: \(site.written)")
        },
        PlantedFile("a key stands twice", PlantedKind.all) { site in
            let name = String(site.head.dropFirst(site.indent.count))
            return site.file(site.line, "\(site.indent)⟦E01⟧\(name)\(site.written)")
        },
        PlantedFile("the English message has changed") { site in
            let english = LanguageTag("en")
            guard let catalog = site.files.catalog(english),
                let original = catalog.entries[site.key]
            else { return [:] }
            let other = PlantedFile.Site(
                language: english,
                files: site.files,
                key: site.key,
                entry: original
            )
            var files = other.file(other.line.replacing("a", with: "o"))
            files[site.path] = site.file(site.head + "⟦L152⟧" + site.written)[site.path]
            return files
        },
        PlantedFile("a message is new") { site in
            guard
                let original = site.files.catalog(LanguageTag("en"))?.entries[site.key],
                let name = site.key.rawValue.split(separator: ".").last
            else { return [:] }
            let path = LocaleTexts.statePath(of: site.language)
            let hash = SourceHash(of: original.pattern)
            guard let state = site.files.texts[path]?.withStatus("new", of: site.key) else {
                return [:]
            }
            _ = hash
            var files = site.file("\(site.indent)⟦L151⟧\(name): \"\(original.pattern)\"")
            files[path] = state
            return files
        },
        PlantedFile("a state of no message") { site in
            let path = LocaleTexts.statePath(of: site.language)
            let text = site.files.texts[path] ?? ""
            guard let line = text.split(separator: "\n").last(where: { $0.contains(": ") })
            else { return [:] }
            let value = line.split(separator: ":", maxSplits: 1).last ?? ""
            return [path: text + "⟦L154⟧zusatz.title:\(value)\n"]
        },
        PlantedFile("a tab indents", PlantedKind.all) { site in
            site.file("⟦E32⟧\t" + site.line.drop { $0 == " " })
        },
        PlantedFile("a line is indented too far", PlantedKind.all) { site in
            site.file(site.line, "   \(site.indent)⟦E32⟧zusatz: \"x\"")
        },
        PlantedFile("a quotation mark of YAML is lost at the end", PlantedKind.all) { site in
            guard site.written.hasSuffix("\"") else { return [:] }
            return site.file(site.head + "⟦E32⟧" + site.written.dropLast())
        },
        PlantedFile("a colon is lost behind a key", PlantedKind.all) { site in
            site.file(
                "\(site.indent)⟦E32⟧"
                    + site.line.dropFirst(site.indent.count).replacing(": ", with: " ")
            )
        },
        PlantedFile("quotation marks of YAML in the text", PlantedKind.all) { site in
            site.file(site.head + "\"Kata \"⟦E32⟧ini\" di sini\"")
        },
        PlantedFile("a text that YAML takes for a truth value", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧no")
        },
        PlantedFile("a text that YAML takes for a number", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧12:30")
        },
        PlantedFile("a key without a text", PlantedKind.all) { site in
            site.file(String(site.head.dropLast()) + "⟦L002⟧")
        },
        PlantedFile("a folded block", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧>", "\(site.indent)  x y", "\(site.indent)  z")
        },
        PlantedFile("a text over two lines", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧\"x", "\(site.indent)  y\"")
        },
        PlantedFile("an argument at the beginning without quotes", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧{email}")
        },
        PlantedFile("a list of texts", PlantedKind.all) { site in
            site.file(site.head + "⟦L002⟧[\"x\", \"y\"]")
        },
        PlantedFile("an anchor of YAML", PlantedKind.all) { site in
            site.file(site.head + "⟦E31⟧&a " + site.written)
        },
        PlantedFile("lines that end with CR LF", PlantedKind.all) { site in
            [site.path: site.text.marked(beforeFirst: "\n", "⟦L060⟧").replacing("\n", with: "\r\n")]
        },
        PlantedFile("a byte order mark", PlantedKind.all) { site in
            [site.path: "⟦E33⟧\u{FEFF}" + site.text]
        },
        PlantedFile("a finding is allowed without a reason", PlantedKind.all) { site in
            site.file("\(site.indent)⟦L050⟧# paifang: allow L036", site.line)
        },
        PlantedFile("a finding that is not there is allowed", PlantedKind.all) { site in
            site.file("\(site.indent)⟦L052⟧# paifang: allow L036 -- a name", site.line)
        },
        PlantedFile("a code that does not exist is allowed", PlantedKind.all) { site in
            site.file("\(site.indent)⟦L051⟧# paifang: allow L999 -- a name", site.line)
        },
    ]
}

extension String {
    fileprivate func marked(beforeFirst part: String, _ mark: String) -> String {
        guard let found = firstRange(of: part) else { return self }
        return self[..<found.lowerBound] + mark + self[found.lowerBound...]
    }

    /// A state file in which a message has another status.
    fileprivate func withStatus(_ status: String, of key: MessageKey) -> String? {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let index = lines.firstIndex(where: { $0.hasPrefix("\(key.rawValue): ") }) else {
            return nil
        }
        var changed = lines
        for old in ["translated", "reviewed", "machine"] {
            changed[index] = changed[index].replacing(old, with: status)
        }
        return changed.joined(separator: "\n")
    }
}
