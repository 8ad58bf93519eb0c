import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Another language")
struct LanguageTests {
    private static let russian = LanguageTag("ru")

    @Test
    func `what is wrong on the screen is said in the new language, and nothing typed is lost`()
        throws
    {
        let walk = try WalkBench().begin()
        walk.reply("anna", to: "email")
        walk.reply("wrong", to: "captcha")
        #expect(walk.submit() == .problem)
        let before = walk.screen
        walk.choose(language: Self.russian)
        let after = walk.screen
        for (old, new) in zip(before.fields, after.fields) {
            #expect(old.problem?.language == LanguageTag("en"))
            #expect(new.problem?.language == Self.russian)
            #expect(old.rejected == new.rejected)
            #expect(old.label != new.label)
        }
        #expect(before.visit == after.visit && before.step == after.step)
        walk.choose(language: LanguageTag("en"))
        #expect(walk.screen == before)
    }

    @Test
    func `a refusal is said in the new language`() throws {
        let walk = try WalkBench().walk(to: "check_mail")
        #expect(walk.openLink("?") == .refused)
        let before = walk.screen.notices
        walk.choose(language: Self.russian)
        #expect(walk.screen.notices.count == 1)
        #expect(walk.screen.notices != before)
    }

    @Test
    func `it goes into the letters, and into a walk that is resumed`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        walk.choose(language: Self.russian)
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .moved)
        #expect(bench.transport.letters.map(\.language) == ["en", "ru"])
        #expect(try bench.again().resume(walk.sessionID).language == Self.russian)
    }

    @Test
    func `it can be switched on every step, and nothing entered is lost`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        for _ in 0..<20 where walk.screen.kind != .end {
            let step = walk.screen.step
            walk.fill()
            let fields = walk.state.fields
            for language in walk.languages.reversed() {
                walk.choose(language: language)
                #expect(walk.screen.language == language)
                #expect(walk.screen.step == step)
                #expect(!"\(walk.screen)".contains("⟦"))
            }
            #expect(walk.state.fields == fields)
            let reply =
                walk.screen.kind == .waiting
                ? walk.openLink(try bench.token()) : walk.submit()
            try #require(reply == .moved, "\(walk.telling)")
        }
        walk.choose(language: Self.russian)
        #expect(walk.screen.language == Self.russian)
    }

    @Test
    func `one that is not offered, or the present one, changes nothing`() throws {
        let walk = try WalkBench().begin()
        walk.choose(language: LanguageTag("tlh"))
        walk.choose(language: LanguageTag("en"))
        #expect(walk.language == LanguageTag("en"))
        #expect(walk.state.sequence == 1)
    }

    // REQ 1.3: which version was accepted, when and in which language is kept.
    @Test
    func `an accepted document keeps the version, the moment and the language it was shown in`()
        throws
    {
        let bench = try WalkBench()
        let walk = try bench.begin(language: "ru")
        bench.clock.move(by: .minute)
        #expect(walk.reply("да", to: "agreement") == .accepted)
        let consent = Consent(
            document: "user-agreement",
            version: 1,
            at: WalkBench.start + .minute,
            locale: "ru"
        )
        #expect(walk.state.fields.contains(.consent(consent)))
        bench.clock.move(by: .hour)
        walk.choose(language: LanguageTag("en"))
        try bench.go(walk, to: "registered")
        #expect(bench.host.calls.last?.values["agreement"] == .consent(consent))
        guard case .consent(let terms)? = bench.host.calls.last?.values["terms"] else {
            Issue.record("no terms")
            return
        }
        #expect(terms.locale == "en" && terms.at == bench.clock.now)
    }

    @Test
    func `a document that is declined is not accepted`() throws {
        let walk = try WalkBench().begin()
        #expect(walk.reply("no", to: "agreement") == .problem)
        #expect(walk.reason("agreement") == "declined")
        #expect(walk.reply("maybe", to: "agreement") == .problem)
        #expect(walk.reason("agreement") == "yes_or_no")
        #expect(walk.field("agreement")?.isAnswered == false)
    }

    @Test
    func `the document is shown in the language of the moment`() throws {
        let walk = try WalkBench().begin()
        for language in walk.languages {
            walk.choose(language: language)
            let document = try #require(walk.document("user-agreement"))
            #expect(document.language == language)
            guard case .consent(_, let summary, _)? = walk.field("agreement")?.control else {
                Issue.record("no consent")
                return
            }
            #expect(summary == document.summary && !summary.isEmpty)
        }
        #expect(walk.document("no-such") == nil)
    }
}
