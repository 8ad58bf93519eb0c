import Documents
import Foundation
import Synchronization
import Testing

@testable import Localization

/// Defects that translators make, planted into the project's own files.
enum PlantedKinds {
    static let inMessages = arguments + plurals + words + marks
}

/// Each kind of defect is planted into some messages of each language of which it makes sense.
///
/// What came of it stands in docs/locale-format.md; with `PAIFANG_RECORD=1` it is written there. With
/// `PAIFANG_PLANTED=all` each kind is planted into every message that has a place for it as well.
@Suite("Planted defects")
struct PlantedDefectsTests {
    /// What came of the defects of a language.
    struct Result {
        var planted = 0
        var found = 0
        var falseAlarms = 0
        var kinds: Set<String> = []
        var failures: [String] = []
    }

    /// The results where three messages get each kind of defect, in the order of the languages.
    private static let some = Swift.Result { try results(3) }
    /// The results where every message gets it that has a place for it.
    private static let all = Swift.Result { try results(.max) }

    @Test(arguments: fiveLanguages.indices)
    func `each defect has its findings where they should be, and nothing else has any`(
        language: Int
    ) throws {
        let failures = try Self.some.get()[language].failures
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["PAIFANG_PLANTED"] == "all"),
        arguments: fiveLanguages.indices
    )
    func `each defect has its findings in every message`(language: Int) throws {
        let result = try Self.all.get()[language]
        print(
            "planted in \(fiveLanguages[language].rawValue): \(result.planted), found: \(result.found)"
        )
        #expect(result.failures.isEmpty, "\(result.failures.joined(separator: "\n"))")
        #expect(result.found == result.planted)
    }

    @Test func `there are many defects, of many kinds`() throws {
        let results = try Self.some.get()
        #expect(Set(results.flatMap(\.kinds)).count >= 100)
        #expect(results.reduce(0) { $0 + $1.planted } >= 1000)
    }

    @Test func `the page tells what was planted and found`() throws {
        let results = try Self.some.get()
        let rows = zip(fiveLanguages, results).map { language, result in
            let cells = [result.kinds.count, result.planted, result.found, result.falseAlarms]
            return ([language.englishName] + cells.map(String.init)).joined(separator: " | ")
        }
        let head = ["language", "kinds", "planted", "found", "false alarms"]
        let lines = [head.joined(separator: " | "), "---|--:|--:|--:|--:"] + rows
        try RecordedTable("planted", in: "docs/locale-format.md")
            .expect(lines.map { "| \($0) |" }.joined(separator: "\n"))
    }

    /// What comes of each kind of defect in up to so many messages of each language.
    private static func results(_ most: Int) throws -> [Result] {
        let results = Mutex(
            [Swift.Result<Result, any Error>?](repeating: nil, count: fiveLanguages.count)
        )
        DispatchQueue.concurrentPerform(iterations: fiveLanguages.count) { index in
            let one = Swift.Result { try result(fiveLanguages[index], most) }
            results.withLock { $0[index] = one }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }

    private static func result(_ language: LanguageTag, _ most: Int) throws -> Result {
        let texts = try LocaleTexts.own.get()
        var result = Result()
        for finding in texts.findings([:], in: [language]) {
            result.falseAlarms += 1
            result.failures.append("clean: \(shown(finding)) \(finding.message)")
        }
        for batch in try batches(language, most, texts, &result) {
            judge(batch, texts, language, &result)
        }
        for kind in PlantedKinds.files where kind.languages.contains(language.rawValue) {
            try judge(kind, texts, language, &result)
        }
        return result
    }

    private static func shown(_ finding: Diagnostic) -> String {
        let place = finding.range.start
        return "\(finding.code) \(place.line):\(place.column)"
    }

    // MARK: - Messages

    private static func batches(
        _ language: LanguageTag,
        _ most: Int,
        _ texts: LocaleTexts,
        _ result: inout Result
    ) throws -> [PlantedBatch] {
        let catalog = try #require(texts.catalog(language))
        let english = try #require(texts.catalog(LanguageTag("en")))
        let path = LocaleTexts.path(of: language)
        let source = SourceText(path: path, text: texts.texts[path] ?? "")
        let sites = catalog.keys.compactMap { key -> PlantedSite? in
            guard let entry = catalog.entries[key], let original = english.entries[key] else {
                return nil
            }
            let site = PlantedSite(
                language: language.rawValue,
                key: key,
                entry: entry,
                original: original,
                description: texts.descriptions[key],
                glossary: texts.glossary,
                source: source
            )
            return site.isRead ? site : nil
        }
        var full: [[(kind: String, site: PlantedSite, edits: [PlantedSite.Edit])]] = []
        var taken: [Set<MessageKey>] = []
        for kind in PlantedKinds.inMessages where kind.languages.contains(language.rawValue) {
            var count = 0
            for site in sites.sorted(by: { order($0, kind) < order($1, kind) }) {
                guard count < most, let edits = kind.plant(site),
                    kind.isOfWidth || site.hasRoom(for: edits)
                else { continue }
                count += 1
                let index = taken.firstIndex { !$0.contains(site.key) } ?? taken.count
                if index == taken.count {
                    taken.append([])
                    full.append([])
                }
                taken[index].insert(site.key)
                full[index].append((kind.name, site, edits))
            }
            if count == 0 {
                result.failures.append("\(kind.name): no message has a place for it")
            }
        }
        return full.map { PlantedBatch($0, path: path) }
    }

    /// Each kind meets other messages, the same in every run, whatever their words are.
    private static func order(_ site: PlantedSite, _ kind: PlantedKind) -> UInt64 {
        (kind.name + site.key.rawValue).utf8.reduce(14_695_981_039_346_656_037) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
    }

    private static func judge(
        _ batch: PlantedBatch,
        _ texts: LocaleTexts,
        _ language: LanguageTag,
        _ result: inout Result
    ) {
        let path = LocaleTexts.path(of: language)
        let findings = texts.findings([path: batch.text], in: [language])
            .filter { $0.range.file == path && $0.code != "L152" }
        var rest = findings
        for defect in batch.defects {
            let own = findings.filter { defect.lines.contains($0.range.start.line) }
            rest.removeAll { defect.lines.contains($0.range.start.line) }
            let found = own.map(shown).sorted()
            result.planted += 1
            result.kinds.insert(defect.kind)
            if found == defect.expected {
                result.found += 1
            } else {
                result.falseAlarms += max(0, Set(found).subtracting(defect.expected).count)
                let said = own.map { "\n    \(shown($0)) \($0.message)" }.joined()
                result.failures.append(
                    "\(defect.kind) [\(defect.key.rawValue)]: expected \(defect.expected.joined(separator: ", "))\(said)\n    in: \(defect.made)"
                )
            }
        }
        for finding in rest {
            result.falseAlarms += 1
            result.failures.append("elsewhere: \(shown(finding)) \(finding.message)")
        }
    }

    // MARK: - Files

    private static func judge(
        _ kind: PlantedFile,
        _ texts: LocaleTexts,
        _ language: LanguageTag,
        _ result: inout Result
    ) throws {
        let catalog = try #require(texts.catalog(language))
        // A title on one line, in the middle of the file.
        let key = MessageKey("wallet-signup.secure.title")
        let entry = try #require(catalog.entries[key])
        let site = PlantedFile.Site(language: language, files: texts, key: key, entry: entry)
        let (files, expected) = PlantedFile.expected(of: kind.plant(site))
        let findings = texts.findings(files, in: [language])
        let found = findings.map { finding in
            let place = finding.range.start
            return "\(finding.code) \(finding.range.file):\(place.line):\(place.column)"
        }.sorted()
        result.planted += 1
        result.kinds.insert(kind.name)
        if found == expected, !expected.isEmpty {
            result.found += 1
        } else {
            result.falseAlarms += Set(found).subtracting(expected).count
            let said = findings.map {
                "\n    \($0.code) \($0.range.file) \(shown($0)) \($0.message)"
            }
            .joined()
            result.failures.append(
                "\(kind.name): expected \(expected.joined(separator: ", "))\(said)"
            )
        }
    }
}
