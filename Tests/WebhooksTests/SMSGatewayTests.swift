import Flows
import Mail
import Sessions
import TestTexts
import Testing

@testable import Webhooks

@Suite("SMSGateway", .enabled(if: HostProcess.canRun))
struct SMSGatewayTests {
    private let message = Letter(
        id: "5e55.3.0",
        channel: .sms,
        recipient: "+420601123456",
        senderName: "",
        subject: "",
        paragraphs: [.text("730164 je váš kód. Nikomu ho neříkejte.")],
        language: "cs",
        writtenAt: 0
    )

    @Test func `a short message goes to the gateway with its id as the key`() throws {
        let process = try HostProcess("ok")
        try SMSGateway(try Calls.webhook(to: process.url)).deliver(message)
        let request = try #require(try process.requests.first)
        #expect(request.signed)
        #expect(request.key == "5e55.3.0")
        #expect(
            request.body == """
                {"schema":1,"id":"5e55.3.0","to":"+420601123456",\
                "text":"730164 je váš kód. Nikomu ho neříkejte.","language":"cs"}
                """
        )
    }

    @Test(arguments: [("500", true), ("429", true), ("400", false), ("401", false), ("slow", true)])
    func `what the gateway does not take is tried again only where that makes sense`(
        plan: String,
        isTemporary: Bool
    ) throws {
        let process = try HostProcess(plan)
        let gateway = SMSGateway(try Calls.webhook(to: process.url, answering: 150))
        let failure = try #require(throws: DeliveryFailure.self) { try gateway.deliver(message) }
        #expect(failure.isTemporary == isTemporary)
        // Neither the number nor the code may come into a log.
        #expect(!failure.reason.contains("601"))
        #expect(!failure.reason.contains("730164"))
    }

    /// Counts what it is given.
    private struct Refusing: LetterTransport {
        let reason: String
        func deliver(_ letter: Letter) throws(DeliveryFailure) {
            throw DeliveryFailure(reason: reason, isTemporary: false)
        }
        func place(of letter: Letter) -> String? { reason }
    }

    @Test func `letters and short messages go each their own way`() {
        let transport = ChannelTransport(
            letters: Refusing(reason: "letters"),
            shortMessages: Refusing(reason: "short")
        )
        var letter = message
        #expect(transport.place(of: letter) == "short")
        #expect(throws: DeliveryFailure(reason: "short", isTemporary: false)) {
            try transport.deliver(letter)
        }
        letter.channel = .mail
        #expect(transport.place(of: letter) == "letters")
        #expect(throws: DeliveryFailure(reason: "letters", isTemporary: false)) {
            try transport.deliver(letter)
        }
    }
}
