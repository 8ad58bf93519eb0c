public import Flows
import Secrets

/// Provides the effects of the account flows on the store itself: looks accounts up and makes them.
public struct AccountHost: EffectHost {
    let store: any SessionStore
    let keys: SessionKeys

    /// Makes a host.
    public init(store: any SessionStore, keys: SessionKeys) {
        self.store = store
        self.keys = keys
    }

    /// Whether a call is one of those that it provides, as its effects file declares it.
    public func serves(_ call: EffectCall) -> Bool {
        guard ["email", "mobile", .accountID].contains(where: { call.values[$0] != nil }) else {
            return false
        }
        let outcomes: Set<OutcomeName>
        switch call.effect.text {
        case "find_account", "find_phone_account", "find_questions", "find_owner", "find_address",
            "look_up_balance", "look_up_payout":
            outcomes = ["answered"]
        case "create_account", "create_site_account": outcomes = ["done", "email_taken"]
        case "create_phone_account": outcomes = ["done", "phone_taken"]
        case "top_up": outcomes = ["arrived", "declined", "changed"]
        case "pay_from_balance": outcomes = ["paid", "not_enough"]
        case "pay_out": outcomes = ["paid_out", "not_enough"]
        case "open_account", "open_phone_account": outcomes = ["opened"]
        case "change_standing": outcomes = ["suspended", "resumed", "ended", "no_account"]
        case "delete_account": outcomes = ["done"]
        case "link_card": outcomes = ["linked", "declined", "already_linked", "too_many"]
        case "unlink_card": outcomes = ["done", "changed"]
        case "charge_card": outcomes = ["paid", "declined"]
        case "link_paid_card": outcomes = ["linked", "not_linked"]
        default:
            guard call.changesAccount else { return false }
            // Somebody else may have the address by then.
            outcomes = call.writes["email"] == nil ? ["done"] : ["done", "address_taken"]
        }
        return outcomes.isSubset(of: call.endings.map(\.outcome))
    }

    /// Looks an account up, makes, opens, changes or deletes one; any other effect is unavailable.
    public func perform(_ call: EffectCall) -> EffectResult {
        do throws(SessionFailure) {
            return try result(of: call)
        } catch {
            // What the store can't do now may be possible later: the flow has a way for that.
            return EffectResult(OutcomeDefinition.unavailable)
        }
    }

    private func result(of call: EffectCall) throws(SessionFailure) -> EffectResult {
        switch call.effect.text {
        case "find_account": try find(call, answer: "is_known")
        case "find_phone_account": try find(call, answer: "phone_is_known")
        case "find_questions": try questions(call)
        case "find_owner": try findOwner(call)
        case "find_address": try findAddress(call)
        case "create_account", "create_site_account": try create(call, taken: "email_taken")
        case "create_phone_account": try create(call, taken: "phone_taken")
        case "open_account", "open_phone_account": try open(call)
        case "change_standing": try changeStanding(call)
        case "delete_account": try delete(call)
        case "look_up_balance": try lookUpBalance(call)
        case "top_up": try topUp(call)
        case "pay_from_balance": try pay(call)
        case "look_up_payout": try lookUpPayout(call)
        case "pay_out": try payOut(call)
        case "link_card": try linkCard(call)
        case "unlink_card": try unlinkCard(call)
        case "charge_card": try chargeCard(call)
        case "link_paid_card": try linkPaidCard(call)
        default:
            call.changesAccount ? try change(call) : EffectResult(OutcomeDefinition.unavailable)
        }
    }

    private func find(
        _ call: EffectCall,
        answer: FieldName
    ) throws(SessionFailure) -> EffectResult {
        EffectResult("answered", gives: [answer: .bool(try known(by: call) != nil)])
    }

    private func create(
        _ call: EffectCall,
        taken: OutcomeName
    ) throws(SessionFailure) -> EffectResult {
        guard let name = AccountName(of: call) else { return EffectResult("failed") }
        // One that sleeps gives its address and its phone away.
        let other = try account(of: call)
        let isTaken = try other.map { other throws(SessionFailure) in
            try !isAsleep(other, at: call.now)
        }
        var failure: StoreFailure?
        do throws(StoreFailure) {
            if let made = try store.account(creationKey: call.key) { return done(made.id) }
            if isTaken ?? false { return EffectResult(taken) }
            let account = try account(for: call, named: name)
            try store.create(account.record, fields: account.fields, inPlaceOf: other?.id)
        } catch .duplicate {
            return EffectResult(taken)
        } catch {
            failure = error
        }
        // Asked again: the same call may have made it at the same time in another process, and a write that
        // was not acknowledged may have come about all the same.
        do throws(StoreFailure) {
            if let made = try store.account(creationKey: call.key) { return done(made.id) }
        } catch {
            failure = failure ?? error
        }
        throw .store(failure ?? .conflict)
    }

    private func done(_ id: String) -> EffectResult {
        EffectResult("done", gives: ["account_id": .text(id)])
    }

    private func account(
        for call: EffectCall,
        named name: AccountName
    ) throws(StoreFailure) -> (record: AccountRecord, fields: [AccountField]) {
        let id = SessionEngine.hex(SystemRandom().bytes(8))
        let cipher = OwnerCipher(newFor: id, keys: keys)
        var fields: [AccountField] = []
        var values = call.values
        values["language"] = .text(call.locale)
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            var field = try Self.field(name, value, sealedBy: cipher)
            field.isSetOnce = call.setOnce.contains(name)
            fields.append(field)
        }
        var record = AccountRecord(
            id: id,
            // Nobody finds by chance what has no address.
            emailIndex: SystemRandom().bytes(32),
            creationKey: call.key,
            wrappedKey: cipher.wrappedKey,
            createdAt: call.now
        )
        switch name {
        case .address(let address): record.emailIndex = keys.index(ofAddress: address)
        case .phone(let number): record.phoneIndex = keys.index(ofPhone: number)
        }
        return (record, fields)
    }
}

extension SessionEngine {
    /// The fields of an account in the clear, for who may see them.
    ///
    /// - Throws: `SessionFailure.damaged` when they can't be read with these keys.
    public func accountFields(
        of account: AccountRecord
    ) throws(SessionFailure) -> [FieldName: FieldValue] {
        try AccountHost.fields(of: account, in: store, keys: keys)
    }
}

extension AccountHost {
    /// The fields of an account in the clear.
    static func fields(
        of account: AccountRecord,
        in store: any SessionStore,
        keys: SessionKeys
    ) throws(SessionFailure) -> [FieldName: FieldValue] {
        let cipher = try OwnerCipher(owner: account.id, wrappedKey: account.wrappedKey, keys: keys)
        let stored: [AccountField]
        do throws(StoreFailure) {
            stored = try store.fields(of: account.id)
        } catch {
            throw .store(error)
        }
        var fields: [FieldName: FieldValue] = [:]
        for field in stored {
            let bytes = try cipher.open(
                field.body,
                table: "account_fields",
                column: field.name.text,
                version: 1
            )
            fields[field.name] = try StateCoder.value(FieldValue.self, from: bytes)
        }
        return fields
    }
}
