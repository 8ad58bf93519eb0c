import Flows
import Testing

@testable import Answers

@Suite("DateAnswer")
struct DateAnswerTests {
    @Test(arguments: [
        ("1990-03-27", "en"), ("1990-3-27", "ru"), ("1990/03/27", "cs"), ("19900327", "zh"),
        ("27.03.1990", "ru"), ("27/3/1990", "id"), ("27. 3. 1990", "cs"), ("27 03 1990", "ru"),
        ("27-03-1990", "id"), ("27031990", "ru"), ("27,03,1990", "cs"),
        ("27/03/1990", "en"), ("03/27/1990", "en"), ("27.03.1990", "zh"),
        ("27 марта 1990", "ru"), ("27 МАРТА 1990 Г.", "ru"), ("27 март 1990 года", "ru"),
        ("27-го марта 1990 года", "ru"), ("27 мар. 1990 г.", "ru"), ("март 27, 1990", "ru"),
        ("27.III.1990", "ru"), ("27. března 1990", "cs"), ("27. březen 1990", "cs"),
        ("27. března roku 1990", "cs"), ("27. bře 1990", "cs"),
        ("27 Maret 1990", "id"), ("tanggal 27 maret 1990", "id"), ("27 Mar 1990", "id"),
        ("March 27, 1990", "en"), ("27th March 1990", "en"), ("the 27th of March, 1990", "en"),
        ("Mar 27 1990", "en"), ("1990 March 27", "en"), ("27-Mar-1990", "en"),
        ("1990年3月27日", "zh"), ("1990年03月27号", "zh"), ("1990年3月27", "zh"),
        ("1990 年 3 月 27 日", "zh"), ("一九九〇年三月二十七日", "zh"), ("１９９０年３月２７日", "zh"),
        ("1990.3.27", "zh"), ("２７．０３．１９９０", "ru"),
        ("27 March 1990", "ru"), ("March 27, 1990", "cs"), ("1990-03-27", "zh"),
        ("\u{202A}27.03.1990\u{202C}", "ru"), ("\u{3000}1990-03-27\u{A0}", "zh"),
    ])
    func `the same day is understood in many spellings`(typed: String, language: String) {
        #expect(Readers.outcome(Readers.read(typed, .date, language)) == "1990-03-27")
    }

    @Test(arguments: [
        ("1 июня 2001", "ru", "2001-06-01"), ("1 июля 2001", "ru", "2001-07-01"),
        ("9 мая 1945", "ru", "1945-05-09"), ("1. června 2001", "cs", "2001-06-01"),
        ("1. července 2001", "cs", "2001-07-01"), ("1. čvc 2001", "cs", "2001-07-01"),
        ("29 Februari 2000", "id", "2000-02-29"), ("17 Agt 1945", "id", "1945-08-17"),
        ("2000年2月29日", "zh", "2000-02-29"), ("二〇〇〇年十月十日", "zh", "2000-10-10"),
        ("03/03/1990", "en", "1990-03-03"), ("1 Sept 2026", "en", "2026-09-01"),
        ("1800-01-01", "en", "1800-01-01"), ("2200-12-31", "en", "2200-12-31"),
        ("20.01.2010", "cs", "2010-01-20"), ("20012010", "cs", "2010-01-20"),
    ])
    func `months are told apart and limits belong to the range`(
        typed: String,
        language: String,
        day: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, .date, language)) == day)
    }

    @Test(arguments: [
        ("31.02.1990", "ru", "!no_such_day"), ("1990年2月31日", "zh", "!no_such_day"),
        ("29 February 1900", "en", "!no_such_day"), ("00.01.1990", "ru", "!no_such_day"),
        ("1990-13-01", "en", "!no_such_month"), ("01.13.1990", "ru", "!no_such_month"),
        ("27.03.90", "ru", "!two_digit_year"), ("3/27/90", "en", "!two_digit_year"),
        ("27 марта 90", "ru", "!two_digit_year"), ("90年3月27日", "zh", "!two_digit_year"),
        ("270390", "cs", "!two_digit_year"), ("03/04/1990", "en", "!ambiguous"),
        ("3.4.1990", "zh", "!ambiguous"), ("01.01.1799", "ru", "!year"),
        ("2201-01-01", "en", "!year"), ("27.03.199", "ru", "!year"),
        ("27.03.19900", "ru", "!year"), ("завтра", "ru", "!unreadable"),
        ("27 марта", "ru", "!unreadable"), ("27 čer 1990", "cs", "!unreadable"),
        ("27 марта апреля 1990", "ru", "!unreadable"), ("1990-03-27T00:00", "en", "!unreadable"),
        ("999999999999999999999", "en", "!unreadable"), ("+27.03.1990", "ru", "!unreadable"),
        ("年月日", "zh", "!unreadable"), ("1990", "en", "!unreadable"),
        ("27.٠٣.1990", "ru", "!unreadable"),
    ])
    func `what is no day says why`(typed: String, language: String, outcome: String) {
        #expect(Readers.outcome(Readers.read(typed, .date, language)) == outcome)
    }

    @Test func `a day that the month lacks tells how many days it has`() {
        let arguments = Readers.arguments(Readers.read("31.02.1990", .date, "ru"))
        #expect(arguments["day"] == .integer(31))
        #expect(arguments["days"] == .integer(28))
        #expect(arguments["month"] == .date(633_830_400_000))
    }

    @Test func `a date of two meanings is shown in both`() throws {
        let arguments = Readers.arguments(Readers.read("03/04/1990", .date))
        guard case .date(let dayFirst)? = arguments["day_first"],
            case .date(let monthFirst)? = arguments["month_first"]
        else {
            Issue.record("both dates are missing")
            return
        }
        #expect(Readers.day(dayFirst) == "1990-04-03")
        #expect(Readers.day(monthFirst) == "1990-03-04")
    }

    @Test func `every day of four centuries has its own midnight`() {
        var expected: Int64 = -5_364_662_400_000
        for year in CalendarDay.years {
            for month in 1...12 {
                for day in 1...CalendarDay.days(year: year, month: month) {
                    let date = CalendarDay(year: year, month: month, day: day)
                    guard date?.milliseconds == expected else {
                        Issue.record("\(year)-\(month)-\(day)")
                        return
                    }
                    expected += 86_400_000
                }
            }
        }
        #expect(Readers.day(expected) == "2201-01-01")
    }
}
