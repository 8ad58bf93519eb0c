import Documents
import Foundation
import Localization
import Testing
import YAML

@testable import Exchange

@Suite("To translators and back")
struct RoundTripTests {
    @Test(arguments: Way.all, ["ru", "zh", "id", "cs"])
    func `every message of the project comes back as it went`(way: Way, tag: String) throws {
        let (source, target) = (try Self.catalog("en"), try Self.catalog(tag))
        let messages = source.keys.map { key in
            ExchangeMessage(
                key: key,
                source: source.pattern(for: key) ?? "",
                target: target.pattern(for: key),
                status: .translated
            )
        }
        let exchanging = Exchanging(messages, to: LanguageTag(tag), way)
        let text = exchanging.text
        let back = try exchanging.back(text)
        #expect(back.changes.isEmpty)
        #expect(back.refusals.isEmpty)
        #expect(back.unchangedCount == messages.count && messages.count > 350)
        let joined = try exchanging.joined(from: Exchanging.read(text))
        for (message, pattern) in zip(messages, joined) {
            #expect(pattern.utf8.elementsEqual((message.target ?? "").utf8), "\(message.key)")
        }
    }

    @Test(arguments: Way.all)
    func `10,000 random messages come back as they went, byte for byte`(way: Way) throws {
        var patterns = RandomPatterns(seed: 1)
        for round in 0..<25 {
            let language = LanguageTag(["ru", "zh", "id", "cs", "ar"][round % 5])
            let messages = (0..<100).map { index in
                ExchangeMessage(
                    key: MessageKey("random.\(index)"),
                    source: patterns.pattern(where: Self.isRight),
                    target: patterns.pattern(where: Self.isRight),
                    status: .translated
                )
            }
            let exchanging = Exchanging(messages, to: language, way)
            let text = exchanging.text
            let back = try exchanging.back(text)
            try #require(back.changes.isEmpty && back.refusals.isEmpty, "\(back)")
            // A message whose branches are all empty has nothing to translate.
            #expect(back.unchangedCount > 90)
            let joined = try exchanging.joined(from: Exchanging.read(text))
            for (message, pattern) in zip(messages, joined) {
                try #require(
                    pattern.utf8.elementsEqual((message.target ?? "").utf8),
                    "\(message.target ?? "") became \(pattern)"
                )
            }
        }
    }

    @Test(arguments: Way.all)
    func `4,000 random messages that are translated by their own words mean the same`(
        way: Way
    ) throws {
        var patterns = RandomPatterns(seed: 2)
        for round in 0..<10 {
            let language = LanguageTag(["ru", "zh", "id", "cs", "ar"][round % 5])
            let messages = (0..<100).map { index in
                ExchangeMessage(
                    key: MessageKey("random.\(index)"),
                    source: patterns.pattern(where: Self.isRight),
                    target: nil,
                    status: .missing
                )
            }
            let exchanging = Exchanging(messages, to: language, way)
            let document = try Exchanging.read(Self.copyingSources(exchanging.text, way.version))
            for (message, pattern) in zip(messages, try exchanging.joined(from: document)) {
                let form = try MessageForm(message.source)
                let wanted = way.cut == .split ? form.adapted(to: language).pattern : message.source
                try #require(
                    SourceHash(of: pattern) == SourceHash(of: wanted),
                    "\(wanted) became \(pattern)"
                )
                _ = try MessageProgram.compile(pattern, language: language)
            }
        }
    }

    /// A file in which each target says what its source says.
    private static func copyingSources(_ text: String, _ version: XLIFFVersion) -> String {
        var source = ""
        return text.split(separator: "<source", omittingEmptySubsequences: false).enumerated()
            .map { index, part in
                guard index > 0 else { return String(part) }
                let end = part.firstRange(of: "</source>")
                source = end.map { String(part[..<$0.lowerBound].dropFirst()) } ?? ""
                let head = end.map { part[..<$0.upperBound] } ?? part.prefix(2)
                let rest = part[head.endIndex...]
                let target = "<target>\(source)</target>"
                if version == .two { return "<source" + head + target + rest }
                let old = rest.firstRange(of: #/<target[^>]*/>/#)
                return "<source" + head
                    + (old.map { rest.replacingCharacters($0, target) } ?? String(rest))
            }
            .joined()
    }

    private static func isRight(_ pattern: String) -> Bool {
        (try? MessageProgram.compile(pattern, language: LanguageTag("en"))) != nil
    }

    private static func catalog(_ tag: String) throws -> Catalog {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("locales/\(tag).yaml")
        let source = SourceText(path: url.path, bytes: Array(try Data(contentsOf: url)))
        let (root, _) = YAMLReader.read(source)
        return Catalog.load(try #require(root), language: LanguageTag(tag), source: source).catalog
    }
}

extension Substring {
    fileprivate func replacingCharacters(_ range: Range<Index>, _ text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
