import CICUBridge
import Localization
import Testing

@Suite("RegionalFormats")
struct RegionalFormatsTests {
    private static let formats = Dictionary(
        uniqueKeysWithValues: fiveLanguages.map { ($0.rawValue, RegionalFormats($0)) }
    )

    private func formats(_ language: String) throws -> RegionalFormats {
        try #require(Self.formats[language])
    }

    @Test(arguments: fiveLanguages)
    func `the countries are the 249 of ISO 3166-1, each once`(language: LanguageTag) throws {
        let countries = try formats(language.rawValue).countries
        #expect(countries.count == 249)
        #expect(Set(countries.map(\.code)).count == 249)
        #expect(Set(countries.map(\.name)).count == 249)
        #expect(countries.allSatisfy { $0.name != $0.code })
        #expect(!countries.contains { $0.code == "XK" || $0.code == "EU" })
    }

    @Test(arguments: fiveLanguages)
    func `the countries are in the order of the language`(language: LanguageTag) throws {
        let formats = try formats(language.rawValue)
        let names = formats.countries.map(\.name)
        let pairs = zip(names, names.dropFirst())
        #expect(pairs.allSatisfy { !formats.isOrdered($1, before: $0) })
    }

    @Test func `Czech sorts Ch behind H and Č behind C, as bytes do not`() throws {
        let formats = try formats("cs")
        #expect(formats.isOrdered("Honduras", before: "Chile"))
        #expect(formats.isOrdered("Cukr", before: "Česko"))
        let names = formats.countries.map(\.name)
        #expect(names != names.sorted())
    }

    @Test func `a country has its name in the language`() throws {
        #expect(try formats("ru").countryName("CZ") == "Чехия")
        #expect(try formats("cs").countryName("CZ") == "Česko")
        #expect(try formats("zh").countryName("ID") == "印度尼西亚")
        #expect(try formats("en").countryName("cz") == nil)
        #expect(try formats("en").countryName("ZZ") == nil)
        #expect(try formats("en").countryName("") == nil)
    }

    @Test func `dates, times, numbers and amounts are as the language writes them`() throws {
        let day: Int64 = 638_496_000_000
        #expect(try formats("ru").date(milliseconds: day).hasPrefix("27 марта 1990"))
        #expect(try formats("zh").date(milliseconds: day) == "1990年3月27日")
        #expect(try formats("cs").date(milliseconds: day) == "27. března 1990")
        #expect(try formats("id").date(milliseconds: day, style: .full) == "Selasa, 27 Maret 1990")
        #expect(try formats("en").date(milliseconds: day, skeleton: "yMMM") == "Mar 1990")
        #expect(try formats("ru").time(milliseconds: day, zone: "Asia/Shanghai") == "08:00")
        #expect(try formats("id").number(1_234_567 as Int64) == "1.234.567")
        #expect(try formats("cs").number(0.5) == "0,5")
        #expect(try formats("cs").percent(0.25) == "25\u{A0}%")
        #expect(try formats("ru").money(tenThousandths: 10_000, currency: "RUB") == "1,00\u{A0}₽")
        #expect(try formats("zh").list(["甲", "乙"]) == "甲和乙")
    }

    @Test func `a month has one form beside a day and another by itself`() throws {
        #expect(try formats("ru").monthNames(.inDate)[2] == "марта")
        #expect(try formats("ru").monthNames(.alone)[2] == "март")
        #expect(try formats("cs").monthNames(.inDate)[2] == "března")
        #expect(try formats("cs").monthNames(.alone)[2] == "březen")
        for language in fiveLanguages {
            for form in RegionalFormats.MonthForm.allCases {
                #expect(try formats(language.rawValue).monthNames(form).count == 12)
            }
        }
    }

    @Test func `a language is named by itself and by others`() throws {
        #expect(
            fiveLanguages.map(RegionalFormats.ownName) == [
                "English", "Русский", "中文", "Bahasa Indonesia", "Čeština",
            ]
        )
        #expect(try formats("ru").languageName(LanguageTag("cs")) == "Чешский")
    }

    @Test func `whole numbers take the categories of CLDR`() throws {
        #expect(try formats("ru").pluralCategories() == [.one, .few, .many])
        #expect(try formats("cs").pluralCategories() == [.one, .few, .other])
        #expect(try formats("zh").pluralCategories() == [.other])
        #expect(try formats("id").pluralCategories() == [.other])
        #expect(try formats("en").pluralCategories() == [.one, .other])
        #expect(try formats("en").pluralCategories(ordinal: true) == [.one, .two, .few, .other])
    }

    @Test func `the pseudo-language marks what ICU names`() {
        let formats = RegionalFormats(LanguageTag("en-XA"))
        let texts =
            formats.countries.map(\.name) + [
                formats.date(milliseconds: 0), formats.languageName(LanguageTag("ru")),
            ]
        #expect(texts.allSatisfy { $0.hasPrefix("⟦") && $0.hasSuffix("⟧") })
        #expect(!texts.joined().utf8.contains { (0x41...0x5A).contains($0 & 0xDF) })
    }

    @Test func `a language that ICU doesn't know is written in a plain way`() {
        let formats = RegionalFormats(LanguageTag("not a tag"))
        #expect(formats.countries.count == 249)
        #expect(!formats.number(1234 as Int64).isEmpty)
    }

    private static let styles = [
        "{t, date, short}", "{t, date, medium}", "{t, date, long}", "{t, date, full}",
        "{t, time, short}", "{t, time, medium}", "{t, time, long}", "{t, date, ::yMMMMEEEEd}",
        "{t, date, ::LLLL}", "{t, time, ::hms}",
    ]

    // Each day of 50 years and more, at another time of day.
    @Test(arguments: fiveLanguages)
    func `each day is written with the bytes of ICU`(language: LanguageTag) throws {
        for pattern in Self.styles {
            let program = try MessageProgram.compile(pattern, language: language)
            let oracle = try #require(Oracle(pattern, language, zone: "Europe/Prague"))
            var differences = 0
            for day in stride(from: -8000 as Int64, to: 24_000, by: 13) {
                let argument: [String: MessageArgument] = [
                    "t": .time(milliseconds: day * 86_400_000 + day * 7919 % 86_400_000)
                ]
                if program.format(argument, zone: "Europe/Prague") != oracle.format(argument) {
                    differences += 1
                }
            }
            #expect(differences == 0, "\(pattern)")
        }
    }
}
