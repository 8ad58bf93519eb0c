import Flows
import Sessions
import Testing

extension StoreConformance {
    private static func change(
        _ key: String = "change-1",
        version: Int = 0,
        _ fields: [AccountField] = [AccountField(name: "city", body: [8], isSetOnce: false)],
        endsSessions: Bool = false,
        outcome: OutcomeName = "done"
    ) -> AccountChange {
        AccountChange(
            account: "account-1",
            key: key,
            version: version,
            at: 9_000,
            outcome: outcome,
            fields: fields,
            endsSessions: endsSessions,
            exception: SessionID("mine")
        )
    }

    private static func bodies(of store: any SessionStore) throws -> [FieldName: [UInt8]] {
        Dictionary(
            try store.fields(of: "account-1").map { ($0.name, $0.body) },
            uniquingKeysWith: { $1 }
        )
    }

    private static func sessions(of store: any SessionStore) throws {
        try store.create(Samples.account(1, key: "call-1"), fields: Samples.fields)
        for (name, owner) in [
            ("mine", [1, 1]), ("other", [1, 1]), ("stranger", [1, 2]), ("ticket", [1, 1]),
        ] {
            var commit = Samples.beginning(SessionID(name))
            commit.session.owner = owner.map { UInt8($0) }
            commit.session.reachesAccount = name != "ticket"
            try store.save(commit)
        }
    }

    /// An account with a phone, a session about it, and one about another phone.
    private static func phones(of store: any SessionStore) throws {
        var account = Samples.account(1, key: "call-1")
        account.phoneIndex = [5, 1]
        try store.create(account, fields: Samples.fields)
        for (name, owner) in [("by phone", [5, 1]), ("stranger", [5, 2])] {
            var commit = Samples.beginning(SessionID(name))
            commit.session.owner = owner.map { UInt8($0) }
            commit.session.reachesAccount = true
            try store.save(commit)
        }
    }

