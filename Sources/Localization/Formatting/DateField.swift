import CICUBridge

/// A piece of a date pattern.
enum DateField: Sendable {
    case literal([UInt8])
    case year(width: Int)
    case shortYear
    case month(width: Int)
    case monthName([[UInt8]])
    case day(width: Int)
    case weekday([[UInt8]])
    case hour(width: Int)
    case halfDayHour(width: Int)
    case minute(width: Int)
    case second(width: Int)
    case dayHalf([[UInt8]])

    /// The pieces of a pattern; `nil` where one of them is not known here.
    static func read(_ pattern: String, _ language: OpaquePointer?) -> [DateField]? {
        var fields: [DateField] = []
        var literal: [UInt8] = []
        let bytes = Array(pattern.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x27 {
                index = quoted(bytes, from: index + 1, into: &literal)
            } else if isLetter(byte) {
                var end = index
                while end < bytes.count, bytes[end] == byte { end += 1 }
                guard let field = field(byte, width: end - index, language) else { return nil }
                if !literal.isEmpty { fields.append(.literal(literal)) }
                literal = []
                fields.append(field)
                index = end
            } else {
                literal.append(byte)
                index += 1
            }
        }
        if !literal.isEmpty { fields.append(.literal(literal)) }
        return fields
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Reads quoted text from behind its quote; returns the index behind it.
    private static func quoted(_ bytes: [UInt8], from start: Int, into literal: inout [UInt8])
        -> Int
    {
        var index = start
        if index < bytes.count, bytes[index] == 0x27 {
            literal.append(0x27)
            return index + 1
        }
        while index < bytes.count {
            if bytes[index] == 0x27 {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x27 else { return index + 1 }
                index += 1
            }
            literal.append(bytes[index])
            index += 1
        }
        return index
    }

    private static func field(_ letter: UInt8, width: Int, _ language: OpaquePointer?) -> DateField?
    {
        let isNumeric = width <= 2
        switch Unicode.Scalar(letter) {
        case "y": return width == 2 ? .shortYear : .year(width: width)
        case "M" where isNumeric, "L" where isNumeric: return .month(width: width)
        case "M" where width == 3: return names(pf_words_months_short, 12, language).map(monthName)
        case "M" where width == 4: return names(pf_words_months, 12, language).map(monthName)
        case "L" where width == 3:
            return names(pf_words_months_alone_short, 12, language).map(monthName)
        case "L" where width == 4: return names(pf_words_months_alone, 12, language).map(monthName)
        case "d" where isNumeric: return .day(width: width)
        case "E" where width <= 3: return names(pf_words_weekdays_short, 7, language).map(weekday)
        case "E" where width == 4: return names(pf_words_weekdays, 7, language).map(weekday)
        case "c" where width == 3:
            return names(pf_words_weekdays_alone_short, 7, language).map(weekday)
        case "c" where width == 4: return names(pf_words_weekdays_alone, 7, language).map(weekday)
        case "H" where isNumeric: return .hour(width: width)
        case "h" where isNumeric: return .halfDayHour(width: width)
        case "m" where isNumeric: return .minute(width: width)
        case "s" where isNumeric: return .second(width: width)
        case "a" where width <= 3: return names(pf_words_day_halves, 2, language).map(dayHalf)
        default: return nil
        }
    }

    private static func names(
        _ words: pf_date_words,
        _ count: Int32,
        _ language: OpaquePointer?
    ) -> [[UInt8]]? {
        let names = (0..<count).compactMap { index in
            BridgedText.string { pf_date_word(language, words, index, $0, $1) }.map {
                Array($0.utf8)
            }
        }
        return names.count == count ? names : nil
    }

    /// Appends what this piece shows of a moment.
    func append(_ moment: CivilMoment, to buffer: inout ByteWriter) {
        switch self {
        case .literal(let text): buffer.append(contentsOf: text)
        case .year(let width): Self.number(moment.year, width, to: &buffer)
        case .shortYear: Self.number(moment.year % 100, 2, to: &buffer)
        case .month(let width): Self.number(moment.month, width, to: &buffer)
        case .monthName(let names): buffer.append(contentsOf: names[moment.month - 1])
        case .day(let width): Self.number(moment.day, width, to: &buffer)
        case .weekday(let names): buffer.append(contentsOf: names[moment.weekday])
        case .hour(let width): Self.number(moment.hour, width, to: &buffer)
        case .halfDayHour(let width):
            Self.number(moment.hour % 12 == 0 ? 12 : moment.hour % 12, width, to: &buffer)
        case .minute(let width): Self.number(moment.minute, width, to: &buffer)
        case .second(let width): Self.number(moment.second, width, to: &buffer)
        case .dayHalf(let names): buffer.append(contentsOf: names[moment.hour / 12])
        }
    }

    private static func number(_ value: Int, _ width: Int, to buffer: inout ByteWriter) {
        if value < 10, width < 2 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: value))
        } else if value < 100, width <= 2 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: value / 10))
            buffer.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
        } else {
            IntegerGrouping.digits(UInt64(value.magnitude), atLeast: width, to: &buffer)
        }
    }
}
