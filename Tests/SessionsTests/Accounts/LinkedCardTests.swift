import Flows
import Secrets
import Testing

@testable import Sessions

/// Cards of an account, linked and unlinked from several terminals.
@Suite("Linked cards")
struct LinkedCardTests {
    private static let visa = "4111 1111 1111 1111"
    private static let mastercard = "5555-5555-5555-4444"

    private func link(_ number: String, to account: HostedAccount) throws -> OutcomeName {
        let secrets: [FieldName: SecretBytes] = ["card_number": SecretBytes(utf8: number)]
        return try account.perform("link_card", secrets: secrets).outcome
    }

    /// Unlinks a card of the list that somebody sees.
    private func unlink(
        _ card: String,
        ofSeen list: [String],
        from account: HostedAccount,
        key: String? = nil
    ) throws -> OutcomeName {
        var values: [FieldName: FieldValue] = ["card": .text(card)]
        for (index, text) in list.enumerated() {
            values[FieldName("account.card_\(index + 1)")] = .text(text)
        }
        return try account.perform("unlink_card", values, key: key).outcome
    }

    private func cards(of account: HostedAccount) throws -> [String] {
        let fields = try account.fields()
        return (1...6).compactMap { place in
            if case .text(let text)? = fields[FieldName("card_\(place)")] { text } else { nil }
        }
    }

    @Test func `a card is kept without its number, and others move up when it goes`() throws {
        let account = try HostedAccount()
        #expect(try link(Self.visa, to: account) == "linked")
        #expect(try link(Self.mastercard, to: account) == "linked")
        let list = ["Visa •• 1111", "Mastercard •• 4444"]
        #expect(try cards(of: account) == list)
        #expect(!(try account.fields().values.contains { "\($0)".contains("41111") }))
        #expect(try unlink("card_1", ofSeen: list, from: account) == "done")
        #expect(try cards(of: account) == ["Mastercard •• 4444"])
        #expect(try account.fields()["card_2_token"] == nil)
    }

    @Test func `the card that was chosen goes, or none, whatever another terminal has done`() throws
    {
        let account = try HostedAccount()
        #expect(try link(Self.visa, to: account) == "linked")
        #expect(try link(Self.mastercard, to: account) == "linked")
        let seen = ["Visa •• 1111", "Mastercard •• 4444"]
        #expect(try unlink("card_1", ofSeen: seen, from: account) == "done")
        // Somebody else still sees both of them.
        #expect(try unlink("card_1", ofSeen: seen, from: account) == "changed")
        #expect(try unlink("card_2", ofSeen: seen, from: account) == "changed")
        #expect(try cards(of: account) == ["Mastercard •• 4444"])
        #expect(try unlink("card_2", ofSeen: ["Mastercard •• 4444"], from: account) == "changed")
        #expect(try unlink("card_1", ofSeen: ["Mastercard •• 4444"], from: account) == "done")
        #expect(try cards(of: account) == [])
    }

    @Test func `a call that comes again after a crash ends as it did, and unlinks nothing else`()
        throws
    {
        let account = try HostedAccount()
        #expect(try link(Self.visa, to: account) == "linked")
        #expect(try link(Self.mastercard, to: account) == "linked")
        let seen = ["Visa •• 1111", "Mastercard •• 4444"]
        #expect(try unlink("card_1", ofSeen: seen, from: account, key: "k") == "done")
        #expect(try unlink("card_1", ofSeen: seen, from: account, key: "k") == "done")
        #expect(try cards(of: account) == ["Mastercard •• 4444"])
    }

    @Test func `the same card is linked once, however its number is written`() throws {
        let account = try HostedAccount()
        #expect(try link(Self.visa, to: account) == "linked")
        #expect(try link("4111111111111111", to: account) == "already_linked")
        // Another card with the same last digits is another card.
        #expect(try link("4012 8888 8888 1111", to: account) == "linked")
        #expect(try cards(of: account) == ["Visa •• 1111", "Visa •• 1111"])
        #expect(
            try unlink("card_1", ofSeen: ["Visa •• 1111", "Visa •• 1111"], from: account) == "done"
        )
        #expect(try link(Self.visa, to: account) == "linked")
    }

    @Test func `a sixth card is not linked`() throws {
        let account = try HostedAccount()
        for last in 1...5 { #expect(try link("411111111111111\(last)", to: account) == "linked") }
        #expect(try link("4111111111111119", to: account) == "too_many")
        #expect(try link("4111111111111113", to: account) == "already_linked")
        #expect(try cards(of: account).count == 5)
    }

    private func charge(
        _ number: String,
        of account: HostedAccount,
        key: String? = nil
    ) throws -> EffectResult {
        let secrets: [FieldName: SecretBytes] = ["card_number": SecretBytes(utf8: number)]
        return try account.perform("charge_card", secrets: secrets, key: key)
    }

    @Test func `the card of the first payment can be linked afterwards, without its number`() throws
    {
        let account = try HostedAccount()
        let paid = try charge(Self.visa, of: account, key: "k")
        #expect(paid.outcome == "paid" && paid.gives["paid_card"] == .text("Visa •• 1111"))
        #expect(paid.gives["may_link"] == .bool(true))
        // The same call, after a crash.
        #expect(try charge(Self.visa, of: account, key: "k").gives["may_link"] == .bool(true))
        #expect(try cards(of: account) == [])
        #expect(!(try account.fields().values.contains { "\($0)".contains("41111") }))
        // The second payment, of another terminal perhaps, is not the first.
        #expect(try charge(Self.mastercard, of: account).gives["may_link"] == .bool(false))
        #expect(try account.perform("link_paid_card").outcome == "linked")
        #expect(try cards(of: account) == ["Visa •• 1111"])
        #expect(try account.perform("link_paid_card").outcome == "not_linked")
        #expect(try link(Self.visa, to: account) == "already_linked")
    }

    @Test func `nobody is asked to link a card that is there, or that has no room`() throws {
        let account = try HostedAccount()
        #expect(try account.perform("link_paid_card").outcome == "not_linked")
        #expect(try link(Self.visa, to: account) == "linked")
        #expect(try charge(Self.visa, of: account).gives["may_link"] == .bool(false))
        let full = try HostedAccount()
        for last in 1...5 { #expect(try link("411111111111111\(last)", to: full) == "linked") }
        #expect(try charge(Self.mastercard, of: full).gives["may_link"] == .bool(false))
        #expect(try full.perform("link_paid_card").outcome == "not_linked")
    }

    @Test func `a card of a kind that is not taken is neither charged nor linked`() throws {
        let account = try HostedAccount()
        #expect(try charge("6011 1111 1111 1117", of: account).outcome == "declined")
        #expect(try link("6011 1111 1111 1117", to: account) == "declined")
        #expect(try account.perform("charge_card").outcome == OutcomeDefinition.unavailable)
        #expect(try account.fields()["paid_card"] == nil)
    }

    @Test func `what the token of a card is made of is the account's own`() throws {
        let keys = try HostedAccount().bench.keys
        let first = keys.index(ofCard: "4111111111111111", account: "a")
        #expect(first != keys.index(ofCard: "4111111111111111", account: "b"))
        #expect(first != keys.index(ofCard: "4111111111111112", account: "a"))
        #expect(first == keys.index(ofCard: "4111111111111111", account: "a"))
    }
}
