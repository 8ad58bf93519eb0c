import Foundation
import Testing

/// What becomes of the account without its owner doing anything.
extension WholeLifeTests {
    /// The agreement changes: who does not accept it keeps the ways out, and who does is asked once.
    func agreement(of jana: inout Person) async throws {
        let copy = try jana.home.copyProject()
        for language in Languages.all {
            let folder = copy + "/locales/documents/user-agreement/"
            let text = try String(contentsOfFile: "\(folder)1/\(language).md", encoding: .utf8)
            let title = try #require(text.split(separator: "\n").first)
            try FileManager.default.createDirectory(
                atPath: folder + "2",
                withIntermediateDirectories: true
            )
            try text.replacing(title, with: "\(title)\n\n+ 2 > 1", maxReplacements: 1)
                .write(toFile: "\(folder)2/\(language).md", atomically: true, encoding: .utf8)
        }
        jana.project = copy
        let menu = "press: {menu: finish}\n"
        let asked = try await jana.run("settings", menu, signedIn: true)
        #expect(
            asked.status == 64 && asked.errors.contains("`sign_in.agreement`"),
            "\(asked.errors)"
        )
        try await jana.walk(
            "settings",
            "press: {sign_in.new_agreement: decline}\n",
            signedIn: true,
            to: "declined"
        )
        try await jana.walk(
            "withdraw",
            "press: {confirm: cancel}\npayout_amount: \"10\"\npayout_holder: Jana\n"
                + "payout_account: CZ6508000000192000145399\npayout_bank: GIBACZPX\n",
            signedIn: true,
            to: "cancelled"
        )
        try await jana.walk(
            "settings",
            "sign_in.agreement: true\n" + menu,
            signedIn: true,
            to: "done"
        )
        try await jana.walk("settings", menu, signedIn: true, to: "done")
        let page = try await account(of: jana)
        #expect(
            page.contains("\"document\":\"user-agreement\",\"version\":2"),
            "\(page)"
        )
    }

    /// Suspended, the account opens to nobody; let in again, it is as it was.
    func standing(of jana: Person) async throws {
        let enter = "email: \(Self.email)\npassword: \"\(jana.password)\"\n"
        let change = { (arguments: [String], said: String) async throws in
            let result = try await jana.home.run(["account"] + arguments)
            #expect(result.status == 0 && result.output == said, "\(result.errors)")
        }
        try await change(["suspend", Self.email, "--reason", "contact_data"], "suspended\n")
        try await jana.walk("sign-in", enter, to: "suspended")
        try await change(["resume", Self.email], "resumed\n")
        try await jana.walk("sign-in", enter, to: "signed_in")
    }

    /// A year without a visit closes the account; its address is free for another one.
    func sleep(of jana: inout Person) async throws {
        let enter = "email: \(Self.email)\npassword: \"\(jana.password)\"\n"
        jana.clock = "+364d"
        try await jana.walk("sign-in", enter, to: "signed_in")
        jana.clock = "+730d"
        try await jana.walk("sign-in", enter, to: "inactive")
        try await jana.walk("wallet-signup", AnswerTexts.plain.yaml, to: "registered")
        jana.password = Self.firstPassword
        try await jana.walk("sign-in", enter, to: "signed_in")
    }

    /// The page of the account, for a program.
    func account(of jana: Person) async throws -> String {
        let file = try jana.home.write(
            "email: \(Self.email)\npassword: \"\(jana.password)\"\n",
            to: "account.yaml"
        )
        let page = try await jana.home.run(
            ["account", "show", "--json", "--answers", file, "--lang", jana.language],
            in: jana.project.map { .folder($0) } ?? .home
        )
        #expect(page.status == 0, "\(page.errors)")
        return page.output
    }
}
