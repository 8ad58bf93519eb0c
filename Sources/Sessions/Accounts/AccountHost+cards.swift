import Flows
import Secrets

/// The cards of an account, each in a field of its own: `card_1`, `card_2` and so on, without a gap.
///
/// What is kept of a card is how people know it, and the token under which the one who charges it knows it. The
/// number is gone once the call has ended, and the security code with it.
extension AccountHost {
    func linkCard(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard call.secrets["card_number"] != nil else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        guard let card = try card(of: call) else { return EffectResult("declined") }
        return try change(call) { fields in
            if Self.isLinked(card, among: fields) { return "already_linked" }
            return Self.link(card, among: &fields) ? "linked" : "too_many"
        }
    }

    /// Takes the price from a card.
    ///
    /// What is kept of the account's first card is what it can be linked by later.
    func chargeCard(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard call.secrets["card_number"] != nil else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        guard let card = try card(of: call) else { return EffectResult("declined") }
        var mayLink = false
        let result = try change(call) { fields in
            let isFirst = fields[Self.paidCall] == nil
            if isFirst {
                fields[Self.paidCall] = .text(call.key)
                fields[Self.paidCard] = card.text
                fields[Self.paidToken] = card.token
            }
            // The same call may come again after a crash.
            mayLink =
                fields[Self.paidCall] == .text(call.key) && !Self.isLinked(card, among: fields)
                && fields[Self.card(Self.places.upperBound)] == nil
            return "paid"
        }
        guard result.outcome == "paid" else { return result }
        return EffectResult("paid", gives: ["paid_card": card.text, "may_link": .bool(mayLink)])
    }

    /// Links the card that the account's first payment by card was made with.
    func linkPaidCard(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        try change(call) { fields in
            guard let text = fields[Self.paidCard], let token = fields[Self.paidToken] else {
                return "not_linked"
            }
            let card = Card(text: text, token: token)
            guard !Self.isLinked(card, among: fields), Self.link(card, among: &fields) else {
                return "not_linked"
            }
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

    /// What is kept of a card.
    private struct Card {
        /// Its brand and last four digits.
        let text: FieldValue
        /// What it is charged by, and known again by.
        ///
        /// Nobody charges cards behind this host, so it makes the token itself: an HMAC, whose key is outside the
        /// database. The same number of another account has another token.
        let token: FieldValue
    }

    /// The card that was typed; `nil` for one that is not taken.
    private func card(of call: EffectCall) throws(SessionFailure) -> Card? {
        guard let number = call.secrets["card_number"]?.withBytes({ Array($0) }) else { return nil }
        let digits = number.filter { (48...57).contains($0) }
        guard let brand = Self.brand(of: digits), digits.count >= 12 else { return nil }
        let lastFour = String(decoding: digits.suffix(4), as: UTF8.self)
        let index = keys.index(
            ofCard: String(decoding: digits, as: UTF8.self),
            account: try account(of: call)?.id ?? ""
        )
        return Card(
            text: .text("\(brand) •• \(lastFour)"),
            token: .text("token_" + SessionEngine.hex(index))
        )
    }

    private static func isLinked(_ card: Card, among fields: [FieldName: FieldValue]) -> Bool {
        places.contains { fields[token($0)] == card.token }
    }

    /// Puts a card into the first free place; `false` where there is none.
    private static func link(_ card: Card, among fields: inout [FieldName: FieldValue]) -> Bool {
        guard let free = places.first(where: { fields[Self.card($0)] == nil }) else { return false }
        fields[Self.card(free)] = card.text
        fields[Self.token(free)] = card.token
        return true
    }

    private static let paidCall: FieldName = "paid_card_call"
    private static let paidCard: FieldName = "paid_card"
    private static let paidToken: FieldName = "paid_card_token"

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
