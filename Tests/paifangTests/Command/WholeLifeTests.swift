import Flows
import Foundation
import Testing

@testable import paifang

/// Everything that somebody may do with an account, one flow after another with one database, in each language.
@Suite("A person's whole life")
struct WholeLifeTests {
    static let email = "jana.novakova@example.cz"
    static let firstPassword = "730164"
    private static let newPassword = "860275"

    /// The flows that were begun.
    final class Begun {
        var flows: Set<String> = []
    }

    /// One person's terminal.
    struct Person {
        let home: CommandHome
        let language: String
        var password = WholeLifeTests.firstPassword
        /// Where the project is; `nil` for that of the home.
        var project: String?
        /// When it is, of the clock of a sandbox; `nil` for now.
        var clock: String?
        let begun = Begun()

        /// Walks a flow with answers, and holds how it ends against what is expected.
        func walk(
            _ flow: String,
            _ answers: String,
            _ more: [String] = [],
            signedIn: Bool = false,
            to outcome: String,
            _ place: SourceLocation = #_sourceLocation
        ) async throws {
            let result = try await run(flow, answers, more, signedIn: signedIn)
            #expect(result.status == 0, "\(flow): \(result.errors)", sourceLocation: place)
            #expect(
                result.output.contains("\"outcome\":\"\(outcome)\""),
                "\(flow): \(result.output)",
                sourceLocation: place
            )
        }

        /// Walks a flow that stays at a step, as far as answers lead; gives the walk's name.
        func wait(
            _ flow: String,
            _ answers: String,
            _ more: [String] = [],
            signedIn: Bool = false,
            at step: String,
            _ place: SourceLocation = #_sourceLocation
        ) async throws -> String {
            let result = try await run(flow, answers, more, signedIn: signedIn)
            #expect(result.status == 2, "\(flow): \(result.errors)", sourceLocation: place)
            #expect(
                result.errors.contains("waits at \(step)"),
                "\(result.errors)",
                sourceLocation: place
            )
            let name = result.errors.firstMatch(of: /--resume ([0-9a-f]{16})/)
            return String(try #require(name?.output.1, sourceLocation: place))
        }

        func run(
            _ flow: String,
            _ answers: String,
            _ more: [String] = [],
            signedIn: Bool = false
        ) async throws -> CommandResult {
            if flow != "--resume" { begun.flows.insert(flow) }
            let own =
                signedIn
                ? "sign_in.email: \(WholeLifeTests.email)\nsign_in.password: \"\(password)\"\n" : ""
            let file = try home.write(own + answers, to: "\(UUID().uuidString).yaml")
            return try await home.run(
                ["run", flow] + more + (clock.map { ["--clock", $0] } ?? [])
                    + ["--no-input", "--json", "--answers", file, "--lang", language],
                in: project.map { .folder($0) } ?? .home
            )
        }

