import Flows
import Foundation
import Localization
import SQLiteStorage
import Screens
import Sessions
import Testing

@testable import paifang

/// Nothing that a registrant reads is a literal in Swift: every word comes from a locale file.
///
/// The pseudo-language accents the letters of its messages and puts them in ⟦ ⟧. What stands in plain letters is
/// what a person gave or what no locale file holds; those exceptions are listed here, and nothing else passes.
@Suite("A walk in the pseudo-language")
struct PseudoLanguageTests {
    /// What may stand in plain letters inside brackets: values that messages show.
    private static let values = [
        // What the person gave.
        "jana@example.cz", "Nováková", "Novakova", "Jana", "Praha",
        // The day of today and of birth, the name of a country: ICU's own data.
        "Czechia", "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December", " at ", "AM", "PM",
        // The command that opens a link, and its code.
        "paifang open",
    ]

    private func walk(in home: CommandHome) throws -> Walk {
        let tag = LanguageTag("en-XA")
        let service = try SampleService(in: home, language: tag).service
        let session = try service.engine.begin(
            "wallet-signup",
            input: [:],
            locale: tag.rawValue,
            zone: "UTC"
        )
        return Walk(session, engine: service.engine, surroundings: service.surroundings)
    }

    /// All words of a screen but documents, which are not messages, and the names of countries, which are ICU's.
    private func words(of screen: Screen) -> [String] {
        var words = [screen.flowTitle, screen.title]
        words += [screen.intro, screen.help, screen.advice].compactMap(\.self) + screen.notices
        words += screen.buttons.map(\.words) + screen.offers.map(\.words)
        for field in screen.fields {
            words += [field.label] + [field.hint, field.warning, field.problem].compactMap(\.self)
            words += field.notes + [field.offer, field.suggestion].compactMap { $0?.words }
            switch field.control {
            case .choice(let options), .yesNo(let options): words += options.map(\.words)
            case .consent(_, _, let options): words += options.map(\.words)
            case .captcha(let question): words.append(question)
            case .line, .country, .secret: break
            }
        }
        return words.map(\.text)
    }

    /// What stands in plain letters although it should not.
    private func plainLetters(in text: String, allowing more: [String] = []) -> String {
        var rest = text
        for value in Self.values + more { rest = rest.replacingOccurrences(of: value, with: "") }
        return rest.filter { $0.isASCII && $0.isLetter }
    }

    private func expectPseudo(_ screen: Screen) {
        for text in words(of: screen) {
            #expect(text.contains("⟦") && text.contains("⟧"), "\(screen.step): \(text)")
            #expect(plainLetters(in: text).isEmpty, "\(screen.step): \(text)")
        }
    }

    @Test func `every word of every screen on the way comes from a locale file`() throws {
        let home = try CommandHome()
        // The walk writes into the folder, which must not go before it.
        defer { withExtendedLifetime(home) {} }
        let walk = try walk(in: home)
        var seen: [StepName] = []
        let answers = [
            "email": "jana@example.cz", "captcha": "pass", "agreement": "true", "gender": "female",
            "given_name": "Jana", "family_name": "Nováková", "birth_date": "1990-03-27",
            "citizenship": "CZ", "document_type": "passport", "document_number": "39482716",
            "country": "CZ", "region": "Praha", "city": "Praha", "street": "Praha",
            "postcode": "120 00",
            "mobile": "+420601123456", "landline": "=offer", "terms": "true",
            "refund_to_wallet": "false",
        ]
        for _ in 0..<30 where walk.screen.kind != .end {
            let screen = walk.screen
            seen.append(screen.step)
            expectPseudo(screen)
            switch screen.kind {
            case .form:
                // Going on without an answer, and with a wrong one, shows the words of what is wrong.
                _ = walk.submit()
                expectPseudo(walk.screen)
                for field in screen.fields {
                    _ = walk.answer("?", at: field.path)
                    expectPseudo(walk.screen)
                    let text =
                        answers[field.path.field.text]
                        ?? (field.path.item?.field == "question"
                            ? ["first_pet", "first_job", "birth_city"][field.path.item?.index ?? 0]
                            : "730164")
                    let reply = walk.answer(text, at: field.path)
                    #expect(reply == .accepted, "\(field.path)")
                    expectPseudo(walk.screen)
                }
                #expect(walk.submit() == .moved)
            case .review: #expect(walk.submit() == .moved)
            case .waiting:
                #expect(walk.openLink("nonsense") == .refused)
                expectPseudo(walk.screen)
                #expect(walk.press("resend") == .refused)
                expectPseudo(walk.screen)
                let letter = try #require(walk.lastLetter)
                #expect(plainLetters(in: letter.subject).isEmpty)
                for case .text(let text) in letter.paragraphs {
                    #expect(plainLetters(in: text).isEmpty, "\(text)")
                }
                #expect(walk.openOwnLink() == .moved)
            case .working, .end: Issue.record("nobody stands at \(screen.step)")
            }
        }
        expectPseudo(walk.screen)
        #expect(
            seen.map(\.text) == [
                "start", "check_mail", "personal", "document", "address", "phones", "secure",
                "wallet", "check_answers",
            ]
        )
        #expect(walk.state.outcome == "registered")
    }

    @Test func `every line that is written in a pipe comes from a locale file`() async throws {
        let home = try CommandHome()
        let begun = try await home.sign(
            up: AnswerTexts.plain.without("gender"),
            ["--lang", "en-XA"]
        )
        #expect(begun.status == 64)
        // Wrong and right answers, help, the languages, a command that there is not, and a way back.
        let input = [
            "", "?", ":help", ":lang", ":nonsense", ":back", "female", "J4", "Jana", "Praha",
            "31.02.1990", "27.03.1990", "Atlantis", "CZ", "passport", "x", "39482716", "Praha",
            "Praha", "Praha", "?", "120 00", "+420601123456", "=",
        ]
        let result = try await home.run(
            ["run", "--resume", "--plain", "--lang", "en-XA"],
            input: Array((input.joined(separator: "\n") + "\n").utf8)
        )
        #expect(result.output.contains("⟦"))
        let session = try #require(try home.store().sessions().first?.id.text)
        // What is typed is repeated; the other languages are called by their own names.
        let typed = input.filter { $0.contains { $0.isLetter } } + ["nonsense"]
        let names = [
            "en", "ru", "zh", "id", "cs", "English", "Bahasa", "Indonesia", "eština", "XA",
        ]
        let commands = ["paifang run --resume \(session)", "-C \(home.project)"]
        for line in result.output.split(separator: "\n") where !line.hasPrefix(">") {
            let rest = plainLetters(in: String(line), allowing: commands + typed + names)
            #expect(rest.isEmpty, "\(line)")
        }
        #expect(result.errors.isEmpty)
    }

    @Test func `the summary is in the pseudo-language, apart from names of fields and values`()
        async throws
    {
        let home = try CommandHome()
        let result = try await home.sign(up: .plain, ["--lang", "en-XA"])
        #expect(result.status == 0)
        let words = result.output.prefix { $0 != "\n" }
        #expect(words.hasPrefix("⟦") && words.hasSuffix("⟧"))
    }
}
