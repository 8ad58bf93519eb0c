import Flows
import Localization
import Testing

@testable import Answers

/// Readers with the five languages, and short ways to ask them.
enum Readers {
    static let languages = ["en", "ru", "zh", "id", "cs"].map { LanguageTag($0) }

    static let formats: [LanguageTag: RegionalFormats] = Dictionary(
        uniqueKeysWithValues: languages.map { ($0, RegionalFormats($0)) }
    )

    static let yesNo: [String: (yes: [String], no: [String])] = [
        "en": (["yes", "y"], ["no", "n"]),
        "ru": (["да", "д"], ["нет", "н"]),
        "zh": (["是", "是的"], ["否", "不是"]),
        "id": (["ya", "y"], ["tidak", "t"]),
        "cs": (["ano", "a"], ["ne", "n"]),
    ]

    static let all = AnswerReader(formats: formats) { yesNo[$0.base] ?? ([], []) }

    static let today: Int64 = 1_795_219_200_000

    static func context(
        _ language: String = "en",
        country: String? = nil,
        kind: String? = nil,
        options: [ReadableOption] = []
    ) -> AnswerContext {
        AnswerContext(
            language: LanguageTag(language),
            today: today,
            country: country,
            documentKind: kind,
            options: options
        )
    }

    /// Reads a text by its type.
    static func read(
        _ raw: String,
        _ type: FieldType,
        _ language: String = "en",
        country: String? = nil,
        kind: String? = nil,
        options: [ReadableOption] = []
    ) -> AnswerReading {
        all.read(
            raw,
            as: type,
            length: LengthBounds(minimum: 1, maximum: 40),
            context: context(language, country: country, kind: kind, options: options)
        )
    }

    /// What a text was read as: the value without its notes as text, or `reason`, in one line.
    static func outcome(_ reading: AnswerReading) -> String {
        switch reading {
        case .value(.text(let text), _): text
        case .value(.bool(let isYes), _): isYes ? "yes" : "no"
        case .value(.integer(let number), _): String(number)
        case .value(.money(let money), _): String(describing: money)
        case .value(.date(let milliseconds), _): day(milliseconds)
        case .value: "another value"
        case .problem(let reason, _): "!\(reason)"
        case .empty: "empty"
        }
    }

    /// The keys of a reading's notes.
    static func notes(_ reading: AnswerReading) -> [String] {
        guard case .value(_, let notes) = reading else { return [] }
        return notes.map(\.key)
    }

    /// The arguments of a reading's problem.
    static func arguments(_ reading: AnswerReading) -> [String: ProblemArgument] {
        guard case .problem(_, let arguments) = reading else { return [:] }
        return arguments
    }

    /// Milliseconds of a day's midnight as `1990-03-27`, counted day by day.
    static func day(_ milliseconds: Int64) -> String {
        var days = milliseconds / 86_400_000
        var year: Int64 = 1970
        func length(_ year: Int64) -> Int64 {
            year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
        }
        while days < 0 {
            year -= 1
            days += length(year)
        }
        while days >= length(year) {
            days -= length(year)
            year += 1
        }
        let months = [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var month = 0
        while days >= months[month] {
            days -= months[month]
            month += 1
        }
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(Int64(month) + 1))-\(two(days + 1))"
    }
}
