import Flows
import Logging

extension SessionEngine {
    /// How long nobody else gets a letter that is being delivered, in milliseconds.
    private static let lease: Int64 = 60_000
    /// How long to wait before each new try, in milliseconds; a letter that fails once more is parked.
    private static let waits: [Int64] = [10_000, 60_000, 600_000, 3_600_000]

    /// Delivers every letter that is due. What fails is tried again later; nothing is lost by it.
    public func deliverLetters() {
        let now = clock()
        let leased = try? store { () throws(StoreFailure) in
            try store.leaseLetters(now: now, until: now + Self.lease, limit: 20)
        }
        // A store that can't lease now is asked again with the next event.
        for row in leased ?? [] { deliver(row, now: now) }
    }

    /// The last letter of a session whose body can still be read, and where its transport put it.
    ///
    /// Bodies are erased on delivery. In a sandbox they are kept, encrypted, while a link is open, so that the
    /// letter can be shown in the walk.
    func lastLetter(of session: LiveSession) -> (letter: Letter, place: String?)? {
        // Without a letter to show the walk goes on all the same.
        guard
            let rows = try? store({ () throws(StoreFailure) in try store.letters(of: session.id) }),
            let row = rows.last(where: { !$0.body.isEmpty }), let letter = try? openLetter(row)
        else { return nil }
        return (letter, transport.place(of: letter))
    }

    /// Decrypts a letter.
    func openLetter(_ row: OutboxRow) throws(SessionFailure) -> Letter {
        guard let (version, sealed) = StateCoder.unframe(row.body),
            let record = try store({ () throws(StoreFailure) in try store.session(row.session) })
        else { throw .damaged }
        let cipher = try OwnerCipher(
            owner: row.session.text, wrappedKey: record.wrappedKey, keys: keys)
        let bytes = try cipher.open(sealed, table: "outbox", column: "body", version: version)
        return try StateCoder.value(Letter.self, from: bytes)
    }

    private func deliver(_ row: OutboxRow, now: Int64) {
        do throws(SessionFailure) {
            let letter = try openLetter(row)
            do throws(DeliveryFailure) {
                try transport.deliver(letter)
            } catch {
                return try fail(row, because: error, now: now)
            }
            try store { () throws(StoreFailure) in
                try store.markDelivered(row.id, at: now, keepsBody: try store.isSandbox)
            }
            log.debug("\(row.session): letter \(row.id) delivered")
        } catch {
            log.error("\(row.session): letter \(row.id) not delivered: \(error)")
        }
    }

    private func fail(
        _ row: OutboxRow, because failure: DeliveryFailure, now: Int64
    ) throws(SessionFailure) {
        let wait = failure.isTemporary && row.attempts < Self.waits.count
            ? Self.waits[row.attempts] : nil
        log.warning("\(row.session): letter \(row.id) failed: \(failure.reason)")
        try store { () throws(StoreFailure) in
            try store.markFailed(row.id, reason: failure.reason, retryAt: wait.map { now + $0 })
        }
    }
}
