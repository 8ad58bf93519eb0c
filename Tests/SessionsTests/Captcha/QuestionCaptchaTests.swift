import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("QuestionCaptcha")
struct QuestionCaptchaTests {
    /// Gives the same bytes again and again.
    private struct Constant: RandomSource {
        let byte: UInt8
        func bytes(_ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }
    }

    private let catalogs = Material.project.catalogs

    private func captcha(fixedAnswer: String? = nil, byte: UInt8 = 0) -> QuestionCaptcha {
        QuestionCaptcha(
            catalogs: catalogs,
            random: Constant(byte: byte),
            fixedAnswer: fixedAnswer
        )
    }

    /// All challenges, one after the other.
    private func all() -> [CaptchaChallenge] {
        catalogs.keys.map(\.rawValue).filter { $0.hasPrefix("captcha.question.") }
            .map { CaptchaChallenge(id: String($0.dropFirst("captcha.question.".count))) }
    }

    @Test
    func `every question has words and right answers in every language`() {
        let captcha = captcha()
        #expect(all().count >= 10)
        for language in catalogs.languages {
            for challenge in all() {
                let question = captcha.question(of: challenge, in: language)
                #expect(question.language == language && !question.isMissing)
                let answers = catalogs.words(
                    MessageKey("captcha.answer.\(challenge.id)"),
                    in: language
                )
                #expect(answers.language == language)
                for answer in answers.text.split(separator: "|") {
                    #expect(
                        captcha.isRight(String(answer), to: challenge, in: language),
                        "\(language) \(challenge.id) \(answer)"
                    )
                }
            }
        }
    }

    @Test(arguments: ["7", " 7 ", "７", "seven", "SEVEN", "Seven.", "7 days"])
    func `case, width, marks and spaces around make no difference`(answer: String) {
        #expect(captcha().isRight(answer, to: CaptchaChallenge(id: "q08"), in: LanguageTag("en")))
    }

    @Test(arguments: ["", " ", "|", "8", "77", "seven eight", "pass", "5|five", "\u{0}7x"])
    func `anything else is wrong`(answer: String) {
        #expect(!captcha().isRight(answer, to: CaptchaChallenge(id: "q08"), in: LanguageTag("en")))
    }

    @Test
    func `a fixed answer is right only where one is given`() {
        let challenge = CaptchaChallenge(id: "q01")
        #expect(!captcha().isRight("pass", to: challenge, in: LanguageTag("en")))
        #expect(captcha(fixedAnswer: "pass").isRight("pass", to: challenge, in: LanguageTag("en")))
        #expect(!captcha(fixedAnswer: "pass").isRight("", to: challenge, in: LanguageTag("en")))
    }

    @Test(arguments: [UInt8(0), 1, 7, 200, 255])
    func `the next question is never the one before`(byte: UInt8) {
        let captcha = captcha(byte: byte)
        var challenge = captcha.next(after: nil)
        for _ in 0..<30 {
            let next = captcha.next(after: challenge)
            #expect(next != challenge)
            challenge = next
        }
    }

    @Test
    func `every question comes up`() {
        let captcha = QuestionCaptcha(
            catalogs: catalogs,
            random: SystemRandom(),
            fixedAnswer: nil
        )
        var seen: Set<String> = []
        for _ in 0..<2_000 { seen.insert(captcha.next(after: nil).id) }
        #expect(seen == Set(all().map(\.id)))
    }

    @Test
    func `without a question there are words all the same, and nothing is right`() {
        let captcha = QuestionCaptcha(
            catalogs: Catalogs([]),
            random: SystemRandom(),
            fixedAnswer: nil
        )
        let challenge = captcha.next(after: nil)
        #expect(captcha.next(after: challenge) == challenge)
        #expect(
            captcha.question(of: challenge, in: LanguageTag("en")).text.contains("captcha.none")
        )
        #expect(!captcha.isRight("7", to: challenge, in: LanguageTag("en")))
    }
}

@Suite("A walk's question against robots")
struct WalkCaptchaTests {
    private func walk() throws -> Walk {
        var parts = WalkBench.Parts()
        parts.captchaAnswer = nil
        return try WalkBench(parts).begin()
    }

    private func rightAnswer(_ walk: Walk) throws -> String {
        let key = MessageKey("captcha.answer.\(walk.challenge.id)")
        let words = Material.project.catalogs.words(key, in: walk.language).text
        return String(try #require(words.split(separator: "|").first))
    }

    @Test
    func `a wrong answer brings another question`() throws {
        let walk = try walk()
        let before = walk.field("captcha")?.control
        #expect(walk.reply("wrong", to: "captcha") == .problem)
        #expect(walk.reason("captcha") == "wrong")
        #expect(walk.field("captcha")?.control != before)
        #expect(walk.field("captcha")?.isAnswered == false)
        #expect(walk.field("captcha")?.rejected == nil)
    }

    @Test
    func `a right answer is taken, and is right for one question only`() throws {
        let walk = try walk()
        let answer = try rightAnswer(walk)
        let challenge = walk.challenge
        #expect(walk.reply(answer, to: "captcha") == .accepted)
        #expect(walk.field("captcha")?.isAnswered == true)
        #expect(walk.challenge != challenge)
    }

    @Test
    func `another question can be asked for, and the right answer to the old one is no use`() throws
    {
        let walk = try walk()
        let old = walk.challenge
        let before = walk.field("captcha")?.control
        walk.anotherCaptcha()
        #expect(walk.challenge != old)
        #expect(walk.field("captcha")?.control != before)
    }

    @Test
    func `no answer leaves the question`() throws {
        let walk = try walk()
        let challenge = walk.challenge
        #expect(walk.reply(" ", to: "captcha") == .problem)
        #expect(walk.challenge == challenge)
    }

    @Test
    func `another language asks the same question`() throws {
        let walk = try walk()
        let challenge = walk.challenge
        walk.choose(language: LanguageTag("ru"))
        #expect(walk.challenge == challenge)
        #expect(walk.reply(try rightAnswer(walk), to: "captcha") == .accepted)
    }

    @Test
    func `the fixed answer is wrong where none was given`() throws {
        let walk = try walk()
        #expect(walk.reply("pass", to: "captcha") == .problem)
    }

    @Test
    func `without a right answer the form can't be left`() throws {
        let walk = try walk()
        walk.fill(only: ["email", "agreement"])
        #expect(walk.submit() == .problem)
        #expect(walk.screen.step == "start")
    }
}
