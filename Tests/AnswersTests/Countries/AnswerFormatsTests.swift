import Flows
import Testing

@testable import Answers

@Suite("AnswerFormats")
struct AnswerFormatsTests {
    @Test(arguments: [
        ("почта@пример.рф", "почта@xn--e1afmkfd.xn--p1ai", "почта@пример.рф"),
        ("jana@EXAMPLE.cz", "jana@example.cz", "jana@example.cz"),
        ("jana@háčkyčárky.cz", "jana@xn--hkyrky-ptac70bc.cz", "jana@háčkyčárky.cz"),
    ])
    func `a domain of any script is stored in ASCII and shown in its own`(
        typed: String,
        stored: String,
        shown: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, .email)) == stored)
        #expect(AnswerFormats().shown(stored, as: .email) == shown)
    }

    @Test func `a phone number is shown in groups and other texts as they are`() {
        #expect(AnswerFormats().shown("+420601123456", as: .phone(nil)) == "+420 601 123 456")
        #expect(AnswerFormats().shown("120 00", as: .postcode(country: 0)) == "120 00")
        #expect(AnswerFormats().shown("no address", as: .email) == "no address")
    }
}
