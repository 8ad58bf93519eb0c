import Flows
import Logging
import Screens

extension SessionEngine {
    /// How long nobody else gets a letter that is being delivered, in milliseconds.
    private static let lease: Int64 = 60_000
    /// How long to wait before each new try, in milliseconds; a letter that fails once more is parked.
    private static let waits: [Int64] = [10_000, 60_000, 600_000, 3_600_000]
    /// How long a letter that can't be read rests, in milliseconds.
    private static let pause: Int64 = 3_600_000
    // words: the outbox's failure column, for who runs the service
    private static let unreadable = "can't be read with these keys"
    // words: the outbox's failure column, for who runs the service
    private static let givenUp = "given up"

    /// Delivers every letter that is due.
    ///
    /// What fails is tried again later; nothing is lost by it.
    public func deliverLetters() {
        let now = clock()
        do {
            let leased = try store.leaseLetters(now: now, until: now + Self.lease, limit: 20)
            for row in leased { deliver(row, now: now) }
        } catch {
            // It is asked again with the next event.
            log.warning("no letters leased: \(error)")
        }
    }

    /// The delivered letters of a session that can still be read, the newest first.
    ///
    /// Bodies are erased on delivery. In a sandbox they are kept, encrypted, while a link is open, so that the
    /// letter can be shown in the walk; anywhere else there is none, and a letter is read in its mailbox only.
    func readableLetters(of session: LiveSession) -> [Letter] {
        do {
            let rows = try store { () throws(StoreFailure) in try store.letters(of: session.id) }
            return try rows.reversed().filter { $0.status == .delivered && !$0.body.isEmpty }
                .map { try open($0, with: session.cipher) }
        } catch {
            // Without a letter to show the walk goes on all the same.
            log.warning("\(session.id): no letter to show: \(error)")
            return []
        }
    }

    /// What keeps the newest letter of a session from arriving.
    func letterTrouble(of session: LiveSession) -> LetterTrouble? {
        do {
            let rows = try store { () throws(StoreFailure) in try store.letters(of: session.id) }
            switch rows.last.map({ ($0.status, $0.failure) }) {
            case (.waiting, _?)?: return .delayed
            case (.parked, _)?: return .returned
            case (.waiting, nil)?, (.delivered, _)?, nil: return nil
            }
        } catch {
            // The screen is only silent about it; the letter is tried again all the same.
            log.warning("\(session.id): letters not looked at: \(error)")
            return nil
        }
    }

    private func open(
        _ row: OutboxRow,
        with cipher: OwnerCipher
    ) throws(SessionFailure) -> Letter {
        guard let (version, sealed) = StateCoder.unframe(row.body) else { throw .damaged }
        let bytes = try cipher.open(sealed, table: "outbox", column: "body", version: version)
        return try StateCoder.value(Letter.self, from: bytes)
    }

    /// Decrypts a letter.
    func openLetter(_ row: OutboxRow) throws(SessionFailure) -> Letter {
        guard let record = try store({ () throws(StoreFailure) in try store.session(row.session) })
        else { throw .damaged }
        return try open(
            row,
            with: try OwnerCipher(
                owner: row.session.text,
                wrappedKey: record.wrappedKey,
                keys: keys
            )
        )
    }

    private func deliver(_ row: OutboxRow, now: Int64) {
        do throws(SessionFailure) {
            let letter = try openLetter(row)
            guard row.attempts <= Self.waits.count || row.failure == Self.unreadable else {
                // Every try before has brought the program down.
                return try fail(row, because: Self.givenUp, retryAt: nil)
            }
            do throws(DeliveryFailure) {
                try transport.deliver(letter)
            } catch {
                let wait =
                    error.isTemporary && row.attempts < Self.waits.count
                    ? Self.waits[row.attempts] : nil
                return try fail(row, because: error.reason, retryAt: wait.map { now + $0 })
            }
            // What is really sent is read where it arrives, also in a sandbox.
            let isFound = transport.place(of: letter) != nil
            try store { () throws(StoreFailure) in
                let isSandbox = try store.isSandbox
                try store.markDelivered(row.id, at: now, keepsBody: isFound && isSandbox)
            }
            log.debug("\(row.session): letter \(row.id) delivered")
        } catch .damaged {
            // With the right key file it may yet go out.
            setAside(row, until: now + Self.pause)
        } catch {
            log.error("\(row.session): letter \(row.id) not delivered: \(error)")
        }
    }

    private func setAside(_ row: OutboxRow, until moment: Int64) {
        do throws(SessionFailure) {
            try fail(row, because: Self.unreadable, retryAt: moment)
        } catch {
            log.error("\(row.session): letter \(row.id) not set aside: \(error)")
        }
    }

    private func fail(
        _ row: OutboxRow,
        because reason: String,
        retryAt: Int64?
    ) throws(SessionFailure) {
        log.warning("\(row.session): letter \(row.id) failed: \(reason)")
        try store { () throws(StoreFailure) in
            try store.markFailed(row.id, reason: reason, retryAt: retryAt)
        }
    }
}
