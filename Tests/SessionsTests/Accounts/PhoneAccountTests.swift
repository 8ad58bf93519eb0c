import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// Accounts that are opened by a phone, and may get an address later.
@Suite("Accounts by phone")
struct PhoneAccountTests {
    private static let app = FlowTexts(
        flow: """
            flow: app
            version: 1
            expires: {after: 1d, goto: gone}
            fields: [mobile, {proof: {type: code, digits: 6}}, email]
            steps:
              - {step: start, ask: [mobile]}
              - {step: prove, send: {sms: verify_phone, to: mobile, code: proof, limit: {times: 9}}, ask: [proof], attempts: {times: 5, goto: gone}, next: look, after: {1h: gone}}
              - {step: look, call: find_phone_account, events: {answered: [{if: phone_is_known, goto: open}, {else: make}], unavailable: gone}}
              - {step: make, call: create_phone_account, events: {done: open, phone_taken: open, unavailable: gone}}
              - {step: open, back: never, call: open_phone_account, events: {opened: inside, suspended: gone, unavailable: gone}}
              - {step: inside, back: never, events: {add: address, leave: gone}}
              - {step: address, ask: [email]}
              - {step: save, call: change_email, events: {done: inside, address_taken: inside, unavailable: gone}}
              - {step: gone, end: gone}
            promises: {open_phone_account.opened: {only_after: look.answered}}
            """,
        fields: """
            fields:
              email: {type: email, privacy: personal}
              mobile: {type: phone, privacy: personal}
            """,
        effects: """
            effects:
              find_phone_account: {needs: mobile, outcomes: {answered: {gives: {phone_is_known: bool}}}}
              create_phone_account: {needs: mobile, outcomes: {done: {success: true}, phone_taken: {}}}
              open_phone_account: {needs: mobile, outcomes: {opened: {gives: account, success: true}, suspended: {}}}
              change_email:
                needs: account.id
                writes: email
                ends: sessions
                outcomes: {done: {gives: account, success: true}, address_taken: {}}
            """
    )
    private static let number = "+420601123456"

    private static func bench() throws -> WalkBench {
        try WalkBench(WalkBench.Parts(texts: app))
    }

    private static func inside(_ bench: WalkBench, _ number: String = number) throws -> Walk {
        let walk = try proven(bench, number)
        #expect(walk.screen.step == "inside")
        return walk
    }

