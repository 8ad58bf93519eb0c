import Flows
import Sessions
import Testing

extension StoreConformance {
    static let accounts: [StoreBehaviour] = [
        StoreBehaviour("an account is found by its address and by the call that made it") { store in
            let account = Samples.account(1, key: "call-1")
            try store.create(account, fields: Samples.fields)
            #expect(try store.account(emailIndex: [1, 1]) == account)
            #expect(try store.account(creationKey: "call-1") == account)
            #expect(try store.account(emailIndex: [1, 2]) == nil)
            #expect(try store.account(creationKey: "call-2") == nil)
            #expect(Set(try store.fields(of: "account-1")) == Set(Samples.fields))
            #expect(try store.fields(of: "account-2").isEmpty)
        },
        StoreBehaviour("the same call makes an account once") { store in
            let account = Samples.account(1, key: "call-1")
            try store.create(account, fields: Samples.fields)
            try store.create(Samples.account(2, key: "call-1"), fields: [])
            #expect(try store.account(creationKey: "call-1") == account)
            #expect(try store.account(emailIndex: [1, 2]) == nil)
            #expect(try store.fields(of: "account-1").count == 2)
        },
        StoreBehaviour("an address belongs to one account") { store in
            let account = Samples.account(1, key: "call-1")
            try store.create(account, fields: [])
            var second = Samples.account(2, key: "call-2")
            second.emailIndex = account.emailIndex
            #expect(throws: StoreFailure.duplicate) {
                try store.create(second, fields: Samples.fields)
            }
            #expect(try store.account(creationKey: "call-2") == nil)
            #expect(try store.account(emailIndex: [1, 1]) == account)
            #expect(try store.fields(of: "account-2").isEmpty)
        },
        StoreBehaviour("a field that is set once is not given twice, and then there is no account")
        { store throws in
            let fields =
                Samples.fields + [
                    AccountField(name: "citizenship", body: [9], isSetOnce: true)
                ]
            #expect(throws: StoreFailure.setOnce("citizenship")) {
                try store.create(Samples.account(1, key: "call-1"), fields: fields)
            }
            #expect(try store.account(creationKey: "call-1") == nil)
            #expect(try store.fields(of: "account-1").isEmpty)
        },
        StoreBehaviour("an account is found by the phone that it was opened by") { store in
            var account = Samples.account(1, key: "call-1")
            account.phoneIndex = [5, 1]
            try store.create(account, fields: [])
            #expect(try store.account(phoneIndex: [5, 1]) == account)
            #expect(try store.account(phoneIndex: [1, 1]) == nil)
            try store.create(Samples.account(2, key: "call-2"), fields: [])
            var third = Samples.account(3, key: "call-3")
            third.phoneIndex = [5, 1]
            #expect(throws: StoreFailure.duplicate) { try store.create(third, fields: []) }
            #expect(try store.account(phoneIndex: [5, 1]) == account)
        },
        StoreBehaviour("an account gives its phone away, and keeps its address") { store in
            var account = Samples.account(1, key: "call-1")
            account.phoneIndex = [5, 1]
            try store.create(account, fields: [])
            var second = Samples.account(2, key: "call-2")
            second.phoneIndex = [5, 1]
            try store.create(second, fields: [], inPlaceOf: "account-1")
            #expect(try store.account(phoneIndex: [5, 1]) == second)
            #expect(try store.account(emailIndex: [1, 1])?.phoneIndex == nil)
        },
    ]
}
