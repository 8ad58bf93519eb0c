import Flows
import Localization
import Testing

@testable import Answers

@Suite("CountryAnswer")
struct CountryAnswerTests {
    @Test(arguments: [
        ("RU", "en", "RU"), ("cz", "ru", "CZ"), ("CHN", "ru", "CN"), ("Россия", "ru", "RU"),
        ("россия", "ru", "RU"), ("росс", "ru", "RU"), ("Russia", "ru", "RU"),
        ("indones", "cs", "ID"),
        ("США", "ru", "US"), ("USA", "cs", "US"), ("usa", "en", "US"), ("U.S.A.", "en", "US"),
        ("UK", "en", "GB"), ("uk", "ru", "GB"), ("England", "en", "GB"), ("Англия", "ru", "GB"),
        ("РФ", "ru", "RU"), ("Česko", "en", "CZ"), ("Česká republika", "cs", "CZ"),
        ("Чехия", "en", "CZ"), ("俄国", "zh", "RU"), ("美国", "zh", "US"), ("ＲＵ", "zh", "RU"),
        ("North Korea", "en", "KP"), ("south-korea", "en", "KR"), ("  France ", "id", "FR"),
    ])
    func `a country is known by its code, its names and a part of them`(
        typed: String,
        language: String,
        code: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, .country, language)) == code)
    }

    @Test(arguments: [
        ("Атлантида", "ru"), ("XX", "en"), ("QQQ", "en"), ("!!!", "en"), ("🇷🇺", "en"),
        ("a\u{0}b", "en"),
    ])
    func `no country is unknown`(typed: String, language: String) {
        #expect(Readers.outcome(Readers.read(typed, .country, language)) == "!unknown")
    }

    @Test func `a part of several names gives the choice`() {
        let reading = Readers.read("korea", .country)
        #expect(Readers.outcome(reading) == "!several")
        #expect(Readers.arguments(reading)["count"] == .integer(2))
        guard case .text(let choices)? = Readers.arguments(reading)["choices"] else {
            Issue.record("no choices")
            return
        }
        #expect(Set(choices.split(separator: ",")) == ["KP", "KR"])
    }

    @Test func `the list of candidates begins with names that begin so`() {
        let english = LanguageTag("en")
        let found = Readers.all.countryMatches("ind", language: english)
        #expect(found.prefix(2) == ["IN", "ID"])
        #expect(Readers.all.countryMatches("кит", language: LanguageTag("ru")).first == "CN")
        #expect(Readers.all.countryMatches("Rus", language: english).first == "RU")
        #expect(Readers.all.countryMatches("brit", language: english).first == "GB")
        #expect(Readers.all.countryMatches("", language: english).count > 12)
        #expect(Readers.all.countryMatches("zzzz", language: english).isEmpty)
        #expect(Readers.all.countryMatches("a\u{0}", language: english).isEmpty)
    }

    @Test func `a word with which many names begin is no beginning of one that is not shown`() {
        let found = Readers.all.countryMatches("republik", language: LanguageTag("id"))
        #expect(found.prefix(2) == ["DO", "CF"])
        #expect(Set(found.dropFirst(2)) == ["CZ", "ID"])
        #expect(Readers.all.countryMatches("republik ce", language: LanguageTag("id")) == ["CZ"])
    }
}
