public import Flows
import Localization
public import Screens

/// What an account has at the moment, for its owner.
public struct AccountView: Sendable {
    /// The account's name.
    public let id: String
    /// When it was made, in milliseconds since 1970.
    public let createdAt: Int64
    /// All its values; secrets are references that nobody can read anything from.
    public let fields: [FieldName: FieldValue]
    /// The fields that can't be changed any more.
    public let fixed: Set<FieldName>

    /// The documents that were accepted, the first accepted first.
    public var agreements: [Consent] {
        fields.values.compactMap { value in
            if case .consent(let consent) = value { consent } else { nil }
        }.sorted { ($0.at, $0.document) < ($1.at, $1.document) }
    }
}

extension Walk {
    /// The account that somebody has signed in to on this walk, as it is now; `nil` where nobody has, or it is gone.
    public func account() throws(SessionFailure) -> AccountView? {
        guard let slot = definition.fields.firstIndex(where: { $0.name == .accountID }),
            case .text(let id)? = state.fields[slot]
        else { return nil }
        return try engine.accountView(of: id)
    }

    /// What the account has, in the language of the walk.
    public func accountRows(of account: AccountView) -> [AccountRow] {
        builder.accountRows(of: account.fields, in: state)
    }

    /// Takes the walk's key away, so that nobody ever reads it again; nothing happens as long as a letter of it waits.
    ///
    /// - Returns: Whether it is erased.
    public func erase() throws(SessionFailure) -> Bool { try engine.erase(sessionID) }
}

extension SessionEngine {
    /// An account in the clear, for its owner.
    func accountView(of id: String) throws(SessionFailure) -> AccountView? {
        guard let record = try store({ () throws(StoreFailure) in try store.account(id) }) else {
            return nil
        }
        let stored = try store { () throws(StoreFailure) in try store.fields(of: id) }
        return AccountView(
            id: id,
            createdAt: record.createdAt,
            fields: try accountFields(of: record),
            fixed: Set(stored.filter(\.isSetOnce).map(\.name))
        )
    }

    /// Erases a session, unless a letter of it waits to be delivered.
    func erase(_ id: SessionID) throws(SessionFailure) -> Bool {
        let letters = try store { () throws(StoreFailure) in try store.letters(of: id) }
        guard !letters.contains(where: { $0.status == .waiting }) else { return false }
        try store { () throws(StoreFailure) in try store.erase(id) }
        return true
    }
}
