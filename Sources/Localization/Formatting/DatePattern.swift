import CICUBridge

/// A date pattern of ICU's whose fields are all known here, with the words it needs.
struct DatePattern: Sendable {
    /// A stretch of the words.
    struct Text: Sendable {
        let start: Int32
        let end: Int32
    }

    private var fields: [DateField] = []
    /// All literal texts and names in one piece, so that a field is a few numbers.
    private var words: [UInt8] = []
    private var names: [Text] = []

    /// Reads a pattern; `nil` where one of its fields is not known here.
    init?(_ pattern: String, _ language: OpaquePointer?) {
        var literal: [UInt8] = []
        let bytes = Array(pattern.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x27 {
                index = Self.quoted(bytes, from: index + 1, into: &literal)
            } else if Self.isLetter(byte) {
                var end = index
                while end < bytes.count, bytes[end] == byte { end += 1 }
                add(literal)
                literal = []
                guard let field = field(byte, width: end - index, language) else { return nil }
                fields.append(field)
                index = end
            } else {
                literal.append(byte)
                index += 1
            }
        }
        add(literal)
    }

    private mutating func add(_ literal: [UInt8]) {
        if !literal.isEmpty { fields.append(.literal(text(literal))) }
    }

    private mutating func text(_ bytes: [UInt8]) -> Text {
        let start = Int32(clamping: words.count)
        words.append(contentsOf: bytes)
        return Text(start: start, end: Int32(clamping: words.count))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Reads quoted text from behind its quote; returns the index behind it.
    private static func quoted(
        _ bytes: [UInt8],
        from start: Int,
        into literal: inout [UInt8]
    ) -> Int {
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

    private mutating func field(
        _ letter: UInt8,
        width: Int,
        _ language: OpaquePointer?
    ) -> DateField? {
        let isNumeric = width <= 2
        switch Unicode.Scalar(letter) {
        case "y": return width == 2 ? .shortYear : .year(width: width)
        case "M" where isNumeric, "L" where isNumeric: return .month(width: width)
        case "M" where width == 3: return months(pf_words_months_short, language)
        case "M" where width == 4: return months(pf_words_months, language)
        case "L" where width == 3: return months(pf_words_months_alone_short, language)
        case "L" where width == 4: return months(pf_words_months_alone, language)
        case "d" where isNumeric: return .day(width: width)
        case "E" where width <= 3: return weekdays(pf_words_weekdays_short, language)
        case "E" where width == 4: return weekdays(pf_words_weekdays, language)
        case "c" where width == 3: return weekdays(pf_words_weekdays_alone_short, language)
        case "c" where width == 4: return weekdays(pf_words_weekdays_alone, language)
        case "H" where isNumeric: return .hour(width: width)
        case "h" where isNumeric: return .halfDayHour(width: width)
        case "m" where isNumeric: return .minute(width: width)
        case "s" where isNumeric: return .second(width: width)
        case "a" where width <= 3:
            return names(pf_words_day_halves, 2, language).map { .dayHalf(first: $0) }
        default: return nil
        }
    }

    private mutating func months(_ words: pf_date_words, _ language: OpaquePointer?) -> DateField? {
        names(words, 12, language).map { .monthName(first: $0) }
    }

    private mutating func weekdays(
        _ words: pf_date_words,
        _ language: OpaquePointer?
    ) -> DateField? {
        names(words, 7, language).map { .weekday(first: $0) }
    }

    /// Adds a list of names; returns the index of the first, or `nil` where ICU hasn't all of them.
    private mutating func names(
        _ list: pf_date_words,
        _ count: Int32,
        _ language: OpaquePointer?
    ) -> Int? {
        let first = names.count
        for index in 0..<count {
            let name = BridgedText.string { pf_date_word(language, list, index, $0, $1) }
            guard let name else { return nil }
            names.append(text(Array(name.utf8)))
        }
        return first
    }

    /// Appends a moment.
    func append(_ moment: CivilMoment, to buffer: inout ByteWriter) {
        for field in fields {
            switch field {
            case .literal(let text): append(text, to: &buffer)
            case .year(let width): IntegerGrouping.digits(moment.year, atLeast: width, to: &buffer)
            case .shortYear: IntegerGrouping.digits(moment.year % 100, atLeast: 2, to: &buffer)
            case .month(let width):
                IntegerGrouping.digits(moment.month, atLeast: width, to: &buffer)
            case .monthName(let first): append(names[first + Int(moment.month) - 1], to: &buffer)
            case .day(let width): IntegerGrouping.digits(moment.day, atLeast: width, to: &buffer)
            case .weekday(let first): append(names[first + moment.weekday], to: &buffer)
            case .hour(let width): IntegerGrouping.digits(moment.hour, atLeast: width, to: &buffer)
            case .halfDayHour(let width):
                IntegerGrouping.digits((moment.hour + 11) % 12 + 1, atLeast: width, to: &buffer)
            case .minute(let width):
                IntegerGrouping.digits(moment.minute, atLeast: width, to: &buffer)
            case .second(let width):
                IntegerGrouping.digits(moment.second, atLeast: width, to: &buffer)
            case .dayHalf(let first): append(names[first + Int(moment.hour) / 12], to: &buffer)
            }
        }
    }

    @inline(__always)
    private func append(_ text: Text, to buffer: inout ByteWriter) {
        words.withUnsafeBufferPointer {
            buffer.append(
                contentsOf: UnsafeBufferPointer(rebasing: $0[Int(text.start)..<Int(text.end)])
            )
        }
    }
}
