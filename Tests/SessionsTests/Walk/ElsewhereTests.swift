import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

/// A link that is opened on another device than the one that asked for it.
@Suite("Elsewhere")
struct ElsewhereTests {
    @Test
    func `with the code the other device goes on, and the first one is told`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = try #require(first.codeForElsewhere)
        #expect(code.count == 6 && code.allSatisfy(\.isNumber))
        let second = try #require(bench.elsewhere(code).walk)
        #expect(second.screen.step == "personal")
        #expect(!second.isContinuedElsewhere && second.codeForElsewhere == nil)
        #expect(!second.screen.allowsBack)

        #expect(first.refresh())
        #expect(first.isContinuedElsewhere)
        let told = first.words("refused.continued_elsewhere", [:]).text
        #expect(first.screen.notices.map(\.text) == [told])
        #expect(first.screen.fields.isEmpty && first.screen.buttons.isEmpty)
        #expect(first.codeForElsewhere == nil && first.lastLetter == nil)

        second.fill()
        #expect(second.submit() == .moved)
        #expect(try bench.engine.journalFinding(of: first.sessionID) == nil)
    }

    @Test
    func `whatever the first device does from then on is refused`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let second = try #require(bench.elsewhere(first.codeForElsewhere).walk)
        let link = try bench.token()
        let before = second.state
        let path = AnswerPath("family_name")
        // The first knows of nothing, then it has looked.
        for isKnowing in [false, true] {
            let doings: [(Walk) -> WalkReply] = [
                { $0.submit() }, { $0.goBack() }, { $0.press("resend") },
                { $0.change(path) }, { $0.openLink(link) }, { $0.openLink("nonsense") },
                { $0.answer("Nováková", at: path) },
                { $0.answer(secret: "246802", repeated: "246802", at: path) },
                { $0.check(secret: "246802", at: path) }, { $0.openOwnLink() },
            ]
            for doing in doings {
                let walk = try bench.first(first.sessionID)
                if isKnowing { _ = walk.refresh() }
                #expect(doing(walk) == .refused)
                #expect(walk.refusal == .continuedElsewhere)
            }
        }
        // One that had the waiting screen before it all, and never looked again.
        bench.clock.move(by: .minute)
        #expect(first.press("resend") == .refused)
        #expect(first.refusal == .continuedElsewhere)
        #expect(first.isContinuedElsewhere)
        first.choose(language: LanguageTag("cs"))
        #expect(first.language == LanguageTag("cs"))
        #expect(try bench.engine.read(first.sessionID).state == before)
        #expect(bench.transport.letters.count == 1)
    }

    @Test
    func `who has the database and its keys holds every walk`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        _ = try #require(bench.elsewhere(first.codeForElsewhere).walk)
        let terminal = try bench.again().resume(first.sessionID)
        #expect(!terminal.isContinuedElsewhere)
        terminal.fill()
        #expect(terminal.submit() == .moved)
    }

    @Test
    func `where it began, the button is enough`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        #expect(first.openLink(try bench.token()) == .moved)
        #expect(first.screen.step == "personal")
        #expect(!first.isContinuedElsewhere)
    }

    // T5: looking writes nothing.
    @Test(arguments: [nil, "", "12345", "abcdef", "1234567"])
    func `without a code it is asked for, and nothing is written`(code: String?) throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let saves = bench.store.commits.count
        for _ in 0..<20 { #expect(bench.elsewhere(code).refusal == .codeNeeded) }
        #expect(bench.store.commits.count == saves)
        #expect(!first.refresh())
        #expect(bench.elsewhere(first.codeForElsewhere).walk != nil)
    }

    @Test
    func `it may be typed with spaces, hyphens and full-width digits`() throws {
        let bench = try WalkBench()
        let code = try #require(try bench.waiting().codeForElsewhere)
        let wide = String(
            code.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(Character.init)
        )
        #expect(bench.elsewhere(" " + wide.prefix(3) + " - " + wide.suffix(3)).walk != nil)
    }

    @Test
    func `the code dies with its link`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = try #require(first.codeForElsewhere)
        let link = try bench.token()
        bench.clock.move(by: .minute)
        #expect(first.press("resend") == .moved)
        let next = try #require(first.codeForElsewhere)
        try #require(next != code, "one in a million")
        #expect(bench.elsewhere(code, link: link).refusal == .superseded)
        #expect(bench.elsewhere(code).refusal == .wrongCode)
        bench.clock.move(by: .day)
        #expect(bench.elsewhere(next).refusal == .expired)
        #expect(first.refresh())
        #expect(first.codeForElsewhere == nil)
    }

    @Test
    func `a link that leads nowhere is refused elsewhere as at home`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = first.codeForElsewhere
        #expect(bench.elsewhere(code, link: "nonsense").refusal == .forged)
        let unknown = String(repeating: "A", count: 43)
        #expect(bench.elsewhere(code, link: unknown).refusal == .forged)
        #expect(first.openLink(try bench.token()) == .moved)
        #expect(bench.elsewhere(code).refusal == .used)
    }

    @Test
    func `the code is shown again after a restart, and is kept nowhere`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let code = try #require(first.codeForElsewhere)
        let again = try bench.again().first(first.sessionID)
        #expect(again.codeForElsewhere == code)
        #expect(bench.elsewhere(bench.wrong(code)).refusal == .wrongCode)
        #expect(bench.elsewhere(code).walk != nil)
        #expect(!String(decoding: try bench.bytesOnDisk(), as: UTF8.self).contains(code))
        #expect(!bench.log.all.joined().contains(code))
        let state = try bench.engine.read(first.sessionID).state
        #expect(!String(decoding: try StateCoder.bytes(state), as: UTF8.self).contains(code))
    }

    @Test
    func `each walk and each key file has its own code`() throws {
        let bench = try WalkBench()
        let first = try bench.waiting()
        let other = try bench.waiting()
        try #require(first.codeForElsewhere != other.codeForElsewhere, "one in a million")
        #expect(bench.elsewhere(first.codeForElsewhere).refusal == .wrongCode)
        let visit = first.state.visit
        let own = bench.keys.shownCode(of: first.sessionID, visit: visit)
        let foreign = SessionKeys(
            master: MasterKeys(random: SystemRandom()),
            hashing: .fastForTests
        ).shownCode(of: first.sessionID, visit: visit)
        #expect(first.codeForElsewhere == own.reveal())
        try #require(foreign.reveal() != own.reveal(), "one in a million")
        #expect(!own.isSame(as: foreign))
    }

    @Test
    func `a known address is shown a code as an unknown one is`() throws {
        let bench = try WalkBench()
        let known = try bench.walk(to: "registered")
        #expect(known.codeForElsewhere == nil)
        let walk = try bench.begin()
        walk.fill()
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "check_mail")
        #expect(bench.transport.letters.last.flatMap(LinkText.token(in:)) == nil)
        #expect(walk.codeForElsewhere?.count == 6)
    }
}
