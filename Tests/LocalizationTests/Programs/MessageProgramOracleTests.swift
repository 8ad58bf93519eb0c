import CICUBridge
import Localization
import Testing

@Suite("MessageProgram beside icu::MessageFormat")
struct MessageProgramOracleTests {
    // 4,000 messages with 5 sets of arguments in each of 5 languages are 100,000 comparisons.
    @Test(arguments: fiveLanguages)
    func `random messages with random arguments give the bytes of ICU`(
        language: LanguageTag
    ) throws {
        let place = try #require(fiveLanguages.firstIndex(of: language))
        var messages = RandomMessages(seed: 72 + UInt64(place))
        var compared = 0
        while compared < 20_000 {
            let (pattern, zone) = messages.message()
            if pattern.utf8.count > MessageProgram.byteLimit { continue }
            let oracle = try #require(Oracle(pattern, language, zone: zone), "\(pattern)")
            let program: MessageProgram
            do {
                program = try MessageProgram.compile(pattern, language: language)
            } catch {
                Issue.record("\(language.rawValue) \(pattern): \(error)")
                return
            }
            for _ in 0..<5 {
                let arguments = messages.arguments()
                // ICU writes nothing at all where a plural is given something that is no number.
                guard let expected = oracle.format(arguments) else {
                    #expect(Self.isNotANumber(arguments["x"]))
                    continue
                }
                let written = program.format(arguments, zone: zone)
                if written != expected || !written.utf8.elementsEqual(expected.utf8) {
                    Issue.record(
                        """
                        \(language.rawValue) \(zone) \(pattern)
                        \(arguments)
                        ICU:  \(expected)
                        ours: \(written)
                        """
                    )
                    return
                }
                compared += 1
            }
        }
        #expect(compared >= 20_000)
    }

    private static func isNotANumber(_ argument: MessageArgument?) -> Bool {
        guard case .number(let number) = argument else { return false }
        return number.isNaN
    }

    @Test(arguments: fiveLanguages, [false, true])
    func `a whole number up to 2,000,000 counts as the one in the table does`(
        language: LanguageTag,
        isOrdinal: Bool
    ) {
        #expect(pf_oracle_plural_exception(language.rawValue, isOrdinal, 2_000_000) == -1)
    }

    @Test(arguments: fiveLanguages, [false, true])
    func `whole numbers have the plural categories that ICU gives them`(
        language: LanguageTag,
        isOrdinal: Bool
    ) throws {
        let handle = try #require(pf_language_make(language.rawValue))
        defer { pf_language_free(handle) }
        let names = PluralCategory.allCases.map { "\($0.keyword) {\($0.rawValue)}" }
        let type = isOrdinal ? "selectordinal" : "plural"
        let program = try MessageProgram.compile(
            "{n, \(type), \(names.joined())}",
            language: language
        )
        let numbers = Array(0...2500) + stride(from: 2501, through: 2_000_000, by: 997)
        let differences = numbers.filter { number in
            let expected = pf_plural_of_integer(handle, isOrdinal, Int64(number))
            return program.format(["n": .integer(Int64(number))]) != String(expected)
        }
        #expect(differences == [])
    }

    @Test(arguments: fiveLanguages)
    func `amounts are written as ICU's currency format writes them`(language: LanguageTag) throws {
        let program = try MessageProgram.compile("{amount}", language: language)
        var random = SeededGenerator(state: 5)
        let samples: [Int64] = [
            0, 100, 5000, 10_000, -10_000, 210_000, 5_000_000, 50_000_000, 1_000_000_000_000, 1, 49,
            50,
            -1, 150, 250, .max, .min,
        ]
        for currency in ["USD", "RUB", "CNY", "IDR", "CZK", "EUR", "JPY", "KWD", "XYZ"] {
            for index in 0..<400 {
                let amount =
                    index < samples.count
                    ? samples[index] : Int64.random(in: -1_000_000...1_000_000, using: &random) * 50
                let magnitude = amount.magnitude
                let fraction = String(magnitude % 10_000 + 10_000).dropFirst()
                let decimal = "\(amount < 0 ? "-" : "")\(magnitude / 10_000).\(fraction)"
                let expected = Oracle.text {
                    pf_oracle_money(language.rawValue, decimal, currency, $0, $1)
                }
                let written = program.format([
                    "amount": .money(tenThousandths: amount, currency: currency)
                ])
                #expect(written == expected, "\(language.rawValue) \(decimal) \(currency)")
            }
        }
    }
}
