import Flows

/// Reads a calendar date in the digits and words of a language.
struct DateAnswer {
    /// Which number comes first where the year comes last.
    enum Order {
        case dayFirst
        /// Readers of the language write both, so only what has one meaning is taken.
        case unsettled
    }

    /// The order of the reader's language.
    let order: Order
    /// The month of a word as typed.
    let month: (String) -> Int?
    /// Whether a word as typed says nothing: "г.", "th", "roku".
    let isFiller: (String) -> Bool

    private struct Number {
        let value: Int
        let digits: Int
    }

    /// Reads a trimmed text.
    func read(_ text: String) -> AnswerReading {
        guard let tokens = DateToken.tokens(of: text), tokens.count <= 12 else {
            return .problem("unreadable")
        }
        var open: [Number] = []
        var marked: [DateToken.Part: Number] = [:]
        for token in tokens {
            switch token {
            case .number(let value, let digits): open.append(Number(value: value, digits: digits))
            case .mark(let part):
                guard marked[part] == nil, let number = open.popLast() else {
                    return .problem("unreadable")
                }
                marked[part] = number
            case .word(let word):
                if let value = month(word) {
                    guard marked[.month] == nil else { return .problem("unreadable") }
                    marked[.month] = Number(value: value, digits: 2)
                } else if !isFiller(word) {
                    return .problem("unreadable")
                }
            }
        }
        return place(open, marked)
    }

    private func place(_ open: [Number], _ marked: [DateToken.Part: Number]) -> AnswerReading {
        switch (open.count, marked[.year], marked[.month], marked[.day]) {
        case (0, let year?, let month?, let day?): check(year, month, day)
        case (1, let year?, let month?, nil): check(year, month, open[0])
        case (1, nil, let month?, let day?): check(open[0], month, day)
        case (2, nil, let month?, nil):
            open[0].digits > 2
                ? check(open[0], month, open[1]) : check(open[1], month, open[0])
        case (3, nil, nil, nil): place(open[0], open[1], open[2])
        case (1, nil, nil, nil): compact(open[0])
        default: .problem("unreadable")
        }
    }

    private func place(_ first: Number, _ second: Number, _ third: Number) -> AnswerReading {
        if first.digits > 2 { return check(first, second, third) }
        if second.digits > 2 { return .problem("unreadable") }
        if third.digits <= 2 { return .problem("two_digit_year") }
        guard order == .unsettled, first.value != second.value else {
            return check(third, second, first)
        }
        if first.value > 12 { return check(third, second, first) }
        if second.value > 12 { return check(third, first, second) }
        guard
            let day = CalendarDay(year: third.value, month: second.value, day: first.value),
            let other = CalendarDay(year: third.value, month: first.value, day: second.value)
        else { return check(third, second, first) }
        return .problem(
            "ambiguous",
            ["day_first": .date(day.milliseconds), "month_first": .date(other.milliseconds)]
        )
    }

    // 19900327 or 27031990: never both, since what is a year from 1800 on is no month and day.
    private func compact(_ number: Number) -> AnswerReading {
        switch number.digits {
        case 8:
            let head = number.value / 10_000
            let tail = number.value % 10_000
            if CalendarDay.years.contains(tail) {
                return place(
                    Number(value: head / 100, digits: 2),
                    Number(value: head % 100, digits: 2),
                    Number(value: tail, digits: 4)
                )
            }
            return check(
                Number(value: head, digits: 4),
                Number(value: tail / 100, digits: 2),
                Number(value: tail % 100, digits: 2)
            )
        case 6: return .problem("two_digit_year")
        default: return .problem("unreadable")
        }
    }

    private func check(_ year: Number, _ month: Number, _ day: Number) -> AnswerReading {
        if year.digits <= 2 { return .problem("two_digit_year") }
        guard CalendarDay.years.contains(year.value) else {
            return .problem(
                "year",
                [
                    "min": .integer(Int64(CalendarDay.years.lowerBound)),
                    "max": .integer(Int64(CalendarDay.years.upperBound)),
                ]
            )
        }
        guard let first = CalendarDay(year: year.value, month: month.value, day: 1) else {
            return .problem("no_such_month", ["month": .integer(Int64(month.value))])
        }
        guard let date = CalendarDay(year: year.value, month: month.value, day: day.value) else {
            let days = CalendarDay.days(year: year.value, month: month.value)
            return .problem(
                "no_such_day",
                [
                    "day": .integer(Int64(day.value)), "days": .integer(Int64(days)),
                    "month": .date(first.milliseconds),
                ]
            )
        }
        return .value(.date(milliseconds: date.milliseconds))
    }
}
