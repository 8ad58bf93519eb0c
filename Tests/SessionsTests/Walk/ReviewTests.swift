import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Back and review")
struct ReviewTests {
    @Test
    func `Back leads through the forms really visited, with the answers there`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        for step in ["wallet", "secure", "phones", "address", "document", "personal"] {
            #expect(walk.goBack() == .moved)
            #expect(walk.screen.step == StepName(step))
            #expect(walk.screen.fields.allSatisfy { $0.isAnswered })
        }
        // The address is proven: there is no way back past it.
        #expect(!walk.screen.allowsBack)
        #expect(walk.goBack() == .refused)
        #expect(walk.input.refusal == .noWayBack)
    }

    @Test
    func `the review shows every answer since the address was proven`() throws {
        let walk = try WalkBench().walk(to: "check_answers")
        let names = walk.screen.fields.map(\.path.name)
        #expect(names.first == "gender" && names.contains("refund_to_wallet"))
        #expect(!names.contains("email") && !names.contains("captcha"))
        let password = try #require(walk.field("payment_password"))
        #expect(password.isAnswered && password.shown?.contains("246802") == false)
    }

    @Test
    func `a changed answer leads back to the review`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        #expect(walk.change(AnswerPath("city")) == .moved)
        #expect(walk.screen.step == "address")
        walk.reply("Brno", to: "city")
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "check_answers")
        #expect(walk.field("city")?.shown == "Brno")
    }

    @Test
    func `an answer of a list can be changed as well`() throws {
        let walk = try WalkBench().walk(to: "check_answers")
        #expect(walk.change(AnswerPath("security_answers[1].answer")) == .moved)
        #expect(walk.screen.step == "secure")
        walk.reply("Brno", to: "security_answers[1].answer")
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "check_answers")
    }

    @Test
    func `what no longer holds after a change is asked again before the review`() throws {
        let walk = try WalkBench().walk(
            to: "check_answers",
            [
                "citizenship": "RU", "document_type": "driving_licence",
                "document_number": "77 12 123456", "country": "CZ",
            ]
        )
        #expect(walk.change(AnswerPath("citizenship")) == .moved)
        walk.reply("CZ", to: "citizenship")
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "document")
        #expect(walk.field("document_type")?.isAnswered == false)
        walk.fill(["document_type": "passport", "document_number": "12345678"])
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "check_answers")
    }

    @Test(arguments: ["en", "ru", "zh", "id", "cs"])
    func `an answer that was cleared says so, in every language, until it is given again`(
        language: String
    ) throws {
        let walk = try WalkBench().walk(
            to: "check_answers",
            ["citizenship": "RU", "document_number": "4512 123456", "country": "CZ"]
        )
        walk.choose(language: LanguageTag(language))
        #expect(walk.change(AnswerPath("citizenship")) == .moved)
        walk.reply("CZ", to: "citizenship")
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "document")
        let words = walk.words("answer.cleared", [:])
        #expect(!words.isMissing && !words.isFallback)
        #expect(walk.field("document_number")?.notes == [words])
        #expect(walk.field("document_type")?.notes == [])
        // What was typed and not taken has its own reason.
        walk.reply("1", to: "document_number")
        #expect(walk.field("document_number")?.notes == [])
        walk.reply("12345678", to: "document_number")
        #expect(walk.field("document_number")?.notes == [])
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "check_answers")
    }

    @Test
    func `a country that nobody has answered follows the citizenship`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(
            to: "address",
            ["citizenship": "RU", "document_number": "4512 123456"]
        )
        #expect(walk.field("country")?.editable == "RU")
        walk.fill(["postcode": "101000"], only: ["region", "city", "street", "postcode"])
        #expect(walk.submit() == .moved)
        try bench.go(walk, to: "check_answers")
        #expect(walk.change(AnswerPath("citizenship")) == .moved)
        walk.reply("CZ", to: "citizenship")
        #expect(walk.submit() == .moved)
        walk.fill(["document_type": "passport", "document_number": "12345678"])
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "address")
        #expect(walk.field("country")?.editable == "CZ")
        #expect(walk.field("postcode")?.notes == [walk.words("answer.cleared", [:])])
    }

    @Test
    func `an answer behind the barrier, or from another step, can't be changed`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_answers")
        #expect(walk.change(AnswerPath("email")) == .refused)
        #expect(walk.input.refusal == .notHere)
        let early = try bench.walk(to: "personal", ["email": "boris@example.com"])
        #expect(early.change(AnswerPath("gender")) == .refused)
    }

    // REQ 1.6: citizenship is chosen once; Back may correct it until the account is created.
    @Test
    func `once the account is made nothing is changed any more`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "registered")
        let citizenship = walk.definition.fields.firstIndex { $0.name == "citizenship" }
        #expect(walk.state.fixed == [citizenship].compactMap(\.self))
        #expect(walk.goBack() == .refused)
        #expect(walk.input.refusal == .ended)
        #expect(walk.submit() == .refused)
        #expect(walk.screen.offers.map(\.flow) == ["identity-verification", "account"])
        let call = try #require(bench.host.calls.last)
        #expect(call.setOnce == ["citizenship"])
    }

    @Test
    func `the question against robots is asked anew after Back, the answers are not`() throws {
        let walk = try WalkBench().walk(to: "check_mail")
        #expect(walk.press("change_email") == .moved)
        #expect(walk.field("captcha")?.isAnswered == false)
        #expect(walk.field("email")?.isAnswered == true)
        #expect(walk.field("agreement")?.isAnswered == true)
    }
}
