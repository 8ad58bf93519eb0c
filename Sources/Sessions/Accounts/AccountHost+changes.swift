import Flows
import Secrets

/// Effects that change an account, or end it.
extension AccountHost {
    /// Writes what a call wants written, once for its key.
    func change(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        try change(call) { fields in
            for (name, value) in call.writes { fields[name] = value }
            return "done"
        }
    }

    /// Changes an account by its values.
    ///
    /// They are read, the body changes them, and they are written if nobody was faster; otherwise it begins anew. The
    /// same call changes an account once, and ends as it did then.
    ///
    /// - Parameters:
    ///   - call: The call, which says whose account it is.
    ///   - endsSessions: Whether everybody else is signed out, whatever the call says.
    ///   - body: Changes the values and says how the call ends; what it leaves as it was is not written.
    /// - Returns: How it ended, with the account where the outcome gives it; `unavailable` where there is no account.
    /// - Throws: `SessionFailure` where the store refuses, or the account can't be read.
    func change(
        _ call: EffectCall,
        endsSessions: Bool = false,
        _ body: (inout [FieldName: FieldValue]) -> OutcomeName
    ) throws(SessionFailure) -> EffectResult {
        for _ in 0..<4 {
            guard let account = try account(of: call) else { break }
            let cipher = try OwnerCipher(
                owner: account.id,
                wrappedKey: account.wrappedKey,
                keys: keys
            )
            let before = try Self.fields(of: account, in: store, keys: keys)
            var after = before
            var outcome = body(&after)
            let address = before["email"] == after["email"] ? nil : after["email"]
            let sleeper = try sleeper(at: address, now: call.now)
            do throws(StoreFailure) {
                var fields: [AccountField] = []
                for (name, value) in after.sorted(by: { $0.key < $1.key })
                where value != before[name] {
                    fields.append(try Self.field(name, value, sealedBy: cipher))
                }
                var change = AccountChange(
                    account: account.id,
                    key: call.key,
                    version: account.version,
                    at: call.now,
                    outcome: outcome,
                    fields: fields,
                    endsSessions: endsSessions || call.endsSessions,
                    exception: call.session
                )
                if case .text(let address)? = address {
                    change.emailIndex = keys.index(ofAddress: address)
                    change.inPlaceOf = sleeper?.id
                }
                // Whoever has the old number now does not find it any more.
                if account.phoneIndex != nil, case .text(let number)? = after["mobile"],
                    after["mobile"] != before["mobile"]
                {
                    change.phoneIndex = keys.index(ofPhone: number)
                }
                change.removed = before.keys.filter { after[$0] == nil }.sorted()
                outcome = try store.change(change)
            } catch .conflict {
                continue
            } catch .duplicate {
                return EffectResult("address_taken")
            } catch {
                throw .store(error)
            }
            return try result(outcome, of: call, giving: account)
        }
        return EffectResult(OutcomeDefinition.unavailable)
    }

    /// The account of an address, where it sleeps and so gives the address away.
    private func sleeper(
        at address: FieldValue?,
        now: Int64
    ) throws(SessionFailure) -> AccountRecord? {
        guard case .text(let address)? = address else { return nil }
        let found: AccountRecord?
        do throws(StoreFailure) {
            found = try store.account(emailIndex: keys.index(ofAddress: address))
        } catch {
            throw .store(error)
        }
        guard let found, try isAsleep(found, at: now) else { return nil }
        return found
    }

    /// Whether an address has an account already, and the address that this account has.
    func findAddress(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .text(let address)? = call.values["email"], let account = try account(of: call),
            let old = try Self.fields(of: account, in: store, keys: keys)["email"]
        else { return EffectResult(OutcomeDefinition.unavailable) }
        let other: AccountRecord?
        do throws(StoreFailure) {
            other = try store.account(emailIndex: keys.index(ofAddress: address))
        } catch {
            throw .store(error)
        }
        return EffectResult(
            "answered",
            gives: ["is_known": .bool(other != nil), "old_email": old]
        )
    }

    /// Deletes an account with all that is kept of it; the session that asks for it still has its last words.
    func delete(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        // Whoever is asked again has done it already.
        if let account = try account(of: call) {
            do throws(StoreFailure) {
                try store.deleteAccount(account.id, exception: call.session)
            } catch {
                throw .store(error)
            }
        }
        return EffectResult("done")
    }

    /// The account that a call is about: the one that was opened, or else that of the address or the phone.
    func account(of call: EffectCall) throws(SessionFailure) -> AccountRecord? {
        do throws(StoreFailure) {
            if case .text(let id)? = call.values[.accountID] { return try store.account(id) }
            switch AccountName(of: call) {
            case .address(let address):
                return try store.account(emailIndex: keys.index(ofAddress: address))
            case .phone(let number):
                return try store.account(phoneIndex: keys.index(ofPhone: number))
            case nil: return nil
            }
        } catch {
            throw .store(error)
        }
    }

    /// An ending with what an account has, as far as the outcome gives it.
    func result(
        _ outcome: OutcomeName,
        of call: EffectCall,
        giving account: AccountRecord
    ) throws(SessionFailure) -> EffectResult {
        let given = call.endings.first { $0.outcome == outcome }?.gives ?? []
        guard given.contains(where: { $0.name == .accountID }) else { return EffectResult(outcome) }
        let fields = try Self.fields(of: account, in: store, keys: keys)
        var gives: [FieldName: FieldValue] = [:]
        for field in given {
            let name = field.name.text
            guard name.hasPrefix(FieldName.accountPrefix) else { continue }
            gives[field.name] =
                fields[FieldName(String(name.dropFirst(FieldName.accountPrefix.count)))]
        }
        gives[.accountID] = .text(account.id)
        return EffectResult(outcome, gives: gives)
    }

    /// A field as the store keeps it, with the secrets that it refers to.
    static func field(
        _ name: FieldName,
        _ value: FieldValue,
        sealedBy cipher: OwnerCipher
    ) throws(StoreFailure) -> AccountField {
        guard let bytes = try? StateCoder.bytes(value) else { throw .unusable("field \(name)") }
        let body = cipher.seal(bytes, table: "account_fields", column: name.text, version: 1)
        var field = AccountField(name: name, body: body, isSetOnce: false)
        field.secrets = value.references
        return field
    }
}

/// What somebody is found by who has an account: the address, or the phone where a call has no address.
enum AccountName {
    case address(String), phone(String)

    init?(of call: EffectCall) {
        if case .text(let address)? = call.values["email"] {
            self = .address(address)
        } else if case .text(let number)? = call.values["mobile"] {
            self = .phone(number)
        } else {
            return nil
        }
    }
}

extension EffectCall {
    /// Whether the account is not what it was once it has been done.
    var changesAccount: Bool { !writes.isEmpty || endsSessions }
}

extension FieldValue {
    /// The sealed secrets that it refers to.
    var references: [SecretReference] {
        switch self {
        case .sealed(let reference): [reference]
        case .list(let items): items.flatMap { $0.flatMap { $0?.references ?? [] } }
        default: []
        }
    }
}
