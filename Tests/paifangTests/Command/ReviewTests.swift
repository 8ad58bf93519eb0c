import Flows
import Foundation
import Screens
import Sessions
import Testing
import Uploads

@testable import paifang

@Suite("paifang review")
struct ReviewTests {
    /// A ticket that waits for an answer, begun here and not by the command.
    private static func ticket(_ home: CommandHome) throws -> Walk {
        let service = try SampleService(in: home).service
        let session = try service.engine.begin("support", input: [:], locale: "en", zone: "UTC")
        let walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
        let picture = try home.write(SampleFile.bytes(of: "png") ?? [], to: "my receipt.png")
        #expect(walk.answer("other", at: .init("question")) == .accepted)
        #expect(walk.submit() == .moved)
        for (field, answer) in [
            ("subject", "refund"), ("email", "jana@example.cz"),
            ("contact_email", "jana@work.example"), ("name", "Jana"),
        ] {
            #expect(walk.answer(answer, at: .init(FieldName(field))) == .accepted)
        }
        #expect(walk.submit() == .moved)
        for (field, answer) in [
            ("topic", "Order 1234"), ("message", "Where is my refund?"), ("attachments", picture),
            ("captcha", "pass"),
        ] {
            #expect(walk.answer(answer, at: .init(FieldName(field))) == .accepted)
        }
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "received")
        return walk
    }

    @Test func `a ticket is listed, shown and answered, and the answer goes out by mail`()
        async throws
    {
        let home = try CommandHome()
        let walk = try Self.ticket(home)
        let id = walk.sessionID.text
        let list = try await home.run(["review", "list"])
        #expect(list.status == 0)
        #expect(list.output.contains(id))
        #expect(list.output.contains("answer"))
        #expect(!list.output.contains("jana"))
        let folder = home.path + "/case"
        let shown = try await home.run(["review", "show", String(id.prefix(6)), "--into", folder])
        #expect(shown.status == 0)
        #expect(shown.output.contains("topic: Order 1234"))
        #expect(!shown.output.contains("my receipt"))
        let picture = folder + "/attachments-1.png"
        #expect(
            FileManager.default.contents(atPath: picture).map { Array($0) }
                == SampleFile.bytes(of: "png")
        )
        for (path, mode) in [(folder, 0o700), (picture, 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
        let answered = try await home.run(
            ["review", "answer", id, "--file", "-", "--json"],
            input: Array("It went out on Monday.\nPlease wait.\n".utf8)
        )
        #expect(answered.status == 0)
        #expect(answered.output.contains(#""step":"answered""#))
        #expect(!answered.output.contains("Monday"))
        let letter = try #require(try home.letters().last)
        let text = MailText.text(of: try #require(ProjectFolder.bytes(of: letter)))
        #expect(text.contains("jana@work.example"))
        #expect(text.contains("It went out on Monday.\nPlease wait.”"))
        #expect(walk.refresh())
        #expect(walk.screen.step == "answered")
        let empty = try await home.run(["review"])
        #expect(empty.status == 0)
        #expect(empty.output.isEmpty)
    }

    @Test(arguments: [
        (["approve"], 64, "waits for answer"),
        (["refuse", "--reason", "unreadable"], 64, "waits for answer"),
        (["answer"], 64, "--text"), (["answer", "--text", ""], 64, "at most 4000"),
        (["answer", "--text", "a\u{7}b"], 64, "at most 4000"),
        (["answer", "--file", "/nowhere"], 2, "can't be read"),
    ])
    func `what can't be done is said, and changes nothing`(
        _ wrong: (arguments: [String], status: Int32, words: String)
    ) async throws {
        let home = try CommandHome()
        let walk = try Self.ticket(home)
        var arguments = ["review"] + wrong.arguments
        arguments.insert(walk.sessionID.text, at: 2)
        let result = try await home.run(arguments)
        #expect(result.status == wrong.status)
        #expect(result.errors.contains(wrong.words))
        #expect(walk.refresh() == false)
        #expect(walk.screen.step == "received")
    }

    @Test
    func `no case and no database are told, and a folder that others can look into is not taken`()
        async throws
    {
        let home = try CommandHome()
        #expect(try await home.run(["review", "list"]).status == 2)
        let walk = try Self.ticket(home)
        let none = try await home.run(["review", "show", "ffff"])
        #expect(none.status == 2)
        #expect(none.errors.contains("no case ffff"))
        let open = home.path + "/open"
        try FileManager.default.createDirectory(
            atPath: open,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o755]
        )
        let shown = try await home.run(["review", "show", walk.sessionID.text, "--into", open])
        #expect(shown.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: open).isEmpty)
    }
}
