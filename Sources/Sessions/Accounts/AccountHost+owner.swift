import Expressions
import Flows

/// Whose an address is.
extension AccountHost {
    /// What is compared with a document, in this order.
    private static let compared: [FieldName] = [
        "given_name", "family_name", "birth_date", "citizenship", "document_type",
        "document_number",
    ]

    /// The account of the address in a call; `nil` where nobody has it, and where whoever had it may open another one.
    func known(by call: EffectCall) throws(SessionFailure) -> AccountRecord? {
        guard let found = try account(of: call), try !isAsleep(found, at: call.now) else {
            return nil
        }
        return found
    }

    /// Whether an address has an account, and what the account knows of its owner in one line: for whoever looks at a
    /// document, and for nobody else.
    func findOwner(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        let account = try known(by: call)
        let fields = try account.map { account throws(SessionFailure) in
            try Self.fields(of: account, in: store, keys: keys)
        }
        let facts = Self.compared.compactMap { fields?[$0].flatMap(Self.fact) }
        return EffectResult(
            "answered",
            gives: [
                "is_known": .bool(account != nil),
                // A text is never empty; so a document has nothing to agree with.
                "owner_facts": .text(facts.isEmpty ? "-" : facts.joined(separator: ", ")),
            ]
        )
    }

    private static func fact(_ value: FieldValue) -> String? {
        switch value {
        case .text(let text): text
        case .date(let day):
            String(ExpressionTimestamp(milliseconds: day).text.prefix { $0 != "T" })
        default: nil
        }
    }
}
