import Flows
import Secrets

/// The cards of an account, each in a field of its own: `card_1`, `card_2` and so on, without a gap.
///
/// What is kept of a card is how people know it, and the token under which the one who charges it knows it. The
/// number is gone once the call has ended, and the security code with it.
extension AccountHost {
    func linkCard(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard let number = call.secrets["card_number"]?.withBytes({ Array($0) }) else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let digits = number.filter { (48...57).contains($0) }
        guard let brand = Self.brand(of: digits), digits.count >= 12 else {
            return EffectResult("declined")
        }
        let lastFour = String(decoding: digits.suffix(4), as: UTF8.self)
        let card = FieldValue.text("\(brand) •• \(lastFour)")
        let token = try token(for: digits, of: call)
        return try change(call) { fields in
            guard !Self.places.contains(where: { fields[Self.token($0)] == token }) else {
                return "already_linked"
            }
            guard let free = Self.places.first(where: { fields[Self.card($0)] == nil }) else {
                return "too_many"
            }
            fields[Self.card(free)] = card
            fields[Self.token(free)] = token
            return "linked"
        }
    }

    /// Unlinks the card that the person has chosen from a list; nothing where the list is another one by now.
    func unlinkCard(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .text(let name)? = call.values["card"],
            let place = Self.places.first(where: { Self.card($0).text == name })
        else { return EffectResult(OutcomeDefinition.unavailable) }
        return try change(call) { fields in
            let isAsSeen = Self.places.allSatisfy { place in
                let card = Self.card(place)
                return fields[card] == call.values[FieldName(FieldName.accountPrefix + card.text)]
            }
            guard isAsSeen, fields[Self.card(place)] != nil else { return "changed" }
            // Those behind it move up.
            for later in Self.places where later >= place {
                fields[Self.card(later)] = fields[Self.card(later + 1)]
                fields[Self.token(later)] = fields[Self.token(later + 1)]
            }
            return "done"
        }
    }

    /// What a card is charged by, and known again by.
    ///
    /// Nobody charges cards behind this host, so it makes the token itself: an HMAC, whose key is outside the
    /// database. The same number of another account has another token.
    private func token(for digits: [UInt8], of call: EffectCall) throws(SessionFailure) -> FieldValue {
        let owner = try account(of: call)?.id ?? ""
        let index = keys.index(ofCard: String(decoding: digits, as: UTF8.self), account: owner)
        return .text("token_" + SessionEngine.hex(index))
    }

    private static let places = 1...5

    private static func card(_ place: Int) -> FieldName { FieldName("card_\(place)") }
    private static func token(_ place: Int) -> FieldName { FieldName("card_\(place)_token") }

    /// The brand that a number begins as (ISO/IEC 7812-1); `nil` for one that is not taken.
    private static func brand(of digits: [UInt8]) -> String? {
        let first = digits.prefix(4).reduce(0) { $0 * 10 + Int($1 - 48) }
        guard digits.count >= 4 else { return nil }
        return switch first {
        case 4000...4999: "Visa"
        case 5100...5599, 2221...2720: "Mastercard"
        case 3400...3499, 3700...3799: "American Express"  // words: a name
        case 3528...3589: "JCB"
        case 6200...6299, 8100...8199: "UnionPay"
        case 2200...2204: "Mir"
        default: nil
        }
    }
}
