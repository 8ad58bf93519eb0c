import Localization
import Testing

@Suite("LanguageChoice")
struct LanguageChoiceTests {
    private let choice = LanguageChoice(available: fiveLanguages)

    @Test(arguments: [
        ("ru", "ru"), ("RU", "ru"), ("ru-RU", "ru"), ("ru_RU.UTF-8", "ru"), ("zh-TW", "zh"),
        ("zh-HK", "zh"), ("zh_TW.Big5", "zh"), ("zh-Hant-TW", "zh"), ("sk", "cs"), ("sk_SK", "cs"),
        ("ms", "id"), ("uk", "en"), ("be-BY", "en"), ("kk", "en"), ("en-GB", "en"), ("in", "id"),
        ("cs_CZ@euro", "cs"), ("ru-Latn", "ru"),
    ])
    func `a tag or POSIX name finds its language`(wanted: String, expected: String) {
        #expect(choice.match(wanted)?.rawValue == expected)
    }

    @Test(arguments: ["C", "POSIX", "C.UTF-8", "", "de", "xx-YY", "русский", "*", "../../etc"])
    func `what is no language of ours finds none`(wanted: String) {
        #expect(choice.match(wanted) == nil)
    }

    @Test
    func `what was chosen comes first, then the session, then the surroundings, then the flow`() {
        let all = choice.language(
            explicit: "cs",
            session: LanguageTag("ru"),
            environment: ["id"],
            acceptLanguage: "zh",
            flow: LanguageTag("zh")
        )
        #expect(all.rawValue == "cs")
        let session = choice.language(
            explicit: "de",
            session: LanguageTag("ru"),
            environment: ["id"],
            flow: LanguageTag("zh")
        )
        #expect(session.rawValue == "ru")
        #expect(choice.language(environment: ["id_ID"], flow: LanguageTag("zh")).rawValue == "id")
        #expect(choice.language(acceptLanguage: "id", flow: LanguageTag("zh")).rawValue == "id")
        #expect(choice.language(environment: ["C"], flow: LanguageTag("zh")).rawValue == "zh")
        #expect(choice.language().rawValue == "en")
    }

    @Test func `the first variable that isn't empty counts, even where it is no language of ours`()
    {
        #expect(choice.language(environment: ["", "cs_CZ.UTF-8", "ru_RU"]).rawValue == "cs")
        #expect(choice.language(environment: ["C", "cs_CZ", "ru_RU"]).rawValue == "en")
    }

    @Test(arguments: [
        ("ru;q=0.5, cs", "cs"), ("de, ru;q=0.8, en;q=0.9", "en"), ("uk, ru;q=0.8", "ru"),
        ("uk", "en"), ("sk, en;q=0.5", "en"), ("sk", "cs"), ("cs;q=0, ru;q=0.1", "ru"),
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh"), ("ru;q=0.123, cs;q=0.1234", "ru"), ("*", "en"),
        ("ru;q=nonsense, cs;q=0.1", "cs"), (",,;;q=,", "en"),
    ])
    func `the most wanted language of a header is taken`(header: String, expected: String) {
        #expect(choice.language(acceptLanguage: header).rawValue == expected)
    }
}
