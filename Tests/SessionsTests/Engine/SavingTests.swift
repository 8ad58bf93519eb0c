import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Saving")
struct SavingTests {
    @Test
    func `every acknowledged answer is in a session that is read anew`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        for step in ["start", "personal", "document", "address", "phones", "secure", "wallet"] {
            try bench.go(walk, to: StepName(step))
            for field in walk.screen.fields {
                walk.fill(only: [field.path.name])
                let again = try bench.again().resume(walk.sessionID)
                #expect(again.field(field.path.name)?.isAnswered == true, "\(field.path.name)")
                #expect(again.state == walk.state)
            }
        }
    }

    @Test
    func `a resumed walk goes on to the end`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "phones")
        let again = try bench.again()
        let resumed = try again.resume(walk.sessionID)
        try again.go(resumed, to: "registered")
        #expect(bench.transport.letters.count == 2)
    }

    @Test(arguments: [true, false])
    func `nothing personal or secret is in the files or the log in the clear`(
        isSandbox: Bool
    ) throws {
        var parts = WalkBench.Parts()
        parts.isSandbox = isSandbox
        let bench = try WalkBench(parts)
        let canaries = [
            "email": "kanarek@kanarek-mail.example", "given_name": "Kanarekgiven",
            "family_name": "Kanarekfamily", "document_number": "40718293",
            "region": "Kanarekregion", "city": "Kanarekcity", "street": "Kanarekstreet",
            "postcode": "735 14", "mobile": "+420 777 123 987", "payment_password": "908172",
            "security_answers[0].answer": "Kanarekanswer",
            "security_answers[1].answer": "Kanareksecond", "security_answers[2].answer": "Kanarekx",
        ]
        let walk = try bench.walk(to: "registered", canaries)
        let token = try bench.token()
        let found =
            String(decoding: try bench.bytesOnDisk(), as: UTF8.self)
            + bench.log.all.joined(separator: "\n")
        // A failed expectation would print all of it.
        let holds = { (text: String) in found.contains(text) }
        #expect(holds(walk.sessionID.text))
        let leaked = canaries.filter { holds($0.value) || holds($0.value.filter { $0 != " " }) }
        #expect(leaked.keys.sorted() == [])
        let others = [token, "1990-03-27"].filter(holds)
        #expect(others.count == 0)
    }

    @Test
    func `the state and the journal hold references to secrets, never the secrets`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "wallet", ["payment_password": "908172"])
        let rows = try bench.store.journal(of: walk.sessionID)
        let entries = try rows.map { try bench.engine.entry(of: $0, in: walk.session) }
        let plain = try StateCoder.bytes(walk.state) + entries.flatMap { try StateCoder.bytes($0) }
        let text = String(decoding: plain, as: UTF8.self)
        #expect(text.contains("Dlouh"))
        for secret in ["908172", "Rex", "Pek", try bench.token()] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(walk.state.references.count == 4)
    }

    @Test
    func `a secret that is replaced is dropped, the new one is kept`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "secure")
        walk.fill()
        let before = walk.state.references
        walk.reply("135790", to: "payment_password")
        walk.reply("rex", to: "security_answers[0].answer")
        let after = walk.state.references
        #expect(before.subtracting(after).count == 2)
        for reference in before.subtracting(after) {
            #expect(try bench.store.secret(reference) == nil)
        }
        for reference in after {
            #expect(try bench.store.secret(reference)?.session == walk.sessionID)
        }
    }

    @Test
    func `a secret that the machine does not take is not kept`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "secure")
        let reference = SecretReference("00")
        let row = SecretRow(reference: reference, session: walk.sessionID, sealed: [1])
        // A list with four records where three are asked.
        let record: [FieldValue?] = [.text("first_pet"), .sealed(reference)]
        let event = FlowEvent.answered(
            visit: walk.state.visit,
            answers: ["security_answers": .list(Array(repeating: record, count: 4))]
        )
        let advance = try bench.engine.take(event, in: &walk.session, secrets: [row])
        #expect(advance.problems.count == 1)
        #expect(try bench.store.secret(reference) == nil)
    }

    @Test
    func `an answer that changes nothing but time is saved once, a refused one not at all`() throws
    {
        let bench = try WalkBench()
        let walk = try bench.begin()
        walk.reply("anna@example.com", to: "email")
        let sequence = walk.state.sequence
        #expect(walk.press("resend") == .refused)
        #expect(walk.goBack() == .refused)
        #expect(walk.reply("Anna", to: "given_name") == .refused)
        #expect(walk.state.sequence == sequence)
        #expect(try bench.store.journal(of: walk.sessionID).count == sequence)
    }
}