        func review(_ arguments: String...) async throws {
            let result = try await home.run(["review"] + arguments)
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    @Test(arguments: Languages.all)
    func `it is walked from the first address to the last letter`(language: String) async throws {
        let home = try CommandHome(speaking: .all)
        var jana = Person(home: home, language: language)

        // The account, and a phone that was verified.
        try await jana.walk("wallet-signup", AnswerTexts.plain.yaml, to: "registered")
        try await jana.walk(
            "settings",
            """
            old_password: "\(jana.password)"
            mobile_country: CZ
            mobile: "602 123 457"
            refund_to_wallet: true
            press: {menu: [phone, refund, finish], phone_saved: go_on, refund_saved: go_on}
            """,
            signedIn: true,
            to: "done"
        )
        try await identity(of: jana)
        try await money(of: jana)
        try await password(of: &jana)
        try await others(with: jana)

        try await agreement(of: &jana)
        try await standing(of: jana)
        try await sleep(of: &jana)

        // The end: what is gone opens to nobody.
        try await jana.walk(
            "account-deletion",
            "password: \"\(jana.password)\"\n",
            signedIn: true,
            to: "deleted"
        )
        let after = try await jana.run("settings", "press: {menu: finish}\n", signedIn: true)
        #expect(after.status == 1)
        #expect(after.errors.contains("sign_in.password"))

        // `account suspend` and `resume` walk the one that is begun by no answers.
        let flows = SampleService.project.flows.flows.map(\.name.text)
        #expect(jana.begun.flows.union(["account-standing"]) == Set(flows))
    }

    /// A password is forgotten and set anew, once by mail and once by the security questions.
    private func password(of jana: inout Person) async throws {
        try await jana.walk(
            "forgotten-password",
            "email: \(Self.email)\npayment_password: \"\(Self.newPassword)\"\n",
            to: "changed"
        )
        let old = try await jana.run(
            "sign-in",
            "email: \(Self.email)\npassword: \"\(jana.password)\"\n"
        )
        #expect(old.status == 1)
        jana.password = Self.newPassword
        try await jana.walk(
            "sign-in",
            "email: \(Self.email)\npassword: \"\(jana.password)\"\n",
            to: "signed_in"
        )
        try await jana.walk(
            "account-recovery",
            """
            email: \(Self.email)
            first_answer: Micka
            second_answer: Dvořáková
            third_answer: Brno
            prove_phone.phone_country: CZ
            prove_phone.phone: "602 123 457"
            payment_password: "\(Self.firstPassword)"
            """,
            to: "changed"
        )
        jana.password = Self.firstPassword
        try await documents(of: &jana)
    }

    /// A question to support, and the ways to an account that others take.
    private func others(with jana: Person) async throws {
        let ticket = try await jana.wait(
            "support",
            """
            question: other
            subject: refund
            email: \(Self.email)
            contact_email: =offer
            name: Jana
            topic: A refund
            message: Where is my money?
            """,
            at: "received"
        )
        try await jana.review("answer", ticket, "--text", "It is on its way.")
        try await jana.walk("--resume", "question: other\n", [ticket], to: "answered")
        try await jana.walk("account", "press: {verified: finish}\n", signedIn: true, to: "shown")
        try await jana.walk(
            "phone-verification",
            "phone_country: CZ\nphone: 601 123 456\n",
            to: "verified"
        )
        try await jana.walk(
            "site-sign-up",
            """
            registration_country: DE
            email: petr@example.org
            agreement: true
            login_password: correct-horse-battery
            payment_password: "730164"
            security_question: first_pet
            security_answer: Rex
            family_name: Petrov
            given_name: Petr
            gender: male
            profession: trade
            city: Berlin
            district: Mitte
            press: {abroad: by_email}
            """,
            to: "registered"
        )
        try await jana.walk(
            "app-sign-up",
            """
            registration_country: CN
            mobile: 138 0013 8000
            agreement: true
            payment_password: "730164"
            press: {registered: finish}
            """,
            to: "signed_in"
        )
        // The same number leads into the same account, and with an address it is opened as any other.
        try await jana.walk(
            "app-sign-up",
            """
            registration_country: CN
            mobile: 138 0013 8000
            agreement: true
            own_password: "730164"
            email: li@example.cn
            press: {known: add_address}
            """,
            to: "signed_in"
        )
        try await jana.walk(
            "account",
            """
            sign_in.email: li@example.cn
            sign_in.password: "730164"
            press: {unverified: finish}
            """,
            to: "shown"
        )
    }

    @Test
    func `a button that there is not is told with its place, and one that is missing is named`()
        async throws
    {
        let home = try CommandHome()
        let jana = Person(home: home, language: "en")
        let wrong = try await jana.run("site-sign-up", "press: {abrod: by_email, abroad: by_fax}\n")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("no step `abrod`"))
        #expect(wrong.errors.contains("abroad has no such button"))
        let missing = try await jana.run("site-sign-up", "registration_country: DE\n")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("press: {abroad: …}"))
        #expect(missing.errors.contains("by_email, change_country"))
    }
}
