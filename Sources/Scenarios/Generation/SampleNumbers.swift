import Documents
import Expressions
import Flows

/// Whole numbers, amounts and dates: a plain one first, then those beside what conditions name.
struct SampleNumbers {
    let named: [ExpressionValue]

    /// Whole numbers within bounds.
    func integers(within bounds: ClosedRange<Int64>) -> [Sample] {
        let near = whole.flatMap { beside($0, by: 1) }
        let all = [1, 0] + near + [bounds.lowerBound, bounds.upperBound]
        return all.filter(bounds.contains).map(Sample.integer).unique
    }

    /// Amounts within bounds, in ten-thousandths.
    func amounts(in currency: String, within bounds: ClosedRange<Int64>) -> [Sample] {
        let near = named.flatMap { value -> [Int64] in
            guard case .money(let money) = value, money.currency == currency else { return [] }
            return beside(money.tenThousandths, by: Self.unit)
        }
        let all = [Self.unit, 0] + near + [bounds.lowerBound, bounds.upperBound]
        return all.filter(bounds.contains).map {
            .money(Money(tenThousandths: $0, currency: currency))
        }.unique
    }

    /// Dates: one of an adult, those that numbers of days or years lead to, and those about today.
    func dates(now: Int64) -> [Sample] {
        let today = now - ((now % Self.day) + Self.day) % Self.day
        var days: [Int64] = [642_902_400_000]
        for number in whole where (1...400).contains(number) {
            // The mean year is right within a day, so the days on either side stand on either side of it.
            let years = number * 31_556_952_000 / Self.day
            let distances = [years + 30, years + 1, years, years - 1, years - 30, number]
            days += distances.map { today - $0 * Self.day }
            days += distances.map { today + $0 * Self.day }
        }
        for case .timestamp(let moment) in named {
            let date = moment.milliseconds - moment.milliseconds % Self.day
            days += beside(date, by: Self.day)
        }
        days += beside(today, by: Self.day) + beside(today, by: 400 * Self.day)
        return days.map(Sample.date).unique
    }

    private static let day: Int64 = 86_400_000
    private static let unit: Int64 = 10_000

    /// The whole numbers that conditions name.
    private var whole: [Int64] {
        named.flatMap { value -> [Int64] in
            switch value {
            case .int(let number): [number]
            case .double(let number): [Int64(exactly: number.rounded(.down))].compactMap(\.self)
            case .list(let items): SampleNumbers(named: items).whole
            case .null, .bool, .string, .timestamp, .duration, .money, .map, .record: []
            }
        }
    }

    /// A number and its neighbours, as far as they fit.
    private func beside(_ number: Int64, by distance: Int64) -> [Int64] {
        let above = number.addingReportingOverflow(distance)
        let below = number.subtractingReportingOverflow(distance)
        return [number] + [above, below].filter { !$0.overflow }.map(\.partialValue)
    }
}

extension Sample {
    static func integer(_ number: Int64) -> Sample {
        Sample(value: .integer(number), written: .integer(Int(number)))
    }

    static func money(_ money: Money) -> Sample {
        Sample(value: .money(money), written: .string(money.description))
    }

    /// A date by the milliseconds of its midnight in UTC.
    static func date(_ milliseconds: Int64) -> Sample {
        let text = ExpressionTimestamp(milliseconds: milliseconds).text
        return Sample(
            value: .date(milliseconds: milliseconds),
            written: .string(String(text.prefix(10)))
        )
    }
}
