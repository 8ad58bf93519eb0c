import Flows
import Localization
import Screens
import Testing

@Suite("Screens of steps")
struct ScreenBuilderTests {
    static let flow = """
        fields: [email]
        constants: {most: 500 USD}
        steps:
          - {step: start, ask: [email]}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 3, apart: 60s, within: 24h}}
            events:
              confirmed: work
              resend: letter
              skip: {if: email == "a@b.cz", goto: work}
            after: {90m: start}
          - {step: work, call: ping, events: {done: over, unavailable: start}, after: {1h: start}}
          - {step: over, end: over, offer: [other, unknown]}
        """
    static let words = """
        example.title: Example
        example.start.title: Start
        example.start.intro: "At most {most}"
        example.start.help: Help
        example.start.advice: Advice
        example.letter.title: "Mail to {email}"
        example.letter.resend: Again
        example.letter.skip: Skip
        example.work.title: Working
        example.over.title: Over
        example.over.offer.other: Other flow
        example.over.offer.unknown: Unknown flow
        example.email.label: Address
        """
    /// The history of letters that went out at these moments.
    private func sent(_ moments: Int64...) -> [Int: SendHistory] {
        [1: SendHistory(inWindow: moments, last: moments.last)]
    }

    private func walkAtLetter(_ email: String = "c@d.cz") throws -> ScreenWalk {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        try walk.submit(["email": .text(email)])
        return walk
    }

    @Test func `a form has all its words`() throws {
        let screen = try ScreenWalk(Self.flow, words: Self.words).screen
        #expect(screen.kind == .form)
        #expect(screen.flowTitle.text == "Example")
        #expect(screen.title.text == "Start")
        #expect(screen.intro?.text == "At most $500.00")
        #expect(screen.help?.text == "Help")
        #expect(screen.advice?.text == "Advice")
        #expect(screen.progress == Screen.Progress(position: 1, count: 2))
        #expect(screen.fields.map(\.label.text) == ["Address"])
        #expect(screen.timing == nil)
        #expect(!screen.allowsBack)
    }

    @Test func `words that nobody wrote are left out where they may be, and marked elsewhere`()
        throws
    {
        let screen = try ScreenWalk(Self.flow, words: "").screen
        #expect(screen.title.text == "⟦example.start.title⟧")
        #expect(screen.title.isMissing)
        #expect(screen.intro == nil)
        #expect(screen.help == nil)
    }

    @Test func `a waiting step shows what was answered, as people write it`() throws {
        let screen = try walkAtLetter().screen
        #expect(screen.kind == .waiting)
        #expect(screen.title.text == "Mail to <c@d.cz>")
        #expect(screen.timing?.recipient == "<c@d.cz>")
        #expect(screen.allowsBack)
    }

    @Test func `a step's visit is the one that its events answer`() throws {
        let walk = try walkAtLetter()
        #expect(try walk.screen.visit == walk.state.visit)
    }

    @Test(arguments: [("c@d.cz", ["Again"]), ("a@b.cz", ["Again", "Skip"])])
    func `buttons are shown where they can be pressed; links are none`(
        email: String,
        buttons: [String]
    ) throws {
        #expect(try walkAtLetter(email).screen.buttons.map(\.words.text) == buttons)
    }

    @Test func `a button that sends tells when it can be pressed`() throws {
        var walk = try walkAtLetter()
        walk.input.history = sent(0)
        #expect(try walk.screen.buttons.map(\.readyAt) == [60_000])
        walk.now = 60_000
        #expect(try walk.screen.buttons.map(\.readyAt) == [nil])
    }

    @Test func `a waiting step tells how long its link lives, how many are left, and when`() throws
    {
        var walk = try walkAtLetter()
        walk.input.history = sent(0)
        var timing = try #require(try walk.screen.timing)
        #expect(timing.linksExpireAt == 5_400_000)
        #expect(timing.sendsLeft == 2)
        #expect(timing.nextSendAt == 60_000)
        walk.input.history = sent(0, 1, 2)
        timing = try #require(try walk.screen.timing)
        #expect(timing.sendsLeft == 0)
        #expect(timing.nextSendAt == 86_400_000)
    }

    @Test func `what was not sent has no life to tell of`() throws {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        try walk.take(
            .submitted(visit: walk.state.visit, answers: ["email": .text("c@d.cz")]),
            history: sent(0)
        )
        let screen = try walk.screen
        #expect(screen.timing?.linksExpireAt == nil)
        #expect(screen.notices.map(\.text) == ["Wait 60 seconds"])
    }

    @Test func `a refusal is told, once`() throws {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        try walk.take(
            .submitted(visit: walk.state.visit, answers: ["email": .text("c@d.cz")]),
            history: sent(0)
        )
        walk.now = 59_001
        try walk.take(
            .pressed(visit: walk.state.visit, event: "resend"),
            history: sent(0)
        )
        #expect(try walk.screen.notices.map(\.text) == ["Wait 1 second"])
        walk.input.refusal = .stale
        #expect(try walk.screen.notices.map(\.text) == ["Stale", "Wait 1 second"])
    }

    @Test func `a fixed field is named in the refusal`() throws {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        walk.input.refusal = .fixed("email")
        #expect(try walk.screen.notices.map(\.text) == ["Address is fixed"])
    }

    @Test func `while the host works there is no way back`() throws {
        var walk = try walkAtLetter()
        try walk.take(.linkOpened(hash: walk.state.links[0].hash))
        let screen = try walk.screen
        #expect(screen.kind == .working)
        #expect(!screen.allowsBack)
        #expect(screen.progress == Screen.Progress(position: 2, count: 2))
    }

    @Test func `an end offers flows, and says which there are`() throws {
        var walk = try walkAtLetter()
        try walk.take(.linkOpened(hash: walk.state.links[0].hash))
        try walk.end("done")
        let screen = try walk.screen
        #expect(screen.kind == .end)
        #expect(screen.offers.map(\.words.text) == ["Other flow", "Unknown flow"])
        #expect(screen.offers.map(\.isOpen) == [true, false])
        #expect(screen.buttons == [])
        #expect(screen.progress == nil)
    }

    @Test func `letters get the same values`() throws {
        let walk = try walkAtLetter()
        let values = walk.builder.messageArguments(of: walk.state, now: 0)
        #expect(values["email"] == .text("<c@d.cz>"))
        #expect(values["most"] == .money(tenThousandths: 5_000_000, currency: "USD"))
        #expect(values["expires_at"] == .time(milliseconds: 5_400_000))
    }

    @Test func `where a screen can't be made, it says so by itself`() throws {
        let walk = try walkAtLetter()
        let notice = Words(text: "Broken", language: LanguageTag("en"))
        let screen = walk.builder.emptyScreen(of: walk.state, notice: notice)
        #expect(screen.notices == [notice])
        #expect(screen.step == "letter")
        #expect(screen.fields == [])
    }
}
