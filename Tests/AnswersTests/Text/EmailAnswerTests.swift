import Flows
import Testing

@testable import Answers

@Suite("EmailAnswer")
struct EmailAnswerTests {
    private func outcome(_ typed: String) -> String { Readers.outcome(Readers.read(typed, .email)) }

    @Test(arguments: [
        ("jana.novakova@example.cz", "jana.novakova@example.cz"),
        (" Olga.V@Example.RU ", "Olga.V@example.ru"),
        ("a+b@mail.example.com", "a+b@mail.example.com"),
        ("李雷＠ｑｑ。ｃｏｍ", "李雷@qq.com"), ("o'brien@example.ie", "o'brien@example.ie"),
        ("x@example.com.", "x@example.com"), ("почта@example.ru", "почта@example.ru"),
    ])
    func `an address is stored as typed with its domain in lower case`(
        typed: String,
        stored: String
    ) {
        #expect(outcome(typed) == stored)
    }

    @Test(arguments: [
        ("jana", "!no_at"), ("jana@", "!no_domain"), ("@example.cz", "!local"),
        ("jana@example", "!domain"), ("jana@-example.cz", "!domain"),
        ("jana@exa_mple.cz", "!domain"),
        ("jana@example..cz", "!domain"), ("jana@127.0.0.1", "!domain"),
        ("jana@[127.0.0.1]", "!domain"),
        ("jana novakova@example.cz", "!spaces"), (".jana@example.cz", "!local"),
        ("ja..na@example.cz", "!local"), ("a@b@example.cz", "!local"),
        ("\"a\"@example.cz", "!local"),
        ("jana@example.cz\r\nBcc: x@example.cz", "!control_characters"),
        ("ja\u{0}na@example.cz", "!control_characters"),
        ("ja\u{202E}na@example.cz", "!control_characters"),
        ("Jana <jana@example.cz>", "!spaces"), ("   ", "empty"),
    ])
    func `what is no address says why`(typed: String, outcome: String) {
        #expect(self.outcome(typed) == outcome)
    }

    // RFC 5321 4.5.3.1.1 and 4.5.3.1.3: 64 bytes before the at sign, 254 in all.
    @Test func `the limits of mail servers hold to the byte`() {
        let label = String(repeating: "b", count: 63)
        let host = "\(label).\(label).\(label)"
        #expect(!outcome(String(repeating: "a", count: 62) + "@\(host)").hasPrefix("!"))
        #expect(outcome(String(repeating: "a", count: 63) + "@\(host)") == "!too_long")
        #expect(!outcome(String(repeating: "a", count: 64) + "@b.cz").hasPrefix("!"))
        #expect(outcome(String(repeating: "a", count: 65) + "@b.cz") == "!local")
        #expect(outcome(String(repeating: "a@b.cz", count: 10_000)) == "!too_long")
    }

    @Test(arguments: [
        ("jana@gmial.com", "jana@gmail.com"), ("jana@gmal.com", "jana@gmail.com"),
        ("jana@seznma.cz", "jana@seznam.cz"), ("jana@yanndex.ru", "jana@yandex.ru"),
        ("jana@hotmial.com", "jana@hotmail.com"), ("jana@gmail.con", "jana@gmail.com"),
    ])
    func `a misspelt provider is noticed and taken all the same`(typed: String, meant: String) {
        guard case .value(let value, let notes) = Readers.read(typed, .email) else {
            Issue.record("refused")
            return
        }
        #expect(value == .text(typed))
        #expect(
            notes == [
                AnswerNote(key: "note.email.typo", arguments: ["suggestion": .text(meant)])
            ]
        )
    }

    @Test(arguments: ["a@gmail.com", "a@mail.com", "a@example.cz", "a@ymail.com", "a@qqq.com"])
    func `a provider that is known or like none is left in peace`(typed: String) {
        #expect(Readers.notes(Readers.read(typed, .email)).isEmpty)
    }
}
