import ArgumentParser
import Documents
import Flows
import Localization
import Scenarios
import Screens
import Sessions
import Synchronization
import Testing

@testable import paifang

/// Every screen that any scenario passes, in every pseudo-language: all words come from locale files, and all fit.
@Suite("Screens in the pseudo-languages")
struct PseudoScreensTests {
    /// What may stand outside of ⟦ ⟧ on a picture: what a person gave, and what no message holds.
    private static func values(on sight: Sight) -> [String] {
        var values = [
            // Languages are called by their own names.
            "English", "Bahasa Indonesia", "Čeština",
            // What the poses type, and the sign of a box that is ticked.
            "xyzxyz", "[x]",
        ]
        for field in sight.screen.fields {
            values += [field.rejected, field.editable].compactMap(\.self)
            if case .line = field.control { values += [field.shown].compactMap(\.self) }
        }
        for paragraph in sight.letter?.paragraphs ?? [] {
            switch paragraph {
            case .text: break
            case .link(let text), .code(let text): values.append(text)
            }
        }
        return values.map(TerminalText.of)
    }

    /// The letters outside of ⟦ ⟧ that did not come from a locale file.
    private static func plainLetters(in picture: Picture, allowing values: [String]) -> [String] {
        var depth = 0
        var found: [String] = []
        for line in picture.lines {
            var rest = ""
            for character in line.text {
                switch character {
                case "⟦": depth += 1
                case "⟧": depth = max(0, depth - 1)
                // What was shortened has lost its bracket.
                case "…": depth = 0
                default: if depth == 0 { rest.append(character) }
                }
            }
            // A long value is cut anywhere.
            for word in rest.split(separator: " ")
            where word.contains(where: { $0.isASCII && $0.isLetter })
                && !values.contains(where: { $0.contains(word) })
            {
                found.append(line.text)
            }
        }
        return found
    }

    private static func book(_ tag: LanguageTag, columns: Int) throws -> PictureBook {
        let options = try SharedOptions.parse(["-C", CommandHome.repository])
        var desk = try LocaleDesk(options)
        _ = try desk.languages(tag.rawValue)
        return PictureBook(desk, in: tag, columns: columns)
    }

    @Test(arguments: PseudoLanguage.tags)
    func `no scenario passes a word that no locale file holds, nor a line that is too long`(
        tag: LanguageTag
    ) throws {
        let book = try Self.book(tag, columns: 80)
        let narrow = try Self.book(tag, columns: 40)
        let project = book.desk.project
        var settings = ScenarioSuite.Settings()
        settings.languages = [tag]
        let sights = Mutex<[Sight]>([])
        settings.onSight = { sight in sights.withLock { $0.append(sight) } }
        let stage = Stage(
            flows: project.flows.flows,
            catalogs: book.desk.catalogs,
            documents: project.documents.pseudo(as: tag)
        )
        let scenarios = ScenarioFiles(of: project).scenarios
        let result = ScenarioSuite(on: stage, settings).play(scenarios)
        #expect(result.isFine)
        let all = sights.withLock { $0 }
        #expect(Set(all.map(\.step)).count >= 15 && all.count > 100)
        var steps: Set<StepName> = []
        for sight in all {
            let isFirst = steps.insert(sight.step).inserted
            #expect(sight.screen.language == tag)
            let values = Self.values(on: sight)
            for picture in book.pictures(of: sight, isFirst: isFirst) {
                let letters = Self.plainLetters(in: picture, allowing: values)
                #expect(letters.isEmpty, "\(sight.step), \(picture.caption)")
                #expect(picture.lines.allSatisfy { DisplayWidth.cells($0.text) <= 80 })
            }
            for picture in narrow.pictures(of: sight, isFirst: isFirst) {
                #expect(picture.lines.allSatisfy { DisplayWidth.cells($0.text) <= 40 })
            }
        }
    }
}