    static let changes: [StoreBehaviour] = [
        StoreBehaviour("a change is made wholly, and counted") { store in
            try store.create(Samples.account(1, key: "call-1"), fields: Samples.fields)
            let street = AccountField(name: "street", body: [6], isSetOnce: false)
            try store.change(
                change("a", [AccountField(name: "city", body: [8], isSetOnce: false), street])
            )
            #expect(try bodies(of: store) == ["citizenship": [1], "city": [8], "street": [6]])
            #expect(try store.account("account-1")?.version == 1)
        },
        StoreBehaviour("the same call changes an account once") { store in
            try store.create(Samples.account(1, key: "call-1"), fields: Samples.fields)
            #expect(try store.change(change(outcome: "linked")) == "linked")
            // Asked again, it would end otherwise; it has ended already.
            let again = change(
                version: 1,
                [AccountField(name: "city", body: [9], isSetOnce: false)],
                outcome: "too_many"
            )
            #expect(try store.change(again) == "linked")
            #expect(try bodies(of: store)["city"] == [8])
            #expect(try store.account("account-1")?.version == 1)
        },
        StoreBehaviour("whoever read the account before another change is told so") { store in
            try store.create(Samples.account(1, key: "call-1"), fields: Samples.fields)
            try store.change(change())
            let late = change("b", [AccountField(name: "city", body: [9], isSetOnce: false)])
            #expect(throws: StoreFailure.conflict) { try store.change(late) }
            #expect(try bodies(of: store)["city"] == [8])
            // What came to nothing may be tried again.
            var again = late
            again.version = 1
            try store.change(again)
            #expect(try bodies(of: store)["city"] == [9])
        },
        StoreBehaviour("a field that is set once is never changed, and nothing else with it") {
            store in
            try store.create(Samples.account(1, key: "call-1"), fields: Samples.fields)
            let both = [
                AccountField(name: "city", body: [8], isSetOnce: false),
                AccountField(name: "citizenship", body: [9], isSetOnce: false),
            ]
            #expect(throws: StoreFailure.setOnce("citizenship")) {
                try store.change(change("a", both))
            }
            #expect(try bodies(of: store) == ["citizenship": [1], "city": [2]])
            #expect(try store.account("account-1")?.version == 0)
        },
        StoreBehaviour(
            "a secret that an account has outlives its session, until another is in its place"
        ) {
            store throws in
            var commit = Samples.beginning()
            let names = ["old", "new"].map { SecretReference($0) }
            commit.secrets = names.map {
                SecretRow(reference: $0, session: Samples.id, sealed: [5])
            }
            try store.save(commit)
            var pin = AccountField(name: "pin", body: [1], isSetOnce: false)
            pin.secrets = [names[0]]
            try store.create(Samples.account(1, key: "call-1"), fields: [pin])
            var next = Samples.step(2)
            next.droppedSecrets = [names[0]]
            try store.save(next)
            #expect(try store.secret(names[0]) != nil)
            pin.secrets = [names[1]]
            try store.change(change("a", [pin]))
            #expect(try store.secret(names[0]) == nil)
            #expect(try store.secret(names[1]) != nil)
        },
        StoreBehaviour("what a field refers to still is kept when it is written again") { store in
            var commit = Samples.beginning()
            let name = SecretReference("kept")
            commit.secrets = [SecretRow(reference: name, session: Samples.id, sealed: [5])]
            try store.save(commit)
            var cards = AccountField(name: "cards", body: [1], isSetOnce: false)
            cards.secrets = [name]
            try store.create(Samples.account(1, key: "call-1"), fields: [cards])
            cards.body = [2]
            try store.change(change("a", [cards]))
            #expect(try store.secret(name) != nil)
        },
        StoreBehaviour("sessions of an account end, but for the one that wants it so") { store in
            try sessions(of: store)
            try store.change(change(endsSessions: false))
            #expect(try store.session(SessionID("other"))?.status == .open)
            try store.change(change("b", version: 1, endsSessions: true))
            #expect(try store.session(SessionID("mine"))?.status == .open)
            #expect(try store.session(SessionID("stranger"))?.status == .open)
            #expect(try store.session(SessionID("other"))?.status == .signedOut)
            #expect(try store.session(SessionID("other"))?.nextDeadline == nil)
            // What only names the address, such as a ticket, gets nobody into the account, and goes on.
            #expect(try store.session(SessionID("ticket"))?.status == .open)
            // Whoever has it open in another terminal can't save it any more.
            let late = Samples.step(2, of: SessionID("other"))
            #expect(throws: StoreFailure.conflict) { try store.save(late) }
        },
        StoreBehaviour("an account has another address, and its sessions know it by that") {
            store in
            try sessions(of: store)
            var moved = change(endsSessions: true)
            moved.emailIndex = [9, 9]
            try store.change(moved)
            #expect(try store.account(emailIndex: [1, 1]) == nil)
            #expect(try store.account(emailIndex: [9, 9])?.id == "account-1")
            #expect(try store.session(SessionID("other"))?.status == .signedOut)
            for name in ["mine", "other", "ticket"] {
                #expect(try store.session(SessionID(name))?.owner == [9, 9])
            }
            #expect(try store.session(SessionID("stranger"))?.owner == [1, 2])
        },
        StoreBehaviour("an address that another account has is not taken from it") { store in
            try sessions(of: store)
            try store.create(Samples.account(2, key: "call-2"), fields: [])
            let taken = try #require(try store.account("account-2")).emailIndex
            var moved = change("a", [AccountField(name: "city", body: [9], isSetOnce: false)])
            moved.emailIndex = taken
            #expect(throws: StoreFailure.duplicate) { try store.change(moved) }
            #expect(try store.account("account-1")?.emailIndex == [1, 1])
            #expect(try store.account("account-1")?.version == 0)
            #expect(try store.session(SessionID("other"))?.owner == [1, 1])
        },
        StoreBehaviour("what is about the phone of an account is about the account") { store in
            try phones(of: store)
            try store.change(change("a", endsSessions: true))
            #expect(try store.session(SessionID("by phone"))?.status == .signedOut)
            #expect(try store.session(SessionID("stranger"))?.status == .open)
            var added = change("b", version: 1)
            added.emailIndex = [9, 9]
            try store.change(added)
            #expect(try store.account(phoneIndex: [5, 1])?.emailIndex == [9, 9])
            try store.deleteAccount("account-1", exception: SessionID("mine"))
            #expect(try store.session(SessionID("by phone"))?.wrappedKey == [])
            #expect(try store.session(SessionID("stranger"))?.wrappedKey == [9, 8, 7])
        },
        StoreBehaviour("another phone finds the account, and the old one does not") { store in
            try phones(of: store)
            var moved = change()
            moved.phoneIndex = [5, 2]
            try store.change(moved)
            #expect(try store.account(phoneIndex: [5, 1]) == nil)
            #expect(try store.account(phoneIndex: [5, 2])?.id == "account-1")
            try store.change(change("b", version: 1, endsSessions: true))
            #expect(try store.session(SessionID("by phone"))?.status == .signedOut)
        },
        StoreBehaviour("a phone that finds another account goes on finding that one") { store in
            try phones(of: store)
            var second = Samples.account(2, key: "call-2")
            second.phoneIndex = [5, 2]
            try store.create(second, fields: [])
            var moved = change()
            moved.phoneIndex = [5, 2]
            #expect(try store.change(moved) == "done")
            #expect(try store.account(phoneIndex: [5, 2])?.id == "account-2")
            #expect(try store.account(phoneIndex: [5, 1]) == nil)
            #expect(try store.account(emailIndex: [1, 1])?.id == "account-1")
        },
        StoreBehaviour("a deleted account leaves nothing that can be read") { store in
            try sessions(of: store)
            var next = Samples.step(2, of: SessionID("mine"))
            let name = SecretReference("pin")
            next.session.owner = [1, 1]
            next.secrets = [SecretRow(reference: name, session: SessionID("mine"), sealed: [5])]
            try store.save(next)
            var pin = AccountField(name: "pin", body: [1], isSetOnce: false)
            pin.secrets = [name]
            try store.change(change("a", [pin]))
            try store.deleteAccount("account-1", exception: SessionID("mine"))
            try store.deleteAccount("account-1", exception: SessionID("mine"))
            #expect(try store.account("account-1") == nil)
            #expect(try store.account(emailIndex: [1, 1]) == nil)
            #expect(try store.fields(of: "account-1").isEmpty)
            #expect(try store.secret(name) == nil)
            #expect(try store.session(SessionID("other"))?.wrappedKey == [])
            #expect(try store.session(SessionID("other"))?.state == [])
            #expect(try store.session(SessionID("stranger"))?.wrappedKey == [9, 8, 7])
            #expect(try store.session(SessionID("mine"))?.wrappedKey == [9, 8, 7])
            // The address is free again.
            try store.create(Samples.account(1, key: "call-2"), fields: [])
        },
        StoreBehaviour("an erased session keeps no key, no link and no letter") { store in
            var commit = Samples.beginning()
            commit.links = [[1, 2]]
            commit.letters = [Samples.letter("letter")]
            commit.secrets = [
                SecretRow(reference: SecretReference("s"), session: Samples.id, sealed: [5])
            ]
            try store.save(commit)
            try store.erase(Samples.id)
            let session = try store.session(Samples.id)
            #expect(session?.wrappedKey == [] && session?.status == .signedOut)
            #expect(try store.session(ofLink: [1, 2]) == nil)
            #expect(try store.letters(of: Samples.id).first?.body == [])
            #expect(try store.leaseLetters(now: 9_999, until: 10_000, limit: 9).isEmpty)
            #expect(try store.secret(SecretReference("s")) == nil)
        },
    ]
}
