import Flows
import Foundation
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("Codes that are sent")
struct CodeTests {
    /// A sub-flow that proves a phone number, and a caller.
    private static let texts = {
        var texts = FlowTexts(
            flow: """
                flow: caller
                version: 1
                expires: {after: 7d, goto: over}
                fields: [{mobile: {type: phone}}]
                steps:
                  - {step: start, ask: [mobile]}
                  - step: verify
                    run: phone-verification
                    with: {phone: mobile}
                    events: {verified: proven, gave_up: start}
                  - {step: proven, back: never, events: {go_on: over}}
                  - {step: over, end: done}
                """,
            fields: "fields: {}",
            effects: "effects: {}"
        )
        texts.others = [
            """
            flow: phone-verification
            version: 1
            input: {phone: {type: phone, privacy: personal}}
            fields: [{sms_code: {type: code, digits: 6}}]
            steps:
              - step: enter_code
                send: {sms: verify_phone, to: phone, code: sms_code, limit: {times: 3, apart: 60s, per: [session, phone], within: 1h}}
                ask: [sms_code]
                attempts: {times: 3, goto: gave_up}
                next: verified
                events: {resend: enter_code, skip: gave_up}
                after: {10m: gave_up}
              - {step: verified, end: verified}
              - {step: gave_up, end: gave_up}
            """
        ]
        return texts
    }()

    private static let path = AnswerPath("verify.sms_code")

    /// A bench whose short message says nothing but the code.
    private static func bench() throws -> WalkBench {
        try WalkBench(WalkBench.Parts(texts: texts))
    }

    private static func walk(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("+420 601 123 456", at: AnswerPath("mobile")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "verify.enter_code")
        return walk
    }

    /// The code of a message, which the words in these tests show as they are.
    private static func code(_ bench: WalkBench, _ index: Int? = nil) throws -> String {
        let letters = bench.transport.letters
        let letter = try #require(index.map { letters[$0] } ?? letters.last)
        #expect(letter.channel == .sms)
        guard case .text(let text)? = letter.paragraphs.first else { throw CodeMissing() }
        let digits = text.filter(\.isNumber)
        try #require(digits.count == 6, "\(text)")
        return digits
    }

    private struct CodeMissing: Error {}

    @Test
    func `the right code leads on`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        #expect(bench.transport.letters.map(\.recipient) == ["+420601123456"])
        #expect(walk.answer(try Self.code(bench), at: Self.path) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "proven")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `it may be typed with spaces, hyphens and full-width digits`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        let code = try Self.code(bench)
        let wide = String(
            code.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(Character.init)
        )
        #expect(walk.answer(wide.prefix(3) + " - " + wide.suffix(3), at: Self.path) == .accepted)
    }

    @Test
    func `without the code nobody goes on`() throws {
        let walk = try Self.walk(try Self.bench())
        #expect(walk.submit() == .problem)
        #expect(walk.screen.step == "verify.enter_code")
    }

    @Test
    func `wrong ones are counted, and after the last the way is closed`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        let right = try Self.code(bench)
        let wrong = right == "000000" ? "000001" : "000000"
        for _ in 0..<2 {
            #expect(walk.answer(wrong, at: Self.path) == .problem)
            #expect(
                walk.screen.fields.first?.problem?.text
                    == walk.words("error.code.wrong", [:]).text
            )
        }
        #expect(walk.answer(wrong, at: Self.path) == .moved)
        #expect(walk.screen.step == "start")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `what is no code is no attempt`() throws {
        let walk = try Self.walk(try Self.bench())
        for text in ["12345", "abcdef", "1234567"] {
            #expect(walk.answer(text, at: Self.path) == .problem)
        }
        #expect(walk.state.attempts.isEmpty)
    }

    @Test
    func `a newer code kills the older, which says so and is no attempt`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        let first = try Self.code(bench)
        bench.clock.move(by: 61 * .second)
        #expect(walk.press("resend") == .moved)
        let second = try Self.code(bench)
        try #require(first != second, "one in a million")
        #expect(walk.answer(first, at: Self.path) == .problem)
        #expect(
            walk.screen.fields.first?.problem?.text == walk.words("error.code.superseded", [:]).text
        )
        #expect(walk.state.attempts.isEmpty)
        #expect(walk.answer(second, at: Self.path) == .accepted)
    }

    @Test
    func `a code proves the number it went to, and no other`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        #expect(walk.answer(try Self.code(bench), at: Self.path) == .accepted)
        #expect(walk.goBack() == .moved)
        #expect(walk.answer("+420 602 123 456", at: AnswerPath("mobile")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.submit() == .problem)
        #expect(walk.screen.step == "verify.enter_code")
    }

    @Test
    func `neither the code nor what was typed is on the disk`() throws {
        let bench = try Self.bench()
        let walk = try Self.walk(bench)
        let code = try Self.code(bench)
        #expect(walk.answer(code, at: Self.path) == .accepted)
        #expect(walk.submit() == .moved)
        let bytes = try bench.bytesOnDisk()
        #expect(!String(decoding: bytes, as: UTF8.self).contains(code))
        #expect(!bench.log.all.joined().contains(code))
    }

    @Test
    func `a code of another session is wrong here`() throws {
        let bench = try Self.bench()
        let first = try Self.walk(bench)
        let code = try Self.code(bench)
        let keys = bench.keys
        let record = try #require(first.state.links.last)
        let parsed = try #require(ShortCode.parse(code))
        #expect(keys.matches(parsed, record.hash, session: first.sessionID))
        #expect(!keys.matches(parsed, record.hash, session: SessionID("other")))
    }
}
