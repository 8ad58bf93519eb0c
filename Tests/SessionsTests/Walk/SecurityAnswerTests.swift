import Answers
import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("Security questions")
struct SecurityAnswerTests {
    /// Whether an answer given at sign-up is the same as another that is typed later.
    private func isSame(_ first: String, _ second: String) async throws -> Bool {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "secure")
        #expect(walk.reply(first, to: "security_answers[0].answer") == .accepted)
        let reference = try #require(walk.state.references.first)
        let row = try #require(try bench.store.secret(reference))
        guard case .secret(let typed) = SecretText.prepare(second, isAnswer: true) else {
            return false
        }
        return try await bench.keys.vault.matches(
            SecretBytes(utf8: typed),
            SealedSecret(bytes: row.sealed),
            context: SessionKeys.place(of: reference.text)
        ).isSame
    }

    // REQ 1.11: answers are case-sensitive; Unicode forms of the same letter are the same.
    @Test(arguments: [
        ("Praha", "praha"), ("Praha", "PRAHA"), ("Praha", "Praha 1"), ("Praha", "Prahа"),
        ("Čapek", "Capek"), ("straße", "strasse"), ("ı", "i"),
    ])
    func `another letter or another case is another answer`(
        first: String,
        second: String
    ) async throws {
        let isSame = try await isSame(first, second)
        #expect(!isSame)
    }

    @Test(arguments: [
        ("Praha", "Praha"), ("Чайка", "Чаи\u{306}ка"),
        ("Й", "И\u{306}"), ("Čapek", "C\u{30C}apek"), ("Nové Město", "Nové\u{A0}Město"),
        ("New York", "New\u{3000}York"), ("Rex", " Rex "),
        ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
    ])
    func `the same letters in another form, and other spaces, are the same answer`(
        first: String,
        second: String
    ) async throws {
        let isSame = try await isSame(first, second)
        #expect(isSame)
    }

    @Test
    func `three different questions are asked for`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "secure")
        walk.fill(["security_answers[1].question": "first_pet"])
        #expect(walk.reason("security_answers[1].question") == "all_different")
        #expect(walk.submit() == .problem)
        #expect(walk.reply("birth_city", to: "security_answers[1].question") == .accepted)
        #expect(walk.submit() == .moved)
    }

    @Test
    func `each of the six parts is kept by itself, in any order`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "secure")
        walk.reply("Pekárna", to: "security_answers[2].answer")
        walk.reply("first_pet", to: "security_answers[0].question")
        let again = try bench.again().resume(walk.sessionID)
        let answered = again.screen.fields.filter(\.isAnswered).map(\.path.name)
        #expect(answered == ["security_answers[0].question", "security_answers[2].answer"])
    }

    @Test
    func `a submit says at each part what is missing`() throws {
        let walk = try WalkBench().walk(to: "secure")
        #expect(walk.submit() == .problem)
        #expect(walk.screen.fields.count == 7)
        #expect(walk.screen.fields.allSatisfy { $0.problem != nil })
        walk.reply("246802", to: "payment_password")
        walk.reply("Rex", to: "security_answers[1].answer")
        #expect(walk.submit() == .problem)
        let wrong = walk.screen.fields.filter { $0.problem != nil }.map(\.path.name)
        #expect(
            wrong == [
                "security_answers[0].question", "security_answers[0].answer",
                "security_answers[1].question", "security_answers[2].question",
                "security_answers[2].answer",
            ]
        )
    }

    @Test
    func `what is wrong with one part is not said of another`() throws {
        let walk = try WalkBench().walk(to: "secure")
        let long = String(repeating: "x", count: 101)
        #expect(walk.reply(long, to: "security_answers[0].answer") == .problem)
        #expect(walk.reason("security_answers[0].answer") == "too_long")
        #expect(walk.reply("birth_city", to: "security_answers[1].question") == .accepted)
        #expect(walk.field("security_answers[1].question")?.problem == nil)
        #expect(walk.reason("security_answers[0].answer") == "too_long")
        // A secret is never shown again, right or wrong.
        #expect(walk.field("security_answers[0].answer")?.rejected == nil)
        let event = AnswerPath("security_answers", item: ItemPath(index: 3, field: "answer"))
        #expect(walk.answer(secret: "x", repeated: nil, at: event) == .refused)
    }
}
