import Flows
import Sessions
import Testing

@testable import paifang

extension Pty {
    /// Text that would steer a terminal if it were obeyed.
    @Suite("Shown text")
    struct ShownTextTests {
        private let speech = Speech("ru")

        @Test func `what is pasted is one line of text, whatever is in it`() throws {
            let household = try Household()
            let terminal = try household.paifang(["run", "--lang", "ru"])
            let person = DrawnPerson(terminal: terminal, speech: speech)
            try terminal.walk(to: "field.region.label", in: speech)
            person.press("\u{1B}[200~Praha\r\n\u{1B}]0;evil\u{07}\u{1B}[2J\u{1B}[31mend\u{1B}[201~")
            try person.at(speech("field.region.label"), saying: "end")
            #expect(person.reading.header.contains("Paifang"))
            #expect(terminal.screen.unknown.isEmpty)
            person.press("\r")
            try person.at(speech("field.city.label"))
            #expect(person.reading.ticked.contains { $0.hasSuffix("[31mend") })
        }

        @Test func `what was stored is shown and not obeyed`() throws {
            let hostile = "Praha\u{1B}[2J\u{1B}]0;evil\u{07}\u{9B}31m\u{202E}end"
            let household = try Household()
            let first = try household.paifang(["run", "--lang", "ru"])
            try first.walk(to: "field.city.label", in: speech)
            let name = try DrawnPerson(terminal: first, speech: speech).leaveForNow()
            try household.store(hostile, as: "region", in: name)

            let drawn = try household.paifang(["run", "--resume", name])
            let person = DrawnPerson(terminal: drawn, speech: speech)
            try person.at(speech("field.city.label"))
            #expect(person.reading.says("Praha␛[2J␛]0;evil␇⟨U+009B⟩31m⟨U+202E⟩end"))
            #expect(person.reading.header.contains("Paifang"))
            _ = try person.leaveForNow()

            let plain = try household.paifang(["run", "--plain", "--resume", name])
            let listener = PlainPerson(terminal: plain, speech: speech)
            try listener.begin()
            try listener.heard("Praha␛[2J␛]0;evil␇⟨U+009B⟩31m⟨U+202E⟩end")
            #expect(!plain.output.contains(0x1B) && !plain.output.contains(0x07))
        }
    }
}

extension Household {
    /// Puts a text into a walk past everything that reads answers.
    func store(_ text: String, as field: FieldName, in name: String) throws {
        let engine = try service().engine
        var session = try engine.load(SessionID(name))
        let advance = try engine.take(
            .answered(visit: session.state.visit, answers: [field: .text(text)]), in: &session)
        guard advance.problems.isEmpty, advance.refusal == nil else {
            throw PtyFailure("\(field) was not stored")
        }
    }
}
