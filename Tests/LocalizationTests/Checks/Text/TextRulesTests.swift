import Documents
import Testing

@testable import Localization

@Suite("TextRules")
struct TextRulesTests {
    private static let faulty = TextCases.spaces + TextCases.punctuation + TextCases.words

    @Test(arguments: faulty)
    func `a faulty message has its finding and no other`(fault: TextCase) throws {
        let codes = try fault.problems().map(\.code)
        #expect(Set(codes) == [fault.code])
    }

    @Test(arguments: faulty.filter { $0.replacement != nil })
    func `a mend makes the message that was meant`(fault: TextCase) throws {
        #expect(try fault.mended() == fault.replacement)
    }

    @Test(arguments: faulty.filter { $0.replacement != nil && $0.code != "L126" })
    func `a mended message has no finding`(fault: TextCase) throws {
        let mended = TextCase("", fault.language, try fault.mended(), english: fault.english)
        #expect(try mended.problems().map(\.code) == [])
    }

    @Test(arguments: TextCases.sound)
    func `a sound message has no finding`(sound: TextCase) throws {
        let problems = try sound.problems()
        #expect(problems == [])
    }

    @Test func `of a message in other letters only the words are not looked at`() throws {
        let address = TextCase("", "ru", "Moskau, Strasse", english: "Moscow, street 25")
        #expect(try address.problems().map(\.code) == ["L102", "L106"])
    }

    @Test(arguments: faulty)
    func `every finding stands inside of its message, and says how to mend it`(
        fault: TextCase
    ) throws {
        for problem in try fault.problems() {
            #expect(problem.range.lowerBound >= 0)
            #expect(problem.range.upperBound <= fault.pattern.utf8.count)
            #expect(problem.help?.isEmpty == false)
        }
    }
}
