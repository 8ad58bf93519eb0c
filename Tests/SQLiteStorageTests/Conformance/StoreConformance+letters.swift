import Sessions
import Testing

extension StoreConformance {
    static let letters: [StoreBehaviour] = [
        StoreBehaviour("letters of a session are read as they were saved, oldest first") { store in
            let letters = [
                Samples.letter("late", at: 30), Samples.letter("first", at: 10),
                Samples.letter("second", at: 10),
            ]
            try store.begin(letters: letters)
            try store.begin(
                SessionID("other"),
                letters: [Samples.letter("theirs", of: SessionID("other"))]
            )
            #expect(try store.letters(of: Samples.id) == [letters[1], letters[2], letters[0]])
        },
        StoreBehaviour("a letter's name is taken once") { store in
            try store.begin(letters: [Samples.letter("letter")])
            var commit = Samples.step(2)
            commit.letters = [Samples.letter("letter", at: 2_000)]
            #expect(throws: StoreFailure.duplicate) { try store.save(commit) }
            #expect(try store.session(Samples.id)?.sequence == 1)
            #expect(try store.letters(of: Samples.id).map(\.createdAt) == [1_000])
        },
        StoreBehaviour("a delivered letter has no body any more, and is not leased again") {
            store in
            try store.begin(letters: [Samples.letter("letter")])
            #expect(try store.leaseLetters(now: 1_000, until: 2_000, limit: 9).count == 1)
            try store.markDelivered("letter", at: 1_500, keepsBody: false)
            let row = try #require(try store.letters(of: Samples.id).first)
            #expect(row.status == .delivered)
            #expect(row.body.isEmpty)
            #expect(row.attempts == 1)
            #expect(try store.leaseLetters(now: 99_000, until: 99_999, limit: 9).isEmpty)
        },
        StoreBehaviour("a delivered letter keeps its body where that is asked for") { store in
            try store.begin(letters: [Samples.letter("letter")])
            try store.markDelivered("letter", at: 1_500, keepsBody: true)
            let row = try #require(try store.letters(of: Samples.id).first)
            #expect(row.status == .delivered)
            #expect(row.body == [4, 5, 6])
            #expect(try store.leaseLetters(now: 99_000, until: 99_999, limit: 9).isEmpty)
        },
        StoreBehaviour("a failed letter is tried again when it is due, and says why") { store in
            try store.begin(letters: [Samples.letter("letter")])
            let first = try store.leaseLetters(now: 1_000, until: 60_000, limit: 9)
            #expect(first.map(\.attempts) == [0])
            try store.markFailed("letter", reason: "refused", retryAt: 5_000)
            let row = try #require(try store.letters(of: Samples.id).first)
            #expect(row.status == .waiting)
            #expect(row.failure == "refused")
            #expect(row.dueAt == 5_000)
            #expect(row.attempts == 1)
            #expect(row.body == [4, 5, 6])
            #expect(try store.leaseLetters(now: 4_999, until: 9_000, limit: 9).isEmpty)
            let second = try store.leaseLetters(now: 5_000, until: 9_000, limit: 9)
            #expect(second.map(\.attempts) == [1])
            #expect(second.map(\.body) == [[4, 5, 6]])
        },
        StoreBehaviour("a parked letter keeps its body and is left alone") { store in
            try store.begin(letters: [Samples.letter("letter")])
            _ = try store.leaseLetters(now: 1_000, until: 2_000, limit: 9)
            try store.markFailed("letter", reason: "no such mailbox", retryAt: nil)
            let row = try #require(try store.letters(of: Samples.id).first)
            #expect(row.status == .parked)
            #expect(row.failure == "no such mailbox")
            #expect(row.body == [4, 5, 6])
            #expect(try store.leaseLetters(now: 99_000, until: 99_999, limit: 9).isEmpty)
        },
        StoreBehaviour("a failure that is told late changes nothing about a delivered letter") {
            store in
            try store.begin(letters: [Samples.letter("letter")])
            try store.markDelivered("letter", at: 1_500, keepsBody: false)
            let delivered = try store.letters(of: Samples.id)
            try store.markFailed("letter", reason: "late", retryAt: 1_600)
            try store.markFailed("letter", reason: "later", retryAt: nil)
            #expect(try store.letters(of: Samples.id) == delivered)
        },
        StoreBehaviour("a letter that was parked may still be delivered") { store in
            try store.begin(letters: [Samples.letter("letter")])
            try store.markFailed("letter", reason: "timeout", retryAt: nil)
            try store.markDelivered("letter", at: 3_000, keepsBody: false)
            let row = try #require(try store.letters(of: Samples.id).first)
            #expect(row.status == .delivered)
            #expect(row.body.isEmpty)
            #expect(row.failure == nil)
        },
    ]

    static let leases: [StoreBehaviour] = [
        StoreBehaviour("a leased letter is nobody else's until the lease ends") { store in
            try store.begin(letters: [Samples.letter("letter")])
            #expect(try store.leaseLetters(now: 1_000, until: 2_000, limit: 9).count == 1)
            #expect(try store.leaseLetters(now: 1_999, until: 3_000, limit: 9).isEmpty)
            let again = try store.leaseLetters(now: 2_000, until: 3_000, limit: 9)
            #expect(again.map(\.id) == ["letter"])
            #expect(again.map(\.attempts) == [1])
        },
        StoreBehaviour("the oldest due letters are leased, at most as many as asked for") { store in
            try store.begin(letters: [
                Samples.letter("third", at: 30), Samples.letter("first", at: 10),
                Samples.letter("second", at: 20), Samples.letter("tomorrow", at: 99_000),
            ])
            #expect(try store.leaseLetters(now: 50, until: 60, limit: 0).isEmpty)
            #expect(try store.leaseLetters(now: 50, until: 60, limit: -1).isEmpty)
            #expect(
                try store.leaseLetters(now: 50, until: 60, limit: 2).map(\.id) == [
                    "first", "second",
                ]
            )
            #expect(try store.leaseLetters(now: 50, until: 60, limit: 2).map(\.id) == ["third"])
        },
        StoreBehaviour("letters of all sessions are leased") { store in
            try store.begin(letters: [Samples.letter("one")])
            let other = SessionID("other")
            try store.begin(other, letters: [Samples.letter("two", of: other)])
            let leased = try store.leaseLetters(now: 1_000, until: 2_000, limit: 9)
            #expect(leased.map(\.session) == [Samples.id, other])
        },
    ]
}
