import Expressions
import Flows
import Localization
import Testing

@testable import Answers

/// What the product writes in a language, it also reads in that language.
@Suite("Round trips")
struct RoundTripTests {
    @Test(arguments: Readers.languages)
    func `a day is read back from every form in which the language writes it`(
        language: LanguageTag
    ) throws {
        let formats = try #require(Readers.formats[language])
        var random = SeededGenerator(state: 1990)
        for _ in 0..<1_000 {
            let day = Int64.random(in: -62_000...84_000, using: &random) * 86_400_000
            for style in [DateStyle.Length.short, .medium, .long] {
                let text = formats.date(milliseconds: day, style: style, zone: "UTC")
                let reading = Readers.read(text, .date, language.rawValue)
                if reading == .value(.date(milliseconds: day), notes: []) { continue }
                // A short form may leave out the century, or have two meanings: then it is not guessed.
                let refusal = Readers.outcome(reading)
                if style == .short, ["!two_digit_year", "!ambiguous"].contains(refusal) {
                    continue
                }
                Issue.record("\(language.rawValue): \(text) is \(Readers.outcome(reading))")
            }
        }
    }

    @Test(arguments: Readers.languages)
    func `every month is read in every form of its name`(language: LanguageTag) throws {
        let formats = try #require(Readers.formats[language])
        for form in RegionalFormats.MonthForm.allCases {
            for (index, name) in formats.monthNames(form).enumerated() {
                for spelling in [name, name.uppercased(), name.lowercased()] {
                    let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
                    // A word needs a language's words around it; in Chinese it needs none.
                    let text = language.base == "zh" ? "1990年\(spelling)5日" : "5 \(spelling) 1990"
                    #expect(
                        Readers.outcome(Readers.read(text, .date, language.rawValue))
                            == "1990-\(month)-05",
                        "\(text)"
                    )
                }
            }
        }
    }

    @Test(arguments: Readers.languages)
    func `every country is found by its full name and heads its own list`(
        language: LanguageTag
    ) throws {
        let formats = try #require(Readers.formats[language])
        let english = try #require(Readers.formats[LanguageTag("en")])
        #expect(formats.countries.count > 240)
        for (code, name) in formats.countries {
            #expect(
                Readers.outcome(Readers.read(name, .country, language.rawValue)) == code,
                "\(name)"
            )
            if let name = english.countryName(code) {
                #expect(
                    Readers.outcome(Readers.read(name, .country, language.rawValue)) == code,
                    "\(name)"
                )
            }
            let shouted = name.uppercased()
            #expect(
                Readers.outcome(Readers.read(shouted, .country, language.rawValue)) == code,
                "\(shouted)"
            )
        }
    }

    @Test(arguments: Readers.languages)
    func `the list of candidates for nothing is the whole list in the reader's order`(
        language: LanguageTag
    ) throws {
        let formats = try #require(Readers.formats[language])
        #expect(
            Readers.all.countryMatches("", language: language) == formats.countries.map(\.code)
        )
    }

    @Test(arguments: Readers.languages)
    func `every alias leads to its country in every language`(language: LanguageTag) {
        for (code, names) in CountryAliases.names {
            for name in names.split(separator: "|").map(String.init) {
                #expect(
                    Readers.outcome(Readers.read(name, .country, language.rawValue)) == code,
                    "\(language.rawValue): \(name)"
                )
            }
        }
    }

    @Test(arguments: Readers.languages)
    func `every word for yes and no is one`(language: LanguageTag) {
        let words = Readers.yesNo[language.rawValue] ?? ([], [])
        for (list, outcome) in [(words.yes, "yes"), (words.no, "no")] {
            #expect(!list.isEmpty)
            for word in list {
                #expect(Readers.outcome(Readers.read(word, .bool, language.rawValue)) == outcome)
            }
        }
    }

    @Test(arguments: Readers.languages)
    func `numbers and amounts are read back as the language writes them`(
        language: LanguageTag
    ) throws {
        let formats = try #require(Readers.formats[language])
        var random = SeededGenerator(state: 5)
        for _ in 0..<500 {
            let number = Int64.random(in: -5_000_000...5_000_000, using: &random)
            let text = formats.number(number)
            #expect(
                Readers.outcome(
                    Readers.read(text, .integer(minimum: .min, maximum: .max), language.rawValue)
                )
                    == String(number),
                "\(text)"
            )
            let amount = Int64.random(in: 0...50_000_000, using: &random) * 100
            for currency in ["USD", "RUB", "CNY", "CZK"] {
                let written = formats.money(tenThousandths: amount, currency: currency)
                let type = FieldType.money(currency: currency, minimum: .min, maximum: .max)
                guard
                    case .value(.money(let money), _) = Readers.read(
                        written,
                        type,
                        language.rawValue
                    ), money.tenThousandths == amount
                else {
                    Issue.record("\(language.rawValue): \(written)")
                    continue
                }
            }
        }
    }
}