    /// A walk that has shown to hold a phone.
    private static func proven(_ bench: WalkBench, _ number: String = number) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer(number, at: AnswerPath("mobile")) == .accepted)
        #expect(walk.submit() == .moved)
        guard case .text(let text)? = bench.transport.letters.last?.paragraphs.first else {
            Issue.record("no message")
            return walk
        }
        #expect(walk.answer(text.filter(\.isNumber), at: AnswerPath("proof")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    private static func account(_ bench: WalkBench) throws -> AccountRecord? {
        try bench.store.account(phoneIndex: bench.keys.index(ofPhone: number))
    }

    private static func call(
        _ effect: EffectName,
        _ values: [FieldName: FieldValue],
        key: String,
        writes: [FieldName: FieldValue] = [:],
        outcomes: [OutcomeName] = [],
        now: Int64 = WalkBench.start
    ) -> EffectCall {
        EffectCall(
            key: key,
            session: SessionID("s"),
            effect: effect,
            values: values,
            writes: writes,
            endings: outcomes.map { EffectEnding(outcome: $0) },
            locale: "en",
            now: now
        )
    }

    @Test func `a number has one account, and whoever comes again with it is in that one`() throws {
        let bench = try Self.bench()
        let first = try Self.inside(bench)
        let account = try #require(try Self.account(bench))
        #expect(first.state.fields.contains(.text(account.id)))
        let second = try Self.inside(bench)
        #expect(second.state.fields.contains(.text(account.id)))
        #expect(bench.host.calls.filter { $0.effect == "create_phone_account" }.count == 1)
        let other = try Self.inside(bench, "+420602123456")
        #expect(!other.state.fields.contains(.text(account.id)))
    }

    @Test func `whoever was faster with a number keeps it`() throws {
        let bench = try Self.bench()
        let host = AccountHost(store: bench.store, keys: bench.keys)
        let values: [FieldName: FieldValue] = ["mobile": .text(Self.number)]
        let make = { (key: String) in
            host.perform(Self.call("create_phone_account", values, key: key))
        }
        #expect(make("a").outcome == "done")
        #expect(make("a").outcome == "done")
        #expect(make("b").outcome == "phone_taken")
    }

    @Test func `an address that is added finds the account, and everybody else is signed out`()
        throws
    {
        let bench = try Self.bench()
        let other = try Self.inside(bench)
        let walk = try Self.inside(bench)
        #expect(walk.press("add") == .moved)
        #expect(walk.answer("eva@b.cz", at: AnswerPath("email")) == .accepted)
        // As long as it is not the account's, the address says nothing of whose walk it is.
        let phone = bench.keys.index(ofPhone: Self.number)
        #expect(try bench.store.session(walk.sessionID)?.owner == phone)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "inside")
        let index = bench.keys.index(ofAddress: "eva@b.cz")
        let account = try #require(try bench.store.account(emailIndex: index))
        #expect(try Self.account(bench)?.id == account.id)
        #expect(try bench.store.session(walk.sessionID)?.owner == index)
        #expect(other.press("add") == .failed("failure.signed_out"))
    }

    @Test func `a number that changes finds the account, and the old one finds nobody`() throws {
        let bench = try Self.bench()
        _ = try Self.inside(bench)
        let account = try #require(try Self.account(bench))
        let host = AccountHost(store: bench.store, keys: bench.keys)
        let change = Self.call(
            "change_phone",
            [.accountID: .text(account.id)],
            key: "c",
            writes: ["mobile": .text("+420602123456")],
            outcomes: ["done"]
        )
        #expect(host.perform(change).outcome == "done")
        #expect(try Self.account(bench) == nil)
        let index = bench.keys.index(ofPhone: "+420602123456")
        #expect(try bench.store.account(phoneIndex: index)?.id == account.id)
    }

    @Test func `the phone of an account that was opened by an address finds nobody`() throws {
        let bench = try Self.bench()
        let host = AccountHost(store: bench.store, keys: bench.keys)
        let values: [FieldName: FieldValue] = [
            "email": .text("a@b.cz"), "mobile": .text(Self.number),
        ]
        #expect(host.perform(Self.call("create_account", values, key: "a")).outcome == "done")
        #expect(try Self.account(bench) == nil)
    }

    @Test func `a number whose account sleeps is free for another`() throws {
        let bench = try Self.bench()
        _ = try Self.inside(bench)
        let old = try #require(try Self.account(bench))
        bench.clock.move(by: 366 * .day)
        _ = try Self.inside(bench)
        let new = try #require(try Self.account(bench))
        #expect(new.id != old.id)
        #expect(try bench.store.account(old.id)?.phoneIndex == nil)
    }

    @Test
    func `an address whose account sleeps is added, and found is the account that has it now`()
        throws
    {
        let bench = try Self.bench()
        let host = AccountHost(store: bench.store, keys: bench.keys)
        let values: [FieldName: FieldValue] = ["email": .text("a@b.cz")]
        #expect(host.perform(Self.call("create_account", values, key: "a")).outcome == "done")
        let index = bench.keys.index(ofAddress: "a@b.cz")
        let old = try #require(try bench.store.account(emailIndex: index))
        let add = { (walk: Walk) throws in
            #expect(walk.press("add") == .moved)
            #expect(walk.answer("a@b.cz", at: AnswerPath("email")) == .accepted)
            #expect(walk.submit() == .moved)
        }
        // As long as somebody uses it, it is that account's.
        try add(try Self.inside(bench))
        #expect(try bench.store.account(emailIndex: index)?.id == old.id)
        bench.clock.move(by: 366 * .day)
        try add(try Self.inside(bench))
        let new = try #require(try bench.store.account(emailIndex: index))
        #expect(try new.id != old.id && new.id == Self.account(bench)?.id)
        #expect(try bench.store.account(old.id) != nil)
    }

    @Test func `a suspended account opens to nobody who holds its phone`() throws {
        let bench = try Self.bench()
        _ = try Self.inside(bench)
        let account = try #require(try Self.account(bench))
        let host = AccountHost(store: bench.store, keys: bench.keys)
        let suspend = Self.call(
            "change_standing",
            [
                .accountID: .text(account.id), "change": .text("suspend"),
                "suspend_for": .text("contact_data"),
            ],
            key: "d",
            outcomes: ["suspended"]
        )
        #expect(host.perform(suspend).outcome == "suspended")
        let walk = try Self.proven(bench)
        #expect(walk.state.outcome == "gone")
    }
}
