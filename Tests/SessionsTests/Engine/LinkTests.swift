import Flows
import Foundation
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("Links")
struct LinkTests {
    /// Opens a link that is refused; gives the refusal and its words.
    private func refused(_ walk: Walk, _ link: String) -> (refusal: Refusal?, words: String?) {
        let before = walk.state.step
        #expect(walk.openLink(link) == .refused)
        #expect(walk.state.step == before || walk.screen.step == "link_expired")
        return (walk.input.refusal, walk.screen.notices.first?.text)
    }

    @Test
    func `each link that leads nowhere is refused with words of its own`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let first = try bench.token()
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .moved)
        let second = try bench.token()

        let superseded = refused(walk, first)
        #expect(superseded.refusal == .superseded)

        let other = try bench.walk(to: "check_mail", ["email": "boris@example.com"])
        let otherSession = refused(walk, try bench.token())
        #expect(otherSession.refusal == .otherSession)
        #expect(other.screen.step == "check_mail")

        let forged = refused(walk, String(repeating: "A", count: 43))
        #expect(forged.refusal == .forged)
        // One letter of it was changed.
        let tampered = (second.first == "x" ? "y" : "x") + second.dropFirst()
        #expect(refused(walk, tampered).refusal == .forged)
        #expect(refused(walk, String(second.dropLast())).refusal == .forged)
        #expect(refused(walk, "").refusal == .forged)

        #expect(walk.openLink(second) == .moved)
        let used = refused(walk, second)
        #expect(used.refusal == .used)

        let late = try bench.walk(to: "check_mail", ["email": "cyril@example.com"])
        let third = try bench.token()
        bench.clock.move(by: .day)
        let expired = refused(late, third)
        #expect(expired.refusal == .expired)
        #expect(late.screen.step == "link_expired")

        let words = [superseded, otherSession, forged, used, expired].compactMap(\.words)
        #expect(Set(words).count == 5)
    }

    @Test
    func `a refused link writes nothing, and the right one still works`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let sequence = walk.state.sequence
        for _ in 0..<20 { #expect(walk.openLink(String(repeating: "B", count: 43)) == .refused) }
        #expect(walk.state.sequence == sequence)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `a link is dead as soon as the step that sent it is left`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        #expect(walk.press("change_email") == .moved)
        #expect(refused(walk, try bench.token()).refusal == .superseded)
    }

    @Test
    func `a link of another purpose does nothing`() throws {
        var parts = WalkBench.Parts()
        parts.texts = SmallFlows.twice
        let bench = try WalkBench(parts)
        let walk = try bench.begin(["guest": .text("anna@example.com")])
        let first = try bench.token()
        #expect(walk.press("other") == .moved)
        let second = try bench.token()
        #expect(refused(walk, first).refusal == .superseded)
        #expect(walk.screen.step == "second")
        #expect(walk.openLink(second) == .moved)
        #expect(walk.screen.step == "over")
        #expect(refused(walk, first).refusal == .superseded)
        #expect(refused(walk, second).refusal == .used)
    }

    @Test(arguments: [
        "%@", "  %@\n", "https://wallet.example/open/%@", "<https://x.example/open/%@>",
        "paifang open %@", "„%@“", "%@.",
    ])
    func `a link is found in what was pasted`(form: String) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let pasted = form.replacingOccurrences(of: "%@", with: try bench.token())
        #expect(walk.openLink(pasted) == .moved)
    }

    @Test
    func `the session of a link is found by its hash, and the token is kept nowhere`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let token = try #require(LinkText.token(in: try bench.token()))
        #expect(try bench.engine.session(ofLink: token.hash.bytes) == walk.sessionID)
        #expect(try bench.engine.session(ofLink: [1, 2, 3]) == nil)
        #expect(walk.state.links.map(\.hash) == [token.hash.bytes])
    }

    @Test
    func `a link opened in another terminal moves the walk there`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let other = try bench.again()
        let token = try #require(LinkText.token(in: try bench.token()))
        let id = try #require(try other.engine.session(ofLink: token.hash.bytes))
        #expect(try other.resume(id).openLink(token.reveal()) == .moved)
        #expect(walk.refresh())
        #expect(walk.screen.step == "personal")
        #expect(!walk.refresh())
    }

    @Test
    func `a link that another terminal had sent opens here as well`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.move(by: .minute)
        #expect(try bench.again().resume(walk.sessionID).press("resend") == .moved)
        #expect(walk.openLink(try bench.token()) == .moved)
        #expect(walk.screen.step == "personal")
    }

    @Test
    func `links that died long ago are let go of, and are superseded all the same`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let first = try bench.token()
        for _ in 0..<80 {
            bench.clock.move(by: 9 * .hour)
            #expect(walk.press("resend") == .moved)
        }
        #expect(walk.state.links.count < 70)
        #expect(refused(walk, first).refusal == .superseded)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `only in a sandbox does the letter's link follow itself`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        #expect(walk.canOpenOwnLink)
        #expect(walk.openOwnLink() == .moved)
        #expect(!walk.canOpenOwnLink)
        #expect(walk.openOwnLink() == .refused)

        var parts = WalkBench.Parts()
        parts.isSandbox = false
        let real = try WalkBench(parts)
        let other = try real.walk(to: "check_mail")
        #expect(!other.canOpenOwnLink)
        #expect(other.openOwnLink() == .refused)
        #expect(other.screen.step == "check_mail")
    }

    @Test
    func `after a resend the link that follows itself is the new one`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        for _ in 0..<2 {
            bench.clock.move(by: .minute)
            #expect(walk.press("resend") == .moved)
        }
        #expect(try bench.resume(walk.sessionID).openOwnLink() == .moved)
    }
}
