import Flows
import Sessions

/// Records that differ from each other in every part.
enum Samples {
    static let id = SessionID("aa01")

    /// The first step of a session.
    static func beginning(_ id: SessionID = id, at moment: Int64 = 1_000) -> SessionCommit {
        let session = SessionRecord(
            id: id,
            flow: "wallet-signup",
            version: 3,
            hash: "cafe",
            sequence: 1,
            wrappedKey: [9, 8, 7],
            state: [1, 1, 1],
            chain: [2, 1],
            status: .open,
            createdAt: moment,
            updatedAt: moment,
            nextDeadline: moment + 86_400_000
        )
        return SessionCommit(session: session, expectedSequence: nil, journal: row(id, 1, moment))
    }

    /// The step that leads from `sequence - 1` to `sequence`.
    static func step(
        _ sequence: Int,
        of id: SessionID = id,
        at moment: Int64 = 2_000
    ) -> SessionCommit {
        var commit = beginning(id)
        commit.expectedSequence = sequence - 1
        commit.session.sequence = sequence
        commit.session.state = state(sequence)
        commit.session.chain = [2, UInt8(truncatingIfNeeded: sequence)]
        commit.session.updatedAt = moment
        commit.session.nextDeadline = nil
        commit.journal = row(id, sequence, moment)
        return commit
    }

    static func state(_ sequence: Int) -> [UInt8] {
        Array(repeating: UInt8(truncatingIfNeeded: sequence), count: 3)
    }

    static func row(_ id: SessionID, _ sequence: Int, _ moment: Int64) -> JournalRow {
        JournalRow(
            session: id,
            sequence: sequence,
            at: moment,
            body: [7, UInt8(truncatingIfNeeded: sequence)],
            mac: [8, UInt8(truncatingIfNeeded: sequence)]
        )
    }

    static func letter(
        _ id: String,
        of session: SessionID = id,
        at moment: Int64 = 1_000
    ) -> OutboxRow {
        OutboxRow(id: id, session: session, body: [4, 5, 6], createdAt: moment)
    }

    static func account(_ number: UInt8, key: String) -> AccountRecord {
        AccountRecord(
            id: "account-\(number)",
            emailIndex: [1, number],
            creationKey: key,
            wrappedKey: [3, number],
            createdAt: 5_000 + Int64(number)
        )
    }

    static let fields = [
        AccountField(name: "citizenship", body: [1], isSetOnce: true),
        AccountField(name: "city", body: [2], isSetOnce: false),
    ]
}

extension SessionStore {
    /// Begins a session with letters.
    func begin(_ id: SessionID = Samples.id, letters: [OutboxRow] = []) throws {
        var commit = Samples.beginning(id)
        commit.letters = letters
        try save(commit)
    }
}
