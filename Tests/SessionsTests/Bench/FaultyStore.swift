import Flows
import Localization
import Screens
import Sessions
import Synchronization

/// A store that fails where a crash would, and otherwise is the one behind it.
final class FaultyStore: SessionStore {
    /// What stands for a crash at a write.
    enum Fault: Sendable {
        /// Nothing of it is written.
        case before
        /// It is written, and nobody learns of it.
        case after
        /// Nothing of it is written, since another terminal is always faster.
        case conflict
    }

    // A class, since the bench says when it fails.
    private let real: any SessionStore
    private let fault = Mutex<(number: Int, fault: Fault)?>(nil)
    private let count = Mutex(0)
    private let isCountingBroken = Mutex(false)
    private let asked = Mutex(0)
    private let saved = Mutex<[SessionCommit]>([])

    init(_ real: any SessionStore) { self.real = real }

    /// How many writes there were.
    var writes: Int { count.withLock { $0 } }
    /// How often it was asked how much was sent.
    var countings: Int { asked.withLock { $0 } }
    /// Everything that was handed in to be saved.
    var commits: [SessionCommit] { saved.withLock { $0 } }

    /// From the write of a number on, counted from now, every one fails.
    func fail(atWrite number: Int, _ fault: Fault) {
        count.withLock { $0 = 0 }
        self.fault.withLock { $0 = (number, fault) }
    }

    /// Whether asking how much was sent fails.
    func breakCounting(_ isBroken: Bool) { isCountingBroken.withLock { $0 = isBroken } }

    func heal() { fault.withLock { $0 = nil } }

    private func write<Result>(
        _ work: () throws(StoreFailure) -> Result
    ) throws(StoreFailure) -> Result {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard let fault = fault.withLock({ $0 }), number >= fault.number else { return try work() }
        if fault.fault == .conflict { throw .conflict }
        if fault.fault == .after, number == fault.number { _ = try work() }
        throw .disk("as if the power were off")
    }

    func keep(_ review: ReviewRow) throws(StoreFailure) {
        try write { () throws(StoreFailure) in try real.keep(review) }
    }

    func takeReview(
        of id: SessionID,
        forCall key: String
    ) throws(StoreFailure) -> ReviewRow? {
        try write { () throws(StoreFailure) in try real.takeReview(of: id, forCall: key) }
    }

    func file(_ name: String) throws(StoreFailure) -> FileRow? { try real.file(name) }

    var isSandbox: Bool { get throws(StoreFailure) { try real.isSandbox } }
    func session(_ id: SessionID) throws(StoreFailure) -> SessionRecord? { try real.session(id) }
    func sessions() throws(StoreFailure) -> [SessionRecord] { try real.sessions() }
    func sessions(dueAt moment: Int64) throws(StoreFailure) -> [SessionID] {
        try real.sessions(dueAt: moment)
    }
    func session(ofLink hash: [UInt8]) throws(StoreFailure) -> SessionID? {
        try real.session(ofLink: hash)
    }
    func save(_ commit: SessionCommit) throws(StoreFailure) {
        saved.withLock { $0.append(commit) }
        try write { () throws(StoreFailure) in try real.save(commit) }
    }
    func journal(of id: SessionID) throws(StoreFailure) -> [JournalRow] { try real.journal(of: id) }
    func sends(inScope scope: [UInt8], after moment: Int64) throws(StoreFailure) -> [Int64] {
        asked.withLock { $0 += 1 }
        if isCountingBroken.withLock({ $0 }) { throw .disk("as if it could not be read") }
        return try real.sends(inScope: scope, after: moment)
    }
    func count(_ attempt: TryRows) throws(StoreFailure) -> Bool {
        try write { () throws(StoreFailure) in try real.count(attempt) }
    }
    func takeBack(_ attempt: TryRows) throws(StoreFailure) {
        try write { () throws(StoreFailure) in try real.takeBack(attempt) }
    }
    func secret(_ reference: SecretReference) throws(StoreFailure) -> SecretRow? {
        try real.secret(reference)
    }
    func texts(ofHash hash: String) throws(StoreFailure) -> [UInt8]? {
        try real.texts(ofHash: hash)
    }
    func keep(texts: [UInt8], hash: String) throws(StoreFailure) {
        try write { () throws(StoreFailure) in try real.keep(texts: texts, hash: hash) }
    }
    func leaseLetters(
        now: Int64,
        until: Int64,
        limit: Int
    ) throws(StoreFailure) -> [OutboxRow] {
        try write { () throws(StoreFailure) in
            try real.leaseLetters(now: now, until: until, limit: limit)
        }
    }
    func markDelivered(_ id: String, at moment: Int64, keepsBody: Bool) throws(StoreFailure) {
        try write { () throws(StoreFailure) in
            try real.markDelivered(id, at: moment, keepsBody: keepsBody)
        }
    }
    func markFailed(_ id: String, reason: String, retryAt: Int64?) throws(StoreFailure) {
        try write { () throws(StoreFailure) in
            try real.markFailed(id, reason: reason, retryAt: retryAt)
        }
    }
    func letters(of id: SessionID) throws(StoreFailure) -> [OutboxRow] {
        try real.letters(of: id)
    }
    func account(_ id: String) throws(StoreFailure) -> AccountRecord? { try real.account(id) }
    func account(phoneIndex: [UInt8]) throws(StoreFailure) -> AccountRecord? {
        try real.account(phoneIndex: phoneIndex)
    }

    func account(emailIndex: [UInt8]) throws(StoreFailure) -> AccountRecord? {
        try real.account(emailIndex: emailIndex)
    }
    func account(creationKey: String) throws(StoreFailure) -> AccountRecord? {
        try real.account(creationKey: creationKey)
    }
    func create(
        _ account: AccountRecord,
        fields: [AccountField],
        inPlaceOf other: String?
    ) throws(StoreFailure) {
        try write { () throws(StoreFailure) in
            try real.create(account, fields: fields, inPlaceOf: other)
        }
    }
    func change(_ change: AccountChange) throws(StoreFailure) -> OutcomeName {
        try write { () throws(StoreFailure) in try real.change(change) }
    }
    func deleteAccount(_ id: String, exception: SessionID) throws(StoreFailure) {
        try write { () throws(StoreFailure) in try real.deleteAccount(id, exception: exception) }
    }
    func erase(_ id: SessionID) throws(StoreFailure) {
        try write { () throws(StoreFailure) in try real.erase(id) }
    }
    func fields(of account: String) throws(StoreFailure) -> [AccountField] {
        try real.fields(of: account)
    }
}
