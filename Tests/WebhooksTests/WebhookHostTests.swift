import Flows
import Foundation
import Sessions
import Synchronization
import TestTexts
import Testing

@testable import Webhooks

@Suite("WebhookHost", .enabled(if: HostProcess.canRun))
struct WebhookHostTests {
    /// What a host has waited for and complained about.
    private final class Notes: Sendable {
        let waits = Mutex<[Int64]>([])
        let reasons = Mutex<[String]>([])
    }

    private func host(
        _ process: HostProcess,
        key: String = HostProcess.key,
        answering: Int32 = 60_000,
        notes: Notes = Notes()
    ) throws -> WebhookHost {
        WebhookHost(
            webhooks: [
                "accounts": try Calls.webhook(to: process.url, key: key, answering: answering)
            ],
            pause: { wait in notes.waits.withLock { $0.append(wait) } },
            report: { trouble in notes.reasons.withLock { $0.append(trouble.reason) } }
        )
    }

    @Test func `a host of another language makes an account`() throws {
        let process = try HostProcess("ok")
        let result = try host(process).perform(Calls.create())
        #expect(result.outcome == "done")
        #expect(result.gives == ["account_id": .text("a1")])
        let request = try #require(try process.requests.first)
        #expect(request.signed)
        #expect(request.path == "/paifang")
        #expect(request.key == "5e55.7.0")
        #expect(request.type == "application/json")
        #expect(
            request.body == """
                {"schema":1,"effect":"create_account","key":"5e55.7.0","session":"5e55","locale":"cs",\
                "values":{"email":"jana@example.cz"},"set_once":[],"outcomes":["done","email_taken"]}
                """
        )
    }

    @Test func `the same key makes one account, another key another`() throws {
        let process = try HostProcess("ok")
        let host = try host(process)
        let results = ["k1", "k1", "k2"].map { host.perform(Calls.create(key: $0)).gives }
        #expect(
            results == [
                ["account_id": .text("a1")], ["account_id": .text("a1")],
                ["account_id": .text("a2")],
            ]
        )
    }

    @Test
    func `what crashed after its work is asked again with the same key, and has done it once`()
        throws
    {
        let process = try HostProcess("crash,ok")
        let notes = Notes()
        let result = try host(process, notes: notes).perform(Calls.create())
        #expect(result.gives == ["account_id": .text("a1")])
        #expect(try process.accounts.count == 1)
        #expect(try process.requests.map(\.key) == ["5e55.7.0", "5e55.7.0"])
        #expect(notes.waits.withLock { $0 } == [200])
    }

    @Test(arguments: ["500,ok", "503,429,ok"])
    func `trouble that passes is waited for, longer each time`(plan: String) throws {
        let process = try HostProcess(plan)
        let notes = Notes()
        #expect(try host(process, notes: notes).perform(Calls.create()).outcome == "done")
        let tries = plan.split(separator: ",").count
        #expect(notes.waits.withLock { $0 } == Array([200, 1_000].prefix(tries - 1)))
        let bodies = try process.requests.map(\.body)
        #expect(Set(bodies).count == 1)
    }

    @Test func `trouble that stays ends as unavailable after three tries`() throws {
        let process = try HostProcess("500")
        let notes = Notes()
        let result = try host(process, notes: notes).perform(Calls.create())
        #expect(result.outcome == "unavailable")
        #expect(try process.requests.count == 3)
        #expect(notes.reasons.withLock { $0 } == ["the answer has the status 500"])
    }

    @Test func `a slow host is not waited for longer than is set`() throws {
        let process = try HostProcess("slow")
        let notes = Notes()
        let result = try host(process, answering: 150, notes: notes).perform(Calls.create())
        #expect(result.outcome == "unavailable")
        #expect(notes.reasons.withLock { $0 } == ["no answer in time"])
    }

    @Test(arguments: [
        ("say:{", "the answer is no JSON object"), ("say:[]", "the answer is no JSON object"),
        ("say:", "the answer is no JSON object"),
        ("say:{}", "the answer names none of the outcomes"),
        ("say:{\"outcome\": \"paid\"}", "the answer names none of the outcomes"),
        ("say:{\"outcome\": 1}", "the answer names none of the outcomes"),
        ("say:{\"outcome\": \"done\"}", "what the answer gives as `account_id` does not fit"),
        (
            "say:{\"outcome\": \"done\"; \"gives\": {\"account_id\": 7}}",
            "what the answer gives as `account_id` does not fit"
        ),
        ("long", "the answer is too long"), ("404", "the answer has the status 404"),
        ("redirect", "the answer has the status 302"),
    ])
    func `what can't be understood is unavailable, and is not asked for again`(
        plan: String,
        reason: String
    ) throws {
        let process = try HostProcess(plan)
        let notes = Notes()
        #expect(try host(process, notes: notes).perform(Calls.create()).outcome == "unavailable")
        #expect(notes.reasons.withLock { $0 } == [reason])
        #expect(try process.requests.count == 1)
    }

    @Test func `an outcome without values needs none`() throws {
        let process = try HostProcess(
            "say:{\"outcome\": \"email_taken\"; \"gives\": null; \"x\": 1}"
        )
        #expect(try host(process).perform(Calls.create()).outcome == "email_taken")
    }

    @Test func `with another key nothing is done`() throws {
        let process = try HostProcess("ok")
        let other = try host(process, key: "another-key-of-the-tests")
        #expect(other.perform(Calls.create()).outcome == "unavailable")
        #expect(try process.requests.map(\.signed) == [false])
        #expect(try process.accounts.isEmpty)
    }

    @Test func `where nobody listens the effect is unavailable`() throws {
        let url = try HostProcess("ok").url
        let notes = Notes()
        let host = WebhookHost(
            webhooks: ["accounts": try Calls.webhook(to: url)],
            pause: { _ in },
            report: { trouble in notes.reasons.withLock { $0.append(trouble.reason) } }
        )
        #expect(host.perform(Calls.create()).outcome == "unavailable")
        #expect(notes.reasons.withLock { $0 } == ["nobody answers there"])
    }

    @Test func `an effect whose webhook is not configured is not served`() throws {
        let host = WebhookHost(webhooks: [:], pause: { _ in }, report: { _ in })
        #expect(!host.serves(Calls.create()))
        #expect(host.perform(Calls.create()).outcome == "unavailable")
    }
}
