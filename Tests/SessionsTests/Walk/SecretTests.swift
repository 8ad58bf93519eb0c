import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Secrets of a walk")
struct SecretTests {
    private func walk() throws -> Walk { try WalkBench().walk(to: "secure") }

    // REQ 1.10: ASCII digits only, at least six, not in sequence, no digit more than three times in all.
    @Test(arguments: [
        ("123456", "no_sequence"), ("654321", "no_sequence"), ("456789", "no_sequence"),
        ("0123456789", "no_sequence"), ("111123", "at_most_three_alike"),
        ("110101", "at_most_three_alike"), ("12345a", "digits_only"), ("１２３４５７", "digits_only"),
        ("٢٤٦٨٠٢", "digits_only"), ("246 802", "digits_only"), ("12345", "too_short"),
        ("", "empty"), ("2468\u{0}02", "control_characters"),
    ])
    func `a payment password that breaks a rule is refused with the rule's own reason`(
        password: String,
        reason: String
    ) throws {
        let walk = try walk()
        let reply = walk.answer(
            secret: password,
            repeated: password,
            at: AnswerPath("payment_password")
        )
        #expect(reply == .problem)
        #expect(walk.reason("payment_password") == reason)
        #expect(walk.field("payment_password")?.problem?.text.contains("⟦") == false)
        #expect(walk.field("payment_password")?.isAnswered == false)
        #expect(walk.state.references.isEmpty)
    }

    @Test(arguments: ["112233", "246802", "111222", "135797531", "123457"])
    func `a payment password that keeps the rules is taken`(password: String) throws {
        let walk = try walk()
        #expect(
            walk.answer(secret: password, repeated: password, at: AnswerPath("payment_password"))
                == .accepted
        )
        let field = try #require(walk.field("payment_password"))
        #expect(field.isAnswered && field.problem == nil)
        // Words that say it is kept, and nothing of itself.
        #expect(field.shown?.contains(password) == false)
        #expect(field.editable == nil && field.rejected == nil)
    }

    @Test
    func `one that is typed differently the second time is not taken`() throws {
        let walk = try walk()
        let path = AnswerPath("payment_password")
        #expect(walk.answer(secret: "246802", repeated: "246803", at: path) == .problem)
        #expect(walk.reason("payment_password") == "mismatch")
        #expect(walk.submit() == .problem)
        #expect(walk.answer(secret: "246802", repeated: "246802", at: path) == .accepted)
        #expect(walk.field("payment_password")?.problem == nil)
    }

    @Test
    func `after a mismatch the password before it is not taken in its place`() throws {
        let walk = try walk()
        walk.fill()
        let kept = walk.state.references
        let path = AnswerPath("payment_password")
        #expect(walk.answer(secret: "135790", repeated: "135791", at: path) == .problem)
        #expect(walk.submit() == .problem)
        #expect(walk.reason("payment_password") == "mismatch")
        #expect(walk.state.references == kept)
        #expect(walk.answer(secret: "135790", repeated: "135790", at: path) == .accepted)
        #expect(walk.submit() == .moved)
    }

    @Test
    func `one that is checked before it is typed again is not kept yet`() throws {
        let walk = try walk()
        let path = AnswerPath("payment_password")
        #expect(walk.check(secret: "123456", at: path) == .problem)
        #expect(walk.reason("payment_password") == "no_sequence")
        #expect(walk.check(secret: "246802", at: path) == .accepted)
        #expect(walk.field("payment_password")?.problem == nil)
        #expect(walk.state.references.isEmpty)
        #expect(walk.check(secret: "246802", at: AnswerPath("mobile")) == .refused)
    }

    @Test
    func `who gives up a new password after a wrong one goes on with the old one`() throws {
        let walk = try walk()
        walk.fill()
        let path = AnswerPath("payment_password")
        #expect(walk.check(secret: "123456", at: path) == .problem)
        #expect(walk.submit() == .problem)
        #expect(walk.check(secret: "135790", at: path) == .accepted)
        #expect(walk.submit() == .moved)
    }

    @Test
    func `who comes back keeps the password and the answers by leaving them`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "wallet")
        let kept = walk.state.references
        #expect(walk.goBack() == .moved)
        #expect(walk.screen.step == "secure")
        #expect(walk.screen.fields.allSatisfy { $0.isAnswered })
        #expect(walk.submit() == .moved)
        #expect(walk.state.references == kept)
    }
}
