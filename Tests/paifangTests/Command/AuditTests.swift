import Flows
import Foundation
import Testing

@testable import paifang

@Suite("paifang check --audit")
struct AuditTests {
    private let home: CommandHome

    init() throws { home = try CommandHome() }

    @Test func `what is asked, sent, given away, promised and ended is listed`() async throws {
        let result = try await home.run(["check", "--audit"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        for expected in [
            "wallet-signup, version 1 (flows/wallet-signup.yaml)",
            "citizenship country personal: encrypted where it is stored, masked in logs and reports; set once; asked in personal",
            "payment_password secret secret: sealed by the vault, never shown; asked in secure",
            "captcha captcha the answer is not kept; asked in start",
            "agreement consent not marked as personal; accepts user-agreement; asked in start",
            "is_known bool not marked as personal; given by an effect",
            "mail confirm_email to email, in check_mail, with a link for confirmed; unless is_known",
            "at most 4 times within 1d, 1m apart, counted per session and per email",
            "mail welcome to email, in registered", "at most 1 time, counted per session",
            "find_account, in look_up", "gets email", "gives is_known with answered",
            "create_account, in create; never again after a success",
            "gets where it is known marketplace_account",
            "create_account.done only after check_mail.confirmed, at most 1 time",
            "because every way to create_account goes through check_mail.confirmed",
            "because the link of confirm_email goes to email, which can't be changed in between",
            "a walk that nobody touches: after 7d, at abandoned",
            "check_mail: after 1d, at link_expired",
            "flows/wallet-signup.yaml:29 payment_password may have as few as 6 characters",
            "fewer than 8 are soon found by trying; 15 are advised [OWASP ASVS 5.0, 6.2.1]",
            "flows/fields.yaml:53 the rule digits_only of payment_password takes digits only",
            "flows/fields.yaml:67 security_answers asks for secret answers to questions that are chosen",
        ] {
            #expect(lines.contains(expected), "\(expected)")
        }
        let answers = lines.first { $0.hasPrefix("security_answers") }
        #expect(answers?.contains("secret in it: answer") == true)
    }

    @Test func `as JSON each part has its members and its place`() async throws {
        let result = try await home.run(["check", "--audit", "--json"])
        let json = try #require(result.json as? [String: Any])
        let flows = try #require(json["flows"] as? [[String: Any]])
        let flow = try #require(flows.first { $0["flow"] as? String == "wallet-signup" })
        #expect(
            Set(flow.keys) == [
                "flow", "version", "hash", "fields", "sends", "effects", "promises", "timers",
                "deviations", "undecided",
            ]
        )
        let fields = try #require(flow["fields"] as? [[String: Any]])
        let protections = Dictionary(
            uniqueKeysWithValues: fields.compactMap { field in
                (field["name"] as? String).flatMap { name in
                    (field["protection"] as? String).map { (name, $0) }
                }
            }
        )
        #expect(protections["email"] == "personal")
        #expect(protections["payment_password"] == "secret")
        #expect(protections["captcha"] == "captcha")
        #expect(protections["refund_to_wallet"] == "unmarked")
        let sends = try #require(flow["sends"] as? [[String: Any]])
        let limit = try #require(sends.first?["limit"] as? [String: Any])
        #expect(limit["times"] as? Int == 4)
        #expect(limit["per"] as? [String] == ["session", "email"])
        #expect(sends.last?["link"] is NSNull)
        let promises = try #require(flow["promises"] as? [[String: Any]])
        #expect((promises.first?["rests_on"] as? [String])?.count == 3)
        #expect(promises.first?["line"] as? Int == 124)
        let timers = try #require(flow["timers"] as? [[String: Any]])
        #expect(timers.first?["step"] is NSNull)
        let deviations = try #require(flow["deviations"] as? [[String: Any]])
        #expect(
            deviations.compactMap { $0["advice"] as? String } == [
                "OWASP ASVS 5.0, 6.2.1", "OWASP ASVS 5.0, 6.2.9", "OWASP ASVS 5.0, 6.2.5",
                "OWASP ASVS 5.0, 6.4.2",
            ]
        )
        for deviation in deviations {
            #expect((deviation["file"] as? String)?.hasPrefix("flows/") == true)
            #expect((deviation["line"] as? Int ?? 0) > 0)
            #expect((deviation["reason"] as? String)?.isEmpty == false)
        }
        #expect((flow["undecided"] as? [Any])?.isEmpty == true)
        #expect(timers.count == 4)
    }

    @Test func `flows with errors are not audited`() async throws {
        let project = try BrokenProject(in: home)
        try project.replace("at_most: 1", by: "at_most: 0", in: "flows/wallet-signup.yaml")
        let result = try await home.run(["check", "--audit"], in: .folder(project.path))
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("error[E39]"))
    }

    @Test(arguments: [
        (90_000, "1m30s"), (86_400_000, "1d"), (82_799_000, "22h59m59s"), (0, "0s"), (999, "0s"),
        (604_800_000, "7d"), (Int64.max, "106751991167d7h12m55s"),
    ])
    func `durations are written as in flow files`(milliseconds: Int64, text: String) throws {
        let flow = try #require(SampleService.project.flows.flows.first)
        #expect(AuditNames(flow, sources: [:]).duration(milliseconds) == text)
    }
}
