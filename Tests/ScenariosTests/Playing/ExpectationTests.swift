import Documents
import Testing

@testable import Scenarios

@Suite("Expectations")
struct ExpectationTests {
    /// An expectation that holds, the same with something else in it, and what the report says of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let holds: String
        /// What stands in the wrong expectation, with the wrong part marked as «…».
        let fails: String
        let actual: String

        init(_ name: String, _ before: String, _ holds: String, _ fails: String, _ actual: String) {
            self.name = name
            self.before = before
            self.holds = holds
            self.fails = fails
            self.actual = actual
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case("at", "", "{at: start}", "{at: «check»}", "start"),
        Case(
            "sent",
            "",
            "{sent: [mail.confirm]}",
            "{sent: «[mail.known]»}",
            "mail.confirm"
        ),
        Case("nothing sent", "", "{sent: mail.confirm}", "{sent: «[]»}", "mail.confirm"),
        Case("refused", "", "{refused: too_soon}", "{refused: «used_up»}", "too_soon"),
        Case("not refused", "", "{refused: too_soon}", "{refused: «false»}", "too_soon"),
        Case("ready_in", "", "{ready_in: 50s}", "{ready_in: «1m»}", "50s"),
        Case("left", "", "{left: {resend: 1}}", "{left: {resend: «2»}}", "1"),
        Case("can", "", "{can: [change]}", "{can: {change: «false»}}", "change can be pressed"),
        Case(
            "can not",
            "",
            "{can: {resend: false}}",
            "{can: [«resend»]}",
            "resend can't be pressed"
        ),
        Case("back", "", "{can: [back]}", "{can: {back: «false»}}", "back can be pressed"),
        Case(
            "errors",
            "",
            "{errors: {born: in_the_past}}",
            "{errors: {born: «missing»}}",
            "born: in_the_past"
        ),
        Case("no errors", "", "{errors: {animal: []}}", "{errors: «{}»}", "born: in_the_past"),
        Case("ended", "", "{ended: done}", "{ended: «gone»}", "done"),
        Case("goes on", "", "{ended: done}", "{ended: «false»}", "done"),
        Case(
            "fields",
            "",
            "{fields: {born: 1990-03-27}}",
            "{fields: {born: «1990-03-28»}}",
            "born: 1990-03-27"
        ),
        Case(
            "no field",
            "",
            "{fields: {animal: cat}}",
            "{fields: {animal: «\"\"»}}",
            "animal: cat"
        ),
        Case(
            "shows",
            "",
            "{shows: example.start.title}",
            "{shows: «example.check.title»}",
            "not on the screen"
        ),
        Case("text", "", "{shows: {en: Begin}}", "{shows: {en: «Start»}}", "not on the screen"),
    ]

    /// What leads to where each case looks.
    private static func entries(_ test: Case, _ then: String) -> String {
        let check = ScenarioTexts.toCheck
        let about = ScenarioTexts.toAbout
        switch test.name {
        case "at", "shows", "text": return "- then: \(then)"
        case "sent", "nothing sent":
            return "- when: {submit: {email: a@example.org, proof: pass}}\n  then: \(then)"
        case "refused", "not refused", "ready_in":
            return check + "- after: 10s\n  when: {press: resend}\n  then: \(then)"
        case "left", "can", "can not": return check + "- then: \(then)"
        case "back": return ScenarioTexts.toSecrets + "- then: \(then)"
        case "errors", "no errors":
            return about + "- when: {submit: {animal: cat, born: 2090-03-27}}\n  then: \(then)"
        case "fields", "no field":
            return about + "- when: {submit: {animal: cat, born: 1990-03-27}}\n  then: \(then)"
        default:
            return "- when: {submit: {email: d@example.org, proof: pass}}\n"
                + "- when: {open_link: mail.confirm}\n"
                + "- when: {submit: {animal: dog, born: 1990-03-27}}\n  then: \(then)"
        }
    }

    @Test(arguments: cases)
    func `one that holds passes in every language`(_ test: Case) throws {
        let result = try SampleProject().play(ScenarioTexts.one(Self.entries(test, test.holds)))
        #expect(result.scenarios.map(\.languages.count) == [2])
        #expect(result.passedCount == 1, "\(result.scenarios.flatMap(\.failures))")
    }

    @Test(arguments: cases)
    func `one that does not hold fails at its place, and says what came`(_ test: Case) throws {
        let marked = ScenarioTexts.one(Self.entries(test, test.fails))
        let text = marked.replacing("«", with: "").replacing("»", with: "")
        let result = try SampleProject().play(text)
        let failure = try #require(result.scenarios.first?.failures.first)
        let mismatch = try #require(failure.mismatches.first)
        #expect(failure.mismatches.count == 1)
        #expect(mismatch.actual == test.actual)
        let bytes = Array(text.utf8)[mismatch.range.start.byte..<mismatch.range.end.byte]
        let place = String(decoding: bytes, as: UTF8.self)
        let wanted = try #require(
            marked.split(separator: "«").last?.split(separator: "»").first.map(String.init)
        )
        #expect(place == wanted)
    }
}
