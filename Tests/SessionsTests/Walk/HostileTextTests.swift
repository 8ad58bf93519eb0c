import Flows
import Localization
import Screens
import TestTexts
import Testing

@testable import Sessions

// T12: shown as text, always.
@Suite("Hostile texts")
struct HostileTextTests {
    @Test
    func `there are two hundred of them`() {
        #expect(HostileTexts.all.count == 200)
        #expect(Set(HostileTexts.all.map { Array($0.unicodeScalars) }).count == 200)
    }

    @Test(arguments: [
        "start", "personal", "document", "address", "phones", "secure", "wallet",
    ])
    func `in any field are kept as text or refused with words`(step: String) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: StepName(step))
        let paths = walk.screen.fields.map(\.path)
        for text in HostileTexts.all {
            for path in paths {
                let reply = walk.reply(text, to: path.name)
                #expect(
                    reply == .accepted || reply == .problem,
                    "\(path.name) \(text.debugDescription)"
                )
            }
            for field in walk.screen.fields {
                check(field, text)
            }
        }
        // What was kept is read again as it was.
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.state == walk.state)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    private func check(_ field: ScreenField, _ text: String) {
        let name = field.path.name
        let words = [field.problem?.text, field.shown] + field.notes.map(\.text)
        for word in words.compactMap(\.self) {
            #expect(
                !word.unicodeScalars.contains(where: HostileTexts.isDangerous),
                "\(name) \(text.debugDescription)"
            )
            // A name in a mark would be a missing message, unless the person has typed one.
            #expect(text.contains("⟦") || !word.contains("⟦"), "\(name) \(text.debugDescription)")
        }
        if field.problem == nil { #expect(field.rejected == nil, "\(name)") }
        if case .secret = field.control { #expect(field.rejected == nil && field.editable == nil) }
    }

    @Test
    func `pasted as a link are forged, and nothing is written`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let sequence = walk.state.sequence
        for text in HostileTexts.all {
            #expect(walk.openLink(text) == .refused)
            #expect(walk.input.refusal == .forged)
        }
        #expect(walk.state.sequence == sequence)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `looked for among countries find nothing that is none`() throws {
        let walk = try WalkBench().begin()
        for text in HostileTexts.all {
            #expect(walk.countryMatches(text).allSatisfy { $0.utf8.count == 2 })
        }
    }

    @Test
    func `a city with signs of message patterns stands as it is on the screen and in the account`()
        throws
    {
        let bench = try WalkBench()
        let city = "{email} '{'#|%s <b>&lt;"
        let walk = try bench.walk(to: "check_answers", ["city": city])
        #expect(walk.field("city")?.shown == city)
        #expect(walk.field("city")?.editable == city)
        try bench.go(walk, to: "registered")
        #expect(bench.host.calls.last?.values["city"] == .text(city))
    }

    @Test
    func `input that is no field of the flow, or of another type, is left out`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin([
            "marketplace_email": .text("anna@example.com"), "account_id": .text("1"),
            "is_known": .bool(true), "nothing": .text("x"),
        ])
        #expect(walk.state.fields.compactMap(\.self).count == 2)
    }
}
