import Flows
import Localization
import Screens
import Sessions
import Testing

@Suite("A whole walk")
struct WholeWalkTests {
    @Test(arguments: ["en", "ru", "zh", "id", "cs"])
    func `leads from an address to an account, without a missing word`(language: String) throws {
        let bench = try WalkBench()
        let walk = try bench.begin(language: language)
        var seen: [String] = []
        for _ in 0..<20 {
            let screen = walk.screen
            if seen.last != screen.step.text { seen.append(screen.step.text) }
            #expect(!"\(screen)".contains("⟦"), "\(screen.step)")
            #expect(screen.language == LanguageTag(language))
            if screen.kind == .end { break }
            if screen.kind == .form { walk.fill() }
            let reply = screen.kind == .waiting ? walk.openLink(try bench.token()) : walk.submit()
            try #require(reply == .moved, "\(walk.telling)")
        }
        #expect(
            seen == [
                "start", "check_mail", "personal", "document", "address", "phones", "secure",
                "wallet", "check_answers", "registered",
            ]
        )
        #expect(bench.host.calls.map(\.effect) == ["find_account", "create_account"])
        #expect(bench.transport.letters.map(\.language) == [language, language])
    }
}
