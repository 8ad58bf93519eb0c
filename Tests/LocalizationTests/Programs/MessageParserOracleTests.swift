import Foundation
import Testing

@testable import Localization

/// Our own reader of patterns beside ICU's, on the project's messages with slips of the hand.
///
/// `PAIFANG_PATTERNS` says how many are read; the default is a tenth of what continuous integration takes.
@Suite("MessageParser beside icu::MessageFormat")
struct MessageParserOracleTests {
    private static let count =
        ProcessInfo.processInfo.environment["PAIFANG_PATTERNS"].flatMap { Int($0) } ?? 10_000

    /// What ICU reads and we refuse, each for a reason that its explanation tells.
    private static let kinds: Set<String> = [
        "L003", "L004", "L005", "L006", "L007", "L008", "L009", "L014", "L022", "L024",
    ]

    @Test(arguments: fiveLanguages)
    func `what ICU refuses is refused with a place, and what both read is shown alike`(
        language: LanguageTag
    ) throws {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        let all = catalog.keys.compactMap { catalog.pattern(for: $0) }
        // Plain text has little that can go wrong.
        let corpus = all.filter { $0.contains("{") } + all.filter { !$0.contains("{") }.prefix(20)
        let place = try #require(fiveLanguages.firstIndex(of: language))
        var patterns = MutatedPatterns(corpus, seed: 7 + UInt64(place))
        var read = 0
        var refused: [String: Int] = [:]
        for _ in 0..<(Self.count / fiveLanguages.count) {
            let pattern = patterns.next()
            let oracle = Oracle(pattern, language)
            do {
                let program = try MessageProgram.compile(pattern, language: language)
                guard let oracle else {
                    Issue.record("ICU refuses, we don’t: \(pattern)")
                    continue
                }
                read += 1
                for turn in 0..<2 {
                    let arguments = Self.arguments(program, turn)
                    let written = program.format(arguments)
                    #expect(written == oracle.format(arguments), "\(pattern)")
                }
            } catch {
                refused[error.code, default: 0] += 1
                // It must not be taken for one that may be compiled later.
                #expect((try? MessageTree.parse(pattern))?.isSurelyRight != true, "\(pattern)")
                let length = pattern.utf8.count
                #expect(!error.message.contains("ICU doesn't understand"), "\(pattern)")
                #expect(
                    error.range.upperBound <= length && !error.range.isEmpty
                        || error.code == "L003",
                    "\(pattern): \(error)"
                )
                if oracle != nil {
                    #expect(Self.kinds.contains(error.code), "ICU reads it: \(pattern): \(error)")
                }
            }
        }
        #expect(read > Self.count / fiveLanguages.count / 10)
        #expect(refused.count > 6, "\(refused)")
    }

    private static func arguments(
        _ program: MessageProgram,
        _ turn: Int
    ) -> [String: MessageArgument] {
        var arguments: [String: MessageArgument] = [:]
        for argument in program.arguments {
            switch argument.kind {
            case .number, .integer:
                arguments[argument.name] = turn == 0 ? .integer(21) : .number(1.5)
            case .date, .time: arguments[argument.name] = .time(milliseconds: 1_711_846_800_000)
            case .choice:
                let words = program.choices[argument.name] ?? []
                arguments[argument.name] = .choice(turn == 0 ? words.first ?? "x" : "x")
            case .any, .text, .money, .list: arguments[argument.name] = .text("{Anna}")
            }
        }
        return arguments
    }
}
