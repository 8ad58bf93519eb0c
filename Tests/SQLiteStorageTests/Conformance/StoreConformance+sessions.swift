import Flows
import Sessions
import Testing

extension StoreConformance {
    static let sessions: [StoreBehaviour] = [
        StoreBehaviour("an empty store has no sessions, and nothing is found in it") {
            store throws in
            #expect(try store.session(Samples.id) == nil)
            #expect(try store.sessions().isEmpty)
            #expect(try store.journal(of: Samples.id).isEmpty)
            #expect(try store.letters(of: Samples.id).isEmpty)
            #expect(try store.session(ofLink: [1]) == nil)
            #expect(try store.sends(inScope: [1], after: 0).isEmpty)
        },
        StoreBehaviour("a session that begins is read as it was saved") { store in
            let commit = Samples.beginning()
            try store.save(commit)
            #expect(try store.session(Samples.id) == commit.session)
        },
        StoreBehaviour("a step changes every part of a session but its name") { store in
            try store.save(Samples.beginning())
            var commit = Samples.step(2)
            commit.session.flow = "phone-verification"
            commit.session.version = 4
            commit.session.hash = "beef"
            commit.session.wrappedKey = []
            commit.session.status = .stopped
            commit.session.createdAt = 999
            commit.session.nextDeadline = 77
            try store.save(commit)
            #expect(try store.session(Samples.id) == commit.session)
        },
        StoreBehaviour("empty bytes and numbers at their limits come back") { store in
            var commit = Samples.beginning()
            commit.session.state = []
            commit.session.chain = []
            commit.session.version = .max
            commit.session.createdAt = .min
            commit.session.nextDeadline = .max
            try store.save(commit)
            #expect(try store.session(Samples.id) == commit.session)
        },
        StoreBehaviour("sessions come with the last used first") { store in
            for name in ["a", "b", "c"] { try store.save(Samples.beginning(SessionID(name))) }
            try store.save(Samples.step(2, of: SessionID("b"), at: 9_000))
            try store.save(Samples.step(2, of: SessionID("a"), at: 8_000))
            #expect(try store.sessions().map(\.id.text) == ["b", "a", "c"])
        },
        StoreBehaviour("sessions that are due come with the longest due first") { store throws in
            for (name, deadline) in [("a", 30), ("b", 10), ("c", 31), ("d", 20)]
                as [(String, Int64)]
            {
                var commit = Samples.beginning(SessionID(name))
                commit.session.nextDeadline = deadline
                try store.save(commit)
            }
            var without = Samples.beginning(SessionID("e"))
            without.session.nextDeadline = nil
            try store.save(without)
            for status in [SessionRecord.Status.ended, .stopped] {
                var commit = Samples.beginning(SessionID(status.rawValue))
                commit.session.status = status
                commit.session.nextDeadline = 5
                try store.save(commit)
            }
            #expect(try store.sessions(dueAt: 30).map(\.text) == ["b", "d", "a"])
            #expect(try store.sessions(dueAt: 9).isEmpty)
        },
        StoreBehaviour("a step from where the session no longer is, is a conflict") { store in
            try store.save(Samples.beginning())
            try store.save(Samples.step(2))
            let before = try store.session(Samples.id)
            #expect(throws: StoreFailure.conflict) { try store.save(Samples.step(2)) }
            #expect(throws: StoreFailure.conflict) { try store.save(Samples.step(4)) }
            #expect(try store.session(Samples.id) == before)
            #expect(try store.journal(of: Samples.id).count == 2)
        },
        StoreBehaviour("a session begins once") { store in
            try store.save(Samples.beginning())
            #expect(throws: StoreFailure.conflict) { try store.save(Samples.beginning()) }
            #expect(try store.journal(of: Samples.id).count == 1)
        },
        StoreBehaviour("a step of a session that is not there is a conflict") { store throws in
            #expect(throws: StoreFailure.conflict) { try store.save(Samples.step(2)) }
            #expect(try store.journal(of: Samples.id).isEmpty)
        },
        StoreBehaviour("hundreds of sessions do not get in each other's way") { store in
            let names = (0..<300).map { SessionID("session-\($0)") }
            for name in names { try store.save(Samples.beginning(name)) }
            for name in names.reversed() { try store.save(Samples.step(2, of: name)) }
            #expect(try store.sessions().count == 300)
            for name in names.prefix(50) {
                #expect(try store.session(name)?.sequence == 2)
                #expect(try store.journal(of: name).map(\.sequence) == [1, 2])
            }
        },
        StoreBehaviour("a name with a NUL is nobody's") { store in
            try store.save(Samples.beginning())
            #expect(try store.session(SessionID("aa01\u{0}x")) == nil)
            #expect(try store.account(creationKey: "\u{0}") == nil)
        },
    ]

    static let journal: [StoreBehaviour] = [
        StoreBehaviour("the journal is read as it was written, oldest row first") { store in
            try store.save(Samples.beginning())
            for sequence in 2...12 { try store.save(Samples.step(sequence)) }
            let expected =
                [Samples.row(Samples.id, 1, 1_000)]
                + (2...12).map { Samples.row(Samples.id, $0, 2_000) }
            #expect(try store.journal(of: Samples.id) == expected)
        },
        StoreBehaviour("a row that says another number or session than the step is refused") {
            store in
            try store.save(Samples.beginning())
            try store.save(Samples.beginning(SessionID("other")))
            var wrongNumber = Samples.step(2)
            wrongNumber.journal.sequence = 3
            #expect(throws: StoreFailure.conflict) { try store.save(wrongNumber) }
            var wrongSession = Samples.step(2)
            wrongSession.journal.session = SessionID("other")
            #expect(throws: StoreFailure.conflict) { try store.save(wrongSession) }
            #expect(try store.session(Samples.id)?.sequence == 1)
        },
        StoreBehaviour("no number is left out of the journal") { store in
            try store.save(Samples.beginning())
            var commit = Samples.step(3)
            commit.expectedSequence = 1
            #expect(throws: StoreFailure.conflict) { try store.save(commit) }
            #expect(try store.session(Samples.id)?.sequence == 1)
        },
    ]
}
