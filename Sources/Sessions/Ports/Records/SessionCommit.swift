public import Flows

/// All that one event changes: saved in one transaction.
public struct SessionCommit: Sendable, Hashable {
    /// The session as it is now.
    public var session: SessionRecord
    /// The sequence number before; `nil` for a session that begins.
    public var expectedSequence: Int?
    /// What has happened.
    public var journal: JournalRow
    /// Hashes of links that were sent.
    public var links: [[UInt8]]
    /// What was sent under limits.
    public var sends: [SendRow]
    /// Letters to be delivered.
    public var letters: [OutboxRow]
    /// Secrets that were sealed.
    public var secrets: [SecretRow]
    /// Secrets that nobody refers to any more.
    public var droppedSecrets: [SecretReference]
    /// Files that were given.
    public var files: [FileRow]
    /// The names of files that the walk keeps no more.
    public var droppedFiles: [String]
    /// Whether the bodies of the session's delivered letters are erased: their links are dead.
    public var erasesLetters: Bool

    /// Makes a commit of a state and its journal row.
    public init(session: SessionRecord, expectedSequence: Int?, journal: JournalRow) {
        self.session = session
        self.expectedSequence = expectedSequence
        self.journal = journal
        links = []
        sends = []
        letters = []
        secrets = []
        droppedSecrets = []
        files = []
        droppedFiles = []
        erasesLetters = false
    }
}
