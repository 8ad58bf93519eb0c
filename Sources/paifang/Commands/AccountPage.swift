import Documents
import Flows
import Localization
import Screens
import Sessions

/// The page of an account: what it holds, partly hidden, the agreements, and what can be done.
struct AccountPage {
    let signedIn: AccountOptions.SignedIn
    /// What the commands that it names are followed by.
    let options: String

    private var walk: Walk { signedIn.walk }
    private var account: AccountView { signedIn.account }

    /// The flows of whoever has an account, as far as they are there, in the order of their use.
    private static let flows: [FlowName] = [
        "identity-verification", "top-up", "pay", "cards", "settings", "support",
    ]

    /// Lines in the language of the walk.
    var text: String {
        let fixed = word(.accountFixed)
        var lines = [word(.accountData)]
        lines += walk.accountRows(of: account).map { row in
            let mark = account.fixed.contains(row.field) ? " (\(fixed))" : ""
            return "  \(row.label.text): \(row.value)\(mark)"
        }
        let agreements = account.agreements
        if !agreements.isEmpty {
            lines += ["", word(.accountAgreements)] + agreements.map { "  " + text(of: $0) }
        }
        lines += ["", word(.accountActions)]
        lines += actions.map { "  \($0.title): \($0.command)" }
        return lines.map(VisibleText.escaping).joined(separator: "\n")
    }

    private func text(of consent: Consent) -> String {
        walk.words(
            ChromeKey.accountAgreement.key,
            [
                "title": .text(walk.document(consent.document)?.title ?? consent.document),
                "version": .integer(Int64(consent.version)),
                "at": .time(milliseconds: consent.at),
                "language": .text(RegionalFormats.ownName(of: LanguageTag(consent.locale))),
            ]
        ).text
    }

    private var actions: [(title: String, command: String)] {
        let there = Set(signedIn.project.flows.flows.map(\.name))
        let flows = Self.flows.filter(there.contains).map { flow in
            let title = walk.words(MessageKey("\(flow).title"), [:]).text
            return (title, "paifang run \(flow)\(options)")  // words: a command line
        }
        let deletion = walk.words("account-deletion.title", [:]).text
        return flows + [
            (word(.accountExport), "paifang account export\(options)"),  // words: a command line
            (deletion, "paifang account delete\(options)"),  // words: a command line
        ]
    }

    private func word(_ key: ChromeKey) -> String { walk.words(key.key, [:]).text }

    /// One JSON document: the same for a program.
    var json: String {
        let rows = walk.accountRows(of: account).map { row in
            JSONValue.Member(row.field.text, .string(row.value))
        }
        let agreements = account.agreements.map { consent -> JSONValue in
            [
                "document": .string(consent.document), "version": .integer(consent.version),
                "accepted": .string(AccountExport.time(consent.at)),
                "language": .string(consent.locale),
            ]
        }
        let isVerified = account.fields["identity_verified"] == .bool(true)
        return JSONWriter.compact([
            "schema": 1, "account": .string(account.id), "verified": .bool(isVerified),
            "data": .object(rows), "agreements": .array(agreements),
        ])
    }
}
