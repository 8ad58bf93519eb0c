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
        #expect(russian.integers[.one] == [1, 21, 31, 41, 51, 61])
        #expect(russian.integers[.few] == [2, 3, 4, 22, 23, 24])
        #expect(russian.integers[.other] == nil)
        #expect(PluralForms.of(LanguageTag("cs")).integers[.one] == [1])
    }

    @Test func `what is ordered has forms of its own`() {
        let english = PluralForms.of(LanguageTag("en"), isOrdinal: true)
        #expect(english.all.map(\.keyword) == ["one", "two", "few", "other"])
        #expect(english.integers[.two]?.prefix(2) == [2, 22])
    }
}
