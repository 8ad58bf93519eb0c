import Localization
import Testing

@Suite("PluralForms")
struct PluralFormsTests {
    @Test(arguments: [
        ("en", ["one", "other"], ["one", "other"]),
        ("ru", ["one", "few", "many", "other"], ["one", "few", "many"]),
        ("cs", ["one", "few", "many", "other"], ["one", "few", "other"]),
        ("zh", ["other"], ["other"]), ("id", ["other"], ["other"]),
        (
            "ar", ["zero", "one", "two", "few", "many", "other"],
            ["zero", "one", "two", "few", "many", "other"]
        ),
    ])
    func `a language has these forms`(tag: String, all: [String], ofIntegers: [String]) {
        let forms = PluralForms.of(LanguageTag(tag))
        #expect(forms.all.map(\.keyword) == all)
        #expect(forms.ofIntegers.map(\.keyword) == ofIntegers)
    }

    @Test func `the numbers of a form are the first that take it`() {
        let russian = PluralForms.of(LanguageTag("ru"))
        #expect(russian.numbers(of: .one).prefix(6) == [1, 21, 31, 41, 51, 61])
        #expect(russian.numbers(of: .few).prefix(6) == [2, 3, 4, 22, 23, 24])
        #expect(russian.numbers(of: .other) == [])
        #expect(PluralForms.of(LanguageTag("cs")).numbers(of: .one) == [1])
    }

    @Test(arguments: [
        (["one", "other"], 0, false, ["few", "many"]), (["=1", "few", "many"], 0, false, ["one"]),
        (["one", "few", "many"], 0, true, ["other"]), (["one", "few", "many"], 0, false, []),
    ])
    func `a Russian plural lacks these forms`(
        selectors: [String],
        offset: Int,
        withDecimals: Bool,
        missing: [String]
    ) {
        let found = PluralForms.of(LanguageTag("ru"))
            .missing(among: selectors, offset: offset, withDecimals: withDecimals)
        #expect(found.map(\.keyword) == missing)
    }

    @Test func `a form of one number is there where that number is`() {
        let czech = PluralForms.of(LanguageTag("cs"))
        #expect(czech.missing(among: ["=1", "few", "other"]) == [])
        #expect(czech.missing(among: ["=2", "few", "other"], offset: 1) == [])
        #expect(czech.missing(among: ["=1", "few", "other"], offset: 1) == [.one])
        #expect(czech.missing(among: ["=1", "=2", "=3", "=4", "other"]) == [])
    }

    @Test func `what is ordered has forms of its own`() {
        let english = PluralForms.of(LanguageTag("en"), isOrdinal: true)
        #expect(english.all.map(\.keyword) == ["one", "two", "few", "other"])
        #expect(english.numbers(of: .two).prefix(2) == [2, 22])
    }
}
