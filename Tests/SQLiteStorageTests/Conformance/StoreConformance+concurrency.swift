import Sessions
import Testing

extension StoreConformance {
    static let concurrency: [StoreBehaviour] = [
        StoreBehaviour("of thirty-two who save the same step, one wins") { store in
            try store.begin()
            for sequence in 2...20 {
                let outcomes = onThreads(32) { _ in
                    Result { try store.save(Samples.step(sequence)) }.failure
                }
                #expect(outcomes.count { $0 == nil } == 1)
                #expect(outcomes.count { $0 == .conflict } == 31)
            }
            #expect(try store.journal(of: Samples.id).map(\.sequence) == Array(1...20))
        },
        StoreBehaviour("thirty-two who each read and save again leave a serial order") { store in
            try store.begin()
            let saved = onThreads(32) { _ in addSteps(8, to: store) }.flatMap(\.self)
            #expect(saved.sorted() == Array(2...257))
            #expect(try store.session(Samples.id)?.sequence == 257)
            #expect(try store.journal(of: Samples.id).map(\.sequence) == Array(1...257))
        },
        StoreBehaviour("a letter is leased by one of thirty-two") { store in
            let letters = (0..<100).map { Samples.letter("letter-\($0)", at: Int64($0)) }
            try store.begin(letters: letters)
            let leased = onThreads(32) { _ in
                (0..<20).flatMap { _ in
                    (try? store.leaseLetters(now: 1_000, until: 2_000, limit: 3).map(\.id)) ?? []
                }
            }.flatMap(\.self)
            #expect(leased.count == 100)
            #expect(Set(leased) == Set(letters.map(\.id)))
        },
        StoreBehaviour("an address that thirty-two want becomes one account") { store in
            let outcomes = onThreads(32) { index in
                var account = Samples.account(UInt8(index), key: "call-\(index)")
                account.emailIndex = [7, 7]
                return Result { try store.create(account, fields: Samples.fields) }.failure
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .duplicate } == 31)
        },
        StoreBehaviour("a refused step does no harm to those written beside it") { store in
            let outcomes = onThreads(32) { index in
                var commit = Samples.beginning(SessionID("session-\(index)"))
                commit.links = [[index.isMultiple(of: 2) ? 0 : UInt8(index)]]
                return Result { try store.save(commit) }.failure
            }
            #expect(outcomes.count { $0 == nil } == 17)
            #expect(outcomes.count { $0 == .duplicate } == 15)
            #expect(try store.sessions().count == 17)
            for session in try store.sessions() {
                #expect(try store.journal(of: session.id).count == 1)
            }
        },
    ]

    /// Adds steps to the sample session, trying again after each conflict; the numbers of those that were saved.
    static func addSteps(_ count: Int, to store: any SessionStore) -> [Int] {
        var saved: [Int] = []
        while saved.count < count {
            do {
                guard let sequence = try store.session(Samples.id)?.sequence else { return saved }
                try store.save(Samples.step(sequence + 1))
                saved.append(sequence + 1)
            } catch StoreFailure.conflict {
                continue
            } catch {
                return saved
            }
        }
        return saved
    }
}

extension Result where Failure == any Error {
    /// Why it failed; `nil` where it did not.
    var failure: StoreFailure? {
        switch self {
        case .success: nil
        case .failure(let error): error as? StoreFailure ?? .unusable("another kind of error")
        }
    }
}
