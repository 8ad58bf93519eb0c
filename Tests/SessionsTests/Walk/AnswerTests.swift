import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Answers of a walk")
struct AnswerTests {
    @Test
    func `a wrong answer stays on the screen with its reason, and a right one clears it`() throws {
        let walk = try WalkBench().begin()
        #expect(walk.reply("anna", to: "email") == .problem)
        #expect(walk.field("email")?.rejected == "anna")
        #expect(walk.reason("email") == "no_at")
        #expect(walk.reply("anna@example.com", to: "email") == .accepted)
        #expect(walk.field("email")?.rejected == nil)
        #expect(walk.field("email")?.problem == nil)
        #expect(walk.field("email")?.shown == "anna@example.com")
    }

    @Test
    func `a wrong answer does not let the one before it go on in its place`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        walk.fill()
        #expect(walk.reply("boris@", to: "email") == .problem)
        #expect(walk.submit() == .problem)
        #expect(walk.field("email")?.rejected == "boris@")
        #expect(bench.transport.letters.isEmpty)
        walk.reply("boris@example.com", to: "email")
        #expect(walk.submit() == .moved)
        #expect(bench.transport.letters.map(\.recipient) == ["boris@example.com"])
    }

    @Test
    func `a submit names every missing answer`() throws {
        let walk = try WalkBench().walk(to: "personal")
        #expect(walk.submit() == .problem)
        #expect(walk.screen.fields.count == 5)
        #expect(walk.screen.fields.allSatisfy { $0.problem != nil })
        walk.reply("Anna", to: "given_name")
        #expect(walk.field("given_name")?.problem == nil)
        #expect(walk.reason("family_name") == "missing")
    }

    @Test
    func `what was wrong is said, rather than that it is missing`() throws {
        let walk = try WalkBench().begin()
        walk.reply("anna", to: "email")
        #expect(walk.submit() == .problem)
        #expect(walk.reason("email") == "no_at")
    }

    @Test
    func `a field of another step is not answered here`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        for name in ["given_name", "payment_password", "security_answers[0].answer", "nothing"] {
            #expect(walk.answer("x", at: AnswerPath(name)) == .refused)
            #expect(walk.answer(secret: "x", repeated: "x", at: AnswerPath(name)) == .refused)
            #expect(walk.input.refusal == .notHere)
        }
        #expect(walk.input.problems.isEmpty)
        #expect(walk.state.sequence == 1)
    }

    @Test
    func `an empty answer is said to be missing`() throws {
        let walk = try WalkBench().begin()
        for name in ["email", "captcha", "agreement"] {
            #expect(walk.answer("  ", at: AnswerPath(name)) == .problem)
            #expect(walk.reason(name) == "missing")
        }
    }

    // REQ 1.12: a yes or no that is off until chosen, never required to be yes.
    @Test
    func `the refund choice is answered by leaving it, or by an empty answer`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "wallet")
        #expect(walk.field("refund_to_wallet")?.isOptional == true)
        walk.reply("yes", to: "terms")
        #expect(walk.answer("", at: AnswerPath("refund_to_wallet")) == .accepted)
        #expect(walk.submit() == .moved)
        try bench.go(walk, to: "registered")
        let call = try #require(bench.host.calls.last)
        #expect(call.values["refund_to_wallet"] == .bool(false))

        let other = try WalkBench()
        let left = try other.walk(to: "wallet")
        left.reply("yes", to: "terms")
        #expect(left.submit() == .moved)
        try other.go(left, to: "registered")
        #expect(other.host.calls.last?.values["refund_to_wallet"] == .bool(false))
    }

    // REQ 1.2: its e-mail comes prefilled when the person arrives from the marketplace.
    @Test
    func `the marketplace's address is there already, and may be changed`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin(["marketplace_email": .text("market@example.com")])
        #expect(walk.field("email")?.shown == "market@example.com")
        #expect(walk.field("email")?.isAnswered == true)
        walk.reply("anna@example.com", to: "email")
        try bench.go(walk, to: "check_mail")
        #expect(bench.transport.letters.map(\.recipient) == ["anna@example.com"])
    }

    @Test
    func `the country of the citizenship is there already`() throws {
        let walk = try WalkBench().walk(to: "address")
        #expect(walk.field("country")?.editable == "CZ")
    }

    // REQ 1.9: who has no landline repeats the mobile, with one keystroke.
    @Test
    func `the mobile is offered as the landline, once it is there`() throws {
        let walk = try WalkBench().walk(to: "phones")
        #expect(walk.field("landline")?.offer == nil)
        walk.reply("+420 601 123 456", to: "mobile")
        let offer = try #require(walk.field("landline")?.offer)
        #expect(walk.answer(offer.raw, at: AnswerPath("landline")) == .accepted)
        #expect(walk.state.fields.filter { $0 == .text("+420601123456") }.count == 2)
        #expect(walk.submit() == .moved)
    }

    @Test
    func `one keystroke takes the offer over`() throws {
        let walk = try WalkBench().walk(to: "phones")
        #expect(walk.answer(Walk.offerMark, at: AnswerPath("landline")) == .problem)
        walk.reply("+420 601 123 456", to: "mobile")
        #expect(walk.answer(Walk.offerMark, at: AnswerPath("landline")) == .accepted)
        #expect(walk.field("landline")?.shown == walk.field("mobile")?.shown)
    }

    @Test
    func `where nothing is offered yet, taking it over is no answer`() throws {
        let walk = try WalkBench(WalkBench.Parts(texts: SmallFlows.ranking)).begin()
        #expect(walk.answer(Walk.offerMark, at: AnswerPath("remark")) == .problem)
        #expect(walk.reason("remark") == "missing")
        #expect(walk.state.fields.allSatisfy { $0 == nil })
        walk.reply("Ann", to: "alias")
        #expect(walk.answer(Walk.offerMark, at: AnswerPath("remark")) == .accepted)
        #expect(walk.field("remark")?.shown == "Ann")
    }

    @Test
    func `of several rules that an answer breaks the first is shown`() throws {
        let walk = try WalkBench(WalkBench.Parts(texts: SmallFlows.ranking)).begin()
        #expect(walk.reply("1", to: "high") == .problem)
        #expect(walk.reason("high") == "much")
        #expect(walk.reply("6", to: "high") == .problem)
        #expect(walk.reason("high") == "more")
        // Judged by the answer behind it, once the form is to be left.
        #expect(walk.reply("9", to: "low") == .accepted)
        #expect(walk.reply("8", to: "high") == .accepted)
        walk.reply("Ann", to: "remark")
        #expect(walk.submit() == .problem)
        #expect(walk.reason("low") == "near")
    }

    @Test
    func `a number that looks like a landline is taken as a mobile, with a note`() throws {
        let walk = try WalkBench().walk(to: "phones")
        #expect(walk.reply("+420 224 123 456", to: "mobile") == .accepted)
        #expect(walk.field("mobile")?.notes.count == 1)
        walk.choose(language: LanguageTag("ru"))
        #expect(walk.field("mobile")?.notes.first?.language == LanguageTag("ru"))
        #expect(walk.reply("+420 601 123 456", to: "mobile") == .accepted)
        #expect(walk.field("mobile")?.notes.isEmpty == true)
    }

    @Test
    func `a number without its country's code belongs where the person lives`() throws {
        let walk = try WalkBench().walk(to: "phones")
        #expect(walk.reply("601 123 456", to: "mobile") == .accepted)
        #expect(walk.state.fields.contains(.text("+420601123456")))
    }

    @Test
    func `a Latin spelling is offered beside what was typed`() throws {
        let walk = try WalkBench().walk(to: "personal")
        #expect(walk.reply("Анна", to: "given_name") == .accepted)
        #expect(walk.field("given_name")?.suggestion?.raw == "Anna")
        #expect(walk.reply("Anna", to: "given_name") == .accepted)
        #expect(walk.field("given_name")?.suggestion == nil)
    }

    // REQ 1.7: for Russia passport or driver's licence, others at least passport.
    @Test
    func `which documents are offered depends on the citizenship`() throws {
        let bench = try WalkBench()
        let czech = try bench.walk(to: "document")
        #expect(czech.reply("driving_licence", to: "document_type") == .problem)
        let russian = try bench.walk(
            to: "document",
            ["citizenship": "RU", "email": "boris@example.com"]
        )
        #expect(russian.reply("driving_licence", to: "document_type") == .accepted)
    }
}
