import Foundation
import Testing
import Uploads

@testable import paifang

/// Who the owner is, and what goes in and out of the wallet.
extension WholeLifeTests {
    /// Pictures are refused once, and approved the second time; the limits are higher then.
    func identity(of jana: Person) async throws {
        let picture = try jana.home.write(SampleFile.bytes(of: "png") ?? [], to: "photo.png")
        let answers = "identity_document: passport\npassport_pictures: [\(picture), \(picture)]\n"
        let walk = try await jana.wait(
            "identity-verification",
            answers,
            signedIn: true,
            at: "received"
        )
        try await jana.review("refuse", walk, "--reason", "unreadable")
        let again = try await jana.wait(
            "--resume",
            answers + "press: {declined: try_again}\n",
            [walk],
            at: "received"
        )
        try await jana.review("approve", again)
        let page = try await account(of: jana)
        #expect(page.contains("\"verified\":true"))
        #expect(page.contains("\"refund_to_wallet\""))
    }

    /// An order is paid by card; then there are five cards and no sixth, and money comes and goes.
    func money(of jana: Person) async throws {
        try await jana.walk(
            "pay-by-card",
            """
            card_number: "4111111111111111"
            card_expiry: 12/39
            security_code: "123"
            card_holder: JANA NOVAKOVA
            billing_postcode: 120 00
            password: "\(jana.password)"
            press: {paid_first: not_now}
            """,
            ["--given", "price=20 USD", "--given", "order=A0"],
            signedIn: true,
            to: "paid"
        )
        let numbers =
            "4111111111111111 4012888888881881 5555555555554444 5105105105105100 3530111333300000"
        for (index, number) in numbers.split(separator: " ").enumerated() {
            try await jana.walk(
                "cards",
                """
                card_number: "\(number)"
                card_expiry: 12/39
                security_code: "123"
                card_holder: JANA NOVAKOVA
                billing_postcode: 120 00
                password: "\(jana.password)"
                press: {none: link, cards: \(index == 0 ? "finish" : "[link, finish]"), linked: go_on}
                """,
                signedIn: true,
                to: "done"
            )
        }
        _ = try await jana.wait("cards", "press: {cards: link}\n", signedIn: true, at: "cards")
        try await jana.walk(
            "top-up",
            "paying_country: CZ\nmethod: webmoney\namount: \"100\"\n",
            signedIn: true,
            to: "arrived"
        )
        try await jana.walk(
            "pay",
            "password: \"\(jana.password)\"\n",
            ["--given", "price=20 USD", "--given", "order=A1"],
            signedIn: true,
            to: "paid"
        )
    }

    /// Neither mail, nor answers, nor phone: pictures of a document, and a link to another address.
    func documents(of jana: inout Person) async throws {
        let picture = try jana.home.write(SampleFile.bytes(of: "png") ?? [], to: "photo.png")
        let answers = """
            email: \(Self.email)
            contact_email: jana@work.example
            document_pictures: [\(picture), \(picture)]
            payment_password: "924681"

            """
        let walk = try await jana.wait("recovery-by-documents", answers, at: "received")
        let shown = try await jana.home.run(["review", "show", walk])
        #expect(shown.output.contains("owner_facts: Jana, Nováková, 1990-03-27, CZ, passport"))
        try await jana.review("approve", walk)
        try await jana.walk("--resume", answers, [walk], to: "changed")
        jana.password = "924681"
        try await jana.walk(
            "sign-in",
            "email: \(Self.email)\npassword: \"\(jana.password)\"\n",
            to: "signed_in"
        )
        try await jana.walk(
            "forgotten-password",
            "email: \(Self.email)\npayment_password: \"\(Self.firstPassword)\"\n",
            to: "changed"
        )
        jana.password = Self.firstPassword
    }
}
