import Flows
import Testing

@testable import Answers

@Suite("SecretText")
struct SecretTextTests {
    private func prepare(_ raw: String, isAnswer: Bool = true) -> SecretText.Prepared {
        SecretText.prepare(raw, isAnswer: isAnswer, length: LengthBounds(minimum: 1, maximum: 10))
    }

    // REQ-1.11: answers are case-sensitive; Unicode forms of the same letter are the same.
    @Test func `case is kept and forms of one letter are one`() {
        #expect(prepare("Praha") != prepare("praha"))
        #expect(prepare("Ми\u{438}\u{306}") == prepare("Ми\u{439}"))
        #expect(prepare("a\u{A0}b") == prepare("a b"))
        #expect(prepare("a\u{3000}b") == prepare("a b"))
    }

    @Test func `an answer loses the white space around it and a password does not`() {
        #expect(prepare(" Micka ") == .secret("Micka"))
        #expect(prepare(" 730164", isAnswer: false) == .secret(" 730164"))
    }

    @Test(arguments: [
        ("", "empty"), ("  ", "empty"), ("a\u{0}b", "control_characters"),
        ("a\nb", "control_characters"), ("12345678901", "too_long"),
    ])
    func `what can't be a secret says why`(raw: String, reason: String) {
        guard case .problem(let found, _) = prepare(raw) else {
            Issue.record("taken")
            return
        }
        #expect(found == reason)
    }

    @Test func `bounds are told`() {
        #expect(
            SecretText.prepare("12345", isAnswer: false, length: LengthBounds(minimum: 6))
                == .problem(reason: "too_short", arguments: ["min": .integer(6)])
        )
        #expect(
            prepare(String(repeating: "1", count: 1_000_000))
                == .problem(reason: "too_long", arguments: ["max": .integer(10)])
        )
    }

    @Test func `a prepared secret never prints`() {
        let secret = prepare("Dvořáková")
        #expect("\(secret)" == "***")
        #expect(String(reflecting: secret) == "***")
    }
}
