import Documents
import Flows
import Foundation
import Localization
import Screens
import TestTexts
import Testing

@testable import Mail
@testable import Sessions
@testable import paifang

/// REQ security.md T12: 200 hostile texts, in every field that is typed, in five languages, are shown as text in a
/// terminal, in a letter as text and as a page, and in JSON.
///
/// What reads answers refuses many of these texts; here each is put behind it, so that every outlet has to stand
/// alone.
@Suite("Hostile texts at every outlet")
struct HostileOutletTests {
    private static let languages = ["en", "ru", "zh", "id", "cs"]
    /// The greatest length a field keeps.
    private static let kept = 254

    @Test(arguments: languages)
    func `in a terminal, on every form, as an answer and as a refused one`(language: String) throws
    {
        let bench = try OutletBench(language)
        var seen: Set<FieldName> = []
        for text in HostileTexts.all {
            for step in bench.forms {
                for isRefused in [false, true] {
                    seen.formUnion(try bench.show(text, at: step, isRefused: isRefused))
                    expectHarmless(bench.drawn(), text, step)
                    expectHarmless(bench.told(), text, step)
                }
            }
            _ = try bench.show(text, at: bench.review, isRefused: false)
            expectHarmless(bench.drawn(), text, bench.review)
        }
        #expect(seen == Set(bench.typed))
        #expect(bench.typed.count == 12)
    }

    @Test(arguments: languages)
    func `in JSON, as the value itself, or not at all where it is personal`(language: String) throws
    {
        let bench = try OutletBench(language)
        for text in HostileTexts.all {
            _ = try bench.show(text, at: bench.review, isRefused: false)
            let masked = try fields(of: bench.summary)
            #expect(bench.typed.allSatisfy { masked[$0.text] == "•••" })
            let plain = try fields(of: bench.publicSummary)
            for name in bench.typed {
                #expect(plain[name.text].map { Array($0.utf8) } == Array(text.utf8), "\(name)")
            }
            expectHarmless(
                bench.summary.text.split(separator: "\n").map(String.init),
                text,
                "summary"
            )
        }
    }

    @Test(arguments: languages)
    func `in a letter, as text and as a page, beside the name of each field`(language: String)
        throws
    {
        let bench = try OutletBench(language)
        let honest = try OutletLetter(bench.letter(saying: "Anna"))
        for text in HostileTexts.all {
            let letter = try OutletLetter(bench.letter(saying: String(text.prefix(Self.kept))))
            #expect(letter.headers == honest.headers, "\(text.debugDescription)")
            #expect(letter.tags == honest.tags, "\(text.debugDescription)")
            expectHarmless(letter.lines, text, "letter")
        }
    }

    private func expectHarmless(_ lines: [String], _ text: String, _ place: StepName) {
        #expect(!lines.isEmpty)
        let bad = lines.contains { $0.unicodeScalars.contains(where: HostileTexts.isDangerous) }
        #expect(!bad, "\(place): \(text.prefix(40).debugDescription)")
        #expect(!lines.contains { $0.contains("⟦") && !text.contains("⟦") }, "\(place)")
        // A short text of plain letters and signs is there as it was typed, nothing done to it.
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.utf8.count <= 20
        if isPlain, !text.isEmpty, place != "summary" {
            #expect(lines.contains { $0.contains(text) }, "\(place): \(text)")
        }
    }

    private func fields(of summary: RunSummary) throws -> [String: String] {
        let json = try JSONSerialization.jsonObject(with: Data(summary.json.utf8))
        let fields = (json as? [String: Any])?["fields"] as? [String: Any]
        return try #require(fields).compactMapValues { $0 as? String }
    }
}
